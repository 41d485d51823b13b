/**
 * Where Chromium may write while it runs: a fresh folder, in memory where the system has one, removed at the end
 * and, should the end have been sudden, at the next start.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'kuferak-run-';
/** Milliseconds after which a folder that was left behind is nobody's: a running program touches its own. */
const STALE = 24 * 60 * 60 * 1000;

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

export function makeRunFolder(root: string): string {
  sweep(root);
  return mkdtempSync(join(root, PREFIX));
}

export function removeRunFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function sweep(root: string): void {
  for (const name of namesIn(root)) {
    if (!name.startsWith(PREFIX) && !name.startsWith('kuferak-sample-')) continue;
    const path = join(root, name);
    if (isStale(path)) rmSync(path, { recursive: true, force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isStale(path: string): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs > STALE;
  } catch {
    return false;
  }
}
