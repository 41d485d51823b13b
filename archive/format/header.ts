/** The first 256 bytes of every file but the key file: what it is, whose it is, and a commitment to its key. */
import { randomBytes } from 'node:crypto';
import { derive, equal } from '../crypto/derive.ts';
import { DamageError, TooNewError } from './damage.ts';

export const HEADER_BYTES = 256;
export const FORMAT_VERSION = 1;
const MAGIC = Buffer.from('KUFERAK1', 'ascii');
const COMMITMENT_AT = 224;

export const fileTypes = { head: 1, snapshot: 2, journal: 3, blob: 4, anchor: 5 } as const;
export type FileType = keyof typeof fileTypes;

/** Keys of one file: none is used for another. */
export interface FileKeys {
  /** For AES-256-GCM. */
  readonly key: Buffer;
  /** For the short checks in a journal. */
  readonly check: Buffer;
}

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

/** A header with a fresh salt, and the keys of the file that it begins. */
export function makeHeader(
  named: Named,
  purposeKey: Uint8Array,
): { header: Buffer; keys: FileKeys } {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header, 0);
  header[8] = fileTypes[named.type];
  header[9] = FORMAT_VERSION;
  header.writeUInt16BE(1, 10);
  header.set(named.archiveId, 16);
  header.set(named.id, 32);
  randomBytes(32).copy(header, 64);
  const { keys, commitment } = keysOf(header, purposeKey);
  commitment.copy(header, COMMITMENT_AT);
  return { header, keys };
}

/**
 * The keys of a file, if its header is exactly what its name promises. Throws `TooNewError` for a later version,
 * `DamageError` for everything else.
 */
export function readHeader(header: Buffer, named: Named, purposeKey: Uint8Array): FileKeys {
  if (header.length < HEADER_BYTES) throw new DamageError('H1');
  if (!header.subarray(0, 8).equals(MAGIC)) throw new DamageError('H2');
  const version = header[9] ?? 0;
  if (version > FORMAT_VERSION) throw new TooNewError(version);
  if (version !== FORMAT_VERSION) throw new DamageError('H3');
  if (header[8] !== fileTypes[named.type]) throw new DamageError('H4');
  if (
    header.readUInt16BE(10) !== 1 ||
    !isZero(header.subarray(12, 16)) ||
    !isZero(header.subarray(96, 224))
  ) {
    throw new DamageError('H5');
  }
  if (!header.subarray(16, 32).equals(named.archiveId)) throw new DamageError('H6');
  if (!header.subarray(32, 64).equals(named.id)) throw new DamageError('H7');
  const { keys, commitment } = keysOf(header, purposeKey);
  if (!equal(commitment, header.subarray(COMMITMENT_AT, HEADER_BYTES))) throw new DamageError('H8');
  return keys;
}

function keysOf(header: Buffer, purposeKey: Uint8Array): { keys: FileKeys; commitment: Buffer } {
  const bound = header.subarray(0, COMMITMENT_AT);
  const material = derive(purposeKey, header.subarray(64, 96), 'file', 96, bound);
  return {
    keys: { key: material.subarray(0, 32), check: material.subarray(64, 96) },
    commitment: material.subarray(32, 64),
  };
}

export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}
