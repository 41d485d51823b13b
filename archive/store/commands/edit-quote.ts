/** Changes what is said about a quote. Its words and its place stay. */
import { fail, ok } from '../../lib/result.ts';
import type { Quote, QuoteId } from '../../model/index.ts';
import type { QuotePatch } from '../../requests.ts';
import type { Command } from '../store.ts';
import { chooseSpeaker, chooseTags } from './choices.ts';
import { patched } from './patched.ts';

export function editQuote(
  id: QuoteId,
  patch: QuotePatch,
): Command<'quote-missing' | 'tag-missing' | 'entity-missing', Quote> {
  return (reading, { now }) => {
    const quote = reading.get('quotes', id);
    if (!quote) return fail('quote-missing');
    const { tags, speaker, seen, confidence, ...rest } = patch;
    const chosenTags = chooseTags(reading, tags ?? quote.tags.map((tag) => ({ tag })));
    if (!chosenTags.ok) return chosenTags;
    const keptSpeaker = quote.speaker === null ? null : { entity: quote.speaker };
    const chosenSpeaker = chooseSpeaker(reading, speaker === undefined ? keptSpeaker : speaker);
    if (!chosenSpeaker.ok) return chosenSpeaker;
    const record: Quote = {
      ...withConfidence(patched(quote, rest), confidence),
      // Of words nothing else is seen than they say.
      ...(seen !== undefined && quote.anchor.kind === 'region' && { seen }),
      tags: chosenTags.value.value,
      speaker: chosenSpeaker.value.value,
      changedAt: now,
    };
    return ok({
      value: record,
      change: {
        puts: [
          ...chosenTags.value.puts,
          ...chosenSpeaker.value.puts,
          { collection: 'quotes', record },
        ],
        deletes: [],
        activity: { action: 'quote.edit', subjects: [id, quote.source], facts: {} },
      },
    });
  };
}

/** `undefined` leaves it as it is; one that is not said is no field. */
function withConfidence(quote: Quote, confidence: QuotePatch['confidence']): Quote {
  if (confidence === undefined) return quote;
  const rest = { ...quote };
  delete rest.confidence;
  return confidence === null ? rest : { ...rest, confidence };
}
