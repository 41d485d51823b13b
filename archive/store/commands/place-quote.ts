/** Says where a quote stands: at the passage that a person chose, or where it was put when its text was replaced. */
import type { SourceText } from '../../anchoring/index.ts';
import { fail, ok } from '../../lib/result.ts';
import { type Quote, type QuoteId, quotedPassage } from '../../model/index.ts';
import type { TextPassage } from '../../requests.ts';
import type { Command } from '../store.ts';
import { placeAt, placeByWords } from './place-passage.ts';

export type PlaceQuoteFailure =
  | 'quote-missing'
  | 'no-text'
  | 'text-changed'
  | 'passage-differs'
  | 'passage-missing'
  | 'passage-ambiguous';

/** Without a passage: the quote is agreed to as it stands now. Its words are checked against the text all the same. */
export function placeQuote(
  id: QuoteId,
  passage: TextPassage | null,
  text: SourceText | null,
): Command<PlaceQuoteFailure, Quote> {
  return (reading, { now }) => {
    const quote = reading.get('quotes', id);
    if (!quote) return fail('quote-missing');
    const rest = { ...quote };
    delete rest.formerly;
    if (!text || rest.anchor.kind !== 'text') return fail('no-text');
    const wanted = passage ?? { ...rest.anchor, kind: 'place' as const };
    if (reading.get('sources', quote.source)?.text?.sha256 !== text.sha256)
      return fail('text-changed');
    const anchor =
      wanted.kind === 'place'
        ? placeAt(text, wanted.exact, wanted.start, wanted.end)
        : placeByWords(text, wanted.exact);
    if (!anchor.ok) return anchor;
    const words = (quotedPassage(quote) ?? rest.anchor).exact;
    const otherWords = passage !== null && anchor.value.exact !== words;
    const check = otherWords && rest.check === 'checked' ? 'unchecked' : rest.check;
    const record: Quote = { ...rest, anchor: anchor.value, check, changedAt: now };
    return ok({
      value: record,
      change: {
        puts: [{ collection: 'quotes', record }],
        deletes: [],
        activity: { action: 'quote.place', subjects: [id, quote.source], facts: {} },
      },
    });
  };
}
