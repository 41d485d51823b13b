/**
 * The body of a file that is written once: chunks of 64 KiB, each sealed with its number and whether it is the last.
 * What is sealed is the length, the data, and zeros up to a size that tells little.
 */
import { open, seal, TAG_BYTES } from '../crypto/aead.ts';
import { DamageError } from './damage.ts';
import { isZero } from './header.ts';
import { padme } from './padme.ts';

export const CHUNK_BYTES = 64 * 1024;
const SEALED_CHUNK = CHUNK_BYTES + TAG_BYTES;
const LENGTH_BYTES = 8;

/** Eleven bytes of number, one that is 1 in the last chunk. */
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(Math.floor(number / 2 ** 32), 3);
  nonce.writeUInt32BE(number >>> 0, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Bytes of plaintext that stand in the chunks for data of this length. */
function plainLength(length: number): number {
  return padme(LENGTH_BYTES + length);
}

/** Yields the sealed chunks in order. */
export function* sealBody(key: Uint8Array, data: Uint8Array): Generator<Buffer> {
  const total = plainLength(data.length);
  const count = Math.max(1, Math.ceil(total / CHUNK_BYTES));
  for (let number = 0; number < count; number++) {
    const from = number * CHUNK_BYTES;
    const plain = Buffer.alloc(Math.min(CHUNK_BYTES, total - from));
    fill(plain, from, data);
    yield seal(key, nonceOf(number, number === count - 1), plain);
  }
}

/** Copies what stands from `from` on in length, data and zeros. */
function fill(plain: Buffer, from: number, data: Uint8Array): void {
  let at = 0;
  if (from === 0) {
    plain.writeBigUInt64BE(BigInt(data.length), 0);
    at = LENGTH_BYTES;
  }
  const start = from + at - LENGTH_BYTES;
  if (start < data.length) plain.set(data.subarray(start, start + plain.length - at), at);
}

/** Where the sealed chunk with this number begins after the header, and how many chunks `size` bytes hold. */
export function chunkAt(number: number): number {
  return number * SEALED_CHUNK;
}

export function chunkCount(size: number): number {
  return Math.ceil(size / SEALED_CHUNK);
}

export const SEALED_CHUNK_BYTES = SEALED_CHUNK;

/** One chunk's plaintext. Throws `DamageError`. */
export function openChunk(
  key: Uint8Array,
  number: number,
  last: boolean,
  sealed: Uint8Array,
): Buffer {
  const plain = open(key, nonceOf(number, last), sealed);
  if (!plain || plain.length === 0) throw new DamageError('S2');
  return plain;
}

/** The length of the data by the first chunk's plaintext, checked against the size of the whole body. */
export function dataLength(first: Buffer, size: number): number {
  if (first.length < LENGTH_BYTES) throw new DamageError('S3');
  const length = Number(first.readBigUInt64BE(0));
  if (!Number.isSafeInteger(length)) throw new DamageError('S3');
  if (plainLength(length) !== size - chunkCount(size) * TAG_BYTES) throw new DamageError('S4');
  return length;
}

/** The data of a whole body. Nothing is given out before the last chunk is known to be right. Throws `DamageError`. */
export function openBody(key: Uint8Array, body: Uint8Array): Buffer {
  const count = chunkCount(body.length);
  if (count === 0) throw new DamageError('S1');
  const plains: Buffer[] = [];
  for (let number = 0; number < count; number++) {
    const from = chunkAt(number);
    const sealed = body.subarray(from, Math.min(body.length, from + SEALED_CHUNK));
    plains.push(openChunk(key, number, number === count - 1, sealed));
  }
  const whole = plains.length === 1 && plains[0] ? plains[0] : Buffer.concat(plains);
  const length = dataLength(whole, body.length);
  if (!isZero(whole.subarray(LENGTH_BYTES + length))) throw new DamageError('S5');
  return whole.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
}

/** Chunks that hold `start` to `end` of the data, and where the range begins in the first of them. */
export function chunksFor(
  start: number,
  end: number,
): { first: number; last: number; skip: number } {
  const from = start + LENGTH_BYTES;
  const first = Math.floor(from / CHUNK_BYTES);
  const last = Math.floor(Math.max(from, end + LENGTH_BYTES - 1) / CHUNK_BYTES);
  return { first, last, skip: from - first * CHUNK_BYTES };
}
