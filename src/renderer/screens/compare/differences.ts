/** Where two sources differ, in the order of reading: what one steps through. Pure. */
import type { Comparison, Match } from '../../../../archive/compare/comparison.ts';
import { changes } from './passages.ts';

export interface Difference {
  readonly kind: 'fact' | 'changed' | 'moved' | 'only-a' | 'only-b';
  /** Passages of each side; empty where that side has nothing. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Index into `Comparison.facts`. */
  readonly fact: number | null;
  /** Its place in A, as an index of passages with what stands between two. */
  readonly at: number;
}

/** For each passage of B the place in A that it answers to, as far as the alignment knows. */
function placesOfB(comparison: Comparison): readonly number[] {
  const places: number[] = comparison.b.map(() => -1);
  for (const match of comparison.matches)
    if (!match.moved) for (const b of match.b) places[b] = match.a.at(-1) ?? -1;
  let last = -1;
  return places.map((place) => (last = Math.max(last, place)));
}

/** Differences by their place in A; what only B has stands after the passage that it follows. */
export function differencesOf(comparison: Comparison): readonly Difference[] {
  const placed: Difference[] = [];
  const add = (at: number, difference: Omit<Difference, 'at'>) =>
    placed.push({ ...difference, at });
  const places = placesOfB(comparison);
  if (comparison.kind === 'versions') {
    for (const match of comparison.matches) {
      const kind = changeOf(match);
      if (kind !== null) add(match.a[0] ?? 0, { kind, a: match.a, b: match.b, fact: null });
    }
  } else {
    for (const [index, { verdict, a, b }] of comparison.facts.entries())
      if (verdict === 'differs' && a !== null && b !== null)
        add(a.passage + a.start / 1e9, {
          kind: 'fact',
          a: [a.passage],
          b: [b.passage],
          fact: index,
        });
  }
  for (const run of runs(comparison.onlyA))
    add(run[0] ?? 0, { kind: 'only-a', a: run, b: [], fact: null });
  for (const run of runs(comparison.onlyB)) {
    const first = run[0] ?? 0;
    add((places[first] ?? -1) + 0.5 + first / 1e9, { kind: 'only-b', a: [], b: run, fact: null });
  }
  return placed.sort((one, other) => one.at - other.at);
}

function changeOf(match: Match): 'changed' | 'moved' | null {
  if (changes(match)) return 'changed';
  return match.moved ? 'moved' : null;
}

/** Neighbours are one: three passages cut in a row are one difference. */
function runs(indices: readonly number[]): number[][] {
  const all: number[][] = [];
  for (const index of [...indices].sort((one, other) => one - other)) {
    const last = all.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else all.push([index]);
  }
  return all;
}
