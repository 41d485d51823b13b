/** The key file: 4,096 bytes with up to 16 slots, each of which opens the root key, and the ring of data keys. */
import { randomBytes } from 'node:crypto';
import { open, seal } from '../crypto/aead.ts';
import { derive, equal, hmac, sha256 } from '../crypto/derive.ts';
import { type KdfSettings, withinBounds } from '../crypto/kdf.ts';
import { DamageError, TooNewError } from './damage.ts';
import { FORMAT_VERSION, isZero } from './header.ts';

export const KEYFILE_BYTES = 4096;
const MAGIC = Buffer.from('KUFKEYS1', 'ascii');
const SLOTS_AT = 32;
const SLOT_BYTES = 160;
export const SLOT_COUNT = 16;
const RING_AT = SLOTS_AT + SLOT_COUNT * SLOT_BYTES;
const RING_BYTES = 1024;
/** Within the opened ring. */
const DROPPED_AT = 66;
const NAMING_AT = 68;
const MAC_AT = 4032;
const SUM_AT = 4064;
const NONCE = Buffer.alloc(12);

export const slotKinds = { empty: 0, passphrase: 1, recovery: 2, shares: 3 } as const;
export type SlotKind = Exclude<keyof typeof slotKinds, 'empty'>;

/** How many shares there are of a slot's key, and how many of them open it. */
export interface ShareCounts {
  readonly needed: number;
  readonly made: number;
}

export const SHARES_MOST = 16;

export interface Slot {
  readonly kind: SlotKind;
  /** `null` for a key that is random already. */
  readonly kdf: KdfSettings | null;
  /** Of a key that was divided; `null` for all others. */
  readonly shares: ShareCounts | null;
  /** 32 bytes. */
  readonly salt: Buffer;
  /** 48 bytes: the root key, sealed. */
  readonly wrapped: Buffer;
}

/** The data keys, and what else lives under the root key. */
export interface Ring {
  /** Oldest first. Two while everything is being sealed anew under the second. */
  readonly dataKeys: readonly [Buffer] | readonly [Buffer, Buffer];
  /** Epoch of the first of them. */
  readonly epoch: number;
  /** Gives blobs their identifiers for ever. `null` while the data key of epoch 1 is there: it follows from that. */
  readonly naming: Buffer | null;
}

export interface KeyFile {
  readonly generation: number;
  readonly archiveId: Buffer;
  readonly slots: readonly (Slot | null)[];
  /** The sealed ring as it stands in the file. */
  readonly ring: Buffer;
  readonly bytes: Buffer;
}

/** Wraps the root key for a key that a person holds. */
export function makeSlot(
  about: Pick<Slot, 'kind' | 'salt'> & Partial<Pick<Slot, 'kdf' | 'shares'>>,
  holderKey: Uint8Array,
  archiveId: Uint8Array,
  rootKey: Uint8Array,
): Slot {
  const bare = { kdf: null, shares: null, ...about, wrapped: Buffer.alloc(48) };
  const wrapped = seal(wrapKey(bare, holderKey, archiveId), NONCE, rootKey);
  return { ...bare, wrapped };
}

/** The root key, or `null` when the slot is not this key's. */
export function openSlot(slot: Slot, holderKey: Uint8Array, archiveId: Uint8Array): Buffer | null {
  return open(wrapKey(slot, holderKey, archiveId), NONCE, slot.wrapped);
}

function wrapKey(slot: Slot, holderKey: Uint8Array, archiveId: Uint8Array): Buffer {
  const bound = Buffer.concat([archiveId, writeSlot(slot).subarray(0, 48)]);
  return derive(holderKey, slot.salt, 'slot', 32, bound);
}

export function makeKeyFile(
  generation: number,
  archiveId: Buffer,
  slots: readonly (Slot | null)[],
  rootKey: Uint8Array,
  ring: Ring,
): Buffer {
  const bytes = Buffer.alloc(KEYFILE_BYTES);
  MAGIC.copy(bytes, 0);
  bytes[8] = FORMAT_VERSION;
  bytes.writeUInt32BE(generation, 12);
  archiveId.copy(bytes, 16);
  slots.forEach((slot, at) => {
    if (slot) writeSlot(slot).copy(bytes, SLOTS_AT + at * SLOT_BYTES);
  });
  sealRing(rootKey, ring).copy(bytes, RING_AT);
  macOf(rootKey, archiveId, bytes).copy(bytes, MAC_AT);
  sha256(bytes.subarray(0, SUM_AT)).copy(bytes, SUM_AT);
  return bytes;
}

/** Checks all that can be checked without a key, the costs among them. Throws `TooNewError` and `DamageError`. */
export function readKeyFile(bytes: Buffer, cheap = false): KeyFile {
  if (bytes.length < 9 || !bytes.subarray(0, 8).equals(MAGIC)) throw new DamageError('K1');
  const version = bytes[8] ?? 0;
  if (version > FORMAT_VERSION) throw new TooNewError(version);
  if (bytes.length !== KEYFILE_BYTES || version !== FORMAT_VERSION) throw new DamageError('K1');
  if (!isZero(bytes.subarray(9, 12)) || !isZero(bytes.subarray(RING_AT + RING_BYTES, MAC_AT)))
    throw new DamageError('K1');
  if (!equal(sha256(bytes.subarray(0, SUM_AT)), bytes.subarray(SUM_AT)))
    throw new DamageError('K2');
  const slots = Array.from({ length: SLOT_COUNT }, (_, at) => {
    const from = SLOTS_AT + at * SLOT_BYTES;
    return readSlot(bytes.subarray(from, from + SLOT_BYTES), cheap);
  });
  return {
    generation: bytes.readUInt32BE(12),
    archiveId: bytes.subarray(16, 32),
    slots,
    ring: bytes.subarray(RING_AT, RING_AT + RING_BYTES),
    bytes,
  };
}

