/** One text taken apart for a comparison: its passages, words, numbers, dates and names. */
import type { TextDocument } from '../model/index.ts';
import { arabicNumbers } from './arabic-numbers.ts';
import { countedBy, type Counted } from './counted.ts';
import { countsInWords } from './counts-in-words.ts';
import { datesIn, type FoundDate } from './dates.ts';
import { daysOfMonth } from './days-of-month.ts';
import { decadesIn } from './decades.ts';
import { listedLanguage } from './language.ts';
import { Meanings } from './meaning.ts';
import { namesIn, type FoundName, type NamedEntity } from './names.ts';
import { numbersIn, type FoundNumber } from './numbers.ts';
import { ordinalsIn } from './ordinals.ts';
import { duals, onesThatCount } from './small-counts.ts';
import { toldDatesIn } from './told-dates.ts';
import { toldHours } from './told-hours.ts';
import { nthYears, toldYears } from './told-years.ts';
import { spansOfHours } from './opening-hours.ts';
import { passagesOf, type Passages } from './units.ts';
import { startAt, wordsIn, type Vocabulary, type Words } from './words.ts';

export interface CountedNumber {
  readonly number: FoundNumber;
  readonly counted: Counted;
}

export interface Account {
  readonly text: string;
  /** A `PartialDate`. */
  readonly published: string | null;
  readonly passages: Passages;
  readonly words: Words;
  readonly meanings: Meanings;
  /** Of each word: the passage and the sentence in which it stands, -1 for words outside all passages. */
  readonly passageOf: Int32Array;
  readonly sentenceOf: Int32Array;
  readonly numbers: readonly CountedNumber[];
  /** "One" where no word near says what is counted. */
  readonly ones: readonly CountedNumber[];
  readonly dates: readonly FoundDate[];
  readonly names: readonly FoundName[];
  /** Worked out when it is asked for. What is only paired where the words around it are the same, in versions: elsewhere such words meet by chance. */
  readonly inVersions: InVersions;
}

export interface InVersions {
  readonly numbers: readonly CountedNumber[];
  readonly dates: readonly FoundDate[];
}

function placesOf(
  words: Words,
  ranges: readonly { readonly start: number; readonly end: number }[],
): Int32Array {
  const places = new Int32Array(words.count).fill(-1);
  let index = 0;
  for (let at = 0; at < words.count; at++) {
    const start = startAt(words, at);
    while (index < ranges.length && (ranges[index]?.end ?? 0) <= start) index++;
    if (start >= (ranges[index]?.start ?? Infinity)) places[at] = index;
  }
  return places;
}

export function accountOf(
  document: TextDocument,
  vocabulary: Vocabulary,
  published: string | null,
  entities: readonly NamedEntity[],
): Account {
  const { text } = document;
  const words = wordsIn(text, vocabulary);
  const meanings = new Meanings(
    vocabulary,
    listedLanguage(document.language, text),
    document.language,
  );
  const passages = passagesOf(document);
  const { dates, taken } = datesIn(words, meanings, published);
  const found = numbersIn(words, meanings, taken);
  const stop = taken.slice();
  for (const number of found) stop.fill(1, number.first, number.last + 1);
  const numbers: CountedNumber[] = [];
  const ones: CountedNumber[] = [];
  for (const number of found) {
    const counted = countedBy(words, meanings, number, stop);
    const sure = counted.concept !== null && counted.concept.sort !== 'word';
    if (number.needsNoun && !sure && number.value <= 1) {
      ones.push({ number, counted });
      continue;
    }
    numbers.push({ number, counted });
  }
  let toldInVersions: InVersions | undefined;
  return {
    text,
    published,
    passages,
    words,
    meanings,
    passageOf: placesOf(words, passages.units),
    sentenceOf: placesOf(
      words,
      passages.sentences.map(([start, end]) => ({ start, end })),
    ),
    numbers,
    ones,
    dates,
    names: namesIn(words, entities),
    get inVersions() {
      toldInVersions ??= inVersions(words, meanings, published, {
        dates,
        taken,
        found,
        numbers,
        ones,
        stop,
      });
      return toldInVersions;
    },
  };
}

interface Read {
  readonly dates: readonly FoundDate[];
  readonly taken: Uint8Array;
  readonly found: readonly FoundNumber[];
  readonly numbers: readonly CountedNumber[];
  readonly ones: readonly CountedNumber[];
  /** 1 for words of dates and numbers. */
  readonly stop: Uint8Array;
}

function inVersions(
  words: Words,
  meanings: Meanings,
  published: string | null,
  { dates, taken, found, numbers, ones, stop }: Read,
): InVersions {
  const counted = (number: FoundNumber) => ({
    number,
    counted: countedBy(words, meanings, number, stop),
  });
  const hours = toldHours(words, meanings, taken, dates);
  const takenToo = taken.slice();
  for (const { first, last } of hours) takenToo.fill(1, first, last + 1);
  const spans = spansOfHours(words, meanings, [...hours, ...dates], takenToo);
  for (const { first, last } of spans) takenToo.fill(1, first, last + 1);
  const arabic = arabicNumbers(words, meanings, takenToo);
  const stopToo = stop.slice();
  for (const { first, last } of arabic) stopToo.fill(1, first, last + 1);
  const nths = [...ordinalsIn(words, meanings, stopToo), ...duals(words, meanings, stopToo)];
  return {
    numbers: [
      ...arabic.map(counted),
      ...nths.map(counted),
      ...onesThatCount(words, meanings, ones),
      ...countsInWords(words, meanings, found, takenToo, counted),
    ],
    dates: [
      ...hours,
      ...spans,
      ...toldDatesIn(words, meanings, published, takenToo, found),
      ...toldYears(words, meanings, numbers, dates),
      ...nthYears(words, taken),
      ...daysOfMonth(words, meanings, takenToo),
      ...decadesIn(words, meanings),
    ].sort((x, y) => x.start - y.start),
  };
}
