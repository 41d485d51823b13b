/** The keys of an open vault, and how what a person holds leads to them. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { derive } from '../crypto/derive.ts';
import { type KdfSettings, passphraseBytes, stretch } from '../crypto/kdf.ts';
import { DamageError, TooNewError } from '../format/damage.ts';
import {
  isAuthentic,
  type KeyFile,
  makeKeyFile,
  makeSlot,
  openRing,
  openSlot,
  readKeyFile,
  type Slot,
} from '../format/keyfile.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { wholeOf } from './copies.ts';
import { limits } from '../model/limits.ts';
import { putWhole, readWhole, removeNames } from './files.ts';
import type { Io } from './io.ts';
import { nameOf } from './names.ts';
import { entropyOf } from './recovery.ts';

export interface Keys {
  readonly archiveId: Buffer;
  readonly head: Buffer;
  readonly snapshot: Buffer;
  readonly journal: Buffer;
  readonly blob: Buffer;
  readonly blobName: Buffer;
  readonly anchor: Buffer;
  readonly index: Buffer;
}

export function keysFrom(dataKey: Buffer, archiveId: Buffer): Keys {
  const key = (purpose: Parameters<typeof derive>[2]) => derive(dataKey, archiveId, purpose, 32);
  return {
    archiveId,
    head: key('head'),
    snapshot: key('snapshot'),
    journal: key('journal'),
    blob: key('blob'),
    blobName: key('blob-name'),
    anchor: key('anchor'),
    index: key('index'),
  };
}

/** Overwrites what can be overwritten. Strings cannot: the thread that held them is ended. */
export function wipeKeys(keys: Keys): void {
  const { head, snapshot, journal, blob, blobName, anchor, index } = keys;
  for (const key of [head, snapshot, journal, blob, blobName, anchor, index]) key.fill(0);
}

/** What a person holds: a passphrase, or recovery words, which are tried as both. */
export interface Secret {
  readonly passphrase: Buffer;
  readonly entropy: Buffer | null;
}

export function readSecret(
  typed: string,
): Result<Secret, 'passphrase-empty' | 'passphrase-too-long'> {
  if (typed === '') return fail('passphrase-empty');
  if (typed.length > limits.passphraseBytes) return fail('passphrase-too-long');
  const passphrase = passphraseBytes(typed);
  if (passphrase.length > limits.passphraseBytes) return fail('passphrase-too-long');
  return ok({ passphrase, entropy: entropyOf(typed) });
}

export function wipeSecret({ passphrase, entropy }: Secret): void {
  passphrase.fill(0);
  entropy?.fill(0);
}

/** The keys of an archive that is being made. Nothing is written. */
export interface FreshKeys {
  readonly archiveId: Buffer;
  readonly rootKey: Buffer;
  readonly dataKey: Buffer;
}

export function freshKeys(): FreshKeys {
  return { archiveId: randomBytes(16), rootKey: randomBytes(32), dataKey: randomBytes(32) };
}

export async function passphraseSlot(
  passphrase: Buffer,
  kdf: KdfSettings,
  archiveId: Buffer,
  rootKey: Buffer,
): Promise<Slot> {
  const salt = randomBytes(32);
  const holder = await stretch({ passphrase, salt, settings: kdf });
  const slot = makeSlot('passphrase', kdf, salt, holder, archiveId, rootKey);
  holder.fill(0);
  return slot;
}

export function recoverySlot(entropy: Buffer, archiveId: Buffer, rootKey: Buffer): Slot {
  return makeSlot('recovery', null, randomBytes(32), entropy, archiveId, rootKey);
}

/** New random keys under a passphrase; writes both copies of the key file. */
export async function makeKeys(
  io: Io,
  folder: string,
  passphrase: Buffer,
  kdf: KdfSettings,
): Promise<Keys> {
  const { archiveId, rootKey, dataKey } = freshKeys();
  const slot = await passphraseSlot(passphrase, kdf, archiveId, rootKey);
  await putKeyFile(io, folder, makeKeyFile(1, archiveId, [slot], rootKey, dataKey), 1);
  const keys = keysFrom(dataKey, archiveId);
  for (const secret of [rootKey, dataKey]) secret.fill(0);
  return keys;
}

/** Both copies, one after the other. */
export async function putKeyFile(
  io: Io,
  folder: string,
  bytes: Buffer,
  generation: number,
): Promise<void> {
  for (const name of nameOf.keys(generation)) await putWhole(io, join(folder, name), bytes);
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

/** Tries what a person holds on every slot. `null` when none opens. Throws `DamageError`. */
export async function unlockRoot(file: KeyFile, secret: Secret): Promise<Opened | null> {
  for (const [at, slot] of file.slots.entries()) {
    if (!slot) continue;
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
  const dataKey = openRing(file, opened.rootKey);
  const keys = keysFrom(dataKey, Buffer.from(file.archiveId));
  opened.rootKey.fill(0);
  dataKey.fill(0);
  return keys;
}

async function trySlot(slot: Slot, secret: Secret, archiveId: Buffer): Promise<Buffer | null> {
  if (slot.kind === 'recovery') return secret.entropy && openSlot(slot, secret.entropy, archiveId);
  if (!slot.kdf) return null;
  const { passphrase } = secret;
  const holder = await stretch({ passphrase, salt: slot.salt, settings: slot.kdf });
  const rootKey = openSlot(slot, holder, archiveId);
  holder.fill(0);
  return rootKey;
}

/** Writes the copy that was missing or damaged again. */
export async function mendKeyFile(io: Io, folder: string, file: KeyFile): Promise<void> {
  await putKeyFile(io, folder, file.bytes, file.generation);
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
