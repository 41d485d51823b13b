/** "Several thousand", "kilka tysięcy", "عدة آلاف": a word for how many, and none that says so. */
import { foldWord } from '../text/index.ts';
import type { FoundNumber } from './numbers.ts';
import { foldedAt, gapAfter, type Words } from './words.ts';

const SEVERAL = new Set(
  'several few many some несколько нескольких пару много некалькі некалькіх пару шмат кілька кількох декілька багато kilka kilku parę wiele wielu عدة بضعة بضع عشرات مئات'
    .split(' ')
    .map(foldWord),
);
const PLAIN_GAP = /^[ \u00a0\u202f]$/;
const LEAST = 10;

export function isVague(words: Words, { first, last, value }: FoundNumber): boolean {
  if (first !== last || value < LEAST || /\d/.test(foldedAt(words, first))) return false;
  return SEVERAL.has(foldedAt(words, first - 1)) && PLAIN_GAP.test(gapAfter(words, first - 1));
}
