/** Facts beside each other: the numbers, dates, places and names of two texts, paired through the alignment. */
import type { Account, CountedNumber } from './account.ts';
import type { FactPair, Match } from './comparison.ts';
import { datePairs } from './date-facts.ts';
import type { FoundDate } from './dates.ts';
import type { Nearness } from './fact-mentions.ts';
import { namePairs } from './name-facts.ts';
import type { NamedEntity } from './names.ts';
import { numberPairs } from './number-facts.ts';
import { nowhere, samePlaces } from './same-place.ts';

const placeOf = (pair: FactPair) => pair.a?.start ?? Infinity;

/** Of versions: without labels, which count nothing, and with what is only told of versions. In order. */
function numbersOf(account: Account, versions: boolean): readonly CountedNumber[] {
  if (!versions) return account.numbers;
  const { numbers, dates } = account.inVersions;
  const inDates = new Set<number>();
  for (const { first, last } of dates) for (let at = first; at <= last; at++) inDates.add(at);
  // "Twenty-first" begins with a number.
  const inNths = new Set(numbers.map(({ number }) => number.first));
  return [
    ...account.numbers.filter(({ number }) => !number.label && !inNths.has(number.first)),
    ...numbers,
  ]
    .filter(({ number }) => !inDates.has(number.first))
    .sort((x, y) => x.number.start - y.number.start);
}

const datesOf = (account: Account, versions: boolean): readonly FoundDate[] =>
  versions
    ? [...account.dates, ...account.inVersions.dates].sort((x, y) => x.start - y.start)
    : account.dates;

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
  const numberPlaces = placesOf(numbersA ?? [], numbersB ?? [], ({ number }) => number.start);
  const datePlaces = placesOf(datesA ?? [], datesB ?? [], ({ start }) => start);
  return [
    ...numberPairs(
      { ...a, numbers: numbersA ?? [] },
      { ...b, numbers: numbersB ?? [] },
      nearness,
      matched,
      numberPlaces,
    ),
    ...datePairs(
      { ...a, dates: datesA ?? [] },
      { ...b, dates: datesB ?? [] },
      nearness,
      matched,
      datePlaces,
    ),
    ...namePairs(a, b, entities),
  ].sort((x, y) => placeOf(x) - placeOf(y) || (x.b?.start ?? 0) - (y.b?.start ?? 0));
}
