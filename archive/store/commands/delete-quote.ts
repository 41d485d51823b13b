/** Removes a quote, unless a dossier holds it or a claim rests on it. */
import { fail, ok } from '../../lib/result.ts';
import type { QuoteId } from '../../model/index.ts';
import type { Command } from '../store.ts';
import { inChronology } from './chronology-use.ts';

export function deleteQuote(
  id: QuoteId,
): Command<'quote-missing' | 'quote-in-use' | 'quote-proves-claim', null> {
  return (reading) => {
    const quote = reading.get('quotes', id);
    if (!quote) return fail('quote-missing');
    const used = reading
      .all('dossiers')
      .some(({ sections }) =>
        sections.some((section) => section.kind === 'quote' && section.quote === id),
      );
    const dated = inChronology(reading, (entry) => entry.kind === 'quote' && entry.quote === id);
    if (used || dated) return fail('quote-in-use');
    if (reading.all('claims').some(({ rows }) => rows.some((row) => row.quote === id)))
      return fail('quote-proves-claim');
    return ok({
      value: null,
      change: {
        puts: [],
        deletes: [{ collection: 'quotes', id }],
        activity: { action: 'quote.delete', subjects: [id, quote.source], facts: {} },
      },
    });
  };
}
