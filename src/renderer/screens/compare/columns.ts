/** Several sources in columns: what each says to its neighbours, and which facts run through all of them. Pure. */
import type { Comparison, Fact, FactPair } from '../../../../archive/compare/comparison.ts';
import { differencesOf, type Difference } from './differences.ts';
import type { Passage, Piece, Standing } from './passages.ts';

export const letters = ['a', 'b', 'c', 'd'] as const;
export type Letter = (typeof letters)[number];
export const letterOf = (column: number): Letter => letters[column] ?? 'd';
export const MOST_COLUMNS = letters.length;

/** Two columns with what the comparison of their sources says. */
export interface ComparedColumns {
  readonly left: number;
  readonly right: number;
  readonly comparison: Comparison;
}

/** The passages of a column between two neighbours, with the marks of both comparisons. */
export function mergedPassages(
  ofLeft: readonly Passage[],
  ofRight: readonly Passage[],
): readonly Passage[] {
  return ofLeft.map((passage, index) => {
    const other = ofRight[index];
    if (!other) return passage;
    return {
      ...passage,
      standing: standingOf(passage.standing, other.standing),
      moved: passage.moved || other.moved,
      pieces: mergedPieces(passage.pieces, other.pieces),
    };
  });
}

/** What only one neighbour tells too differs from the other one. */
function standingOf(one: Standing, other: Standing): Standing {
  if (one === other) return one;
  return 'differs';
}

/** The same words, cut wherever either is cut. */
function mergedPieces(some: readonly Piece[], others: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of some) {
    let { start } = piece;
    const end = start + piece.text.length;
    while (start < end) {
      while (at < others.length && endOf(others[at]) <= start) at += 1;
      const other = others[at];
      const to = other ? Math.min(end, endOf(other)) : end;
      const marks = [...new Set([...piece.marks, ...(other?.marks ?? [])])];
      const text = piece.text.slice(start - piece.start, to - piece.start);
      pieces.push({ start, text, marks });
      start = to;
    }
  }
  return pieces;
}

const endOf = (piece: Piece | undefined): number => (piece ? piece.start + piece.text.length : 0);

/** A difference between two neighbours, by its left column. */
export interface PlacedDifference extends Difference {
  readonly column: number;
}

/** All differences between neighbours, in the order of reading: by how far into its text each stands. */
export function allDifferences(
  neighbours: readonly ComparedColumns[],
): readonly PlacedDifference[] {
  return neighbours
    .flatMap(({ left, comparison }) =>
      differencesOf(comparison).map((difference) => {
        const place = difference.at / Math.max(1, comparison.a.length);
        return { place, difference: { ...difference, column: left } };
      }),
    )
    .sort(
      (one, other) => one.place - other.place || one.difference.column - other.difference.column,
    )
    .map(({ difference }) => difference);
}

/** One fact as each source states it. */
export interface FactRow {
  readonly kind: FactPair['kind'];
  readonly label: string;
  /** By column; `null` where a source does not say it. */
  readonly facts: readonly (Fact | null)[];
  readonly verdict: 'same' | 'differs' | 'only';
}

interface Group {
  kind: FactPair['kind'];
  label: string;
  facts: Map<number, Fact>;
  differs: boolean;
}

/**
 * Facts that the comparisons pair, chained: what A and B say alike and B and C say alike is one row. Earlier comparisons go
 * before later ones, and a row has one fact of a source at most.
 */
export function factRows(
  compared: readonly ComparedColumns[],
  columns: number,
): readonly FactRow[] {
  const groups = new Map<string, Group>();
  const groupOf = (column: number, fact: Fact, { kind, label }: FactPair): Group => {
    const key = `${column} ${kind} ${fact.start} ${fact.end}`;
    const known = groups.get(key);
    if (known) return known;
    const group = { kind, label, facts: new Map([[column, fact]]), differs: false };
    groups.set(key, group);
    return group;
  };
  const join = (into: Group, from: Group, differs: boolean): void => {
    if (into === from) {
      into.differs ||= differs;
      return;
    }
    if ([...from.facts.keys()].some((column) => into.facts.has(column))) return;
    for (const [column, fact] of from.facts) into.facts.set(column, fact);
    into.differs ||= from.differs || differs;
    if (into.label === '') into.label = from.label;
    for (const [key, group] of groups) if (group === from) groups.set(key, into);
  };
  for (const { left, right, comparison } of compared)
    for (const pair of comparison.facts) {
      const inLeft = pair.a && groupOf(left, pair.a, pair);
      const inRight = pair.b && groupOf(right, pair.b, pair);
      if (inLeft && inRight) join(inLeft, inRight, pair.verdict === 'differs');
    }
  return [...new Set(groups.values())]
    .map((group): FactRow => {
      const facts = Array.from({ length: columns }, (_, column) => group.facts.get(column) ?? null);
      const verdict = group.facts.size === 1 ? 'only' : group.differs ? 'differs' : 'same';
      return { kind: group.kind, label: group.label, facts, verdict };
    })
    .sort((one, other) => placeOf(one) - placeOf(other));
}

/** By the first source that states it. */
function placeOf({ facts }: FactRow): number {
  const column = facts.findIndex((fact) => fact !== null);
  return column * 1e9 + (facts[column]?.start ?? 0);
}
