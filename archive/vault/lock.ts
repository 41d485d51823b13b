/** One writer at a time: the archive's lock, taken only once the keys are known to be right. */
import { join } from 'node:path';
import { codeOf } from '../lib/disk.ts';
import type { Failure } from '../lib/result.ts';
import type { Io } from './io.ts';

export const LOCK = 'LOCK';

export interface Lock {
  readonly free: () => void;
  /** Why nothing can be written: on a medium that cannot be written there is nobody to write against. */
  readonly readOnly: Failure | null;
}

const nothing = () => undefined;

/** For an archive that is only read: nobody is kept out. */
export const noLock: Lock = { free: nothing, readOnly: { code: 'asked' } };

/** `held` when another process writes here. The file holds nothing: one that does is made anew. */
export async function takeLock(io: Io, folder: string): Promise<Lock | 'held'> {
  const path = join(folder, LOCK);
  try {
    const found = await io.stat(path);
    if (found?.kind === 'file' && found.size > 0) await io.remove(path);
    const free = io.lock(path);
    return free === 'held' ? free : { free, readOnly: null };
  } catch (error) {
    const code = codeOf(error) === 'ENOSPC' ? 'disk-full' : 'unwritable';
    return { free: nothing, readOnly: { code } };
  }
}
