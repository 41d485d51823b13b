/** The two copies of the head: read the newest, write a new one. */
import { join } from 'node:path';
import { DamageError, TooNewError } from '../format/damage.ts';
import { type Head, readHead, writeHead } from '../format/head.ts';
import { idOfNumber } from '../format/header.ts';
import { FailureError } from '../lib/result.ts';
import { wholeOf } from './copies.ts';
import { putNew, removeNames } from './files.ts';
import { nameOf, readListing } from './names.ts';
import type { Place } from './place.ts';
import { getSealed, sealFile } from './sealed-file.ts';

export interface FoundHead {
  readonly head: Head;
  readonly generation: number;
  readonly copyBad: boolean;
}

/** [D2] The newest generation of which a copy is whole. Throws `DamageError` when its copies are both damaged. */
export async function findHead(place: Place, generations: readonly number[]): Promise<FoundHead> {
  const [newest] = generations;
  if (newest === undefined) throw new DamageError('D2');
  const copies: (Head | TooNewError | null)[] = [];
  for (const name of nameOf.heads(newest)) copies.push(await readCopy(place, newest, name));
  const head = wholeOf(copies);
  if (!head) throw new DamageError('D2');
  const text = JSON.stringify(head);
  const copyBad = copies.some((copy) => JSON.stringify(copy) !== text);
  return { head, generation: newest, copyBad };
}

async function readCopy(
  place: Place,
  generation: number,
  name: string,
): Promise<Head | TooNewError | null> {
  const { io, folder, keys } = place;
  if (!(await io.stat(join(folder, name)))) return null;
  try {
    const path = join(folder, name);
    return readHead(await getSealed(io, path, namedOf(place, generation), keys.head));
  } catch (error) {
    if (error instanceof TooNewError) return error;
    if (error instanceof DamageError) return null;
    throw error;
  }
}

/**
 * [D3] Both copies, one after the other, then the older ones go: the first copy makes the new head hold, and were an
 * older one left, deleting the newest would go unseen. Fails as `in-use` when another has written this generation.
 */
export async function putHead(place: Place, generation: number, head: Head): Promise<void> {
  const { io, folder, keys } = place;
  // Another may have gone on for several generations, and removed the ones between.
  const { heads } = readListing(await io.list(folder));
  if (heads.some((number) => number >= generation)) throw new FailureError({ code: 'in-use' });
  const data = writeHead(head);
  for (const name of nameOf.heads(generation)) {
    const bytes = sealFile(namedOf(place, generation), keys.head, data);
    await putNew(io, join(folder, name), bytes);
  }
}

/** After `putHead`. */
export async function removeHeads(place: Place, generations: readonly number[]): Promise<void> {
  if (generations.length === 0) return;
  await removeNames(place.io, place.folder, generations.flatMap(nameOf.heads));
  await place.io.syncFolder(place.folder);
}

function namedOf({ keys }: Place, generation: number) {
  return { type: 'head', archiveId: keys.archiveId, id: idOfNumber(generation) } as const;
}
