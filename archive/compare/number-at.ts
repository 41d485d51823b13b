/** A number that words tell, as what is found of one. */
import type { FoundNumber } from './numbers.ts';
import { endAt, startAt, type Words } from './words.ts';

/** Of the words from `first` to `last`, both of them in it. */
export const numberAt = (
  words: Words,
  first: number,
  last: number,
  value: number,
  ordinal = false,
): FoundNumber => ({
  first,
  last,
  start: startAt(words, first),
  end: endAt(words, last),
  value,
  percent: false,
  approximate: false,
  needsNoun: false,
  label: false,
  ...(ordinal ? { ordinal: true } : {}),
});
