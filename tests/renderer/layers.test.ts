import fc from 'fast-check';
import { expect, test } from 'vitest';
import { depthLayers, lanesOf } from '../../src/renderer/screens/reader/layers.ts';

const stretches = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 12 },
);

test('the layers say at each place how many stretches cover it, and do not overlap', () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const layers = depthLayers(all);
      for (let at = 0; at < 90; at += 1) {
        const depth = all.filter(({ start, end }) => start <= at && at < end).length;
        const covering = layers.filter(({ start, end }) => start <= at && at < end);
        expect(covering.map((layer) => layer.depth)).toEqual(depth === 0 ? [] : [depth]);
      }
    }),
    { numRuns: 50 },
  );
});

test('bars in one lane never touch', () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const bars = all
        .map(({ start, end }) => ({ top: start, bottom: end }))
        .sort((a, b) => a.top - b.top);
      const lanes = lanesOf(bars);
      for (const [one, bar] of bars.entries())
        for (const [two, other] of bars.entries())
          if (one < two && lanes[one] === lanes[two])
            expect(bar.bottom).toBeLessThanOrEqual(other.top);
    }),
    { numRuns: 50 },
  );
});
