/** The numbers of two versions beside each other: which took the place of which. */
import type { Account, CountedNumber } from './account.ts';
import { amountsOf, sameAmount, sameDimension } from './amounts.ts';
import type { FactPair } from './comparison.ts';
import { LEAST_WEIGHT, weigh, type Evidence, type Weights } from './evidence.ts';
import type { Nearness } from './fact-mentions.ts';
import {
  nounKey,
  nounLikeness,
  numberFact,
  numberLabel,
  nounReasons,
  type NumberSide,
} from './number-facts.ts';
import { surroundingsOf } from './surroundings.ts';
import { inPassages, rowsOf, type Place, type Row } from './version-pairs.ts';

/** Fitted on the tuning pairs by `bench/compare/calibrate-facts.ts`. */
export const numberWeights = {
  /** What speaks against any pair. */
  any: -2.44,
  /** The words around them are the same: one took the place of the other. */
  placed: 2.72,
  /** How alike the words around them are. */
  likeness: 2.35,
  /** How alike what they count is, where that is known, */
  noun: 3.16,
  /** and where it is not known of one. */
  unknown: 1.15,
  /** Hours, money: texts are full of them. */
  measured: 0.46,
  equal: -1.29,
  /** The larger equal numbers are, the less they are so by chance. */
  large: 2.41,
  /** Up to 3: the logarithm of how many times larger one is. A correction changes a figure by little. */
  apart: -3.52,
  /** The same befell what they count, or something else did. */
  sameState: 0.5,
  otherState: -1.85,
  /** One alone is of a hundred. */
  percent: -0.75,
  /** "One" that nothing is said to be counted by. */
  implied: -0.03,
  placedImplied: 0.5,
} as const;

/** Both lengths of time, or both distances. */
const OTHER_UNIT = 0.7;
const LARGEST_FROM_ONE = 5;
const LARGE_DIGITS = 3;
const MOST_APART = 3;
/** A text with more figures is a table, or nothing that anybody wrote. */
const MOST_ROWS = 5_000;

export interface NumberPlace extends Place, CountedNumber {}

type NumberEvidence = Evidence<keyof typeof numberWeights>;

export function numberPlaces({ account, numbers }: NumberSide): NumberPlace[] {
  const inside = inPassages(
    numbers.map((one) => ({ ...one, word: one.number.first })),
    account.passageOf,
  );
  const apart = inside.length <= MOST_ROWS;
  const families = new Map<string, Set<string>>();
  for (const { counted, number } of inside) {
    if (counted.state === null) continue;
    const key = plainKey({ counted, number }, apart);
    families.set(key, (families.get(key) ?? new Set()).add(counted.state.family));
  }
  return inside.map((one) => {
    const { start, end } = one.number;
    const key = plainKey(one, apart);
    // "31 held" and "31 killed" are two facts; of "31" alone it is not known which.
    const several = (families.get(key)?.size ?? 0) > 1;
    return { ...one, start, end, key: several ? `${key}|${one.counted.state?.family}` : key };
  });
}

/** What is not told to be the same thing stands in its own place, if `apart`. */
function plainKey({ number, counted }: CountedNumber, apart: boolean): string {
  const { first, value, percent, ordinal, implied, upTo } = number;
  const noun = nounKey(counted);
  const marks = [percent ? '%' : '', ordinal ? '.' : '', implied ? '?' : ''].join('');
  return `${value}${marks}|${upTo ?? ''}|${noun === '' && apart ? first : noun}`;
}

