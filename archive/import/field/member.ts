/** A file of a package, wherever it lies: in a zip, or in a folder on the disk. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { FolderFile } from '../../model/index.ts';
import type { PartFailure } from '../parts.ts';
import type { ZipMember } from '../zip/open-zip.ts';

export interface PackageMember {
  /** With its folders, parted by `/`. */
  readonly name: string;
  /** Bytes, as the zip or the disk says. */
  readonly size: number;
  /** All of it: for what is small. */
  readonly read: () => Promise<Uint8Array | PartFailure>;
  /** Piece by piece, from its beginning; ends in an error where it cannot be had. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

export function inZip({ name, size, read }: ZipMember): PackageMember {
  return {
    name,
    size,
    read,
    pieces: async function* () {
      const bytes = await read();
      if (typeof bytes === 'string') throw new Error(bytes);
      yield bytes;
    },
  };
}

export function onDisk({ name, path, size }: FolderFile): PackageMember {
  return {
    name,
    size,
    read: async () => {
      try {
        return await readFile(path);
      } catch {
        return 'part-damaged';
      }
    },
    pieces: () => createReadStream(path, { highWaterMark: 1024 ** 2 }),
  };
}
