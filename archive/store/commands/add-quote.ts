/** Saves a passage of a source as a quote, if the words stand there. */
import type { SourceText } from '../../anchoring/index.ts';
import { fail, ok } from '../../lib/result.ts';
import { newQuoteId, type Quote, type Source } from '../../model/index.ts';
import type { QuoteDraft } from '../../requests.ts';
import type { Command } from '../store.ts';
import { chooseSpeaker, chooseTags } from './choices.ts';
import { placeAt, placeByWords } from './place-passage.ts';
import { placeRegion } from './place-region.ts';

export type AddQuoteFailure =
  | 'source-missing'
  | 'no-text'
  | 'passage-differs'
  | 'passage-missing'
  | 'passage-ambiguous'
  | 'no-picture'
  | 'region-outside'
  | 'region-empty'
  | 'region-crossed'
  | 'tag-missing'
  | 'entity-missing';

/** `text` is the source's readable text, or `null` when it has none. */
export function addQuote(
  draft: QuoteDraft,
  text: SourceText | null,
): Command<AddQuoteFailure, Quote> {
  return (reading, { now }) => {
    const source = reading.get('sources', draft.source);
    if (!source) return fail('source-missing');
    const anchor = anchorOf(draft, source, text);
    if (!anchor.ok) return anchor;
    const tags = chooseTags(reading, draft.tags);
    if (!tags.ok) return tags;
    const speaker = chooseSpeaker(reading, draft.speaker);
    if (!speaker.ok) return speaker;
    const record: Quote = {
      id: newQuoteId(),
      source: source.id,
      anchor: anchor.value,
      language: source.text?.language ?? 'und',
      speaker: speaker.value.value,
      attribution: draft.attribution,
      saidOn: draft.saidOn,
      translation: draft.translation,
      ...(draft.seen !== undefined && anchor.value.kind === 'region' && { seen: draft.seen }),
      note: draft.note,
      tags: tags.value.value,
      check: draft.check,
      ...(draft.confidence && { confidence: draft.confidence }),
      ...(draft.sensitive === true && { sensitive: true }),
      createdAt: now,
      changedAt: now,
    };
    return ok({
      value: record,
      change: {
        puts: [...tags.value.puts, ...speaker.value.puts, { collection: 'quotes', record }],
        deletes: [],
        activity: { action: 'quote.add', subjects: [record.id, source.id], facts: {} },
      },
    });
  };
}

function anchorOf({ passage }: QuoteDraft, source: Source, text: SourceText | null) {
  if (passage.kind === 'region') return placeRegion(source, passage.region);
  if (!text) return fail('no-text');
  return passage.kind === 'place'
    ? placeAt(text, passage.exact, passage.start, passage.end)
    : placeByWords(text, passage.exact);
}
