/** Facts of two versions that stand in the same place: where the words around them are the same, one took the place of the other. */
import type { DiffPart, Match, Range } from './comparison.ts';

/** A part in which so many signs changed was written anew: what stands in it took no single place. */
const LONGEST_CHANGE = 60;

/** Of the first signs of facts, what stands in the same place on the other side. */
export interface SamePlaces {
  /** Facts of versions are paired within matched passages only. */
  readonly versions: boolean;
  readonly ofA: ReadonlyMap<number, number>;
  readonly ofB: ReadonlyMap<number, number>;
}

export const nowhere: SamePlaces = { versions: false, ofA: new Map(), ofB: new Map() };

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

/** `a` and `b`: where the facts of one sort begin, in order. Only of as many on both sides is it known which took which place. */
export function samePlaces(
  matches: readonly Match[],
  a: readonly number[],
  b: readonly number[],
): SamePlaces {
  const ofA = new Map<number, number>();
  const ofB = new Map<number, number>();
  for (const { diff } of matches) {
    const parts = (diff ?? []).filter(mayHold);
    for (const part of parts) {
      if (part.a === null || part.b === null) continue;
      const left = inside(a, part.a);
      const right = inside(b, part.b);
      if (left.length !== right.length) continue;
      left.forEach((start, at) => {
        const other = right[at] ?? -1;
        if (ofA.has(start) || ofB.has(other)) return;
        ofA.set(start, other);
        ofB.set(other, start);
      });
    }
  }
  return { versions: true, ofA, ofB };
}

/** Whether any two mentions of two facts stand in the same place. */
export const shareAPlace = (
  a: readonly { readonly range: Range }[],
  b: readonly { readonly range: Range }[],
  { ofA }: SamePlaces,
): boolean => {
  if (ofA.size === 0) return false;
  const starts = new Set(b.map(({ range }) => range[0]));
  return a.some(({ range }) => starts.has(ofA.get(range[0]) ?? -1));
};

/**
 * Mentions of one fact, parted by what took their places: "three days" that stayed and "three days" that became four are
 * two facts. Mentions without a partner go with the first.
 */
export function partedByPlace<T>(
  group: readonly T[],
  partnerOf: (item: T) => string | null,
): readonly (readonly T[])[] {
  const parts = new Map<string, T[]>();
  const alone: T[] = [];
  for (const item of group) {
    const partner = partnerOf(item);
    if (partner === null) alone.push(item);
    else {
      const known = parts.get(partner);
      if (known === undefined) parts.set(partner, [item]);
      else known.push(item);
    }
  }
  const [first, ...others] = parts.values();
  if (first === undefined) return [group];
  if (others.length === 0) return [group];
  const kept = new Set([...first, ...alone]);
  return [group.filter((item) => kept.has(item)), ...others];
}
