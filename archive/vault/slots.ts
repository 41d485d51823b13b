/** Changes to the slots of the key file. Data is not touched: every slot opens the same root key. */
import { randomBytes } from 'node:crypto';
import type { KdfSettings } from '../crypto/kdf.ts';
import { DamageError } from '../format/damage.ts';
import {
  type KeyFile,
  makeKeyFile,
  openRing,
  type Ring,
  type ShareCounts,
  SLOT_COUNT,
  type Slot,
} from '../format/keyfile.ts';
import { FailureError } from '../lib/result.ts';
import { wipeRing } from './key-set.ts';
import {
  findKeyFile,
  type Opened,
  passphraseSlot,
  putKeyFile,
  randomSlot,
  removeKeyFiles,
  unlockRoot,
} from './keys.ts';
import { readListing } from './names.ts';
import type { Place } from './place.ts';
import { wordsFor } from '../wordlist/recovery-words.ts';
import type { Secret } from './secret.ts';
import { divide } from './shares.ts';

/** A way to open the archive. */
export interface SlotInfo {
  readonly slot: number;
  readonly kind: Slot['kind'];
  /** What a guess costs; `null` where guessing is hopeless. */
  readonly kdf: KdfSettings | null;
  /** How many shares open it, and how many were made. */
  readonly shares: ShareCounts | null;
}

export function slotsOf(file: KeyFile): SlotInfo[] {
  return file.slots.flatMap((slot, at) =>
    slot ? [{ slot: at, kind: slot.kind, kdf: slot.kdf, shares: slot.shares }] : [],
  );
}

export async function currentKeyFile(place: Place, cheap: boolean): Promise<KeyFile> {
  const { keys } = readListing(await place.io.list(place.folder));
  return (await findKeyFile(place.io, place.folder, keys, cheap)).file;
}

export type NewHolder =
  | { readonly kind: 'passphrase'; readonly passphrase: Buffer; readonly kdf: KdfSettings }
  | { readonly kind: 'recovery'; readonly key: Buffer }
  | { readonly kind: 'shares'; readonly key: Buffer; readonly shares: ShareCounts };

/** What is to become of the slots: a list of the same length, or a failure by its code. */
type Edit = (slots: (Slot | null)[], opened: Opened, archiveId: Buffer) => Promise<(Slot | null)[]>;

/** The slot that opened is given to the new holder. */
export function replacing(holder: NewHolder): Edit {
  return async (slots, { rootKey, slot }, archiveId) =>
    slots.with(slot, await slotFor(holder, archiveId, rootKey));
}

/** A free slot is given to the new holder. */
export function adding(holder: NewHolder): Edit {
  return async (slots, { rootKey }, archiveId) => {
    const free = slots.indexOf(null);
    if (free < 0) throw new FailureError({ code: 'no-slot' });
    return slots.with(free, await slotFor(holder, archiveId, rootKey));
  };
}

/** The slot is emptied; never the last one. */
export function removing(slot: number): Edit {
  return (slots) => {
    if (!slots[slot]) throw new FailureError({ code: 'no-slot' });
    const left = slots.with(slot, null);
    if (left.every((other) => other === null)) throw new FailureError({ code: 'last-slot' });
    return Promise.resolve(left);
  };
}

/**
 * Writes a new generation of the key file, reads it back, and answers its number. The older one is left: it may go when
 * the head names the new one. Throws `FailureError`, `DamageError` and what the file system throws.
 */
export async function editSlots(
  place: Place,
  secret: Secret,
  edit: Edit,
  cheap: boolean,
): Promise<number> {
  const file = await currentKeyFile(place, cheap);
  const opened = await unlockRoot(file, secret);
  if (!opened) throw new FailureError({ code: 'wrong-passphrase' });
  const ring = openRing(file, opened.rootKey);
  try {
    const slots = Array.from({ length: SLOT_COUNT }, (_, at) => file.slots[at] ?? null);
    const edited = await edit(slots, opened, file.archiveId);
    return await putNextKeyFile(place, file, edited, opened.rootKey, ring, cheap);
  } finally {
    opened.rootKey.fill(0);
    wipeRing(ring);
  }
}

/** The generation after `file`, with the slots and keys given, read back. Answers its number. */
export async function putNextKeyFile(
  { io, folder }: Place,
  file: KeyFile,
  slots: readonly (Slot | null)[],
  rootKey: Buffer,
  ring: Ring,
  cheap: boolean,
): Promise<number> {
  const generation = file.generation + 1;
  const bytes = makeKeyFile(generation, file.archiveId, slots, rootKey, ring);
  try {
    await putKeyFile(io, folder, bytes, generation);
    const back = await findKeyFile(io, folder, [generation], cheap);
    if (back.copyBad || !back.file.bytes.equals(bytes)) throw new DamageError('K6');
  } catch (error) {
    // Another's copies are not ours to remove.
    if (error instanceof FailureError) throw error;
    // One copy would be enough to put the new file in force, though the caller is told that it failed.
    await removeKeyFiles(io, folder, [generation]);
    throw error;
  }
  return generation;
}

/** 24 words that nobody knows yet, and the holder that they are. */
export function newRecoveryWords(): { words: string; holder: NewHolder & { kind: 'recovery' } } {
  const key = randomBytes(32);
  return { words: wordsFor(key), holder: { kind: 'recovery', key } };
}

/** Shares that nobody has yet, and the holder that enough of them are. */
export async function newShares(
  shares: ShareCounts,
): Promise<{ texts: string[]; holder: NewHolder & { kind: 'shares' } }> {
  const key = randomBytes(32);
  return { texts: await divide(key, shares), holder: { kind: 'shares', key, shares } };
}

export function slotFor(holder: NewHolder, archiveId: Buffer, rootKey: Buffer): Promise<Slot> {
  if (holder.kind === 'passphrase')
    return passphraseSlot(holder.passphrase, holder.kdf, archiveId, rootKey);
  return Promise.resolve(randomSlot(holder, holder.key, archiveId, rootKey));
}
