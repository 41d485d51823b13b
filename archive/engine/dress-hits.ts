/** Dresses what the index answers for those who asked: with the records, as they are now, and words around the match. */
import type { LikeSource, SearchResult } from '../face/index.ts';
import type { Alike, SearchHit } from '../search/index.ts';
import type { Reading } from '../store/state.ts';
import { quoteText } from './search-documents.ts';
import type { Texts } from './texts.ts';

/** UTF-16 units of text shown around a match. */
const EXCERPT = 240;

/** `null` when the record has gone meanwhile. */
export async function dressHit(
  reading: Reading,
  texts: Texts,
  hit: SearchHit,
): Promise<SearchResult | null> {
  const source = reading.get('sources', hit.sourceId);
  if (!source) return null;
  const quote = hit.kind === 'quote' ? reading.get('quotes', hit.id) : undefined;
  if (hit.kind === 'quote' && !quote) return null;
  const text = quote ? quoteText(quote) : await texts.wordsOf(source);
  const speaker = quote?.speaker ? reading.get('entities', quote.speaker) : undefined;
  return {
    id: hit.id,
    kind: hit.kind,
    sourceId: source.id,
    shelfmark: source.shelfmark,
    title: source.title,
    language: quote?.language ?? source.text?.language ?? 'und',
    direction: source.text?.direction ?? 'ltr',
    score: hit.score,
    reasons: hit.reasons,
    matches: hit.matches,
    excerpt: text === '' ? null : excerptOf(text, hit),
    speaker: speaker?.name ?? null,
    missing: hit.missing ?? [],
  };
}

/** `null` when the record has gone meanwhile. */
export function dressLike(reading: Reading, { id, share }: Alike): LikeSource | null {
  const quote = reading.get('quotes', id);
  const source = reading.get('sources', quote?.source ?? id);
  if (!source) return null;
  const { shelfmark, title } = source;
  const kind = source.kind === 'image' ? 'image' : 'source';
  return {
    by: 'text',
    id,
    kind: quote ? 'quote' : kind,
    sourceId: source.id,
    shelfmark,
    title,
    share,
  };
}

/** A piece of the text around its first match, or its beginning; cut between words. */
function excerptOf(text: string, hit: SearchHit): { text: string; start: number } {
  const first = hit.excerpt ?? hit.matches.find(({ field }) => field === 'text');
  const from = Math.max(0, (first?.start ?? 0) - 60);
  const start = from === 0 ? 0 : nextWord(text, from);
  return { text: text.slice(start, cutBefore(text, start + EXCERPT)), start };
}

function nextWord(text: string, from: number): number {
  const space = text.slice(from, from + 40).search(/\s/);
  return space < 0 ? from : from + space + 1;
}

function cutBefore(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const space = text.lastIndexOf(' ', end);
  return space > end - 40 ? space : end;
}
