/** The chain of links is the heaviest one: as a slow search of all chains finds it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heaviestChain, type Link } from '../../../archive/compare/chain.ts';

/** By all pairs, in quadratic time. */
function slowSum(links: readonly Link[]): number {
  const order = [...links].sort((x, y) => x.a - y.a || x.b - y.b);
  const sums: number[] = [];
  for (const link of order) {
    let best = 0;
    order.forEach((earlier, at) => {
      if (earlier.a < link.a && earlier.b < link.b) best = Math.max(best, sums[at] ?? 0);
    });
    sums.push(best + link.score);
  }
  return Math.max(0, ...sums);
}

const link = fc.record({
  a: fc.nat(12),
  b: fc.nat(12),
  score: fc.integer({ min: 1, max: 9 }),
});

test('no chain is heavier', () => {
  fc.assert(
    fc.property(fc.array(link, { maxLength: 40 }), (links) => {
      const chain = heaviestChain(links, 13);
      chain.forEach((next, at) => {
        const before = chain[at - 1];
        if (before === undefined) return;
        expect(next.a).toBeGreaterThan(before.a);
        expect(next.b).toBeGreaterThan(before.b);
      });
      expect(chain.reduce((sum, { score }) => sum + score, 0)).toBe(slowSum(links));
    }),
  );
});
