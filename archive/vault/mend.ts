/** Puts in order what a crash left. Every step may be cut short and done again. */
import { join } from 'node:path';
import type { Failure } from '../lib/result.ts';
import { failureOf } from './failures.ts';
import { removeNames } from './files.ts';
import { type FoundHead, putHead, removeHeads } from './heads.ts';
import { type FoundKeyFile, mendKeyFile, removeKeyFiles } from './keys.ts';
import { BLOBS, type Listing, readListing } from './names.ts';
import type { Place } from './place.ts';
import type { Replayed } from './replay.ts';

export interface Mended {
  /** Of the head that holds now. */
  readonly generation: number;
  /** What cannot be put in order, on a full disk say, makes the archive read-only. */
  readonly failure: Failure | null;
}

/** Throws nothing that the file system throws. */
export async function mend(
  place: Place,
  keyFile: FoundKeyFile,
  found: FoundHead,
  replayed: Replayed,
  listing: Listing,
): Promise<Mended> {
  const { io, folder } = place;
  const keyGeneration = keyFile.file.generation;
  let { generation } = found;
  try {
    await removeUnfinished(place, listing);
    if (keyFile.copyBad) await mendKeyFile(io, folder, keyFile.file);
    if (replayed.unclean || found.copyBad || found.head.keyGeneration !== keyGeneration) {
      const { seq, history } = replayed.end;
      const segments = [...replayed.segments];
      const { snapshot } = found.head;
      await putHead(place, generation + 1, { seq, history, keyGeneration, snapshot, segments });
      generation += 1;
    }
    await removeHeads(
      place,
      listing.heads.filter((number) => number < generation),
    );
    await removeKeyFiles(
      io,
      folder,
      listing.keys.filter((number) => number < keyGeneration),
    );
    return { generation, failure: null };
  } catch (error) {
    return { generation, failure: failureOf(error, 'writing').error };
  }
}

async function removeUnfinished({ io, folder }: Place, listing: Listing): Promise<void> {
  await removeNames(io, folder, listing.unfinished);
  const blobs = join(folder, BLOBS);
  if ((await io.stat(blobs))?.kind !== 'folder') return;
  await removeNames(io, blobs, readListing(await io.list(blobs)).unfinished);
}
