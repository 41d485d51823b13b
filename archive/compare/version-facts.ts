/** The numbers and dates of a text that are paired: of versions also those that are only told of them, without what counts nothing. */
import type { Account, CountedNumber } from './account.ts';
import type { FoundDate } from './dates.ts';
import { onesThatCount } from './small-counts.ts';
import { TOLD } from './told-dates.ts';
import { gapAfter } from './words.ts';
import { withoutWhichOne } from './which-one.ts';

/** In order. */
export function numbersOf(account: Account, versions: boolean): readonly CountedNumber[] {
  if (!versions) return account.numbers;
  const { words, meanings } = account;
  const { numbers, dates } = account.inVersions;
  const inDates = new Set<number>();
  for (const { first, last } of dates) for (let at = first; at <= last; at++) inDates.add(at);
  // "Twenty-first" and "two and a half" begin with a number, "half a million" ends with one.
  const inOthers = new Set<number>();
  for (const { number } of numbers)
    for (let at = number.first; at <= number.last; at++) inOthers.add(at);
  const plain = account.numbers.filter(({ number }) => !inOthers.has(number.first));
  const isOne = ({ number }: CountedNumber) => number.needsNoun && number.value === 1;
  const ones = onesThatCount(words, meanings, plain.filter(isOne));
  const others = withoutWhichOne(
    words,
    meanings,
    plain.filter((number) => !isOne(number)),
  );
  return [...others, ...ones, ...numbers]
    .filter(({ number }) => !inDates.has(number.first))
    .sort((x, y) => x.number.start - y.number.start);
}

const DAY = /^(?:\d{4}|-)-\d\d-\d\d$/;
const YEAR = /^\d{4}$/;
const SEASON = /^~(?:spring|summer|autumn|winter)$/;
/** "Tuesday, 6 October", "во вторник (6 октября)". */
const SAME_DAY_GAP = /^,?[ \u00a0\u202f]?\(?$/;
const SEASON_GAP = /^[ \u00a0\u202f]$/;

/** In order. A weekday with its date, and a season with its year, are one. */
export function datesOf(account: Account, versions: boolean): readonly FoundDate[] {
  if (!versions) return account.dates;
  const { words } = account;
  const all = [...account.dates, ...account.inVersions.dates].sort((x, y) => x.start - y.start);
  const joined: FoundDate[] = [];
  for (const date of all) {
    const before = joined.at(-1);
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
  return joined;
}

const isSameDay = (before: FoundDate, date: FoundDate) =>
  before.relative && !date.relative && !before.value.startsWith(TOLD) && DAY.test(date.value);
