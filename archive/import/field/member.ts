/** A file of a package, wherever it lies: in a zip, or in a folder on the disk. */
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
