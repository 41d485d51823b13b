/** The codes of 18 bits under which a sound spelling is listed, and its letters from their codes. */
import { COMPARED, letterCode, skeleton } from '../text/index.ts';
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

const codeOf = (letter: string) => letterCode(letter.charCodeAt(0));
const byCode = (of: (letter: string) => number) => Uint8Array.from(LETTERS, of);
const isVowel = byCode((letter) => ('aeiu'.includes(letter) ? 1 : 0));
const unitOf = byCode((letter) => letter.charCodeAt(0));
/** What a sound is in a skeleton; 0 for a vowel. */
const skeletonOf = byCode((letter) =>
  'aeiu'.includes(letter) ? 0 : skeleton(letter).charCodeAt(0),
);
/** What Arabic writes of a sound in any case; 0 for a vowel. */
const consonantOf = byCode((letter) =>
  'aeiu'.includes(letter)
    ? 0
    : (letter === 'p' ? 'b' : letter === 'f' ? 'v' : letter).charCodeAt(0),
);
const F = codeOf('f');
const V = codeOf('v');
const FIRST_VOWEL = 0x41;
/** Marks consonants, so that they are no spelling themselves. */
const MARKED = 0x2a;

const EMPTY = 2_166_136_261;
const hashed = (value: number, unit: number) => Math.imul(value ^ unit, 16_777_619);
const toCode = (value: number) => (value ^ (value >>> 15)) & CODE_MASK;

/** The code of the sounds from `start` to `end`, all of them. */
export function wholeCode(codes: Uint8Array, start: number, end: number): number {
  let value = EMPTY;
  for (let at = start; at < end; at++) value = hashed(value, unitOf[codes[at]!]!);
  return toCode(value);
}

/** The code of what Arabic writes of them in any case: the consonants, doubled ones once. */
export function consonantCode(codes: Uint8Array, start: number, end: number): number {
  let value = hashed(EMPTY, MARKED);
  let before = MARKED;
  for (let at = start; at < end; at++) {
    const unit = consonantOf[codes[at]!]!;
    if (unit === 0 || unit === before) continue;
    value = hashed(value, unit);
    before = unit;
  }
  return toCode(value);
}

/** Room for one skeleton at a time. */
const bones = new Uint8Array(COMPARED + 1);

/** Writes the skeleton (`skeleton` of archive/text) to `bones`; answers how long it is. */
function toBones(codes: Uint8Array, start: number, end: number): number {
  let length = 0;
  if (start < end && isVowel[codes[start]!] === 1) bones[length++] = FIRST_VOWEL;
  for (let at = start; at < end; at++) {
    const code = codes[at]!;
    const bone = skeletonOf[code]!;
    if (bone === 0 || (length > 0 && bones[length - 1] === bone)) continue;
    const silent =
      (code === V || code === F) &&
      at > start &&
      isVowel[codes[at - 1]!] === 1 &&
      (at + 1 === end || isVowel[codes[at + 1]!] === 0);
    if (!silent) bones[length++] = bone;
  }
  return length;
}

function bonesCode(length: number, skipped: number): number {
  let value = EMPTY;
  for (let at = 0; at < length; at++) if (at !== skipped) value = hashed(value, bones[at]!);
  return toCode(value);
}

export function skeletonCode(codes: Uint8Array, start: number, end: number): number {
  return bonesCode(toBones(codes, start, end), -1);
}

/** Codes of a skeleton and of what is left of it without one of its letters. */
export function skeletonCodes(codes: Uint8Array, start: number, end: number, visit: Visit): void {
  const length = toBones(codes, start, end);
  if (length < 2) return;
  // All first: `visit` may ask for another skeleton.
  const all = [bonesCode(length, -1)];
  if (length >= 4) for (let at = 0; at < length; at++) all.push(bonesCode(length, at));
  for (const code of all) visit(code);
}

export function spell(codes: Uint8Array, start: number, end: number): string {
  let sound = '';
  for (let at = start; at < end; at++) sound += LETTERS.charAt(codes[at]!);
  return sound;
}
