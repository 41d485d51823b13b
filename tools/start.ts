/** Opens the application for use: in Electron where its program can be had, otherwise in the Chromium host, and says which. */
import { spawn, spawnSync } from 'node:child_process';
import { electronCommand } from './electron.ts';

const build = spawnSync('electron-vite', ['build', '--logLevel', 'warn'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (build.status !== 0) process.exit(build.status ?? 1);
const { program, env, sentence } = await electronCommand();
if (sentence !== null) process.stdout.write(`${sentence}\n`);
const child = spawn(program, ['.', ...process.argv.slice(2)], { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
