/** Facts beside each other: the numbers, dates, places and names of two texts, paired through the alignment. */
import type { Account } from './account.ts';
import type { FactPair } from './comparison.ts';
import { datePairs } from './date-facts.ts';
import type { Nearness } from './fact-mentions.ts';
import { namePairs } from './name-facts.ts';
import type { NamedEntity } from './names.ts';
import { numberPairs } from './number-facts.ts';

const placeOf = (pair: FactPair) => pair.a?.start ?? Infinity;

/** `matched`: per passage of A, the passages of B that it was matched with. In order of A; what only B has comes last. */
export function pairFacts(
  a: Account,
  b: Account,
  entities: readonly NamedEntity[],
  matched: ReadonlyMap<number, readonly number[]>,
  nearness: Nearness,
): FactPair[] {
  return [
    ...numberPairs(a, b, nearness, matched),
    ...datePairs(a, b, nearness, matched),
    ...namePairs(a, b, entities),
  ].sort((x, y) => placeOf(x) - placeOf(y) || (x.b?.start ?? 0) - (y.b?.start ?? 0));
}
