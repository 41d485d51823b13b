/** Files that lie beside one another in a folder, and what they say of each other. */
import type { Reading } from './source.ts';

export interface FolderFile {
  /** With the folders under the one that was named, parted by `/`. */
  readonly name: string;
  /** Where it is on the disk: never kept, and told to nobody. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** What was found of one file. */
export interface FileChecks {
  readonly name: string;
  /** Of the bytes that were looked at, for which alone this holds; `null` when they were not read. */
  readonly sha256: string | null;
  readonly checks: readonly Reading[];
}
