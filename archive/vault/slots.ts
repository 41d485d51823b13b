/** Changes to the slots of the key file. Data is not touched: every slot opens the same root key. */
import { randomBytes } from 'node:crypto';
import type { KdfSettings } from '../crypto/kdf.ts';
import { DamageError } from '../format/damage.ts';
import { type KeyFile, makeKeyFile, openRing, SLOT_COUNT, type Slot } from '../format/keyfile.ts';
import { FailureError } from '../lib/result.ts';
import {
  findKeyFile,
  type Opened,
  passphraseSlot,
  putKeyFile,
  recoverySlot,
  removeKeyFiles,
  type Secret,
  unlockRoot,
} from './keys.ts';
import { readListing } from './names.ts';
import type { Place } from './place.ts';
import { wordsFor } from './recovery.ts';

export interface SlotInfo {
  readonly slot: number;
  readonly kind: Slot['kind'];
  readonly kdf: KdfSettings | null;
}

export function slotsOf(file: KeyFile): SlotInfo[] {
  return file.slots.flatMap((slot, at) =>
    slot ? [{ slot: at, kind: slot.kind, kdf: slot.kdf }] : [],
  );
}

export async function currentKeyFile(place: Place, cheap: boolean): Promise<KeyFile> {
  const { keys } = readListing(await place.io.list(place.folder));
  return (await findKeyFile(place.io, place.folder, keys, cheap)).file;
}

export type NewHolder =
  | { readonly kind: 'passphrase'; readonly passphrase: Buffer; readonly kdf: KdfSettings }
  | { readonly kind: 'recovery'; readonly entropy: Buffer };

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
  const { io, folder } = place;
  const file = await currentKeyFile(place, cheap);
  const opened = await unlockRoot(file, secret);
  if (!opened) throw new FailureError({ code: 'wrong-passphrase' });
  const dataKey = openRing(file, opened.rootKey);
  try {
    const slots = Array.from({ length: SLOT_COUNT }, (_, at) => file.slots[at] ?? null);
    const edited = await edit(slots, opened, file.archiveId);
    const generation = file.generation + 1;
    const bytes = makeKeyFile(generation, file.archiveId, edited, opened.rootKey, dataKey);
    try {
      await putKeyFile(io, folder, bytes, generation);
      const back = await findKeyFile(io, folder, [generation], cheap);
      if (back.copyBad || !back.file.bytes.equals(bytes)) throw new DamageError('K6');
    } catch (error) {
      // Another's copies are not ours to remove.
      if (error instanceof FailureError) throw error;
      // One copy would be enough to put the new slots in force, though the caller is told that it failed.
      await removeKeyFiles(io, folder, [generation]);
      throw error;
    }
    return generation;
  } finally {
    opened.rootKey.fill(0);
    dataKey.fill(0);
  }
}

/** 24 words that nobody knows yet, and the holder that they are. */
export function newRecoveryWords(): { words: string; holder: NewHolder & { kind: 'recovery' } } {
  const entropy = randomBytes(32);
  return { words: wordsFor(entropy), holder: { kind: 'recovery', entropy } };
}

function slotFor(holder: NewHolder, archiveId: Buffer, rootKey: Buffer): Promise<Slot> {
  return holder.kind === 'recovery'
    ? Promise.resolve(recoverySlot(holder.entropy, archiveId, rootKey))
    : passphraseSlot(holder.passphrase, holder.kdf, archiveId, rootKey);
}
