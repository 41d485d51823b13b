/**
 * Puts another derivation in the place of a source's text. Every quote is placed anew, word for word; when one of
 * them cannot be, nothing is changed: a quote never points at words that it does not have.
 */
import { fail, ok } from '../../lib/result.ts';
import type { Put, Quote, Source, SourceId, TextRef } from '../../model/index.ts';
import type { Command } from '../store.ts';
import { placeAgain, type SourceText } from './place-passage.ts';

export interface ReadAgain {
  readonly source: Source;
  /** Quotes that keep their words and stand at another place now. */
  readonly moved: number;
}

/** `derived` names the blob in which `text` stands already. */
export function readAgain(
  id: SourceId,
  derived: TextRef,
  text: SourceText,
): Command<'source-missing' | 'quotes-not-found', ReadAgain> {
  return (reading, { now }) => {
    const source = reading.get('sources', id);
    if (!source) return fail('source-missing');
    const placed: Quote[] = [];
    let moved = 0;
    let lost = 0;
    for (const quote of reading.quotesOf(id)) {
      if (quote.anchor.kind !== 'text') continue;
      const anchor = placeAgain(text, quote.anchor);
      if (anchor === null) lost++;
      else placed.push({ ...quote, anchor, changedAt: now });
      if (anchor && anchor.start !== quote.anchor.start) moved++;
    }
    if (lost > 0) return fail('quotes-not-found', { quotes: lost });
    const record: Source = { ...source, text: derived, changedAt: now };
    const puts: Put[] = [
      { collection: 'sources', record },
      ...placed.map((quote): Put => ({ collection: 'quotes', record: quote })),
    ];
    return ok({
      value: { source: record, moved },
      change: {
        puts,
        deletes: [],
        activity: {
          action: 'source.read-again',
          subjects: [id, ...placed.map((quote) => quote.id)].slice(0, 2_000),
          facts: {
            encoding: derived.encoding?.label ?? '',
            textBefore: source.text?.sha256 ?? '',
            textAfter: derived.sha256,
            moved,
          },
        },
      },
    });
  };
}
