/** Which outlines enclose something for certain: all that do not cross or touch themselves, whatever their form. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundsOf, type Corner, isOutline } from '../../../archive/model/index.ts';

/** Corners on rays around a middle, each farther out or nearer: it cannot cross itself. */
const star = fc
  .array(fc.double({ min: 0.1, max: 0.45, noNaN: true }), { minLength: 3, maxLength: 40 })
  .map((radii) =>
    radii.map((radius, at): Corner => {
      const angle = (2 * Math.PI * at) / radii.length;
      return [0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle)];
    }),
  );

it('takes every star, from any corner on and in either direction', () => {
  fc.assert(
    fc.property(star, fc.nat(40), (corners, from) => {
      const at = from % corners.length;
      const turned = [...corners.slice(at), ...corners.slice(0, at)];
      expect(isOutline(turned)).toBe(true);
      expect(isOutline(turned.toReversed())).toBe(true);
      const { x, y, width, height } = boundsOf(corners);
      for (const [left, top] of corners) {
        expect(left).toBeGreaterThanOrEqual(x);
        expect(top).toBeLessThanOrEqual(y + height + 1e-12);
        expect(left).toBeLessThanOrEqual(x + width + 1e-12);
      }
    }),
  );
});

it('refuses one in which two neighbours of four or more have changed places', () => {
  fc.assert(
    fc.property(
      star.filter(({ length }) => length >= 4),
      fc.nat(40),
      (corners, from) => {
        const even = corners.map(([x, y]): Corner => {
          const length = Math.hypot(x - 0.5, y - 0.5);
          return [0.5 + ((x - 0.5) / length) * 0.4, 0.5 + ((y - 0.5) / length) * 0.4];
        });
        const at = from % (even.length - 1);
        const [one, other] = [even[at], even[at + 1]];
        if (!one || !other) return;
        even.splice(at, 2, other, one);
        expect(isOutline(even)).toBe(false);
      },
    ),
  );
});

it.each<[string, Corner[]]>([
  [
    'two corners',
    [
      [0, 0],
      [1, 1],
    ],
  ],
  [
    'a line',
    [
      [0, 0],
      [0.5, 0.5],
      [1, 1],
    ],
  ],
  [
    'a corner twice',
    [
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 1],
    ],
  ],
  [
    'a corner on another side',
    [
      [0, 0],
      [1, 0],
      [0.5, 0],
      [0.5, 1],
    ],
  ],
  [
    'a spike',
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [1, 0.5],
      [0, 1],
    ],
  ],
])('refuses %s', (_, corners) => {
  expect(isOutline(corners)).toBe(false);
});
