/** Whole files: read, and put in place so that a name always stands for a complete file. */
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { limits } from '../model/limits.ts';
import { DamageError } from '../format/damage.ts';
import type { Io } from './io.ts';

export const UNFINISHED = /^tmp-[0-9a-f]{12}$/;
const MOST = limits.originalBytes + 64 * 1024 ** 2;

/** The bytes, or `null` when there is no such file. */
export async function readWhole(io: Io, path: string): Promise<Buffer | null> {
  const found = await io.stat(path);
  if (!found || found.folder) return null;
  if (found.size > MOST) throw new DamageError('F2');
  const file = await io.open(path, 'read');
  try {
    return await file.read(found.size, 0);
  } finally {
    await file.close();
  }
}

/**
 * Written under another name, flushed, renamed, and the folder flushed: after a power cut at any moment the name stands
 * for the old file, the new one, or nothing, and never for a part.
 */
export async function putWhole(io: Io, path: string, parts: Iterable<Uint8Array>): Promise<void> {
  const folder = dirname(path);
  const unfinished = join(folder, `tmp-${randomBytes(6).toString('hex')}`);
  try {
    const file = await io.open(unfinished, 'new');
    try {
      let at = 0;
      for (const part of parts) {
        await file.write(part, at);
        at += part.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(io, unfinished, path);
  } catch (error) {
    await io.remove(unfinished).catch(() => undefined);
    throw error;
  }
  await io.syncFolder(folder);
}

/** Programs that look at every new file can hold it for a moment on Windows. */
async function renamePatiently(io: Io, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await io.rename(from, to);
      return;
    } catch (error) {
      const held =
        process.platform === 'win32' &&
        error instanceof Error &&
        /EPERM|EACCES|EBUSY/.test(error.message);
      if (!held || attempt === 10) throw error;
      await new Promise((resume) => setTimeout(resume, 50 * attempt));
    }
  }
}
