/** Which documents of the index a change touches: also those that a name or a tag stands in. */
import type { Changed, Entity, Quote, Source } from '../model/index.ts';
import type { Reading } from '../store/state.ts';

export interface TouchedDocuments {
  readonly sources: ReadonlyMap<string, Source>;
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly gone: readonly string[];
}

export function touchedDocuments(reading: Reading, { puts, deletes }: Changed): TouchedDocuments {
  const sources = new Map<string, Source>();
  const quotes = new Map<string, Quote>();
  for (const put of puts) {
    if (put.collection === 'sources') sources.set(put.record.id, put.record);
    else if (put.collection === 'quotes') quotes.set(put.record.id, put.record);
    else if (put.collection === 'entities') quotesBy(reading, put.record, quotes);
    else if (put.collection === 'tags') taggedWith(reading, put.record.id, sources, quotes);
  }
  const gone = deletes
    .filter(({ collection }) => collection === 'sources' || collection === 'quotes')
    .map(({ id }) => id);
  return { sources, quotes, gone };
}

function quotesBy(reading: Reading, entity: Entity, into: Map<string, Quote>): void {
  for (const quote of reading.all('quotes')) {
    if (quote.speaker === entity.id) into.set(quote.id, quote);
  }
}

function taggedWith(
  reading: Reading,
  tag: string,
  sources: Map<string, Source>,
  quotes: Map<string, Quote>,
): void {
  const has = ({ tags }: { readonly tags: readonly string[] }) => tags.includes(tag);
  for (const source of reading.all('sources').filter(has)) sources.set(source.id, source);
  for (const quote of reading.all('quotes').filter(has)) quotes.set(quote.id, quote);
}
