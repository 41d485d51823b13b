/** Two panes that scroll together never jump back, and both show their beginning and their end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchorsOf,
  beside,
  follow,
  type Box,
} from '../../../src/renderer/screens/compare/scroll-together.ts';

const box = fc
  .tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 1, max: 400 }))
  .map(([top, size]): Box => ({ top, bottom: top + size }));
const pairs = fc.array(fc.tuple(box, box), { maxLength: 12 });
const HEIGHT = 5_000;

describe('places beside each other', () => {
  it('never run backwards, in whatever order the matches stand', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(0 as const, 1 as const), (matched, from) => {
        const anchors = anchorsOf(matched, HEIGHT, HEIGHT + 700);
        let last = 0;
        for (let at = 0; at <= HEIGHT; at += 97) {
          const place = beside(anchors, at, from);
          expect(place).toBeGreaterThanOrEqual(last);
          last = place;
        }
      }),
    );
  });

  it('lead from a matched passage to its match', () => {
    const anchors = anchorsOf(
      [
        [
          { top: 100, bottom: 200 },
          { top: 900, bottom: 1_000 },
        ],
      ],
      2_000,
      3_000,
    );
    expect(beside(anchors, 100, 0)).toBe(900);
    expect(beside(anchors, 150, 0)).toBe(950);
    expect(beside(anchors, 950, 1)).toBe(150);
  });
});

describe('the pane that follows', () => {
  it('stands at its beginning and its end when the leader does', () => {
    fc.assert(
      fc.property(pairs, (matched) => {
        const anchors = anchorsOf(matched, HEIGHT, 3_000);
        const other = { scrollTop: 0, view: 600, height: 3_000 };
        const leader = (scrollTop: number) => ({ scrollTop, view: 500, height: HEIGHT });
        expect(follow(anchors, leader(0), other, 0)).toBe(0);
        expect(follow(anchors, leader(HEIGHT - 500), other, 0)).toBe(2_400);
      }),
    );
  });

  it('stays where it is when all of it is in view', () => {
    const anchors = anchorsOf([], 4_000, 300);
    const leader = { scrollTop: 1_200, view: 500, height: 4_000 };
    expect(follow(anchors, leader, { scrollTop: 0, view: 500, height: 300 }, 0)).toBe(0);
  });
});
