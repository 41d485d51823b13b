/** Several sources in columns: what each says to its neighbours. Pure. */
import type { Comparison } from '../../../../archive/compare/comparison.ts';
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
