/** Facts beside each other: the numbers, dates, places and names of two texts, paired through the alignment. */
import type { Account } from './account.ts';
import type { FactPair, Match } from './comparison.ts';
import { datePairs } from './date-facts.ts';
import type { Nearness } from './fact-mentions.ts';
import { namePairs } from './name-facts.ts';
import type { NamedEntity } from './names.ts';
import { numberPairs } from './number-facts.ts';
import { nowhere, samePlaces } from './same-place.ts';
import { datesOf, numbersOf } from './version-facts.ts';

const placeOf = (pair: FactPair) => pair.a?.start ?? Infinity;

/**
 * `matched`: per passage of A, the passages of B that it was matched with; `versions`: the matches, if the texts are
 * versions. In order of A; what only B has comes last.
 */
export function pairFacts(
  a: Account,
  b: Account,
  entities: readonly NamedEntity[],
  matched: ReadonlyMap<number, readonly number[]>,
  nearness: Nearness,
  versions: readonly Match[] | null,
): FactPair[] {
  const [numbersA, numbersB] = [a, b].map((account) => numbersOf(account, versions !== null));
  const [datesA, datesB] = [a, b].map((account) => datesOf(account, versions !== null));
  const placesOf = <T>(left: readonly T[], right: readonly T[], startOf: (item: T) => number) =>
    versions === null ? nowhere : samePlaces(versions, left.map(startOf), right.map(startOf));
  const isLinked = (left: number, right: number) => matched.get(left)?.includes(right) === true;
  const numberPlaces = placesOf(numbersA ?? [], numbersB ?? [], ({ number }) => number.start);
  const datePlaces = placesOf(datesA ?? [], datesB ?? [], ({ start }) => start);
  return [
    ...numberPairs(
      { account: a, numbers: numbersA ?? [] },
      { account: b, numbers: numbersB ?? [] },
      nearness,
      matched,
      numberPlaces,
    ),
    ...datePairs(
      { account: a, dates: datesA ?? [] },
      { account: b, dates: datesB ?? [] },
      nearness,
      matched,
      datePlaces,
    ),
    ...namePairs(a, b, entities, versions === null ? null : isLinked),
  ].sort((x, y) => placeOf(x) - placeOf(y) || (x.b?.start ?? 0) - (y.b?.start ?? 0));
}
