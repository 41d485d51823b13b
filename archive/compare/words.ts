/** The words of a text as numbers of one vocabulary, with their offsets. */
import { eachWord, foldWord, withoutPossessive } from '../text/index.ts';

/** Every distinct folded word of the compared texts, numbered from 0. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #asWritten = new Map<string, number>();
  readonly folded: string[] = [];

  number(written: string): number {
    const known = this.#asWritten.get(written);
    if (known !== undefined) return known;
    const number = this.#numberOfFolded(withoutPossessive(foldWord(written)));
    this.#asWritten.set(written, number);
    return number;
  }

  /** The number of a word that is known already, else `null`. */
  known(written: string): number | null {
    return (
      this.#asWritten.get(written) ??
      this.#numbers.get(withoutPossessive(foldWord(written))) ??
      null
    );
  }

  #numberOfFolded(folded: string): number {
    const known = this.#numbers.get(folded);
    if (known !== undefined) return known;
    const number = this.folded.length;
    this.#numbers.set(folded, number);
    this.folded.push(folded);
    return number;
  }
}

export interface Words {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly count: number;
  /** Of each word: its range in the text, its number in the vocabulary, and whether it begins with a capital. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly word: Int32Array;
  readonly capital: Uint8Array;
}

const startsWithCapital = (written: string) => {
  const unit = written.charCodeAt(0);
  if (unit >= 0x61 && unit <= 0x7a) return false;
  if (unit >= 0x41 && unit <= 0x5a) return true;
  return /^[\p{Lu}\p{Lt}]/u.test(written);
};

/** The words of a text, all of them numbered in `vocabulary`. */
export const wordsIn = (text: string, vocabulary: Vocabulary): Words =>
  numberedWords(text, vocabulary, (written) => vocabulary.number(written));

/** The words of a text; those that `vocabulary` does not know get a number of their own each, and it learns nothing. */
export const knownWordsIn = (text: string, vocabulary: Vocabulary): Words =>
  numberedWords(text, vocabulary, (written, at) => vocabulary.known(written) ?? -2 - at);

function numberedWords(
  text: string,
  vocabulary: Vocabulary,
  numberOf: (written: string, at: number) => number,
): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  eachWord(text, (start, end) => {
    starts.push(start);
    ends.push(end);
  });
  const count = starts.length;
  const word = new Int32Array(count);
  const capital = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const written = text.slice(starts[at], ends[at]);
    word[at] = numberOf(written, at);
    if (startsWithCapital(written)) capital[at] = 1;
  }
  return {
    text,
    vocabulary,
    count,
    start: Int32Array.from(starts),
    end: Int32Array.from(ends),
    word,
    capital,
  };
}

export const foldedAt = (words: Words, at: number): string =>
  words.vocabulary.folded[words.word[at] ?? -1] ?? '';

export const startAt = (words: Words, at: number): number => words.start[at] ?? words.text.length;
export const endAt = (words: Words, at: number): number => words.end[at] ?? words.text.length;

/** What stands between word `at` and the next one; empty after the last. */
export const gapAfter = (words: Words, at: number): string =>
  at + 1 < words.count ? words.text.slice(endAt(words, at), startAt(words, at + 1)) : '';

/** Those from word `from` up to word `to`, with their offsets in the whole text. */
export const wordsBetween = (words: Words, from: number, to: number): Words => ({
  ...words,
  count: to - from,
  start: words.start.subarray(from, to),
  end: words.end.subarray(from, to),
  word: words.word.subarray(from, to),
  capital: words.capital.subarray(from, to),
});

/** Index of the first word that starts at or after `offset`. */
export function firstWordFrom(words: Words, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startAt(words, middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
