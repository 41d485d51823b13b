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
import { isScale } from './number-words.ts';
import { isDenied } from './denied.ts';
import { sureness, type SamePlace } from './same-place.ts';
import { surroundingsOf } from './surroundings.ts';
import { inPassages, rowsOf, type Place, type Row } from './version-pairs.ts';

/** Fitted on the tuning pairs by `bench/compare/calibrate-facts.ts`. */
export const numberWeights = {
  /** What speaks against any pair. */
  any: -0.66,
  /** How alike the sentences or passages are: the more of them is the same, the less is left to guess. */
  near: -3.59,
  /** The words around them are the same: one took the place of the other. */
  placed: 3.54,
  /** How alike the words around them are. */
  likeness: 4.9,
  /** How alike what they count is, where that is known, */
  noun: 2.8,
  /** and where it is not known of one. */
  unknown: 1.6,
  equal: -0.31,
  /** The larger equal numbers are, the less they are so by chance. */
  large: 4.11,
  /** Up to 3: the logarithm of how many times larger one is. A correction changes a figure by little. */
  apart: -3.66,
  /** The same befell what they count, or something else did. */
  sameState: 0.05,
  otherState: -1.32,
  /** One alone is of a hundred. */
  percent: -0.9,
  /** Both are a "one" that nothing is said to be counted by. */
  implied: 0.41,
  /** One alone is the n-th of a count. */
  nth: -2.13,
} as const;

/** Both lengths of time, or both distances. */
const OTHER_UNIT = 0.7;
const LARGEST_FROM_ONE = 5;
const SAME_NOUN = 0.9;
const SAME_WORDS = 0.5;
const LARGE_DIGITS = 3;
const MOST_APART = 3;
/** A text with more figures is a table, or nothing that anybody wrote. */
const MOST_ROWS = 5_000;

export interface NumberPlace extends Place, CountedNumber {
  readonly denied: boolean;
  /** Of "9 million" a million. */
  readonly scale: number;
}

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
    const { start, end, first, last } = one.number;
    const { words, meanings } = account;
    const scale = meanings.at(words, last).cardinal ?? 1;
    const key = plainKey(one, apart);
    // "31 held" and "31 killed" are two facts; of "31" alone it is not known which.
    const several = (families.get(key)?.size ?? 0) > 1;
    return {
      ...one,
      denied: isDenied(words, first),
      scale: last > first && isScale(scale) ? scale : 1,
      start,
      end,
      key: several ? `${key}|${one.counted.state?.family}` : key,
    };
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
  samePlaces: ReadonlyMap<number, SamePlace>,
): (a: NumberPlace, b: NumberPlace) => NumberEvidence | null {
  const likeness = surroundingsOf(a, b);
  return (a, b) => {
    if (a.denied !== b.denied) return null;
    const ofSpans = Number(a.number.ofSpan === true) + Number(b.number.ofSpan === true);
    if (ofSpans === 2 || (ofSpans === 1 && !sameDimension(a.counted, b.counted))) return null;
    const near = nearness(a.word, b.word);
    if (near === 0) return null;
    const measured = [a, b].some(({ counted }) => counted.concept?.sort === 'measure');
    const implied = a.number.implied === true || b.number.implied === true;
    const alike = likeness(a.word, b.word);
    if (implied && !mayBeImplied(a, b, measured, alike)) return null;
    const noun = sameDimension(a.counted, b.counted)
      ? Math.max(OTHER_UNIT, nounLikeness(a.counted, b.counted) ?? 0)
      : nounLikeness(a.counted, b.counted);
    const [stateA, stateB] = [a.counted.state, b.counted.state];
    const told = stateA !== null && stateB !== null;
    const equal = isEqual(a, b);
    return {
      any: 1,
      near,
      placed: sureness(samePlaces, a, b),
      likeness: alike,
      noun: noun ?? 0,
      unknown: Number(noun === null),
      equal: Number(equal),
      large: equal ? Math.min(1, Math.log10(a.number.value + 1) / LARGE_DIGITS) : 0,
      apart: equal ? 0 : timesLarger(a, b),
      sameState: Number(told && stateA.family === stateB.family),
      otherState: Number(told && stateA.family !== stateB.family),
      percent: Number(a.number.percent !== b.number.percent),
      implied: Number(a.number.implied === true && b.number.implied === true),
      nth: Number(a.number.ordinal !== b.number.ordinal),
    };
  };
}

