/** Entries of a timeline as a dossier keeps them, and back. */
import type { ChronologyEntry } from '../../../../archive/model/index.ts';
import type { TimelineEntry } from '../../../../archive/timeline/index.ts';
import { formatDate } from '../../lib/format.ts';

/** The identifier that the same entry has on the timeline. */
export function keyOf(entry: ChronologyEntry): string {
  if (entry.kind === 'source') return `${entry.date} ${entry.source}`;
  return entry.kind === 'quote' ? `said ${entry.quote}` : `claim ${entry.row}`;
}

export function chronologyEntry({
  role,
  source,
  quote,
  claim,
  row,
}: TimelineEntry): ChronologyEntry {
  if (claim !== null && row !== null) return { kind: 'claim-row', claim, row };
  if (quote !== null) return { kind: 'quote', quote };
  if (role === 'said' || role === 'claim') throw new RangeError('such a date is of a quote');
  return { kind: 'source', source, date: role };
}

/** A date, or the span of two, to the day at most: the hour stands in the details of what has it. */
export function sayDates(from: string | null, to: string | null): string {
  return [...new Set([from ?? '', to ?? ''])].map((date) => formatDate(date, 'short')).join(' – ');
}
