/**
 * Frames of a journal segment: each sealed with its number and with the hash of all that stands before it in the
 * segment, so that none can be changed, dropped, moved or taken from another segment.
 */
import { open, seal, TAG_BYTES } from '../crypto/aead.ts';
import { equal, hmac, sha256 } from '../crypto/derive.ts';
import { DamageError } from './damage.ts';
import { type FileKeys, isZero } from './header.ts';

/** Frames begin at multiples of it. */
export const FRAME_STEP = 256;
export const FRAME_MOST = 64 * 1024 ** 2;
const PREFIX = 12;
const OVERHEAD = PREFIX + 4 + TAG_BYTES;

export interface Frame {
  /** As it was given to `makeFrame`. */
  readonly payload: Buffer;
  /** Bytes of the frame. */
  readonly length: number;
  /** Hash of the segment up to the end of the frame. */
  readonly chain: Buffer;
}

/** Hash of a segment that holds its header alone. */
export function firstChain(header: Uint8Array): Buffer {
  return sha256(header);
}

/** The bytes of a frame, or `null` when the payload is too large for one. */
export function makeFrame(
  keys: FileKeys,
  index: number,
  chain: Uint8Array,
  payload: Uint8Array,
): Buffer | null {
  const length = Math.ceil((OVERHEAD + payload.length) / FRAME_STEP) * FRAME_STEP;
  if (length > FRAME_MOST) return null;
  const prefix = prefixOf(keys, length, index);
  const plain = Buffer.alloc(length - PREFIX - TAG_BYTES);
  plain.writeUInt32BE(payload.length, 0);
  plain.set(payload, 4);
  return Buffer.concat([prefix, seal(keys.key, nonceOf(index), plain, aadOf(prefix, chain))]);
}

/** Hash of a segment up to the end of `frame`, which stands behind what `chain` is the hash of. */
export function nextChain(chain: Uint8Array, frame: Uint8Array): Buffer {
  return sha256(chain, frame);
}

/** Whether a frame with this number seems to begin here: its prefix is right, whatever follows. */
export function startsFrame(
  keys: FileKeys,
  bytes: Uint8Array,
  at: number,
  index?: number,
): boolean {
  const prefix = Buffer.from(bytes.subarray(at, at + PREFIX));
  if (prefix.length < PREFIX || !equal(checkOf(keys, prefix), prefix.subarray(8))) return false;
  return index === undefined || prefix.readUInt32BE(4) === index;
}

/**
 * The frame with this number at `at`, or `null` when the bytes there are not a whole frame. Throws `DamageError` when
 * a frame is whole but holds what no writer writes.
 */
export function readFrame(
  keys: FileKeys,
  index: number,
  chain: Uint8Array,
  bytes: Uint8Array,
  at: number,
): Frame | null {
  if (!startsFrame(keys, bytes, at, index)) return null;
  const prefix = Buffer.from(bytes.subarray(at, at + PREFIX));
  const length = prefix.readUInt32BE(0);
  if (length > FRAME_MOST || length < FRAME_STEP || length % FRAME_STEP !== 0)
    throw new DamageError('J2');
  if (at + length > bytes.length) return null;
  const plain = open(
    keys.key,
    nonceOf(index),
    bytes.subarray(at + PREFIX, at + length),
    aadOf(prefix, chain),
  );
  if (!plain) return null;
  return {
    payload: payloadOf(plain),
    length,
    chain: nextChain(chain, bytes.subarray(at, at + length)),
  };
}

function payloadOf(plain: Buffer): Buffer {
  const size = plain.readUInt32BE(0);
  const used = OVERHEAD + size;
  if (4 + size > plain.length || !isZero(plain.subarray(4 + size))) throw new DamageError('J3');
  if (plain.length + PREFIX + TAG_BYTES !== Math.ceil(used / FRAME_STEP) * FRAME_STEP)
    throw new DamageError('J3');
  return plain.subarray(4, 4 + size);
}

function prefixOf(keys: FileKeys, length: number, index: number): Buffer {
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32BE(length, 0);
  prefix.writeUInt32BE(index, 4);
  checkOf(keys, prefix).copy(prefix, 8);
  return prefix;
}

function checkOf(keys: FileKeys, prefix: Uint8Array): Buffer {
  return hmac(keys.check, prefix.subarray(0, 8)).subarray(0, 4);
}

function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 8);
  return nonce;
}

function aadOf(prefix: Uint8Array, chain: Uint8Array): Buffer {
  return Buffer.concat([prefix, chain]);
}
