/** Writes a file that leaves the archive: whole or not at all, never half a file under the chosen name. */
import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { isFull, syncFolder } from '../lib/disk.ts';
import { fail, ok, type Result } from '../lib/result.ts';

export type DeliverFailure = 'target-unwritable' | 'disk-full';

/** Readable by its owner alone. A file that stood there before is replaced only when the new one is whole. */
export async function deliver(
  path: string,
  bytes: Uint8Array,
): Promise<Result<null, DeliverFailure>> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await syncFolder(dirname(path));
    return ok(null);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    return fail(isFull(error) ? 'disk-full' : 'target-unwritable');
  }
}

/** Whether `path` would lie in `folder`, with links resolved as far as the path exists. */
export async function liesIn(path: string, folder: string): Promise<boolean> {
  const root = await settled(folder);
  const target = await settled(path);
  return target === root || target.startsWith(root + sep);
}

async function settled(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    return await realpath(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(await settled(parent), basename(absolute));
  }
}
