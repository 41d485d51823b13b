import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromExifDate, toPartialDate } from '../../../archive/import/dates.ts';
import { PartialDate } from '../../../archive/model/index.ts';

describe('dates', () => {
  test.each([
    ['2026', '2026'],
    ['2026-04', '2026-04'],
    ['2026-04-09', '2026-04-09'],
    ['2026/4/9', '2026-04-09'],
    ['20260409', '2026-04-09'],
    ['2026-04-09T21:14:03+0300', '2026-04-09T21:14:03+03:00'],
    ['2026-04-09 21:14:03 +03:00', '2026-04-09T21:14:03+03:00'],
    ['2026-04-09T21:14:03.1234567Z', '2026-04-09T21:14:03.123456Z'],
    ['Thu, 09 Apr 2026 21:14:03 +0300', '2026-04-09T21:14:03+03:00'],
    ['9 April 2026', '2026-04-09'],
    ['April 9, 2026', '2026-04-09'],
    ['Thu Apr 09 2026 21:14:03 GMT+0300 (Moscow Standard Time)', '2026-04-09T21:14:03+03:00'],
    ['Thu, 09 Apr 2026 21:14:03 GMT', '2026-04-09T21:14:03Z'],
  ])('%s is kept as %s', (written, kept) => {
    expect(toPartialDate(written)).toBe(kept);
  });

  test('a time without a zone stays without one', () => {
    expect(toPartialDate('2026-04-09 21:14')).toBe('2026-04-09T21:14');
    expect(fromExifDate('2026:04:09 21:14:03', null)).toBe('2026-04-09T21:14:03');
    expect(fromExifDate('2026:04:09 21:14:03', '+03:00')).toBe('2026-04-09T21:14:03+03:00');
  });

  test.each([
    '2026-02-30',
    '2026-13-01',
    '0000-00-00',
    '0000:00:00 00:00:00',
    '    :  :     :  :  ',
    '2026-04-09T24:10',
    '2026-04-09T21:14+99:00',
    '04/09/2026',
    'yesterday',
    '31 Abc 2026',
    '',
  ])('%s is no date', (written) => {
    expect(toPartialDate(written)).toBeNull();
    expect(fromExifDate(written, null)).toBeNull();
  });

  test('whatever is written, only dates of the kept form come out', () => {
    const part = fc.constantFrom(
      '2026',
      '-',
      '04',
      '09',
      'T',
      ' ',
      ':',
      '21',
      '14',
      'Z',
      '+03:00',
      'Apr',
      ',',
      '99',
      '/',
    );
    const written = fc.oneof(
      fc.string(),
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(written, (text) => {
        for (const date of [toPartialDate(text), fromExifDate(text, '+03:00')])
          if (date !== null) expect(PartialDate.safeParse(date).success).toBe(true);
      }),
      { numRuns: process.env.SLOW === undefined ? 2_000 : 100_000 },
    );
  });
});
