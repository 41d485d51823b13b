/** Numbers as people write them: what is written is read back, and what is no list is refused. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRanges, writeRanges } from '../../../archive/lib/ranges.ts';

test('numbers in any order come back in order, each once', () => {
  expect(parseRanges(' 5,1, 3-4 ,4–6', 9)).toEqual([1, 3, 4, 5, 6]);
  expect(writeRanges([1, 3, 4, 5, 9])).toBe('1, 3-5, 9');
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (numbers) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      expect(parseRanges(numbers.join(','), 60)).toEqual(sorted);
      expect(parseRanges(writeRanges(sorted), 60)).toEqual(sorted);
    }),
  );
});

test.each(['', ',', '0', '1-', '5-3', '1.5', 'a', '1-10', '-1', '99999999999'])(
  '%j is refused where there are nine',
  (written) => {
    expect(parseRanges(written, 9)).toBeNull();
  },
);