/** `null` when two places cannot be a pair at all. `samePlaces`: of the first signs of numbers of A, what stands in the same place of B. */
export function numberEvidence(
  a: Account,
  b: Account,
  nearness: Nearness,
  samePlaces: ReadonlyMap<number, number>,
): (a: NumberPlace, b: NumberPlace) => NumberEvidence | null {
  const likeness = surroundingsOf(a, b);
  return (a, b) => {
    if (nearness(a.word, b.word) === 0) return null;
    if (a.number.ordinal !== b.number.ordinal) return null;
    const measured = [a, b].some(({ counted }) => counted.concept?.sort === 'measure');
    const implied = a.number.implied === true || b.number.implied === true;
    if (implied && !mayBeImplied(a, b, measured)) return null;
    const placed = samePlaces.get(a.start) === b.start;
    const noun = sameDimension(a.counted, b.counted)
      ? Math.max(OTHER_UNIT, nounLikeness(a.counted, b.counted) ?? 0)
      : nounLikeness(a.counted, b.counted);
    const [stateA, stateB] = [a.counted.state, b.counted.state];
    const told = stateA !== null && stateB !== null;
    const equal = isEqual(a, b);
    return {
      any: 1,
      placed: Number(placed),
      likeness: likeness(a.word, b.word),
      noun: noun ?? 0,
      unknown: Number(noun === null),
      measured: Number(measured),
      equal: Number(equal),
      large: equal ? Math.min(1, Math.log10(a.number.value + 1) / LARGE_DIGITS) : 0,
      apart: equal ? 0 : timesLarger(a, b),
      sameState: Number(told && stateA.family === stateB.family),
      otherState: Number(told && stateA.family !== stateB.family),
      percent: Number(a.number.percent !== b.number.percent),
      implied: Number(implied && !measured),
      placedImplied: Number(implied && placed),
    };
  };
}

/** "For a week" became "for three", "one was still looking" became "two were". */
function mayBeImplied(a: NumberPlace, b: NumberPlace, measured: boolean): boolean {
  if (a.number.implied === b.number.implied || a.number.value === b.number.value) return false;
  return measured
    ? sameDimension(a.counted, b.counted)
    : Math.max(a.number.value, b.number.value) <= LARGEST_FROM_ONE;
}

const isEqual = (a: NumberPlace, b: NumberPlace): boolean =>
  a.number.upTo === b.number.upTo &&
  sameAmount(a.counted, a.number.value, b.counted, b.number.value);

/** Halves are added, so that of nothing it is a number too. */
function timesLarger(a: NumberPlace, b: NumberPlace): number {
  const [one, other] = amountsOf(a.counted, a.number.value, b.counted, b.number.value);
  return Math.min(MOST_APART, Math.abs(Math.log((one + 0.5) / (other + 0.5))));
}

export function numberPairsOfVersions(
  sideA: NumberSide,
  sideB: NumberSide,
  matched: ReadonlyMap<number, readonly number[]>,
  evidence: ReturnType<typeof numberEvidence>,
  weights: Weights<keyof NumberEvidence>,
): FactPair[] {
  const [a, b] = [sideA.account, sideB.account];
  const weightOf = (one: NumberPlace, other: NumberPlace): number => {
    const known = evidence(one, other);
    return known === null ? 0 : weigh(known, weights) - LEAST_WEIGHT;
  };
  const verdictOf = (one: NumberPlace, other: NumberPlace) =>
    isEqual(one, other) ? 'same' : 'differs';
  const rows = rowsOf(numberPlaces(sideA), numberPlaces(sideB), matched, weightOf, verdictOf);
  return rows.flatMap((row) => pairOf(row, a, b));
}

function pairOf(row: Row<NumberPlace>, a: Account, b: Account): FactPair[] {
  const [one, other] = [row.a[0], row.b[0]];
  const [left, right] = [fullest(row.a), fullest(row.b)];
  const factOf = (
    account: Account,
    place: NumberPlace | undefined,
    places: Row<NumberPlace>['a'],
  ) =>
    place === undefined
      ? null
      : numberFact(
          account,
          { number: place.number, counted: fullest(places) ?? place.counted },
          places.slice(1).map(({ start, end }) => [start, end]),
        );
  const both = one !== undefined && other !== undefined;
  if (!both && (one ?? other)?.number.implied === true) return [];
  const [factA, factB] = [factOf(a, one, row.a), factOf(b, other, row.b)];
  const same = both && isEqual(one, other);
  return [
    {
      kind: 'number',
      a: factA,
      b: factB,
      verdict: both ? (same ? 'same' : 'differs') : factA === null ? 'only-b' : 'only-a',
      label: numberLabel(left, right),
      reasons:
        factA === null || factB === null
          ? []
          : [
              ...(same ? [{ kind: 'same-number' as const, a: factA.text, b: factB.text }] : []),
              ...nounReasons(left, right),
            ],
    },
  ];
}

/** The place that says most of what is counted stands for all. */
function fullest(places: readonly NumberPlace[]): NumberPlace['counted'] | null {
  const said = places.find(({ counted }) => counted.noun !== null && counted.state !== null);
  return (said ?? places[0])?.counted ?? null;
}
