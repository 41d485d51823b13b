/** The first 256 bytes of every file but the key file: what it is, whose it is, and a commitment to its key. */
import { randomBytes } from 'node:crypto';
import { derive, equal, hmac } from '../crypto/derive.ts';
import { DamageError, TooNewError } from './damage.ts';

export const HEADER_BYTES = 256;
export const FORMAT_VERSION = 1;
const MAGIC = Buffer.from('KUFERAK1', 'ascii');
const EPOCH_AT = 10;
const ID_AT = 32;
const SALT_AT = 64;
const COMMITMENT_AT = 224;

export const fileTypes = {
  head: 1,
  snapshot: 2,
  journal: 3,
  blob: 4,
  anchor: 5,
  index: 6,
} as const;
export type FileType = keyof typeof fileTypes;

/** Keys of one file: none is used for another. */
export interface FileKeys {
  /** For AES-256-GCM. */
  readonly key: Buffer;
  /** For the short checks in a journal. */
  readonly check: Buffer;
}

/** A key of one purpose, from one of the archive's data keys. */
export interface EpochKey {
  /** From 1; each full re-key begins the next. */
  readonly epoch: number;
  readonly key: Buffer;
}

/** Newest first: what is written is sealed under the first, what is read is opened with that of its own epoch. */
export type PurposeKeys = readonly [EpochKey, ...EpochKey[]];

export interface Named {
  readonly type: FileType;
  /** 16 bytes. */
  readonly archiveId: Uint8Array;
  /** 32 bytes: a number as a big-endian integer at the end, or a blob's identifier. */
  readonly id: Uint8Array;
}

export function idOfNumber(number: number): Buffer {
  const id = Buffer.alloc(32);
  id.writeBigUInt64BE(BigInt(number), 24);
  return id;
}

/** A file that is being written: its keys are there from the beginning, its header when the identifier is known. */
export interface NewFile {
  readonly keys: FileKeys;
  readonly header: (id: Uint8Array) => Buffer;
}

/** Fresh keys for a new file. */
export function beginFile(
  type: FileType,
  archiveId: Uint8Array,
  [{ epoch, key }]: PurposeKeys,
): NewFile {
  const start = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(start, 0);
  start[8] = fileTypes[type];
  start[9] = FORMAT_VERSION;
  start.writeUInt16BE(epoch, EPOCH_AT);
  start.set(archiveId, 16);
  randomBytes(32).copy(start, SALT_AT);
  const { keys, committing } = keysOf(start, key);
  return {
    keys,
    header: (id) => {
      const header = Buffer.from(start);
      header.set(id, ID_AT);
      hmac(committing, header.subarray(0, COMMITMENT_AT)).copy(header, COMMITMENT_AT);
      return header;
    },
  };
}

/**
 * The keys of a file, if its header is exactly what its name promises. Throws `TooNewError` for a later version,
 * `DamageError` for everything else.
 */
export function readHeader(header: Buffer, named: Named, purposeKeys: PurposeKeys): FileKeys {
  if (header.length < HEADER_BYTES) throw new DamageError('H1');
  if (!header.subarray(0, 8).equals(MAGIC)) throw new DamageError('H2');
  const version = header[9] ?? 0;
  if (version > FORMAT_VERSION) throw new TooNewError(version);
  if (version !== FORMAT_VERSION) throw new DamageError('H3');
  if (header[8] !== fileTypes[named.type]) throw new DamageError('H4');
  const purposeKey = purposeKeys.find(({ epoch }) => epoch === epochOf(header))?.key;
  if (
    !purposeKey ||
    !isZero(header.subarray(12, 16)) ||
    !isZero(header.subarray(96, COMMITMENT_AT))
  ) {
    throw new DamageError('H5');
  }
  if (!header.subarray(16, 32).equals(named.archiveId)) throw new DamageError('H6');
  if (!header.subarray(ID_AT, SALT_AT).equals(named.id)) throw new DamageError('H7');
  const { keys, committing } = keysOf(header, purposeKey);
  const commitment = hmac(committing, header.subarray(0, COMMITMENT_AT));
  if (!equal(commitment, header.subarray(COMMITMENT_AT, HEADER_BYTES))) throw new DamageError('H8');
  return keys;
}

/** The epoch that a header names, unverified; 0 when there is no header. */
export function epochOf(header: Buffer): number {
  return header.length < HEADER_BYTES ? 0 : header.readUInt16BE(EPOCH_AT);
}

/** The identifier is bound by the commitment, not by the key: a blob's is known only when all of it was written. */
function keysOf(header: Buffer, purposeKey: Uint8Array): { keys: FileKeys; committing: Buffer } {
  const bound = header.subarray(0, ID_AT);
  const material = derive(purposeKey, header.subarray(SALT_AT, 96), 'file', 96, bound);
  return {
    keys: { key: material.subarray(0, 32), check: material.subarray(64, 96) },
    committing: material.subarray(32, 64),
  };
}

const zeros = Buffer.alloc(4096);

export function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += zeros.length) {
    const part = bytes.subarray(at, at + zeros.length);
    if (!zeros.subarray(0, part.length).equals(part)) return false;
  }
  return true;
}
