/** The key file: made, found, and how what a person holds leads through it to the keys. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type KdfSettings, stretch } from '../crypto/kdf.ts';
import { DamageError, TooNewError } from '../format/damage.ts';
import {
  isAuthentic,
  type KeyFile,
  makeKeyFile,
  makeSlot,
  openRing,
  openSlot,
  readKeyFile,
  type Ring,
  type ShareCounts,
  type Slot,
} from '../format/keyfile.ts';
import { wholeOf } from './copies.ts';
import { putNew, putWhole, readWhole, removeNames } from './files.ts';
import type { Io } from './io.ts';
import { Keys, wipeRing } from './key-set.ts';
import { nameOf } from './names.ts';
import type { Secret } from './secret.ts';

/** The keys of an archive that is being made. Nothing is written. */
export interface FreshKeys {
  readonly archiveId: Buffer;
  readonly rootKey: Buffer;
  readonly ring: Ring;
}

/** With a naming key that is carried on, the first epoch is over: its data key stays with the older archive. */
export function freshKeys(naming: Buffer | null = null): FreshKeys {
  return {
    archiveId: randomBytes(16),
    rootKey: randomBytes(32),
    ring: { dataKeys: [randomBytes(32)], epoch: naming ? 2 : 1, naming },
  };
}

export async function passphraseSlot(
  passphrase: Buffer,
  kdf: KdfSettings,
  archiveId: Buffer,
  rootKey: Buffer,
): Promise<Slot> {
  const salt = randomBytes(32);
  const holder = await stretch({ passphrase, salt, settings: kdf });
  const slot = makeSlot({ kind: 'passphrase', kdf, salt }, holder, archiveId, rootKey);
  holder.fill(0);
  return slot;
}

/** Of a key that is random already. */
export function randomSlot(
  about: { readonly kind: 'recovery' } | { readonly kind: 'shares'; readonly shares: ShareCounts },
  holder: Buffer,
  archiveId: Buffer,
  rootKey: Buffer,
): Slot {
  return makeSlot({ ...about, salt: randomBytes(32) }, holder, archiveId, rootKey);
}

/** New random keys under a passphrase; writes both copies of the key file. */
export async function makeKeys(
  io: Io,
  folder: string,
  passphrase: Buffer,
  kdf: KdfSettings,
  { archiveId, rootKey, ring }: FreshKeys = freshKeys(),
): Promise<Keys> {
  const slot = await passphraseSlot(passphrase, kdf, archiveId, rootKey);
  await putKeyFile(io, folder, makeKeyFile(1, archiveId, [slot], rootKey, ring), 1);
  const keys = new Keys(ring, archiveId, rootKey);
  rootKey.fill(0);
  wipeRing(ring);
  return keys;
}

/** Both copies of a new generation, one after the other. Fails as `in-use` when another has written it. */
export async function putKeyFile(
  io: Io,
  folder: string,
  bytes: Buffer,
  generation: number,
): Promise<void> {
  for (const name of nameOf.keys(generation)) await putNew(io, join(folder, name), bytes);
}

export interface FoundKeyFile {
  readonly file: KeyFile;
  /** A copy was missing or damaged; the other is whole. */
  readonly copyBad: boolean;
}

/** [K6] The newest key file of which a copy is whole. Throws `DamageError` and `TooNewError`. */
export async function findKeyFile(
  io: Io,
  folder: string,
  generations: readonly number[],
  cheap: boolean,
): Promise<FoundKeyFile> {
  const [newest] = generations;
  if (newest === undefined) throw new DamageError('K6');
  const copies: (KeyFile | TooNewError | null)[] = [];
  for (const name of nameOf.keys(newest))
    copies.push(await readCopy(io, join(folder, name), newest, cheap));
  const file = wholeOf(copies);
  if (!file) throw new DamageError('K6');
  return {
    file,
    copyBad: !copies.every((copy) => isKeyFile(copy) && copy.bytes.equals(file.bytes)),
  };
}

async function readCopy(
  io: Io,
  path: string,
  generation: number,
  cheap: boolean,
): Promise<KeyFile | TooNewError | null> {
  try {
    const bytes = await readWhole(io, path);
    if (!bytes) return null;
    const file = readKeyFile(bytes, cheap);
    return file.generation === generation ? file : null;
  } catch (error) {
    if (error instanceof TooNewError) return error;
    if (error instanceof DamageError) return null;
    throw error;
  }
}

function isKeyFile(copy: KeyFile | TooNewError | null): copy is KeyFile {
  return copy !== null && !(copy instanceof TooNewError);
}

export interface Opened {
  readonly rootKey: Buffer;
  /** Of the slot that opened. */
  readonly slot: number;
}

/** Tries what a person holds on every slot, those that cost nothing first. `null` when none opens. Throws `DamageError`. */
export async function unlockRoot(file: KeyFile, secret: Secret): Promise<Opened | null> {
  const slots = file.slots.flatMap((slot, at) => (slot ? [{ slot, at }] : []));
  const free = slots.filter(({ slot }) => !slot.kdf);
  const costly = slots.filter(({ slot }) => slot.kdf);
  for (const { slot, at } of [...free, ...costly]) {
    const rootKey = await trySlot(slot, secret, file.archiveId);
    if (!rootKey) continue;
    if (!isAuthentic(file, rootKey)) throw new DamageError('K7');
    return { rootKey, slot: at };
  }
  return null;
}

/** As `unlockRoot`, all the way to the keys. */
export async function unlock(file: KeyFile, secret: Secret): Promise<Keys | null> {
  const opened = await unlockRoot(file, secret);
  if (!opened) return null;
  const ring = openRing(file, opened.rootKey);
  const keys = new Keys(ring, file.archiveId, opened.rootKey);
  opened.rootKey.fill(0);
  wipeRing(ring);
  return keys;
}

async function trySlot(slot: Slot, secret: Secret, archiveId: Buffer): Promise<Buffer | null> {
  const { passphrase, entropy, divided } = secret;
  if (slot.kind === 'recovery') return entropy && openSlot(slot, entropy, archiveId);
  if (slot.kind === 'shares') return divided && openSlot(slot, divided, archiveId);
  if (!slot.kdf) return null;
  const holder = await stretch({ passphrase, salt: slot.salt, settings: slot.kdf });
  const rootKey = openSlot(slot, holder, archiveId);
  holder.fill(0);
  return rootKey;
}

/** Writes the copy that was missing or damaged again. */
export async function mendKeyFile(io: Io, folder: string, file: KeyFile): Promise<void> {
  const { bytes, generation } = file;
  for (const name of nameOf.keys(generation)) await putWhole(io, join(folder, name), bytes);
}

/** What a change of slots left of older key files. */
export async function removeKeyFiles(
  io: Io,
  folder: string,
  generations: readonly number[],
): Promise<void> {
  if (generations.length === 0) return;
  await removeNames(io, folder, generations.flatMap(nameOf.keys));
  await io.syncFolder(folder);
}
