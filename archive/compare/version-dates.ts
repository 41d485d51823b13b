/** The dates and hours of two versions beside each other: which took the place of which. */
import type { Account } from './account.ts';
import type { FactPair } from './comparison.ts';
import {
  dateFact,
  dateLabel,
  knowsYear,
  precision,
  sameDate,
  type DateSide,
} from './date-facts.ts';
import type { FoundDate } from './dates.ts';
import { DAY_OF_MONTH } from './days-of-month.ts';
import { LEAST_WEIGHT, weigh, type Evidence, type Weights } from './evidence.ts';
import type { Nearness } from './fact-mentions.ts';
import { isDenied } from './denied.ts';
import { sureness, type SamePlace } from './same-place.ts';
import { surroundingsOf } from './surroundings.ts';
import { inPassages, rowsOf, type Place, type Row } from './version-pairs.ts';

/** Fitted on the tuning pairs by `bench/compare/calibrate-facts.ts`. */
export const dateWeights = {
  /** What speaks against any pair. */
  any: -3.93,
  /** The words around them are the same: one took the place of the other. */
  placed: 3.73,
  /** How alike the words around them are. */
  likeness: 2.61,
  /** They are the same day or hour. */
  same: 3.57,
  /** Both are days, or hours, or months. */
  precise: 2.15,
} as const;

export interface DatePlace extends Place {
  readonly date: FoundDate;
  readonly denied: boolean;
}

export const datePlaces = ({ account, dates }: DateSide): DatePlace[] =>
  inPassages(
    dates.map((date) => ({
      date,
      word: date.first,
      start: date.start,
      end: date.end,
      key: date.value,
      denied: isDenied(account.words, date.first),
    })),
    account.passageOf,
  );

type DateEvidence = Evidence<keyof typeof dateWeights>;

/** `null` when two places cannot be a pair at all. `samePlaces`: of the first signs of dates of A, what stands in the same place of B. */
export function dateEvidence(
  a: Account,
  b: Account,
  nearness: Nearness,
  samePlaces: ReadonlyMap<number, SamePlace>,
): (a: DatePlace, b: DatePlace) => DateEvidence | null {
  const likeness = surroundingsOf(a, b);
  const isOpen = (one: DatePlace, other: DatePlace) =>
    [one, other].some(({ date }) => OPEN_DAY.test(date.value)) &&
    !takenOver(a, b, one.date, other.date);
  return (a, b) =>
    nearness(a.word, b.word) === 0 || a.denied !== b.denied || isOpen(a, b)
      ? null
      : {
          any: 1,
          placed: sureness(samePlaces, a, b),
          likeness: likeness(a.word, b.word),
          same: Number(
            sameDate(a.date.value, b.date.value) ||
              sameDay(a.date, b.date) ||
              sameDayOfMonth(a.date.value, b.date.value) ||
              sameHour(a.date, b.date),
          ),
          precise: Number(alikePrecise(a.date, b.date)),
        };
}

/** "Yesterday" in a page whose day is not known is some day, and may be any other. */
const OPEN_DAY = /^-?P\d+D$/;

/** "In three days", told on the sixth, is the ninth; "last year" and "a year ago" are the year before. */
function sameDay(a: FoundDate, b: FoundDate): boolean {
  if (THIS_YEAR.has(a.value) && THIS_YEAR.has(b.value)) return true;
  if (isFrom(a, b) || isFrom(b, a)) return true;
  if (a.thatDay || b.thatDay) return weekdayOf(a) !== null && weekdayOf(a) === weekdayOf(b);
  if (a.day === undefined && b.day === undefined) return false;
  // "A week before the vote" is no week before the day of publication: one of them must say which day it is.
  const sure = a.day === undefined || b.day === undefined || YEAR.test(a.day);
  return sure && (a.day ?? a.value) === (b.day ?? b.value);
}

/** "By the 20th" is 20 February where that is told. */
function sameDayOfMonth(a: string, b: string): boolean {
  const [left, right] = [DAY_OF_MONTH.exec(a)?.[1], DAY_OF_MONTH.exec(b)?.[1]];
  if (left === undefined && right === undefined) return false;
  return (left ?? a.slice(-2)) === (right ?? b.slice(-2)) && (DAY.test(a) || DAY.test(b));
}

/** "The next day" after 15 January is the 16th, "a year later" after 2023 is some day of 2024. */
const isFrom = ({ fromBefore }: FoundDate, { value, day, fromBefore: other }: FoundDate): boolean =>
  fromBefore !== undefined && (fromBefore === value || fromBefore === day || fromBefore === other);

const HOUR = /^T(\d\d):(\d\d)$/;
const HALF_DAY = 12;

