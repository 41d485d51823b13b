/** The codes of 18 bits under which a sound spelling is listed, and its letters from their codes. */
import { letterCode, skeleton } from '../text/index.ts';
import { CODE_MASK, type Visit } from './buckets.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops over parallel arrays of one length */

/** Stands for the end of a spelling. */
export const END = 63;
const VOWEL_CODES = Array.from('aeiu', (vowel) => letterCode(vowel.charCodeAt(0)));
const LETTERS = '?abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function trigrams(codes: Uint8Array, start: number, end: number, visit: Visit): void {
  let gram = codes[start]!;
  for (let at = start + 1; at <= end; at++) {
    gram = ((gram << 6) | (at < end ? codes[at]! : END)) & CODE_MASK;
    visit(gram);
  }
}

export function headOf(codes: Uint8Array, start: number, end: number): number {
  let head = 0;
  for (let at = start; at < start + 3; at++) head = (head << 6) | (at < end ? codes[at]! : END);
  return head & CODE_MASK;
}

/** The beginnings of a short sound spelling with one of its vowels another: it has no trigram and no skeleton to spare. */
export function otherVowels(codes: Uint8Array, length: number, visit: Visit): void {
  const other = codes.slice();
  for (let at = 0; at < length; at++) {
    const letter = codes[at]!;
    if (!VOWEL_CODES.includes(letter)) continue;
    for (const vowel of VOWEL_CODES) {
      if (vowel === letter) continue;
      other[at] = vowel;
      visit(headOf(other, 0, length));
    }
    other[at] = letter;
  }
}

export function hash(text: string, skipped: number): number {
  let value = 2_166_136_261;
  for (let at = 0; at < text.length; at++)
    if (at !== skipped) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  return (value ^ (value >>> 15)) & CODE_MASK;
}

/** Codes of a skeleton and of what is left of it without one of its letters. */
export function skeletonCodes(sound: string, visit: Visit): void {
  const bones = skeleton(sound);
  if (bones.length < 2) return;
  visit(hash(bones, -1));
  if (bones.length < 4) return;
  for (let at = 0; at < bones.length; at++)
    if (bones.charCodeAt(at) !== bones.charCodeAt(at - 1)) visit(hash(bones, at));
}

/** What Arabic writes of a sound spelling in any case, marked so that it is no spelling itself. */
export function consonants(sound: string): string {
  let bones = '*';
  for (const letter of sound) {
    if ('aeiu'.includes(letter)) continue;
    const merged = letter === 'p' ? 'b' : letter === 'f' ? 'v' : letter;
    if (!bones.endsWith(merged)) bones += merged;
  }
  return bones;
}

export function spell(codes: Uint8Array, start: number, end: number): string {
  let sound = '';
  for (let at = start; at < end; at++) sound += LETTERS.charAt(codes[at]!);
  return sound;
}
