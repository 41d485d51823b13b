/** Entries of a timeline as a dossier keeps them, and back. Plain, so that the window asks it too. */
import type { ChronologyEntry } from './dossier.ts';
import type { ClaimId, ClaimRowId, QuoteId, SourceId } from './ids.ts';

/** What a timeline says of an entry that a dossier needs to find it again. */
interface Dated {
  readonly role: 'event' | 'said' | 'claim' | 'published' | 'collected' | 'added';
  readonly source: SourceId;
  readonly quote: QuoteId | null;
  readonly claim: ClaimId | null;
  readonly row: ClaimRowId | null;
}

/** The identifier that the same entry has on the timeline. */
export function keyOf(entry: ChronologyEntry): string {
  if (entry.kind === 'source') return `${entry.date} ${entry.source}`;
  return entry.kind === 'quote' ? `said ${entry.quote}` : `claim ${entry.row}`;
}

export function chronologyEntry({ role, source, quote, claim, row }: Dated): ChronologyEntry {
  if (claim !== null && row !== null) return { kind: 'claim-row', claim, row };
  if (quote !== null) return { kind: 'quote', quote };
  if (role === 'said' || role === 'claim') throw new RangeError('such a date is of a quote');
  return { kind: 'source', source, date: role };
}
