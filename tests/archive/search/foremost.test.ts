/** The first few of many: those that a sorting of all would put first. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foremost } from '../../../archive/search/foremost.ts';

test('are those that a sorting of all puts first, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), fc.nat(12), (list, most) => {
      const before = (a: number, b: number) =>
        list[a] === list[b] ? a < b : (list[a] ?? 0) > (list[b] ?? 0);
      const all = [...list.keys()].sort((a, b) => (before(a, b) ? -1 : 1));
      expect(foremost(list.length, most, before)).toEqual(all.slice(0, most));
    }),
  );
});
