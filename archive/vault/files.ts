/** Whole files: read, and put in place so that a name always stands for a complete file. */
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { limits } from '../model/limits.ts';
import { DamageError } from '../format/damage.ts';
import { codeOf } from '../lib/disk.ts';
import { FailureError } from '../lib/result.ts';
import type { Io, IoFile } from './io.ts';

export const UNFINISHED = /^tmp-[0-9a-f]{12}$/;

/** The bytes, or `null` when there is no such file. Throws `DamageError` for what is no file or too large to be ours. */
export async function readWhole(io: Io, path: string): Promise<Buffer | null> {
  const found = await io.stat(path);
  if (!found) return null;
  if (found.kind !== 'file') throw new DamageError('F1');
  if (found.size > limits.vaultFileBytes) throw new DamageError('F2');
  const file = await io.open(path, 'read');
  try {
    return await file.read(found.size, 0);
  } finally {
    await file.close();
  }
}

/** [F3] Written under another name, flushed, renamed, and the folder flushed. */
export async function putWhole(io: Io, path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = await writeAside(io, dirname(path), (file) => file.write(bytes, 0));
  await putInPlace(io, unfinished, path);
}

/**
 * As `putWhole`, under a name that must not be taken: of two that want it at once, one gets it, and for the other it
 * fails as `in-use`.
 */
export async function putNew(io: Io, path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = await writeAside(io, dirname(path), (file) => file.write(bytes, 0));
  try {
    if (await linked(io, unfinished, path)) await io.remove(unfinished);
    else if (await io.stat(path)) throw new FailureError({ code: 'in-use' });
    else await renamePatiently(io, unfinished, path);
  } catch (error) {
    await io.remove(unfinished).catch(() => undefined);
    throw error;
  }
  await io.syncFolder(dirname(path));
}

/** What file systems without second names answer. There renaming must do, which takes a name that is taken. */
const NO_LINKS = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EMLINK',
  'UNKNOWN',
]);

async function linked(io: Io, from: string, to: string): Promise<boolean> {
  try {
    await io.link?.(from, to);
    return io.link !== undefined;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new FailureError({ code: 'in-use' });
    if (NO_LINKS.has(codeOf(error))) return false;
    throw error;
  }
}

/** Answers the path of a file that is on the medium, under a name that says it is not finished. */
export async function writeAside(
  io: Io,
  folder: string,
  write: (file: IoFile) => Promise<void>,
): Promise<string> {
  const path = join(folder, `tmp-${randomBytes(6).toString('hex')}`);
  const file = await io.open(path, 'new');
  try {
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    return path;
  } catch (error) {
    await io.remove(path).catch(() => undefined);
    throw error;
  }
}

/**
 * After a power cut at any moment the name stands for the old file, the new one, or nothing, and never for a part: the
 * content was flushed before the rename.
 */
export async function putInPlace(io: Io, unfinished: string, path: string): Promise<void> {
  try {
    await renamePatiently(io, unfinished, path);
  } catch (error) {
    await io.remove(unfinished).catch(() => undefined);
    throw error;
  }
  await io.syncFolder(dirname(path));
}

/** Programs that look at every new file can hold it for a moment on Windows. */
async function renamePatiently(io: Io, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await io.rename(from, to);
      return;
    } catch (error) {
      const held = process.platform === 'win32' && /^(?:EPERM|EACCES|EBUSY)$/.test(codeOf(error));
      if (!held || attempt === 10) throw error;
      await new Promise((resume) => setTimeout(resume, 50 * attempt));
    }
  }
}

/** Removes what is there of these names. */
export async function removeNames(io: Io, folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (await io.stat(join(folder, name))) await io.remove(join(folder, name));
  }
}
