/** One share of a key as 32 words, with what it belongs to and a check: each can be told whole by itself. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfWords, wordsOfBytes } from './list-words.ts';

/** [K11] Version 1, set 4, needed 1, part 33, check 5: 44 bytes. */
export const SHARE_WORDS = 32;
const VERSION = 1;
const SET_AT = 1;
const NEEDED_AT = 5;
const PART_AT = 6;
const CHECK_AT = 39;
const CHECKED = new TextEncoder().encode('kuferak/v1/share');

export interface Share {
  /** Four bytes that all shares of one key have. */
  readonly set: Uint8Array;
  readonly needed: number;
  readonly part: Uint8Array;
}

export function wordsOfShare({ set, needed, part }: Share): string {
  const bytes = Uint8Array.from([VERSION, ...set, needed, ...part]);
  return wordsOfBytes(Uint8Array.from([...bytes, ...checkOf(bytes)])).join(' ');
}

/** `null` when a word is wrong. */
export function shareOfWords(words: readonly string[]): Share | null {
  if (words.length !== SHARE_WORDS) return null;
  const bytes = bytesOfWords(words);
  if (bytes?.[0] !== VERSION) return null;
  const check = checkOf(bytes.subarray(0, CHECK_AT));
  if (check.some((byte, at) => byte !== bytes[CHECK_AT + at])) return null;
  return {
    set: bytes.slice(SET_AT, NEEDED_AT),
    needed: bytes[NEEDED_AT] ?? 0,
    part: bytes.slice(PART_AT, CHECK_AT),
  };
}

export function areAlike(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function checkOf(bytes: Uint8Array): Uint8Array {
  return sha256(Uint8Array.from([...CHECKED, ...bytes])).subarray(0, 5);
}