/** "At seven" is 19:00 where that is told. */
function sameHour(a: FoundDate, b: FoundDate): boolean {
  const [left, right] = [HOUR.exec(a.value), HOUR.exec(b.value)];
  if (left === null || right === null || left[2] !== right[2]) return false;
  const later = Number(left[1]) - Number(right[1]);
  return Math.abs(later) === HALF_DAY && (later < 0 ? a : b).eitherHalf === true;
}

/** "This year" and "since the start of the year". */
const THIS_YEAR = new Set(['~this-year', '~start-of-year']);

const YEAR = /^\d{4}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const SOME_DAY = '2000-01-01';

/** Days with days, hours with hours; a span that is told from elsewhere may be a day. */
function alikePrecise(a: FoundDate, b: FoundDate): boolean {
  const [left, right] = [a, b].map(({ value }) =>
    precision(DAY_OF_MONTH.test(value) ? SOME_DAY : value),
  );
  const cameTo = ({ fromBefore, day, value }: FoundDate) => precision(fromBefore ?? day ?? value);
  return (
    left === right ||
    precision(a.day ?? a.value) === precision(b.day ?? b.value) ||
    cameTo(a) === cameTo(b)
  );
}

const WEEK_MILLISECONDS = 7 * 86_400_000;

/** 1 (Monday) to 7, of a day of the calendar. */
const weekdayOf = ({ value, weekday }: FoundDate): number | null =>
  weekday ?? (DAY.test(value) ? new Date(value).getUTCDay() || 7 : null);

/**
 * "Will meet on Friday" is told ahead, "met on Friday" looks back: in two versions with less than a week between them it
 * is one Friday, though it was worked out as two. So is "on Friday" and the day a week later, which is a Friday.
 */
function sameWeekday(a: FoundDate, b: FoundDate): boolean {
  if (a.weekday === undefined && b.weekday === undefined) return false;
  const weekday = weekdayOf(a);
  return (
    weekday !== null &&
    weekday === weekdayOf(b) &&
    Math.abs(Date.parse(a.value) - Date.parse(b.value)) === WEEK_MILLISECONDS
  );
}

const sentenceOf = (account: Account, word: number) => {
  const [start, end] = account.passages.sentences[account.sentenceOf[word] ?? -1] ?? [0, 0];
  return account.text.slice(start, end);
};

/** "Yesterday" in a sentence that a later version took over unchanged is the day that it was at first. */
const takenOver = (a: Account, b: Account, one: FoundDate, other: FoundDate): boolean =>
  one.relative &&
  a.text.slice(one.start, one.end) === b.text.slice(other.start, other.end) &&
  sentenceOf(a, one.first) === sentenceOf(b, other.first);

const tellTheSame = (
  a: Account,
  b: Account,
  { date: one }: DatePlace,
  { date: other }: DatePlace,
) =>
  sameDate(one.value, other.value) ||
  sameDay(one, other) ||
  sameDayOfMonth(one.value, other.value) ||
  sameHour(one, other) ||
  sameWeekday(one, other) ||
  takenOver(a, b, one, other);

export function datePairsOfVersions(
  sideA: DateSide,
  sideB: DateSide,
  matched: ReadonlyMap<number, readonly number[]>,
  evidence: ReturnType<typeof dateEvidence>,
  weights: Weights<keyof DateEvidence>,
): FactPair[] {
  const [a, b] = [sideA.account, sideB.account];
  const weightOf = (one: DatePlace, other: DatePlace): number => {
    const known = evidence(one, other);
    return known === null ? 0 : weigh(known, weights) - LEAST_WEIGHT;
  };
  const verdictOf = (one: DatePlace, other: DatePlace) =>
    tellTheSame(a, b, one, other) ? 'same' : 'differs';
  return rowsOf(datePlaces(sideA), datePlaces(sideB), matched, weightOf, verdictOf).map(
    (row): FactPair => {
      const factA = factOf(a, row.a);
      const factB = factOf(b, row.b);
      const [one, other] = [row.a[0], row.b[0]];
      const verdict =
        one === undefined ? 'only-b' : other === undefined ? 'only-a' : verdictOf(one, other);
      const said = factA !== null && (factB === null || knowsYear(factA.value)) ? factA : factB;
      return {
        kind: 'date',
        a: factA,
        b: factB,
        verdict,
        label: said === null ? '' : dateLabel(said),
        reasons:
          verdict === 'same' && factA !== null && factB !== null
            ? [{ kind: 'same-date', a: factA.text, b: factB.text }]
            : [],
      };
    },
  );
}

function factOf(account: Account, places: Row<DatePlace>['a']) {
  const [first, ...others] = places;
  return first === undefined
    ? null
    : dateFact(
        account,
        first.date,
        others.map(({ start, end }) => [start, end]),
      );
}
