/** Facts of two versions that stand in the same place: where the words around them are the same, one took the place of the other. */
import type { DiffPart, Match, Range } from './comparison.ts';

/** A part in which so many signs changed was written anew: what stands in it took no single place. */
const LONGEST_CHANGE = 60;

const lengthOf = ([start, end]: Range) => end - start;

/** Those of `starts`, which are in order, that lie in a range. */
function inside(starts: readonly number[], [start, end]: Range): number[] {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; (starts[at] ?? end) < end; at++) found.push(starts[at] ?? 0);
  return found;
}

const mayHold = ({ kind, a, b }: DiffPart): boolean =>
  a !== null &&
  b !== null &&
  (kind === 'same' || (lengthOf(a) <= LONGEST_CHANGE && lengthOf(b) <= LONGEST_CHANGE));

/**
 * `a` and `b`: where the facts of one sort begin, in order. Answers by where one begins in A where the one in its place
 * begins in B. Only of as many on both sides is it known which took which place.
 */
export function samePlaces(
  matches: readonly Match[],
  a: readonly number[],
  b: readonly number[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const { diff } of matches)
    for (const part of (diff ?? []).filter(mayHold)) {
      if (part.a === null || part.b === null) continue;
      const left = inside(a, part.a);
      const right = inside(b, part.b);
      if (left.length !== right.length) continue;
      left.forEach((start, at) => {
        const other = right[at] ?? -1;
        if (found.has(start) || taken.has(other)) return;
        found.set(start, other);
        taken.add(other);
      });
    }
  return found;
}
