/**
 * Keys an archive anew: new root key, new data key, one passphrase. Who has any older key, and a copy of the key file,
 * can read nothing that is written from here on, and nothing of the rest once everything was sealed anew. Until then
 * two data keys stand in the ring, and that alone says that it is not finished: whatever cuts it short, it goes on from
 * what it finds.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DamageError } from '../format/damage.ts';
import { openRing, type Ring, SLOT_COUNT } from '../format/keyfile.ts';
import { assert } from '../lib/assert.ts';
import { FailureError } from '../lib/result.ts';
import { namingOf, wipeRing } from './key-set.ts';
import { unlockRoot } from './keys.ts';
import { BLOBS } from './names.ts';
import type { Place } from './place.ts';
import type { Secret } from './secret.ts';
import { epochIn } from './sealed-file.ts';
import { currentKeyFile, type NewHolder, putNextKeyFile, slotFor } from './slots.ts';

/**
 * [K12] A key file with a new root key, the new data key beside the old one, and the new holder's slot alone; writes
 * under the new data key from then on. Answers its generation. Throws as `editSlots` does.
 */
export async function beginRekey(
  place: Place,
  secret: Secret,
  holder: NewHolder,
  cheap: boolean,
): Promise<number> {
  const file = await currentKeyFile(place, cheap);
  const opened = await unlockRoot(file, secret);
  if (!opened) throw new FailureError({ code: 'wrong-passphrase' });
  const old = openRing(file, opened.rootKey);
  assert(old.dataKeys.length === 1, 'one re-key ends before the next begins');
  const rootKey = randomBytes(32);
  const ring: Ring = { ...old, dataKeys: [old.dataKeys[0], randomBytes(32)] };
  try {
    const slot = await slotFor(holder, file.archiveId, rootKey);
    const slots = [slot, ...Array.from({ length: SLOT_COUNT - 1 }, () => null)];
    const generation = await putNextKeyFile(place, file, slots, rootKey, ring, cheap);
    place.keys.adopt(ring, rootKey);
    return generation;
  } finally {
    opened.rootKey.fill(0);
    rootKey.fill(0);
    wipeRing(ring);
  }
}

/**
 * A key file without the older data key. Everything must have been sealed anew: what was not can never be read again.
 * Answers its generation.
 */
export async function endRekey(place: Place, cheap: boolean): Promise<number> {
  const { keys } = place;
  const rootKey = keys.root;
  assert(rootKey, 'a re-key is under way');
  await checkAllNew(place);
  const file = await currentKeyFile(place, cheap);
  const old = openRing(file, rootKey);
  const [, newest] = old.dataKeys;
  assert(newest, 'a re-key is under way');
  const naming = namingOf(old, keys.archiveId);
  const ring: Ring = { dataKeys: [newest], epoch: old.epoch + 1, naming };
  try {
    const generation = await putNextKeyFile(place, file, file.slots, rootKey, ring, cheap);
    keys.adopt(ring, rootKey);
    return generation;
  } finally {
    wipeRing(old);
    wipeRing(ring);
  }
}

/** Throws `DamageError` when a file of the older epoch is there. */
async function checkAllNew({ io, folder, keys }: Place): Promise<void> {
  const names = (await io.list(folder)).filter((name) => /^(?:[hgsj]-[0-9a-f]{16}|x)$/.test(name));
  for (const prefix of await io.list(join(folder, BLOBS))) {
    const path = join(BLOBS, prefix);
    if ((await io.stat(join(folder, path)))?.kind !== 'folder') continue;
    for (const name of await io.list(join(folder, path)))
      if (/^[0-9a-f]{64}$/.test(name)) names.push(join(path, name));
  }
  for (const name of names) {
    if ((await epochIn(io, join(folder, name))) !== keys.epoch) throw new DamageError('K12');
  }
}
