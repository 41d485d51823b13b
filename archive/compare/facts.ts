/** Facts beside each other: the numbers, dates, places and names of two texts, paired through the alignment. */
import type { Account } from './account.ts';
import type { Comparison, FactPair, Match, Range } from './comparison.ts';
import { datePairs } from './date-facts.ts';
import type { Nearness } from './fact-mentions.ts';
import { namePairs } from './name-facts.ts';
import type { NamedEntity } from './names.ts';
import { numberPairs } from './number-facts.ts';
import { samePlaces } from './same-place.ts';
import { dateEvidence, datePairsOfVersions, dateWeights } from './version-dates.ts';
import { datesOf, numbersOf } from './version-facts.ts';
import {
  numberEvidence,
  numberPairsOfVersions,
  numberWeights,
  type NumberPlace,
} from './version-numbers.ts';

const placeOf = (pair: FactPair) => pair.a?.start ?? Infinity;

export interface ToPair {
  readonly a: Account;
  readonly b: Account;
  readonly entities: readonly NamedEntity[];
  readonly kind: Comparison['kind'];
  readonly matches: readonly Match[];
  /** Per passage of A, the passages of B that it was matched with. */
  readonly matched: ReadonlyMap<number, readonly number[]>;
  readonly nearness: Nearness;
}

export interface FactWeights {
  readonly numbers: Record<keyof typeof numberWeights, number>;
  readonly dates: Record<keyof typeof dateWeights, number>;
}

/** In order of A; what only B has comes last. */
export function pairFacts(aligned: ToPair, weights?: FactWeights): FactPair[] {
  const pairs =
    aligned.kind === 'versions' ? pairsOfVersions(aligned, weights) : pairsOfAccounts(aligned);
  return pairs.sort((x, y) => placeOf(x) - placeOf(y) || (x.b?.start ?? 0) - (y.b?.start ?? 0));
}

function pairsOfAccounts({ a, b, entities, matched, nearness }: ToPair): FactPair[] {
  const numbers = (account: Account) => ({ account, numbers: numbersOf(account, false) });
  const dates = (account: Account) => ({ account, dates: datesOf(account, false) });
  return [
    ...numberPairs(numbers(a), numbers(b), nearness, matched),
    ...datePairs(dates(a), dates(b), nearness, matched),
    ...namePairs(a, b, entities, null),
  ];
}

/** The numbers and dates of two versions, with what is known of any two of them. */
export function factsOfVersions({ a, b, matches, nearness }: ToPair) {
  const numbers = [a, b].map((account) => numbersOf(account, true));
  const dates = [a, b].map((account) => datesOf(account, true));
  const placesOf = <T>([left, right]: (readonly T[])[], startOf: (item: T) => number) =>
    samePlaces(matches, (left ?? []).map(startOf), (right ?? []).map(startOf));
  const [numbersOfA = [], numbersOfB = []] = numbers;
  const [datesOfA = [], datesOfB = []] = dates;
  return {
    numbers: {
      a: { account: a, numbers: numbersOfA },
      b: { account: b, numbers: numbersOfB },
      evidence: numberEvidence(
        a,
        b,
        nearness,
        placesOf(numbers, ({ number }) => number.start),
      ),
    },
    dates: {
      a: { account: a, dates: datesOfA },
      b: { account: b, dates: datesOfB },
      evidence: dateEvidence(
        a,
        b,
        nearness,
        placesOf(dates, ({ start }) => start),
      ),
    },
  };
}

/** Where dates stand that answer to another. */
const rangesOf = (pairs: readonly FactPair[], side: 'a' | 'b'): Range[] =>
  pairs.flatMap((pair) => {
    const fact = pair[side];
    if (fact === null || pair.a === null || pair.b === null) return [];
    return [[fact.start, fact.end] as const, ...fact.mentions];
  });

function pairsOfVersions(
  aligned: ToPair,
  weights: FactWeights = { numbers: numberWeights, dates: dateWeights },
): FactPair[] {
  const { a, b, entities, matched } = aligned;
  const { numbers, dates } = factsOfVersions(aligned);
  const isLinked = (left: number, right: number) => matched.get(left)?.includes(right) === true;
  const ofDates = datePairsOfVersions(dates.a, dates.b, matched, dates.evidence, weights.dates);
  // "After 50 minutes" is held against "for 50 minutes" where no other date answers to it.
  const dated = { a: rangesOf(ofDates, 'a'), b: rangesOf(ofDates, 'b') };
  const isFree = (side: 'a' | 'b', { number, start }: NumberPlace) =>
    number.ofSpan !== true || !dated[side].some(([from, to]) => from <= start && start < to);
  return [
    ...numberPairsOfVersions(
      numbers.a,
      numbers.b,
      matched,
      numbers.evidence,
      weights.numbers,
      isFree,
    ),
    ...ofDates,
    ...namePairs(a, b, entities, isLinked),
  ];
}
