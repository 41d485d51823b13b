/** The dates of a chronology are said as a person reads them. */
import { expect, it } from 'vitest';
import { sayDates } from '../../../src/renderer/screens/dossiers/say-dates.ts';

it('a moment is said by its day, a span by its two ends, and what is known of an open end', () => {
  expect(sayDates('1997-11-21T09:55:06-06:00', '1997-11-21T09:55:06-06:00')).toBe('21 Nov 1997');
  expect(sayDates('2026-03', '2026-03')).toBe('Mar 2026');
  expect(sayDates('2026-03-01', '2026-04-06')).toBe('1 Mar 2026 – 6 Apr 2026');
  expect(sayDates(null, '2026')).toBe(' – 2026');
});
