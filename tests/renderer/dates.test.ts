import { expect, test } from 'vitest';
import {
  formatBytes,
  formatDate,
  formatDigest,
  formatLanguage,
  formatWeekday,
} from '../../src/renderer/lib/format.ts';
import { parsePartialDate } from '../../src/renderer/lib/partial-date.ts';

test.each([
  ['2026', '2026'],
  ['2026-04', '2026-04'],
  ['2026-4-9', '2026-04-09'],
  ['9 April 2026', '2026-04-09'],
  [' 9  apr 2026 ', '2026-04-09'],
  ['April 2026', '2026-04'],
  ['09.04.2026', '2026-04-09'],
  ['4.2026', '2026-04'],
  ['2026-04-09T21:14+03:00', '2026-04-09T21:14+03:00'],
  ['29 February 2024', '2024-02-29'],
])('reads “%s” as %s', (typed, date) => {
  expect(parsePartialDate(typed)).toBe(date);
});

test.each([
  '',
  'yesterday',
  '31.02.2026',
  '2026-13',
  '9 Foo 2026',
  '29 February 2026',
  '2026-02-30T10:00Z',
])('does not guess what “%s” means', (typed) => {
  expect(parsePartialDate(typed)).toBeNull();
});

test('a date is told as far as it is known, a time as it was read', () => {
  expect(formatDate('2026')).toBe('2026');
  expect(formatDate('2026-04')).toBe('April 2026');
  expect(formatDate('2026-04-09')).toBe('9 April 2026');
  expect(formatDate('--04-10')).toBe('10 April');
  expect(formatDate('--02-29')).toBe('29 February');
  expect(formatDate('--04')).toBe('April');
  expect(formatDate('2026-04-09T21:14+03:00')).toBe('9 April 2026, 21:14 (+03:00)');
  expect(formatDate('2026-04-09T21:14')).toBe('9 April 2026, 21:14');
  expect(formatDate('9 April, evening')).toBe('9 April, evening');
  expect(formatWeekday('2026-04-08')).toBe('Wed');
  expect(formatWeekday('2026-04')).toBe('');
});

test('sizes and digests are made for eyes', () => {
  expect(formatBytes(0)).toBe('0 bytes');
  expect(formatBytes(61_442)).toBe('61.4 kB');
  expect(formatDigest('0123456789ab')).toBe('0123 4567 89ab');
});

test.each([
  ['be', 'Belarusian'],
  ['und', ''],
  ['', ''],
  ['p', 'p'],
  ['en_US.UTF-8', 'en_US.UTF-8'],
  ['mixed, mostly Polish', 'mixed, mostly Polish'],
])('the language %j is said as %j', (code, said) => {
  expect(formatLanguage(code)).toBe(said);
});
