/** The dates and hours of two texts beside each other. */
import type { Account } from './account.ts';
import type { Fact, FactPair, Range } from './comparison.ts';
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
import { TOLD } from './told-dates.ts';
import { bestPairs, byPassage, nearItems, rivals, type Scored } from './fact-rivals.ts';

interface DateFact {
  readonly fact: Fact;
  readonly mentions: readonly Mention[];
}

const withoutYear = (value: string) => value.replace(/^(?:\d{4}|-)-(?=\d\d)/, '');
export const knowsYear = (value: string) => /^\d{4}/.test(value);

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
export const dateLabel = ({ value, text }: Fact) => (value.startsWith(TOLD) ? text : value);

export const precision = (value: string) =>
  value.startsWith(TOLD)
    ? 'told'
    : value.startsWith('T')
      ? 'hour'
      : String(withoutYear(value).length);
const LEAST_DATE_NEARNESS = 0.2;
/** One passage tells of many hours. */
const LEAST_HOUR_NEARNESS = 0.5;

export interface DateSide {
  readonly account: Account;
  readonly dates: readonly FoundDate[];
}

/** `mentions`: where else it stands. */
export const dateFact = (
  account: Account,
  { first, start, end, value, relative }: FoundDate,
  mentions: readonly Range[],
): Fact => ({
  start,
  end,
  text: account.text.slice(start, end),
  value,
  ...(relative ? { relative: true } : {}),
  mentions,
  passage: account.passageOf[first] ?? -1,
});

function dateFacts({ account, dates }: DateSide): DateFact[] {
  const inside = dates.filter((date) => (account.passageOf[date.first] ?? -1) >= 0);
  const groups = grouped(inside, (date) => date.value);
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const mentions = group.map((date) => mentionOf(account, date.first, [date.start, date.end]));
    const others = mentions.slice(1).map(({ range }) => range);
    return [{ fact: dateFact(account, first, others), mentions }];
  });
}

const alikePrecise = (a: DateFact, b: DateFact) =>
  precision(a.fact.value) === precision(b.fact.value);

export function datePairs(
  sideA: DateSide,
  sideB: DateSide,
  nearness: Nearness,
  matched: ReadonlyMap<number, readonly number[]>,
): FactPair[] {
  const [a, b] = [sideA.account, sideB.account];
  const [left, right] = [dateFacts(sideA), dateFacts(sideB)];
  const rivalsOf = rivals(
    left,
    right,
    (item) => [withoutYear(item.fact.value)],
    nearItems(byPassage(right), matched),
  );
  const scored: Scored<DateFact>[] = [];
  for (const [item, others] of rivalsOf)
    for (const other of others) {
      const near = nearest(item.mentions, other.mentions, nearness);
      const same = sameDate(item.fact.value, other.fact.value);
      if (same && !(item.fact.value.startsWith('T') && near === 0))
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
    label: dateLabel(item.fact),
    reasons: [],
  });
  return [
    ...pairs.map((pair): FactPair => {
      const [mentionA, mentionB] = nearestMentions(pair.a.mentions, pair.b.mentions, nearness);
      const factA = moved(pair.a.fact, mentionA, a.text);
      const factB = moved(pair.b.fact, mentionB, b.text);
      const same = sameDate(factA.value, factB.value);
      return {
        kind: 'date',
        a: factA,
        b: factB,
        verdict: same ? 'same' : 'differs',
        label: dateLabel(knowsYear(factA.value) ? factA : factB),
        reasons: same ? [{ kind: 'same-date', a: factA.text, b: factB.text }] : [],
      };
    }),
    ...left.filter((item) => !paired.has(item)).map((item) => single(item, 'a')),
    ...right.filter((item) => !paired.has(item)).map((item) => single(item, 'b')),
  ];
}
