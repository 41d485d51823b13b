/** The date of an entry of a chronology as a person reads it. */
import { formatDate } from '../../lib/format.ts';

/** A date, or the span of two, to the day at most: the hour stands in the details of what has it. */
export function sayDates(from: string | null, to: string | null): string {
  return [...new Set([from ?? '', to ?? ''])].map((date) => formatDate(date, 'short')).join(' – ');
}
