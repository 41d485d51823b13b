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
const MAC_AT = 4032;
const SUM_AT = 4064;
const NONCE = Buffer.alloc(12);

export const slotKinds = { empty: 0, passphrase: 1, recovery: 2 } as const;
export type SlotKind = Exclude<keyof typeof slotKinds, 'empty'>;

export interface Slot {
  readonly kind: SlotKind;
  /** `null` for a key that is random already. */
  readonly kdf: KdfSettings | null;
  /** 32 bytes. */
  readonly salt: Buffer;
  /** 48 bytes: the root key, sealed. */
  readonly wrapped: Buffer;
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
  kind: SlotKind,
  kdf: KdfSettings | null,
  salt: Buffer,
  holderKey: Uint8Array,
  archiveId: Uint8Array,
  rootKey: Uint8Array,
): Slot {
  const bare = { kind, kdf, salt, wrapped: Buffer.alloc(48) };
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
  dataKey: Uint8Array,
): Buffer {
  const bytes = Buffer.alloc(KEYFILE_BYTES);
  MAGIC.copy(bytes, 0);
  bytes[8] = FORMAT_VERSION;
  bytes.writeUInt32BE(generation, 12);
  archiveId.copy(bytes, 16);
  slots.forEach((slot, at) => {
    if (slot) writeSlot(slot).copy(bytes, SLOTS_AT + at * SLOT_BYTES);
  });
  makeRing(rootKey, dataKey).copy(bytes, RING_AT);
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

/** The data key. Throws `DamageError`. */
export function openRing(file: KeyFile, rootKey: Uint8Array): Buffer {
  const salt = file.ring.subarray(0, 32);
  const ring = open(derive(rootKey, salt, 'keyring', 32), NONCE, file.ring.subarray(32));
  if (ring?.readUInt16BE(0) !== 1) throw new DamageError('K5');
  return ring.subarray(2, 34);
}

function makeRing(rootKey: Uint8Array, dataKey: Uint8Array): Buffer {
  const salt = randomBytes(32);
  const plain = Buffer.alloc(RING_BYTES - 32 - 16);
  plain.writeUInt16BE(1, 0);
  plain.set(dataKey, 2);
  return Buffer.concat([salt, seal(derive(rootKey, salt, 'keyring', 32), NONCE, plain)]);
}

function macOf(rootKey: Uint8Array, archiveId: Uint8Array, bytes: Buffer): Buffer {
  return hmac(derive(rootKey, archiveId, 'keyfile-mac', 32), bytes.subarray(0, MAC_AT));
}

function writeSlot({ kind, kdf, salt, wrapped }: Slot): Buffer {
  const bytes = Buffer.alloc(SLOT_BYTES);
  bytes[0] = slotKinds[kind];
  bytes[1] = kdf ? 1 : 0;
  bytes.writeUInt32BE(kdf?.memory ?? 0, 4);
  bytes.writeUInt32BE(kdf?.passes ?? 0, 8);
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
  const salt = bytes.subarray(16, 48);
  const wrapped = bytes.subarray(48, 96);
  if (type === slotKinds.recovery) {
    if (derivation !== 0 || !isZero(bytes.subarray(4, 16))) throw new DamageError('K3');
    return { kind: 'recovery', kdf: null, salt, wrapped };
  }
  if (type !== slotKinds.passphrase || derivation !== 1) throw new DamageError('K3');
  const kdf = { memory: bytes.readUInt32BE(4), passes: bytes.readUInt32BE(8) };
  if (!withinBounds(kdf, cheap) || bytes.readUInt32BE(12) !== 1) throw new DamageError('K4');
  return { kind: 'passphrase', kdf, salt, wrapped };
}