/** A "one" that nothing is counted by is held against what took its place alone: "for a week" became "for three", "one was still looking" became "two were". */
function mayBeImplied(a: NumberPlace, b: NumberPlace, measured: boolean, alike: number): boolean {
  const both = a.number.implied === b.number.implied;
  const equal = a.number.value === b.number.value;
  // "The court let in one", "one was let in": of as much alike as this it is the same.
  if (equal && !measured && alike >= SAME_WORDS) return true;
  if (equal && !(both && (measured || (nounLikeness(a.counted, b.counted) ?? 0) >= SAME_NOUN)))
    return false;
  return measured
    ? sameDimension(a.counted, b.counted)
    : Math.max(a.number.value, b.number.value) <= LARGEST_FROM_ONE;
}

const isEqual = (a: NumberPlace, b: NumberPlace): boolean =>
  a.number.upTo === b.number.upTo &&
  (sameAmount(a.counted, a.number.value, b.counted, b.number.value) || equalScaled(a, b));

/** "9 million" and "the nine that were needed", "30 per cent" and "three tenths". */
function equalScaled(a: NumberPlace, b: NumberPlace): boolean {
  const [one, other] = inOneScale(a, b);
  return a.number.value !== b.number.value && Math.abs(one - other) < 1e-6 * one;
}

function inOneScale(a: NumberPlace, b: NumberPlace): readonly [number, number] {
  const [one, other] = amountsOf(a.counted, a.number.value, b.counted, b.number.value);
  if (a.number.percent && isShare(b)) return [one / 100, other];
  if (b.number.percent && isShare(a)) return [one, other / 100];
  if (a.scale > 1 && isBare(b)) return [one, other * a.scale];
  if (b.scale > 1 && isBare(a)) return [one * b.scale, other];
  return [one, other];
}

const isShare = ({ number }: NumberPlace) => number.share === true || number.value < 1;
const BARE_BELOW = 1_000;
const isBare = ({ scale, number, counted }: NumberPlace) =>
  scale === 1 && number.value < BARE_BELOW && !number.percent && counted.concept === null;

/** Halves are added, so that of nothing it is a number too. */
function timesLarger(a: NumberPlace, b: NumberPlace): number {
  const [one, other] = inOneScale(a, b);
  return Math.min(MOST_APART, Math.abs(Math.log((one + 0.5) / (other + 0.5))));
}

export function numberPairsOfVersions(
  sideA: NumberSide,
  sideB: NumberSide,
  matched: ReadonlyMap<number, readonly number[]>,
  evidence: ReturnType<typeof numberEvidence>,
  weights: Weights<keyof NumberEvidence>,
  isFree: (side: 'a' | 'b', place: NumberPlace) => boolean,
): FactPair[] {
  const [a, b] = [sideA.account, sideB.account];
  const weightOf = (one: NumberPlace, other: NumberPlace): number => {
    const known = evidence(one, other);
    return known === null ? 0 : weigh(known, weights) - LEAST_WEIGHT;
  };
  const verdictOf = (one: NumberPlace, other: NumberPlace) =>
    isEqual(one, other) ? 'same' : 'differs';
  const placesOf = (of: NumberSide, side: 'a' | 'b') =>
    numberPlaces(of).filter((place) => isFree(side, place));
  const rows = rowsOf(placesOf(sideA, 'a'), placesOf(sideB, 'b'), matched, weightOf, verdictOf);
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
  const alone = both ? undefined : (one ?? other)?.number;
  if (alone?.implied === true || alone?.ofSpan === true) return [];
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
