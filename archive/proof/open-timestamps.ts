/**
 * A proof by OpenTimestamps: operations that lead from a digest to what stands in a block of Bitcoin, or to a calendar
 * that has promised to put it there. The operations are done again here; whether the block holds what they lead to
 * cannot be known without the chain of blocks.
 */
import { createHash } from 'node:crypto';
import { ripemd160 } from '@noble/hashes/legacy.js';
import { type Attestation, limits, type StampReading } from '../model/index.ts';
import { imprintOf, type StampFailure } from './imprint.ts';

type Proof = Extract<StampReading, { readonly kind: 'opentimestamps' }>;

/** A name, zeros between its words, and eight bytes by which it is told. */
const MAGIC = Buffer.from('004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294', 'hex');
const VERSION = 1;

/** Bounds that the format itself sets. */
const MESSAGE = 4_096;
const DEPTH = 256;
const PAYLOAD = 8_192;
const ADDRESS = 1_000;

const BITCOIN = '0588960d73d71901';
const PENDING = '83dfe30d2ef90c8e';

const DIGESTS: Readonly<Record<number, readonly [name: string, length: number]>> = {
  0x02: ['sha1', 20],
  0x03: ['ripemd160', 20],
  0x08: ['sha256', 32],
};
const ATTESTATION = 0x00;
const FORK = 0xff;
const APPEND = 0xf0;
const PREPEND = 0xf1;
const REVERSE = 0xf2;
const HEXLIFY = 0xf3;

export function isOpenTimestamps(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, MAGIC.length)).equals(MAGIC);
}

export function readOpenTimestamps(bytes: Uint8Array): Proof | StampFailure {
  if (!isOpenTimestamps(bytes)) return 'stamp-unreadable';
  const reader = new ProofReader(bytes, MAGIC.length);
  try {
    if (reader.byte() !== VERSION) return 'stamp-unreadable';
    const [algorithm, length] = DIGESTS[reader.byte()] ?? [];
    if (algorithm === undefined || length === undefined) return 'stamp-algorithm';
    const digest = reader.take(length);
    const attestations: Attestation[] = [];
    reader.walk(digest, attestations);
    if (!reader.ended || attestations.length === 0) return 'stamp-unreadable';
    const imprint = imprintOf(algorithm, digest);
    return typeof imprint === 'string'
      ? imprint
      : { kind: 'opentimestamps', imprint, attestations };
  } catch (error) {
    if (error instanceof RangeError) return 'stamp-unreadable';
    throw error;
  }
}

/** Throws `RangeError` for whatever is not as the format says. */
class ProofReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #operations = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get ended(): boolean {
    return this.#at === this.#bytes.length;
  }

  byte(): number {
    return this.take(1)[0] ?? 0;
  }

  take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('ends early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** Seven bits a byte, the lowest first. */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 49; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if ((byte & 0x80) === 0) return value;
    }
    throw new RangeError('no such number');
  }

  bytes(least: number, most: number): Uint8Array {
    const length = this.number();
    if (length < least || length > most) throw new RangeError('no such length');
    return this.take(length);
  }

  /** All that hangs on one message. A fork goes on from the same message for each of its branches. */
  walk(first: Uint8Array, found: Attestation[]): void {
    const open: { message: Uint8Array; depth: number }[] = [{ message: first, depth: 0 }];
    for (let branch = open.at(-1); branch; branch = open.at(-1)) {
      let tag = this.byte();
      if (tag === FORK) tag = this.byte();
      // The last branch of a message has no fork before it.
      else open.pop();
      if (tag === ATTESTATION) {
        found.push(this.#attestation(branch.message));
        if (found.length > 100) throw new RangeError('more ends than are read');
        continue;
      }
      if (branch.depth >= DEPTH) throw new RangeError('too deep');
      if (++this.#operations > limits.stampOperations) throw new RangeError('too much to do');
      open.push({ message: this.#apply(tag, branch.message), depth: branch.depth + 1 });
    }
  }

  #apply(tag: number, message: Uint8Array): Uint8Array {
    const [algorithm] = DIGESTS[tag] ?? [];
    // Not every build of the system's cryptography has it.
    if (algorithm === 'ripemd160') return ripemd160(message);
    if (algorithm !== undefined) return createHash(algorithm).update(message).digest();
    const result = this.#shape(tag, message);
    if (result.length > MESSAGE) throw new RangeError('too long');
    return result;
  }

  #shape(tag: number, message: Uint8Array): Uint8Array {
    switch (tag) {
      case APPEND:
        return Buffer.concat([message, this.bytes(1, MESSAGE)]);
      case PREPEND:
        return Buffer.concat([this.bytes(1, MESSAGE), message]);
      case REVERSE:
        return Uint8Array.from(message).reverse();
      case HEXLIFY:
        return Buffer.from(Buffer.from(message).toString('hex'));
      default:
        throw new RangeError('no such operation');
    }
  }

  #attestation(message: Uint8Array): Attestation {
    const tag = Buffer.from(this.take(8)).toString('hex');
    const inner = new ProofReader(this.bytes(0, PAYLOAD), 0);
    if (tag === BITCOIN) {
      const height = inner.number();
      if (message.length !== 32 || !inner.ended) throw new RangeError('no root of a block');
      const merkleRoot = Buffer.from(message).reverse().toString('hex');
      return { kind: 'bitcoin', height, merkleRoot };
    }
    if (tag !== PENDING) return { kind: 'other', tag };
    const address = Buffer.from(inner.bytes(0, ADDRESS)).toString('latin1');
    if (!/^[A-Za-z0-9\-._/:]*$/.test(address)) throw new RangeError('no such address');
    return { kind: 'pending', calendar: address };
  }
}
