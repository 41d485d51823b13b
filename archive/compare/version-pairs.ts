/** Facts of two versions beside each other: each place in the one goes with at most one in the other, all together as well as can be. */
import { bestPairs } from './assignment.ts';

/** A place where a text states a fact. */
export interface Place {
  /** Index of its first word. */
  readonly word: number;
  readonly start: number;
  readonly end: number;
  readonly passage: number;
  /** Which of its passage it is, from 0. */
  readonly order: number;
  /** Places of one text with one key state the same fact. */
  readonly key: string;
}

/** A row of the comparison: where A states a fact and where B does; the first ones answer to each other. */
export interface Row<T> {
  readonly a: readonly T[];
  readonly b: readonly T[];
}

/** Of more than this many in a passage those are looked at that stand about as far on in theirs. */
const MOST_LOOKED_AT = 48;
const FARTHEST = 5;

/** What is known of the words of a text, with the place of each in its passage; what stands in no passage is left out. */
export function inPassages<T extends { readonly word: number }>(
  items: readonly T[],
  passageOf: Int32Array,
): (T & Pick<Place, 'passage' | 'order'>)[] {
  let before = -1;
  let order = 0;
  return items
    .map((item) => ({ item, passage: passageOf[item.word] ?? -1 }))
    .filter(({ passage }) => passage >= 0)
    .map(({ item, passage }) => {
      order = passage === before ? order + 1 : 0;
      before = passage;
      return { ...item, passage, order };
    });
}

/** `matched`: per passage of A, the passages of B that it was matched with. */
export function* candidates<T extends Place>(
  a: readonly T[],
  b: readonly T[],
  matched: ReadonlyMap<number, readonly number[]>,
): Generator<readonly [a: T, b: T]> {
  const byPassage = new Map<number, T[]>();
  for (const place of b) {
    const known = byPassage.get(place.passage);
    if (known === undefined) byPassage.set(place.passage, [place]);
    else known.push(place);
  }
  for (const place of a)
    for (const passage of matched.get(place.passage) ?? []) {
      const others = byPassage.get(passage) ?? [];
      const near =
        others.length <= MOST_LOOKED_AT
          ? others
          : others.slice(Math.max(0, place.order - FARTHEST), place.order + FARTHEST + 1);
      for (const other of near) yield [place, other];
    }
}

/** `weightOf`: how much better two places are together than each by itself; what is not above 0 is never a pair. */
export function rowsOf<T extends Place>(
  a: readonly T[],
  b: readonly T[],
  matched: ReadonlyMap<number, readonly number[]>,
  weightOf: (a: T, b: T) => number,
  verdictOf: (a: T, b: T) => string,
): Row<T>[] {
  const weighed = [];
  for (const [one, other] of candidates(a, b, matched)) {
    const weight = weightOf(one, other);
    if (weight > 0) weighed.push({ a: one, b: other, weight });
  }
  const pairs = bestPairs(weighed).sort((x, y) => x.a.start - y.a.start);
  const rows = new Map<string, { a: T[]; b: T[] }>();
  for (const { a: one, b: other } of pairs) {
    const key = `${one.key}\n${other.key}\n${verdictOf(one, other)}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { a: [one], b: [other] });
    else {
      row.a.push(one);
      row.b.push(other);
    }
  }
  const together = [...rows.values()];
  const leftOfA = withOthers(a, new Set(pairs.map((pair) => pair.a)), together, 'a');
  const leftOfB = withOthers(b, new Set(pairs.map((pair) => pair.b)), together, 'b');
  return [
    ...together,
    ...leftOfA.map((places) => ({ a: places, b: [] })),
    ...leftOfB.map((places) => ({ a: [], b: places })),
  ];
}

/** Places without a partner go with the first row that states their fact; answers those of facts that have none. */
function withOthers<T extends Place>(
  places: readonly T[],
  paired: ReadonlySet<T>,
  rows: readonly Record<'a' | 'b', T[]>[],
  side: 'a' | 'b',
): T[][] {
  const rowOf = new Map<string, T[]>();
  for (const row of rows) {
    const key = row[side][0]?.key ?? '';
    if (!rowOf.has(key)) rowOf.set(key, row[side]);
  }
  const left: T[][] = [];
  for (const place of places) {
    if (paired.has(place)) continue;
    const known = rowOf.get(place.key);
    if (known === undefined) {
      const own = [place];
      left.push(own);
      rowOf.set(place.key, own);
    } else known.push(place);
  }
  return left;
}
