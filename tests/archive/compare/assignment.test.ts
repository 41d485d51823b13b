/** Pairs that weigh most together, held against all ways of pairing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestPairs } from '../../../archive/compare/assignment.ts';

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

/** The greatest weight of all ways to pair: with the first pair, or without it. */
function most([first, ...others]: readonly Pair[]): number {
  if (first === undefined) return 0;
  const left = others.filter(({ a, b }) => a !== first.a && b !== first.b);
  return Math.max(first.weight + most(left), most(others));
}

const sum = (pairs: readonly Pair[]) => pairs.reduce((total, { weight }) => total + weight, 0);

test('no other way of pairing weighs more, and nothing is paired twice', () => {
  const weights = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(weights, (rows) => {
      const pairs = rows.flatMap((row, i) =>
        row.flatMap((weight, j) => (weight > 0 ? [{ a: `a${i}`, b: `b${j}`, weight }] : [])),
      );
      const best = bestPairs(pairs);
      expect(sum(best)).toBe(most(pairs));
      expect(new Set(best.map(({ a }) => a)).size).toBe(best.length);
      expect(new Set(best.map(({ b }) => b)).size).toBe(best.length);
    }),
  );
});

test('two good pairs are better than the best one and a bad one', () => {
  const pairs = [
    { a: 'two dead', b: 'three dead', weight: 5 },
    { a: 'two dead', b: 'two hurt', weight: 4 },
    { a: 'three hurt', b: 'three dead', weight: 4 },
  ];
  expect(sum(bestPairs(pairs))).toBe(8);
});

test('a knot of very many is untied, heaviest pairs first', () => {
  const pairs = Array.from({ length: 300 }, (_, at) => [
    { a: `a${at}`, b: `b${at}`, weight: 2 },
    { a: `a${at}`, b: `b${at + 1}`, weight: 1 },
  ]).flat();
  expect(sum(bestPairs(pairs))).toBe(600);
});
