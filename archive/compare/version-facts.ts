/** The numbers and dates of a text that are paired: of versions also those that are only told of them, without what counts nothing. */
import type { Account, CountedNumber } from './account.ts';
import { anchored } from './anchored-dates.ts';
import { foldWord } from '../text/index.ts';
import type { FoundDate } from './dates.ts';
import { joinedNumbers } from './joined-numbers.ts';
import { nthOf } from './nth-words.ts';
import type { FoundNumber } from './numbers.ts';
import { withoutNowadays } from './nowadays.ts';
import { isNoOne, isToldBefore, onesThatCount } from './small-counts.ts';
import { isFirst } from './ordinals.ts';
import { lastMonth, ofToldYear, thatDay } from './relative-years.ts';
import { TOLD } from './told-dates.ts';
import { foldedAt, gapAfter, type Words } from './words.ts';
import { isVague } from './vague-counts.ts';
import { withoutWhichOne } from './which-one.ts';

/** Of accounts all are looked at; those that only tell which one are told apart from counts. */
function withWhichOne({ words, meanings, numbers }: Account): readonly CountedNumber[] {
  const counts = new Set(withoutWhichOne(words, meanings, numbers));
  return numbers.map((one) =>
    counts.has(one) || one.number.label ? one : { ...one, number: { ...one.number, label: true } },
  );
}

/** In order. */
export function numbersOf(account: Account, versions: boolean): readonly CountedNumber[] {
  if (!versions) return withWhichOne(account);
  const { words, meanings } = account;
  const { numbers, dates } = account.inVersions;
  const inDates = new Set<number>();
  for (const { first, last } of [...dates, ...account.names])
    for (let at = first; at <= last; at++) inDates.add(at);
  // "Twenty-first" and "two and a half" begin with a number, "half a million" ends with one.
  const inOthers = new Set<number>();
  for (const { number } of numbers)
    for (let at = number.first; at <= number.last; at++) inOthers.add(at);
  const duals = new Set(numbers.flatMap(({ number }) => (number.dual ? [number.last] : [])));
  const isTold = ({ first, needsNoun, value }: FoundNumber) =>
    needsNoun && value === 2 && isToldBefore(words, first, duals.has(first - 1) ? first - 1 : -1);
  const plain = account.numbers.filter(
    ({ number }) => !inOthers.has(number.first) && !isTold(number),
  );
  const isOne = ({ number }: CountedNumber) => number.needsNoun && number.value === 1;
  const ones = onesThatCount(words, meanings, plain.filter(isOne));
  const weak = weakOnes(words, [...account.ones, ...plain.filter(isOne)], [...ones, ...numbers]);
  const others = withoutWhichOne(
    words,
    meanings,
    plain.filter((number) => !isOne(number)),
  );
  const isDay = beginsADate(account);
  const all = [...others, ...ones, ...numbers, ...weak]
    .filter(({ number }) => !inDates.has(number.first) && !isDay(number))
    .concat(ofSpans(account))
    .filter(({ number }) => !isTensOfNth(account, number) && !isVague(words, number))
    .filter(({ number }) => !endsAYear(account, number))
    .sort((x, y) => x.number.start - y.number.start || y.number.end - x.number.end)
    .filter(({ number }, at, sorted) => (sorted[at - 1]?.number.last ?? -1) < number.first);
  return joinedNumbers(account, all);
}

const SPAN = /^~[+-]\d/;

/** "After 50 minutes" may have been "for 50 minutes". */
function ofSpans({ numbers, inVersions }: Account): CountedNumber[] {
  const spans = inVersions.dates.filter(({ value }) => SPAN.test(value));
  return numbers.flatMap(({ number, counted }) =>
    spans.some(({ first, last }) => first <= number.first && number.last < last + 1)
      ? [{ number: { ...number, ofSpan: true as const }, counted }]
      : [],
  );
}

/** The tens of "twenty-first century", which are no number by themselves. */
function isTensOfNth({ words, meanings }: Account, { last, value, ordinal }: FoundNumber): boolean {
  const hundreds = value >= 100 && value < 1_000 && value % 100 === 0;
  const tens = value >= 20 && value <= 90 && value % 10 === 0;
  if (ordinal === true || !(tens || hundreds)) return false;
  if (!/^[ \u00a0-]$/.test(gapAfter(words, last)) || meanings.at(words, last).digits) return false;
  const next = foldedAt(words, last + 1);
  return isFirst(next) || (nthOf(next, meanings.language) ?? 10) < 10;
}

