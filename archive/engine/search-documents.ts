/** What the index is told of a source or a quote: its words, its names, and a mark by which a change of them is seen. */
import { createHash } from 'node:crypto';
import type { Quote, Source } from '../model/index.ts';
import type { SearchDocument } from '../search/index.ts';
import type { Reading } from '../store/state.ts';

export function sourceDocument(reading: Reading, source: Source, text: string): SearchDocument {
  const { metadata } = source;
  // The digest stands for the text, which need not be read to tell whether it is the same.
  return marked(source.text?.sha256 ?? '', {
    id: source.id,
    kind: source.kind === 'image' ? 'image' : 'source',
    sourceId: source.id,
    language: source.text?.language ?? 'und',
    title: source.title,
    text,
    tags: tagNames(reading, source.tags),
    note: source.note,
    speaker: metadata.authors,
    dates: [metadata.published, metadata.event].filter((date) => date !== null),
    hasImage: source.kind === 'image',
    ...(metadata.publisher === null ? {} : { publisher: metadata.publisher }),
  });
}

/** Of a source whose text need not be read for it. */
export function markOf(reading: Reading, source: Source): string {
  return sourceDocument(reading, source, '').mark ?? '';
}

export function quoteDocument(reading: Reading, quote: Quote): SearchDocument {
  const source = reading.get('sources', quote.source);
  const speaker = quote.speaker === null ? undefined : reading.get('entities', quote.speaker);
  const text = quoteText(quote);
  return marked(text, {
    id: quote.id,
    kind: 'quote',
    sourceId: quote.source,
    language: quote.language,
    title: '',
    text,
    tags: tagNames(reading, quote.tags),
    note: [quote.note, quote.translation?.text ?? ''].filter((part) => part !== '').join('\n'),
    speaker: speaker ? [speaker.name, ...speaker.spellings] : [],
    dates: quote.saidOn === null ? [] : [quote.saidOn],
    hasImage: quote.anchor.kind === 'region',
    ...(source?.metadata.publisher ? { publisher: source.metadata.publisher } : {}),
  });
}

export function tagNames(reading: Reading, tags: readonly string[]): string[] {
  return tags.flatMap((id) => reading.get('tags', id)?.name ?? []);
}

/** A part of a picture is found by what is seen there. */
export function quoteText({ anchor, seen = '' }: Quote): string {
  return anchor.kind === 'text' ? anchor.exact : seen;
}

/** With a digest of all that is in it; `text` stands for its own text. */
function marked(text: string, document: SearchDocument): SearchDocument {
  const all = JSON.stringify({ ...document, text });
  return { ...document, mark: createHash('sha256').update(all).digest('base64').slice(0, 16) };
}
