/**
 * Writes an export whole or not at all: under another name beside the target, read back, then renamed. Never over
 * something that is there; an empty folder counts as nothing.
 */
import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, isFull, syncFolder } from '../lib/disk.ts';
import { FailureError } from '../lib/result.ts';
import type { ExportedFile } from './view.ts';

export interface WrittenOut {
  readonly files: number;
  readonly bytes: number;
}

/** Looks at what stands on the disk under its unfinished name; what it throws ends the writing, and all is removed. */
export type Confirm = (unfinished: string) => Promise<void>;
const confirmed: Confirm = () => Promise.resolve();

/** One file at `target`. */
export async function writeOne(
  target: string,
  bytes: Uint8Array,
  confirm = confirmed,
): Promise<WrittenOut> {
  await refuseExisting(target);
  return finished(target, async (unfinished) => {
    await writeFileSafely(unfinished, bytes);
    await checkBack(unfinished, bytes);
    await confirm(unfinished);
    return { files: 1, bytes: bytes.length };
  });
}

/** A folder at `target` with these files. */
export async function writeFolder(
  target: string,
  files: AsyncIterable<ExportedFile> | Iterable<ExportedFile>,
  confirm = confirmed,
): Promise<WrittenOut> {
  await refuseExisting(target);
  return finished(target, async (unfinished) => {
    await mkdir(unfinished, { mode: 0o700 });
    let count = 0;
    let bytes = 0;
    for await (const file of files) {
      const path = join(unfinished, ...file.path.split('/'));
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFileSafely(path, file.bytes);
      await checkBack(path, file.bytes);
      count += 1;
      bytes += file.bytes.length;
    }
    await confirm(unfinished);
    await rmdir(target).catch(() => undefined);
    return { files: count, bytes };
  });
}

async function finished(
  target: string,
  write: (unfinished: string) => Promise<WrittenOut>,
): Promise<WrittenOut> {
  const unfinished = join(
    dirname(target),
    `.${basename(target)}.${randomBytes(6).toString('hex')}`,
  );
  try {
    const written = await write(unfinished);
    await rename(unfinished, target);
    await syncFolder(dirname(target));
    return written;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw error instanceof FailureError ? error : new FailureError({ code: codeFor(error) });
  }
}

/** Throws `target-exists`. */
export async function refuseExisting(target: string): Promise<void> {
  const found = await lstat(target).catch(() => null);
  if (!found) return;
  const empty = found.isDirectory() && (await readdir(target).catch(() => ['?'])).length === 0;
  if (!empty) throw new FailureError({ code: 'target-exists' });
}

async function writeFileSafely(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What is on the disk is what was to be written, or nothing is reported as done. */
async function checkBack(path: string, bytes: Uint8Array): Promise<void> {
  const digest = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
  if (digest(await readFile(path)) !== digest(bytes))
    throw new FailureError({ code: 'target-unwritable' });
}

function codeFor(error: unknown): 'disk-full' | 'target-exists' | 'target-unwritable' {
  if (isFull(error)) return 'disk-full';
  const code = codeOf(error);
  return code === 'ENOTEMPTY' || code === 'EEXIST' ? 'target-exists' : 'target-unwritable';
}
