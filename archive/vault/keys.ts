/** The keys of an open vault, and how a passphrase leads to them. */
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
import { limits } from '../model/limits.ts';
import { putWhole, readWhole } from './files.ts';
import type { Io } from './io.ts';
import { nameOf } from './names.ts';

export interface Keys {
  readonly archiveId: Buffer;
  readonly head: Buffer;
  readonly snapshot: Buffer;
  readonly journal: Buffer;
  readonly blob: Buffer;
  readonly blobName: Buffer;
  readonly anchor: Buffer;
}

function keysFrom(dataKey: Buffer, archiveId: Buffer): Keys {
  const key = (purpose: Parameters<typeof derive>[2]) => derive(dataKey, archiveId, purpose, 32);
  return {
    archiveId,
    head: key('head'),
    snapshot: key('snapshot'),
    journal: key('journal'),
    blob: key('blob'),
    blobName: key('blob-name'),
    anchor: key('anchor'),
  };
}

/** Overwrites what can be overwritten. Strings cannot: the thread that held them is ended. */
export function wipeKeys(keys: Keys): void {
  for (const key of [keys.head, keys.snapshot, keys.journal, keys.blob, keys.blobName, keys.anchor])
    key.fill(0);
}

export function checkPassphrase(
  passphrase: string,
): Result<Buffer, 'passphrase-empty' | 'passphrase-too-long'> {
  if (passphrase === '') return fail('passphrase-empty');
  const bytes = passphraseBytes(passphrase);
  return bytes.length > limits.passphraseBytes ? fail('passphrase-too-long') : ok(bytes);
}

/** New random keys under a passphrase; writes both copies of the key file. */
export async function makeKeys(
  io: Io,
  folder: string,
  passphrase: Buffer,
  kdf: KdfSettings,
): Promise<Keys> {
  const archiveId = randomBytes(16);
  const rootKey = randomBytes(32);
  const dataKey = randomBytes(32);
  const salt = randomBytes(32);
  const holder = await stretch({ passphrase, salt, settings: kdf });
  const slot = makeSlot('passphrase', kdf, salt, holder, archiveId, rootKey);
  await writeKeyFile(io, folder, makeKeyFile(1, archiveId, [slot], rootKey, dataKey), 1);
  const keys = keysFrom(dataKey, archiveId);
  for (const secret of [holder, rootKey, dataKey]) secret.fill(0);
  return keys;
}

async function writeKeyFile(
  io: Io,
  folder: string,
  bytes: Buffer,
  generation: number,
): Promise<void> {
  for (const name of nameOf.keys(generation)) await putWhole(io, join(folder, name), [bytes]);
}

export interface FoundKeyFile {
  readonly file: KeyFile;
  /** A copy was missing or damaged; the other is whole. */
  readonly copyBad: boolean;
}

/** The newest key file of which a copy is whole. Throws `DamageError` and `TooNewError`. */
export async function findKeyFile(
  io: Io,
  folder: string,
  generations: readonly number[],
): Promise<FoundKeyFile> {
  const [newest] = generations;
  if (newest === undefined) throw new DamageError('K6');
  const copies = await Promise.all(
    nameOf.keys(newest).map((name) => readCopy(io, join(folder, name), newest)),
  );
  const file = copies.find((copy) => copy !== null);
  if (!file) throw new DamageError('K2');
  const same = copies.every((copy) => copy?.bytes.equals(file.bytes));
  return { file, copyBad: !same };
}

async function readCopy(io: Io, path: string, generation: number): Promise<KeyFile | null> {
  const bytes = await readWhole(io, path);
  if (!bytes) return null;
  try {
    const file = readKeyFile(bytes);
    return file.generation === generation ? file : null;
  } catch (error) {
    if (error instanceof TooNewError) throw error;
    if (error instanceof DamageError) return null;
    throw error;
  }
}

/** Tries the passphrase on every slot that takes one. `null` when none opens. Throws `DamageError`. */
export async function unlock(file: KeyFile, passphrase: Buffer): Promise<Keys | null> {
  for (const slot of file.slots) {
    if (slot?.kind !== 'passphrase') continue;
    const rootKey = await trySlot(slot, passphrase, file.archiveId);
    if (!rootKey) continue;
    if (!isAuthentic(file, rootKey)) throw new DamageError('K7');
    const dataKey = openRing(file, rootKey);
    const keys = keysFrom(dataKey, Buffer.from(file.archiveId));
    rootKey.fill(0);
    dataKey.fill(0);
    return keys;
  }
  return null;
}

async function trySlot(slot: Slot, passphrase: Buffer, archiveId: Buffer): Promise<Buffer | null> {
  if (!slot.kdf) return null;
  const holder = await stretch({ passphrase, salt: slot.salt, settings: slot.kdf });
  const rootKey = openSlot(slot, holder, archiveId);
  holder.fill(0);
  return rootKey;
}

/** Writes the copy that was missing or damaged again. */
export async function mendKeyFile(io: Io, folder: string, file: KeyFile): Promise<void> {
  await writeKeyFile(io, folder, file.bytes, file.generation);
}
