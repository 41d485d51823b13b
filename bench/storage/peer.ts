/** The encrypted SQLite beside which is measured: installed when it is first needed, and no part of the project. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const peerFolder = join(import.meta.dirname, 'peer');

/** Whether it is there and works. Its binaries for the usual systems are in the package: no script of it runs. */
export function installPeer(): boolean {
  if (works()) return true;
  const shell = process.platform === 'win32';
  const command = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  spawnSync('npm', command, { cwd: peerFolder, stdio: 'ignore', shell });
  return works();
}

function works(): boolean {
  const look = "new (require('better-sqlite3-multiple-ciphers'))(':memory:').close()";
  return (
    spawnSync(process.execPath, ['-e', look], { cwd: peerFolder, stdio: 'ignore' }).status === 0
  );
}
