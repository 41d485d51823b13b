/** Reads what lies in the folder beside a saved page, as much of it as is kept with the page. */
import { constants, open } from 'node:fs/promises';
import type { FileToImport } from '../../archive/index.ts';
import { limits } from '../../archive/model/index.ts';
import type { FileOfPage } from './gather.ts';

type Beside = NonNullable<FileToImport['beside']>[number];

/** No more is held than is kept, and one file more, so that the keeping says that there was more. */
export async function readBeside(files: readonly FileOfPage[]): Promise<readonly Beside[]> {
  const read: Beside[] = [];
  let left: number = limits.pageFilesBytes;
  for (const { path, name } of files) {
    if (left < 0 || read.length > 2 * limits.pageFiles) break;
    const bytes = await contentOf(path);
    if (bytes === null) continue;
    left -= bytes.length;
    read.push({ name, bytes });
  }
  return read;
}

/** `null` for what cannot be read, is larger than twice what is kept, or has become a link since it was found. */
async function contentOf(path: string): Promise<Uint8Array | null> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const { size } = await file.stat();
      return size > 2 * limits.pageFileBytes ? null : await file.readFile();
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
