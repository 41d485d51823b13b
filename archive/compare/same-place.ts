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

/** Where a fact of A stands in B by the words around it. */
export interface SamePlace {
  /** The first sign of the fact of B. */
  readonly start: number;
  /** From 0 to 1: how many of the words right before and behind are the same. A single one is so by chance. */
  readonly sure: number;
}

/** So many signs that are the same around a place leave no doubt. */
const SURE = 40;

function sameAround(parts: readonly DiffPart[], at: number): number {
  const same = [at - 1, at, at + 1].map((near) => {
    const part = parts[near];
    return part?.kind === 'same' && part.a !== null ? lengthOf(part.a) : 0;
  });
  return Math.min(1, same.reduce((sum, length) => sum + length, 0) / SURE);
}

/**
 * `a` and `b`: where the facts of one sort begin, in order. Answers by where one begins in A where the one in its place
 * begins in B. Only of as many on both sides is it known which took which place.
 */
export function samePlaces(
  matches: readonly Match[],
  a: readonly number[],
  b: readonly number[],
): ReadonlyMap<number, SamePlace> {
  const found = new Map<number, SamePlace>();
  const taken = new Set<number>();
  for (const { diff = [] } of matches)
    diff.forEach((part, at) => {
      if (!mayHold(part) || part.a === null || part.b === null) return;
      const left = inside(a, part.a);
      const right = inside(b, part.b);
      if (left.length !== right.length) return;
      const sure = sameAround(diff, at);
      left.forEach((start, of) => {
        const other = right[of] ?? -1;
        if (found.has(start) || taken.has(other)) return;
        found.set(start, { start: other, sure });
        taken.add(other);
      });
    });
  return found;
}

/** How sure it is that two facts stand in the same place; 0 when they do not. */
export function sureness(
  places: ReadonlyMap<number, SamePlace>,
  a: { readonly start: number },
  b: { readonly start: number },
): number {
  const place = places.get(a.start);
  return place?.start === b.start ? place.sure : 0;
}
