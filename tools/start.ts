/** Opens the application for use: in Electron where its program can be had, otherwise in the Chromium host, and says which. */
import { spawn, spawnSync } from 'node:child_process';
import { electronEnv } from './electron.ts';

const build = spawnSync('electron-vite', ['build', '--logLevel', 'warn'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (build.status !== 0) process.exit(build.status ?? 1);
const { executable, env, sentence } = await electronEnv({ download: true });
process.stdout.write(`${sentence}\n`);
const child = spawn(executable, ['.', ...process.argv.slice(2)], { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
