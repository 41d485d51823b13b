/** Which facts of two texts may belong together at all, and the best pairs of those that were scored. */
import { MOST_MENTIONS, type Mention } from './fact-mentions.ts';

/** Facts of B tried for one of A. */
const MOST_TRIED = 400;

export interface Scored<T> {
  readonly a: T;
  readonly b: T;
  readonly score: number;
}

/** Best pairs first, each fact once. */
export function bestPairs<T>(pairs: Scored<T>[]): Scored<T>[] {
  const used = new Set<T>();
  return pairs
    .sort((x, y) => y.score - x.score)
    .filter(({ a, b }) => {
      if (used.has(a) || used.has(b)) return false;
      used.add(a);
      used.add(b);
      return true;
    });
}

/** Facts that may be paired: they stand in matched passages, or count the same thing, or have the same value. */
export function rivals<T>(
  a: readonly T[],
  b: readonly T[],
  keysOf: (item: T) => readonly string[],
  near: (item: T) => readonly T[],
): Map<T, Set<T>> {
  const byKey = new Map<string, T[]>();
  for (const item of b)
    for (const key of keysOf(item)) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [item]);
      else list.push(item);
    }
  return new Map(
    a.map((item) => {
      const found = new Set<T>(near(item));
      for (const key of keysOf(item))
        for (const other of byKey.get(key) ?? []) {
          if (found.size >= MOST_TRIED) break;
          found.add(other);
        }
      return [item, found];
    }),
  );
}

export function byPassage<T extends { readonly mentions: readonly Mention[] }>(
  items: readonly T[],
) {
  const map = new Map<number, T[]>();
  for (const item of items)
    for (const { passage } of item.mentions.slice(0, MOST_MENTIONS)) {
      const list = map.get(passage);
      if (list === undefined) map.set(passage, [item]);
      else if (list.at(-1) !== item) list.push(item);
    }
  return map;
}

export function nearItems<T extends { readonly mentions: readonly Mention[] }>(
  items: ReadonlyMap<number, readonly T[]>,
  matched: ReadonlyMap<number, readonly number[]>,
) {
  return (item: T): T[] =>
    item.mentions
      .slice(0, MOST_MENTIONS)
      .flatMap(({ passage }) =>
        (matched.get(passage) ?? []).flatMap((other) => items.get(other) ?? []),
      );
}
