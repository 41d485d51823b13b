/** The dates and hours of two texts beside each other. */
import type { Account } from './account.ts';
import type { Fact, FactPair } from './comparison.ts';
import {
  grouped,
  mentionOf,
  moved,
  nearest,
  nearestMentions,
  type Mention,
  type Nearness,
} from './fact-mentions.ts';
import { bestPairs, byPassage, nearItems, rivals, type Scored } from './fact-rivals.ts';

interface DateFact {
  readonly fact: Fact;
  readonly mentions: readonly Mention[];
}

const withoutYear = (value: string) => value.replace(/^(?:\d{4}|-)-(?=\d\d)/, '');
const knowsYear = (value: string) => /^\d{4}/.test(value);

/** The same day; a day without its year is the same day of any year. */
export function sameDate(a: string, b: string): boolean {
  if (a === b) return true;
  return (
    (!knowsYear(a) || !knowsYear(b)) &&
    /\d\d$/.test(a) &&
    withoutYear(a) === withoutYear(b) &&
    !a.startsWith('T') &&
    !b.startsWith('T')
  );
}

const precision = (value: string) =>
  value.startsWith('T') ? 'hour' : String(withoutYear(value).length);
const LEAST_DATE_NEARNESS = 0.2;
/** One passage tells of many hours. */
const LEAST_HOUR_NEARNESS = 0.5;

function dateFacts(account: Account): DateFact[] {
  const inside = account.dates.filter((date) => (account.passageOf[date.first] ?? -1) >= 0);
  return grouped(inside, (date) => date.value).flatMap((group) => {
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
    return [{ fact, mentions }];
  });
}

export function datePairs(
  a: Account,
  b: Account,
  nearness: Nearness,
  matched: ReadonlyMap<number, readonly number[]>,
): FactPair[] {
  const left = dateFacts(a);
  const right = dateFacts(b);
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
        precision(item.fact.value) === precision(other.fact.value)
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
    label: item.fact.value,
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
        label: knowsYear(factA.value) ? factA.value : factB.value,
        reasons: same ? [{ kind: 'same-date', a: factA.text, b: factB.text }] : [],
      };
    }),
    ...left.filter((item) => !paired.has(item)).map((item) => single(item, 'a')),
    ...right.filter((item) => !paired.has(item)).map((item) => single(item, 'b')),
  ];
}
