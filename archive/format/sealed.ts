/**
 * The body of a file that is written once: chunks of 64 KiB, each sealed with its number and whether it is the last.
 * What is sealed is the data, zeros up to a size that tells little, and the length at the end, so that data can be
 * sealed as it comes.
 */
import { open, seal, TAG_BYTES } from '../crypto/aead.ts';
import { DamageError } from './damage.ts';
import { isZero } from './header.ts';
import { padme } from './padme.ts';

export const CHUNK_BYTES = 64 * 1024;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
const LENGTH_BYTES = 8;
/** Chunks sealed under one key; far below what AES-GCM bears. */
const CHUNKS_MOST = 2 ** 32;

/** Three zero bytes, eight of number, one that is 1 in the last chunk. */
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Bytes that stand in the chunks for data of this length. */
export function plainLength(length: number): number {
  return padme(length + LENGTH_BYTES);
}

/** Seals data as it comes. Each part is to be written where the one before ended. */
export class BodySealer {
  readonly #key: Uint8Array;
  /** Less than a chunk, or a whole one of which it is not known whether it is the last. */
  readonly #pending = Buffer.alloc(CHUNK_BYTES);
  #held = 0;
  #number = 0;
  #length = 0;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** Bytes of data so far. */
  get length(): number {
    return this.#length;
  }

  *push(data: Uint8Array): Generator<Buffer> {
    this.#length += data.length;
    yield* this.#take(data);
  }

  *finish(): Generator<Buffer> {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeBigUInt64BE(BigInt(this.#length), 0);
    let missing = plainLength(this.#length) - this.#length - LENGTH_BYTES;
    const zeros = Buffer.alloc(Math.min(missing, CHUNK_BYTES));
    for (; missing > 0; missing -= zeros.length) yield* this.#take(zeros.subarray(0, missing));
    yield* this.#take(length);
    yield this.#seal(true);
  }

  *#take(data: Uint8Array): Generator<Buffer> {
    for (let at = 0; at < data.length;) {
      if (this.#held === CHUNK_BYTES) yield this.#seal(false);
      const part = data.subarray(at, at + CHUNK_BYTES - this.#held);
      this.#pending.set(part, this.#held);
      this.#held += part.length;
      at += part.length;
    }
  }

  #seal(last: boolean): Buffer {
    const plain = this.#pending.subarray(0, this.#held);
    const sealed = seal(this.#key, nonceOf(this.#number, last), plain);
    this.#number += 1;
    this.#held = 0;
    if (last) this.#pending.fill(0);
    return sealed;
  }
}

/** Where the sealed chunk with this number begins after the header, and how many chunks a body of `size` bytes has. */
export function chunkAt(number: number): number {
  return number * SEALED_CHUNK_BYTES;
}

/** Throws `DamageError` for a size that no body has. */
export function chunkCount(size: number): number {
  const count = Math.ceil(size / SEALED_CHUNK_BYTES);
  const last = size - (count - 1) * SEALED_CHUNK_BYTES;
  if (count === 0 || count > CHUNKS_MOST || last <= TAG_BYTES) throw new DamageError('S1');
  return count;
}

/** One chunk's plaintext. Throws `DamageError`. */
export function openChunk(
  key: Uint8Array,
  number: number,
  last: boolean,
  sealed: Uint8Array,
): Buffer {
  const plain = open(key, nonceOf(number, last), sealed);
  if (!plain) throw new DamageError('S2');
  return plain;
}

/** The length of the data by the last bytes of the plaintext, checked against the size of the whole body. */
export function dataLength(end: Buffer, size: number): number {
  if (end.length < LENGTH_BYTES) throw new DamageError('S3');
  const length = Number(end.readBigUInt64BE(end.length - LENGTH_BYTES));
  if (!Number.isSafeInteger(length)) throw new DamageError('S3');
  if (plainLength(length) !== size - chunkCount(size) * TAG_BYTES) throw new DamageError('S4');
  return length;
}

/** Chunks that must be opened to know the length: the last, and the one before when eight bytes do not fit in it. */
export function endChunks(size: number): readonly number[] {
  const count = chunkCount(size);
  const last = size - chunkAt(count - 1) - TAG_BYTES;
  return last >= LENGTH_BYTES || count === 1 ? [count - 1] : [count - 2, count - 1];
}

/** What stands behind the data in the chunk with this number must be zeros, but for the length. */
export function checkPadding(plain: Buffer, number: number, length: number, total: number): void {
  const from = number * CHUNK_BYTES;
  const begin = Math.min(plain.length, Math.max(0, length - from));
  const end = Math.max(begin, Math.min(plain.length, total - LENGTH_BYTES - from));
  if (!isZero(plain.subarray(begin, end))) throw new DamageError('S5');
}

/** The sealed parts of data that is there as a whole. */
export function* sealBody(key: Uint8Array, data: Uint8Array): Generator<Buffer> {
  const sealer = new BodySealer(key);
  yield* sealer.push(data);
  yield* sealer.finish();
}

/** The data of a whole body. Nothing is given out before the last chunk is known to be right. Throws `DamageError`. */
export function openBody(key: Uint8Array, body: Uint8Array): Buffer {
  const count = chunkCount(body.length);
  const plains = Array.from({ length: count }, (_, number) => {
    const from = chunkAt(number);
    const sealed = body.subarray(from, from + SEALED_CHUNK_BYTES);
    return openChunk(key, number, number === count - 1, sealed);
  });
  const whole = Buffer.concat(plains);
  const length = dataLength(whole, body.length);
  if (!isZero(whole.subarray(length, whole.length - LENGTH_BYTES))) throw new DamageError('S5');
  return whole.subarray(0, length);
}