const YEAR_WORD = /^(?:19|20)(\d\d)$/;

/** "2023/24", "2023–24": the winter, season or school year that begins in the one and ends in the other. */
function endsAYear({ words }: Account, { first, last, value }: FoundNumber): boolean {
  if (first !== last || !/^\d\d$/.test(foldedAt(words, first))) return false;
  const begins = YEAR_WORD.exec(foldedAt(words, first - 1))?.[1];
  return /^[/–-]$/.test(gapAfter(words, first - 1)) && (Number(begins) + 1) % 100 === value;
}

const LAST_DAY = 31;
const ON = new Set(['на', 'na'].map(foldWord));

/** "In the night from 28 to 29 October" the first figure is a day too, and is told by the second. */
function beginsADate({ words, dates }: Account): (number: FoundNumber) => boolean {
  const days = new Set(dates.flatMap(({ first, value }) => (DAY.test(value) ? [first] : [])));
  return ({ last, value }) =>
    value <= LAST_DAY &&
    days.has(last + 2) &&
    ON.has(foldedAt(words, last + 1)) &&
    SEASON_GAP.test(gapAfter(words, last));
}

/** "One was still looking": only held against a number that took its place. */
function weakOnes(
  words: Words,
  ones: readonly CountedNumber[],
  strong: readonly CountedNumber[],
): CountedNumber[] {
  const known = new Set(strong.map(({ number }) => number.first));
  return ones
    .filter(
      ({ number }) => number.value === 1 && !known.has(number.first) && !isNoOne(words, number),
    )
    .map(({ number, counted }) => ({ number: { ...number, implied: true as const }, counted }));
}

const DAY = /^(?:\d{4}|-)-\d\d-\d\d$/;
const YEAR = /^\d{4}$/;
const SEASON = /^~(?:spring|summer|autumn|winter)$/;
/** "Tuesday, 6 October", "во вторник (6 октября)". */
const SAME_DAY_GAP = /^[,،]?[ \u00a0\u202f]?\(?$/;
const SEASON_GAP = /^[ \u00a0\u202f]$/;

/** In order. A weekday with its date, and a season with its year, are one. */
export function datesOf(account: Account, versions: boolean): readonly FoundDate[] {
  if (!versions) return account.dates;
  const { words } = account;
  const told = account.inVersions.dates;
  // "السادسة والنصف" holds an hour that was read already.
  const inTold = new Set<number>();
  for (const { first, last } of [...told, ...account.names])
    for (let at = first; at <= last; at++) inTold.add(at);
  const named = new Set<number>();
  for (const { first, last } of account.names) for (let at = first; at <= last; at++) named.add(at);
  const outside = told.filter(({ first }) => !named.has(first));
  const all = [...account.dates.filter(({ first }) => !inTold.has(first)), ...outside].sort(
    (x, y) => x.start - y.start,
  );
  const joined: FoundDate[] = [];
  for (const one of all) {
    const date = thatDay(words, lastMonth(words, one, account.published));
    const before = joined.at(-1);
    const inYear = before === undefined ? null : ofToldYear(words, before, date);
    if (inYear !== null) {
      joined[joined.length - 1] = inYear;
      continue;
    }
    const gap = before?.last === date.first - 1 ? gapAfter(words, before.last) : null;
    if (before === undefined || gap === null) joined.push(date);
    else if (isSameDay(before, date) && SAME_DAY_GAP.test(gap))
      joined[joined.length - 1] = { ...date, first: before.first, start: before.start };
    else if (SEASON.test(before.value) && YEAR.test(date.value) && SEASON_GAP.test(gap))
      joined[joined.length - 1] = {
        ...before,
        last: date.last,
        end: date.end,
        value: `${before.value}-${date.value}`,
      };
    else joined.push(date);
  }
  return anchored(account, withoutNowadays(account, joined));
}

const isSameDay = (before: FoundDate, date: FoundDate) =>
  before.relative && !date.relative && !before.value.startsWith(TOLD) && DAY.test(date.value);
