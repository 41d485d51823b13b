/** The dates and hours of two texts beside each other. */
import type { Account } from './account.ts';
import type { Fact, FactPair } from './comparison.ts';
import type { FoundDate } from './dates.ts';
import {
  grouped,
  mentionOf,
  moved,
  nearest,
  nearestMentions,
  type Mention,
  type Nearness,
} from './fact-mentions.ts';
import { partedByPlace, shareAPlace, type SamePlaces } from './same-place.ts';
import { SurroundingWords } from './surroundings.ts';
import { TOLD } from './told-dates.ts';
import { bestPairs, byPassage, nearItems, rivals, type Scored } from './fact-rivals.ts';

interface DateFact {
  readonly fact: Fact;
  readonly mentions: readonly Mention[];
  readonly weekday: number | undefined;
  readonly day: string | undefined;
}

const withoutYear = (value: string) => value.replace(/^(?:\d{4}|-)-(?=\d\d)/, '');
const knowsYear = (value: string) => /^\d{4}/.test(value);

const SPAN = /^~([+-])(\d+(?:\.\d+)?)([hmDWMY])$/;
/** In minutes, and in months. */
const SPAN_SIZES: Readonly<Record<string, readonly [base: string, size: number]>> = {
  m: ['minute', 1],
  h: ['minute', 60],
  D: ['minute', 60 * 24],
  W: ['minute', 60 * 24 * 7],
  M: ['month', 1],
  Y: ['month', 12],
};

/** "Two weeks later" and "fourteen days later". */
function sameSpan(a: string, b: string): boolean {
  const [left, right] = [SPAN.exec(a), SPAN.exec(b)];
  if (left === null || right === null || left[1] !== right[1]) return false;
  const [baseA, sizeA] = SPAN_SIZES[left[3] ?? ''] ?? ['', 0];
  const [baseB, sizeB] = SPAN_SIZES[right[3] ?? ''] ?? ['', 0];
  return baseA === baseB && Number(left[2]) * sizeA === Number(right[2]) * sizeB;
}

/** The same day; a day without its year is the same day of any year. */
export function sameDate(a: string, b: string): boolean {
  if (a === b || sameSpan(a, b)) return true;
  return (
    (!knowsYear(a) || !knowsYear(b)) &&
    /\d\d$/.test(a) &&
    withoutYear(a) === withoutYear(b) &&
    !a.startsWith(TOLD) &&
    !a.startsWith('T') &&
    !b.startsWith('T')
  );
}

/** A day that is told from elsewhere is shown in the words of the text. */
const labelOf = ({ value, text }: Fact) => (value.startsWith(TOLD) ? text : value);

const precision = (value: string) =>
  value.startsWith(TOLD)
    ? 'told'
    : value.startsWith('T')
      ? 'hour'
      : String(withoutYear(value).length);
/** Standing in the same place of two versions is surer than anything else. */
const PLACE_SCORE = 4;
const LEAST_DATE_NEARNESS = 0.2;
/** One passage tells of many hours. */
const LEAST_HOUR_NEARNESS = 0.5;

export interface DateSide {
  readonly account: Account;
  readonly dates: readonly FoundDate[];
}

function dateFacts(
  { account, dates }: DateSide,
  placed: ReadonlyMap<number, number>,
  valueOf: ReadonlyMap<number, string>,
): DateFact[] {
  const partner = ({ start }: FoundDate) => valueOf.get(placed.get(start) ?? -1) ?? null;
  const inside = dates.filter((date) => (account.passageOf[date.first] ?? -1) >= 0);
  const groups = grouped(inside, (date) => date.value).flatMap((group) =>
    partedByPlace(group, partner),
  );
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const mentions = group.map((date) => mentionOf(account, date.first, [date.start, date.end]));
    const fact: Fact = {
      start: first.start,
      end: first.end,
      text: account.text.slice(first.start, first.end),
      value: first.value,
      ...(first.relative ? { relative: true } : {}),
      mentions: mentions.slice(1).map(({ range }) => range),
      passage: account.passageOf[first.first] ?? -1,
    };
    return [{ fact, mentions, weekday: first.weekday, day: first.day }];
  });
}

const sentenceOf = (account: Account, word: number) => {
  const [start, end] = account.passages.sentences[account.sentenceOf[word] ?? -1] ?? [0, 0];
  return account.text.slice(start, end);
};

/** "Yesterday" in a sentence that a later version took over unchanged is the day that it was at first. */
const takenOver = (
  a: Account,
  b: Account,
  factA: Fact,
  factB: Fact,
  mentionA: Mention | undefined,
  mentionB: Mention | undefined,
): boolean =>
  factA.relative === true &&
  factA.text === factB.text &&
  mentionA !== undefined &&
  mentionB !== undefined &&
  sentenceOf(a, mentionA.word) === sentenceOf(b, mentionB.word);

const WEEK_MILLISECONDS = 7 * 86_400_000;

/**
 * "Will meet on Friday" is told ahead, "met on Friday" looks back: in two versions with less than a week between them it
 * is one Friday, though it was worked out as two.
 */