/** Whether the file is the one that the holder of the root key wrote. */
export function isAuthentic(file: KeyFile, rootKey: Uint8Array): boolean {
  return equal(macOf(rootKey, file.archiveId, file.bytes), file.bytes.subarray(MAC_AT, SUM_AT));
}

/** [K5] Throws `DamageError`. */
export function openRing(file: KeyFile, rootKey: Uint8Array): Ring {
  const salt = file.ring.subarray(0, 32);
  const ring = open(derive(rootKey, salt, 'keyring', 32), NONCE, file.ring.subarray(32));
  if (!ring) throw new DamageError('K5');
  const count = ring.readUInt16BE(0);
  const dropped = ring.readUInt16BE(DROPPED_AT);
  const naming = ring.subarray(NAMING_AT, NAMING_AT + 32);
  const rest = count === 1 ? ring.subarray(34, DROPPED_AT) : Buffer.alloc(0);
  if (count < 1 || count > 2 || !isZero(rest) || !isZero(ring.subarray(NAMING_AT + 32)))
    throw new DamageError('K5');
  if (isZero(naming) !== (dropped === 0)) throw new DamageError('K5');
  const [first, second] = [ring.subarray(2, 34), ring.subarray(34, 66)];
  return {
    dataKeys: count === 1 ? [first] : [first, second],
    epoch: dropped + 1,
    naming: dropped === 0 ? null : naming,
  };
}

function sealRing(rootKey: Uint8Array, { dataKeys, epoch, naming }: Ring): Buffer {
  const salt = randomBytes(32);
  const plain = Buffer.alloc(RING_BYTES - 32 - 16);
  plain.writeUInt16BE(dataKeys.length, 0);
  dataKeys.forEach((key, at) => {
    plain.set(key, 2 + at * 32);
  });
  plain.writeUInt16BE(epoch - 1, DROPPED_AT);
  if (naming) plain.set(naming, NAMING_AT);
  return Buffer.concat([salt, seal(derive(rootKey, salt, 'keyring', 32), NONCE, plain)]);
}

function macOf(rootKey: Uint8Array, archiveId: Uint8Array, bytes: Buffer): Buffer {
  return hmac(derive(rootKey, archiveId, 'keyfile-mac', 32), bytes.subarray(0, MAC_AT));
}

function writeSlot({ kind, kdf, shares, salt, wrapped }: Slot): Buffer {
  const bytes = Buffer.alloc(SLOT_BYTES);
  bytes[0] = slotKinds[kind];
  bytes[1] = kdf ? 1 : 0;
  bytes.writeUInt32BE(kdf?.memory ?? shares?.needed ?? 0, 4);
  bytes.writeUInt32BE(kdf?.passes ?? shares?.made ?? 0, 8);
  bytes.writeUInt32BE(kdf ? 1 : 0, 12);
  salt.copy(bytes, 16);
  wrapped.copy(bytes, 48);
  return bytes;
}

function readSlot(bytes: Buffer, cheap: boolean): Slot | null {
  const [type = 0, derivation = 0] = bytes;
  if (type === slotKinds.empty) {
    if (!isZero(bytes)) throw new DamageError('K3');
    return null;
  }
  if (!isZero(bytes.subarray(2, 4)) || !isZero(bytes.subarray(96))) throw new DamageError('K3');
  const sealed = { salt: bytes.subarray(16, 48), wrapped: bytes.subarray(48, 96) };
  const numbers = [4, 8, 12].map((at) => bytes.readUInt32BE(at));
  const [first = 0, second = 0, lanes = 0] = numbers;
  if (type === slotKinds.passphrase) {
    if (derivation !== 1) throw new DamageError('K3');
    const kdf = { memory: first, passes: second };
    if (!withinBounds(kdf, cheap) || lanes !== 1) throw new DamageError('K4');
    return { kind: 'passphrase', kdf, shares: null, ...sealed };
  }
  if (derivation !== 0 || lanes !== 0) throw new DamageError('K3');
  if (type === slotKinds.recovery) {
    if (first !== 0 || second !== 0) throw new DamageError('K3');
    return { kind: 'recovery', kdf: null, shares: null, ...sealed };
  }
  const shares = { needed: first, made: second };
  if (type !== slotKinds.shares || !isDivisible(shares)) throw new DamageError('K3');
  return { kind: 'shares', kdf: null, shares, ...sealed };
}

/** Whether a key can be divided so. */
export function isDivisible({ needed, made }: ShareCounts): boolean {
  return needed >= 2 && needed <= made && made <= SHARES_MOST;
}
