/** Figures that are one number together: a range ("40–50 million"), and a length in two units ("a year and two months"). */
import { foldWord } from '../text/index.ts';
import type { Account, CountedNumber } from './account.ts';
import { conceptOf } from './lexicon.ts';
import { amountsOf, sameDimension } from './amounts.ts';
import type { FoundNumber } from './numbers.ts';
import { foldedAt, gapAfter, startAt, type Words } from './words.ts';

const wordsOf = (list: string) => new Set(list.split(' ').map(foldWord));

/** In order. */
export const joinedNumbers = (account: Account, all: readonly CountedNumber[]): CountedNumber[] =>
  withRanges(account, withSums(account, all));

const SUM_JOINS = wordsOf('and i і й и و');
const FARTHEST_PART = 3;

/** "A year and two months", "годину сорок": a length that is told in two units is one number, of the smaller unit. */
function withSums(account: Account, all: readonly CountedNumber[]): CountedNumber[] {
  const { words, meanings } = account;
  const joined: CountedNumber[] = [];
  for (const one of all) {
    const before = joined.at(-1);
    const sum = before === undefined ? null : sumOf(before, one);
    const between = before === undefined ? [] : range(before.number.last + 1, one.number.first);
    const plain = between.every((at) => {
      const { concept } = meanings.at(words, at);
      return concept?.sort === 'measure' || SUM_JOINS.has(foldedAt(words, at));
    });
    const near = between.length < FARTHEST_PART && gapsArePlain(words, before?.number, one.number);
    if (before !== undefined && sum !== null && plain && near)
      joined[joined.length - 1] = {
        number: {
          ...one.number,
          first: before.number.first,
          start: before.number.start,
          value: sum,
        },
        counted: one.counted,
      };
    else
      joined.push(
        hourBefore(account, one, before?.number ?? null) ??
          withOneBefore(account, one, before?.number.last ?? -1) ??
          one,
      );
  }
  return joined;
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

function gapsArePlain(
  words: Words,
  before: FoundNumber | undefined,
  { first }: FoundNumber,
): boolean {
  return range(before?.last ?? first, first).every((at) => gapAfter(words, at) === ' ');
}

/** In the smaller unit; `null` when the second is no part of the first. */
function sumOf(a: CountedNumber, b: CountedNumber): number | null {
  if ([a, b].some(({ number }) => number.ordinal === true || number.upTo !== undefined))
    return null;
  if (a.counted.concept?.sort !== 'measure') return null;
  if (!sameDimension(a.counted, b.counted) || a.counted.concept === b.counted.concept) return null;
  const [whole, part] = amountsOf(a.counted, a.number.value, b.counted, b.number.value);
  return part === b.number.value && part < whole ? whole + part : null;
}

const LONGEST_MINUTES = 59;

/** "Годину сорок чекали", "an hour forty": the minutes of an hour that no number counts. */
function hourBefore(
  { words, meanings }: Account,
  one: CountedNumber,
  before: FoundNumber | null,
): CountedNumber | null {
  const { first, last, value, ordinal, percent } = one.number;
  const hour = meanings.at(words, first - 1);
  if (hour.concept?.name !== 'hour' || ordinal === true || percent || value > LONGEST_MINUTES)
    return null;
  if (meanings.at(words, first).digits || value < 5 || gapAfter(words, first - 1) !== ' ')
    return null;
  if (before !== null && before.last >= first - 2) return null;
  if (meanings.at(words, first - 2).cardinal !== null || meanings.at(words, first - 2).digits)
    return null;
  const next = meanings.at(words, last + 1).concept;
  const minutes = next?.name === 'minute';
  if (!minutes && next !== null && next.sort !== 'state' && next.sort !== 'word') return null;
  const concept = conceptOf(MINUTE, 'en');
  return {
    number: {
      ...one.number,
      first: first - 1,
      start: startAt(words, first - 1),
      value: 60 + value,
    },
    counted: { ...one.counted, concept },
  };
}

const MINUTE = 'minute';

/** "A year and two months": the year is one. */
function withOneBefore(account: Account, one: CountedNumber, before: number): CountedNumber | null {
  const { words, meanings } = account;
  const { first, start, ordinal } = one.number;
  // "ساعة وعشرون دقيقة"
  if (meanings.language === 'ar' && foldedAt(words, first).startsWith('و'))
    return withMeasureAt(account, one, first - 1, before);
  if (!SUM_JOINS.has(foldedAt(words, first - 1)) || before >= first - 3) return null;
  const { concept } = meanings.at(words, first - 2);
  if (concept?.sort !== 'measure' || ordinal === true) return null;
  if (gapAfter(words, first - 2) !== ' ' || gapAfter(words, first - 1) !== ' ') return null;
  const whole: CountedNumber = {
    number: { ...one.number, first: first - 2, start: startAt(words, first - 2), value: 1 },
    counted: { ...one.counted, concept },
  };
  const sum = start > whole.number.start ? sumOf(whole, one) : null;
  return sum === null
    ? null
    : {
        ...one,
        number: { ...one.number, first: first - 2, start: whole.number.start, value: sum },
      };
}

/** The measure at word `at` is one, and `one` is a part of it that follows. */
function withMeasureAt(
  { words, meanings }: Account,
  one: CountedNumber,
  at: number,
  before: number,
): CountedNumber | null {
  const { concept, dual } = meanings.at(words, at);
  if (concept?.sort !== 'measure' || dual || before >= at - 1) return null;
  if (gapAfter(words, at) !== ' ' || one.number.ordinal === true) return null;
  const [start, cardinal] = [startAt(words, at), meanings.at(words, at - 1).cardinal];
  if (cardinal !== null || meanings.at(words, at - 1).digits) return null;
  const sum = sumOf(
    { number: { ...one.number, value: 1 }, counted: { ...one.counted, concept } },
    one,
  );
  return sum === null ? null : { ...one, number: { ...one.number, first: at, start, value: sum } };
}

const DASH = /^ ?[-–—‑] ?$/;
const FROM = wordsOf('from між від з із од от с ад ад од od z من');
const TO = wordsOf('to до да do إلى الى');
const BETWEEN = wordsOf('between між паміж между między pomiędzy بين');
const AND = wordsOf('and та і й и i a و');
const SCALES = [1e9, 1e6, 1e3];

/** "40–50 million", "від 500 до тисячі": both ends of a range are one number. */
function withRanges(account: Account, all: readonly CountedNumber[]): CountedNumber[] {
  const joined: CountedNumber[] = [];
  for (const one of all) {
    const before = joined.at(-1);
    const scaled = before === undefined ? 0 : scaledAs(account, before.number, one.number);
    const upTo = before === undefined ? 0 : scaledLike(account, one.number, before.number);
    if (before !== undefined && scaled < upTo && isRange(account, before, one)) {
      const { number } = before;
      joined[joined.length - 1] = {
        number: {
          ...one.number,
          first: number.first,
          start: number.start,
          value: scaled,
          upTo,
        },
        counted: one.counted,
      };
    } else joined.push(one);
  }
  return joined;
}

function isRange({ words }: Account, a: CountedNumber, b: CountedNumber): boolean {
  const [one, other] = [a.number, b.number];
  if (one.ordinal === true || other.ordinal === true || one.upTo !== undefined) return false;
  if (other.first === one.last + 1)
    return (
      (isDash(words, one, other) && !one.implied) ||
      (BETWEEN.has(foldedAt(words, one.first - 1)) && words.text.charAt(other.start) === 'و')
    );
  if (other.first !== one.last + 2) return false;
  const before = foldedAt(words, one.first - 1);
  const middle = foldedAt(words, one.last + 1);
  if (FROM.has(before) && TO.has(middle)) return !changes(words, one.first);
  return BETWEEN.has(before) && AND.has(middle);
}

/** "40 – 50 million", "пять-шесть лет"; but "двум дали 15 суток, трём — 10". */
function isDash(words: Words, one: FoundNumber, other: FoundNumber): boolean {
  const gap = words.text.slice(one.end, other.start);
  if (!DASH.test(gap)) return false;
  const digits = [one, other].map(({ start }) => /\d/.test(words.text.charAt(start)));
  return gap.length === 1 ? digits[0] === digits[1] : digits.every(Boolean);
}

const CHANGE_REACH = 5;
/** "Rose from 5 to 7" tells two numbers. */
const CHANGE =
  /^(?:rose|rise|risen|grew|grow|fell|fall|dropped|drop|increased|raised|cut|reduced|вырос|упал|сниз|увелич|сократ|подорож|повыс|вырас|упаў|упала|упалі|зніз|паві|павял|скарац|падарож|зрос|впав|впала|знизи|зменш|збільш|скоро|подорож|wzro|wzros|spad|zwieksz|zmniejsz|podro|obni|ارتفع|انخفض|تراجع|زاد)/;

function changes(words: Words, first: number): boolean {
  for (let at = first - 2; at >= Math.max(0, first - CHANGE_REACH); at--)
    if (CHANGE.test(foldedAt(words, at))) return true;
  return false;
}

/** "From 40 to 50 million": the first is of millions too. */
function scaledAs({ words, meanings }: Account, one: FoundNumber, other: FoundNumber): number {
  const own = meanings.at(words, one.last).cardinal ?? 0;
  const scale = SCALES.find((size) => meanings.at(words, other.last).cardinal === size);
  const digits =
    scale !== undefined && own < 1_000 && one.value < 1_000 && one.value * scale < other.value;
  return digits && other.first !== other.last ? one.value * scale : one.value;
}

/** "From one thousand to five": the second is of thousands too. */
function scaledLike({ words, meanings }: Account, one: FoundNumber, before: FoundNumber): number {
  const scale = SCALES.find((size) => meanings.at(words, before.last).cardinal === size);
  const bare = one.first === one.last && one.value < 1_000 && !one.percent;
  return scale !== undefined && bare && one.value * scale > before.value
    ? one.value * scale
    : one.value;
}
