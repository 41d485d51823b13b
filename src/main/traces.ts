/**
 * Where Chromium may write while it runs: a fresh folder, in memory where the system has one, removed at the end
 * and, should the end have been sudden, at the next start.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names of folders of ours; the number of the process that made one follows. */
const OURS = /^kuferak-(?:run|sample)-(\d+)-/;

export function temporaryRoot(): string {
  const runtime = process.env.XDG_RUNTIME_DIR;
  if (runtime !== undefined && runtime !== '') {
    try {
      mkdirSync(runtime, { recursive: true, mode: 0o700 });
      return runtime;
    } catch {
      return tmpdir();
    }
  }
  return tmpdir();
}

/** A fresh folder for this process. What dead processes left behind goes first. */
export function makeRunFolder(root: string, kind: 'run' | 'sample' = 'run'): string {
  sweep(root);
  return mkdtempSync(join(root, `kuferak-${kind}-${process.pid}-`));
}

export function removeRunFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function sweep(root: string): void {
  for (const name of namesIn(root)) {
    const owner = OURS.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) {
      rmSync(join(root, name), { recursive: true, force: true });
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A process of another user exists too: signalling it is refused, not unknown. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