const sameWeekday = (a: DateFact, b: DateFact): boolean =>
  a.weekday !== undefined &&
  a.weekday === b.weekday &&
  Math.abs(Date.parse(a.fact.value) - Date.parse(b.fact.value)) === WEEK_MILLISECONDS;

/** "In three days", told on the sixth, is the ninth. */
const sameDay = (a: DateFact, b: DateFact): boolean =>
  (a.day !== undefined && a.day === b.fact.value) ||
  (b.day !== undefined && b.day === a.fact.value);

const LEAST_IN_VERSIONS = 0.2;
const SAME_IN_VERSIONS = 1.6;
const PLACED_IN_VERSIONS = 1;
const NEAR_IN_VERSIONS = 0.3;

/** Of versions: what took the same place, else what is the same or stands among the same words. */
function versionScore(
  a: DateFact,
  b: DateFact,
  near: number,
  places: SamePlaces,
  surroundings: SurroundingWords,
): number {
  if (near === 0) return 0;
  const same = sameDate(a.fact.value, b.fact.value) || sameDay(a, b) ? SAME_IN_VERSIONS : 0;
  const placed = shareAPlace(a.mentions, b.mentions, places) ? PLACED_IN_VERSIONS : 0;
  if (same === 0 && placed === 0 && !alikePrecise(a, b)) return 0;
  const likeness = surroundings.likeness(a.mentions, b.mentions);
  return placed + same + near * NEAR_IN_VERSIONS + likeness;
}

/** Days with days, hours with hours; a span that is told from elsewhere may be a day. */
function alikePrecise(a: DateFact, b: DateFact): boolean {
  const [left, right] = [precision(a.fact.value), precision(b.fact.value)];
  return (
    left === right ||
    (a.day !== undefined && right === DAY) ||
    (b.day !== undefined && left === DAY)
  );
}
/** The precision of `-MM-DD`. */
const DAY = '5';

export function datePairs(
  sideA: DateSide,
  sideB: DateSide,
  nearness: Nearness,
  matched: ReadonlyMap<number, readonly number[]>,
  places: SamePlaces,
): FactPair[] {
  const [a, b] = [sideA.account, sideB.account];
  const valuesOf = ({ dates }: DateSide) =>
    new Map(dates.map(({ start, value }) => [start, value]));
  const left = dateFacts(sideA, places.ofA, valuesOf(sideB));
  const right = dateFacts(sideB, places.ofB, valuesOf(sideA));
  const rivalsOf = rivals(
    left,
    right,
    (item) => [withoutYear(item.fact.value)],
    nearItems(byPassage(right), matched),
  );
  const surroundings = new SurroundingWords(a, b);
  const scored: Scored<DateFact>[] = [];
  for (const [item, others] of rivalsOf)
    for (const other of others) {
      const near = nearest(item.mentions, other.mentions, nearness);
      if (places.versions) {
        const score = versionScore(item, other, near, places, surroundings);
        if (score > LEAST_IN_VERSIONS) scored.push({ a: item, b: other, score });
        continue;
      }
      const same = sameDate(item.fact.value, other.fact.value);
      if (shareAPlace(item.mentions, other.mentions, places))
        scored.push({ a: item, b: other, score: PLACE_SCORE + near + (same ? 1 : 0) });
      else if (same && !(item.fact.value.startsWith('T') && near === 0))
        scored.push({
          a: item,
          b: other,
          score: 2 + near + (item.fact.value === other.fact.value ? 1 : 0),
        });
      else if (
        near >= (item.fact.value.startsWith('T') ? LEAST_HOUR_NEARNESS : LEAST_DATE_NEARNESS) &&
        alikePrecise(item, other)
      )
        scored.push({ a: item, b: other, score: near });
    }
  const pairs = bestPairs(scored);
  const paired = new Set<DateFact>(pairs.flatMap((pair) => [pair.a, pair.b]));
  const single = (item: DateFact, side: 'a' | 'b'): FactPair => ({
    kind: 'date',
    a: side === 'a' ? item.fact : null,
    b: side === 'b' ? item.fact : null,
    verdict: side === 'a' ? 'only-a' : 'only-b',
    label: labelOf(item.fact),
    reasons: [],
  });
  return [
    ...pairs.map((pair): FactPair => {
      const [mentionA, mentionB] = nearestMentions(
        pair.a.mentions,
        pair.b.mentions,
        nearness,
        places,
      );
      const factA = moved(pair.a.fact, mentionA, a.text);
      const factB = moved(pair.b.fact, mentionB, b.text);
      const same =
        sameDate(factA.value, factB.value) ||
        (places.versions &&
          (takenOver(a, b, factA, factB, mentionA, mentionB) ||
            sameWeekday(pair.a, pair.b) ||
            sameDay(pair.a, pair.b)));
      return {
        kind: 'date',
        a: factA,
        b: factB,
        verdict: same ? 'same' : 'differs',
        label: labelOf(knowsYear(factA.value) ? factA : factB),
        reasons: same ? [{ kind: 'same-date', a: factA.text, b: factB.text }] : [],
      };
    }),
    ...left.filter((item) => !paired.has(item)).map((item) => single(item, 'a')),
    ...right.filter((item) => !paired.has(item)).map((item) => single(item, 'b')),
  ];
}
