/** In which script a word is written, and whether two of one script are one word inflected. */
import { type Abjad, type Alphabet, stem } from '../text/index.ts';

/** Whether two folded words of one script have a stem in common. */
export function isInflected(a: string, b: string): boolean {
  if (a.slice(0, 3) !== b.slice(0, 3)) return false;
  return stem(a, 'und') === stem(b, 'und') || (/^[a-z]/.test(a) && stem(a, 'pl') === stem(b, 'pl'));
}

/** Arabic leaves most vowels out. */
export function isAbjad(word: string): boolean {
  return scriptRange(word) === 0x06;
}

export function alphabetOf(word: string): Alphabet {
  const range = scriptRange(word);
  return range === 0 ? 'latin' : range === 0x06 ? 'arabic' : 'other';
}

export function whichAbjad(mine: boolean, theirs: boolean): Abjad {
  return mine === theirs ? 'neither' : mine ? 'mine' : 'theirs';
}

/** Tells Latin, Cyrillic and Arabic words apart by their first letter. */
export function scriptRange(word: string): number {
  const unit = word.charCodeAt(0);
  return unit < 0x250 ? 0 : unit < 0x530 ? 0x04 : unit < 0x780 ? 0x06 : unit >> 8;
}
