/** The two copies of the head: read the newest, write a new one. */
import { join } from 'node:path';
import { DamageError } from '../format/damage.ts';
import { type Head, readHead, writeHead } from '../format/head.ts';
import { idOfNumber } from '../format/header.ts';
import type { Io } from './io.ts';
import type { Keys } from './keys.ts';
import { nameOf } from './names.ts';
import { getSealed, putSealed } from './sealed-file.ts';

export interface FoundHead {
  readonly head: Head;
  readonly generation: number;
  readonly copyBad: boolean;
}

/** The newest generation of which a copy is whole. Throws `DamageError` when its copies are both damaged. */
export async function findHead(
  io: Io,
  folder: string,
  keys: Keys,
  generations: readonly number[],
): Promise<FoundHead> {
  const [newest] = generations;
  if (newest === undefined) throw new DamageError('D2');
  const copies = await Promise.all(
    nameOf.heads(newest).map(async (name) => {
      if (!(await io.stat(join(folder, name)))) return null;
      try {
        return readHead(await getSealed(io, join(folder, name), namedOf(keys, newest), keys.head));
      } catch (error) {
        if (error instanceof DamageError) return null;
        throw error;
      }
    }),
  );
  const head = copies.find((copy) => copy !== null);
  if (!head) throw new DamageError('D1');
  const text = JSON.stringify(head);
  return {
    head,
    generation: newest,
    copyBad: copies.some((copy) => !copy || JSON.stringify(copy) !== text),
  };
}

/** Both copies, one after the other: the first makes the new head hold. */
export async function putHead(
  io: Io,
  folder: string,
  keys: Keys,
  generation: number,
  head: Head,
): Promise<void> {
  const data = writeHead(head);
  for (const name of nameOf.heads(generation)) {
    await putSealed(io, join(folder, name), namedOf(keys, generation), keys.head, data);
  }
}

function namedOf(keys: Keys, generation: number) {
  return { type: 'head', archiveId: keys.archiveId, id: idOfNumber(generation) } as const;
}
