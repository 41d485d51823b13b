/** Keeps the search index in step with the records, and dresses its hits for those who ask. */
import type { SearchResult } from '../face.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { Changed, Entity, Quote, Source } from '../model/index.ts';
import type { SearchRequest } from '../requests.ts';
import {
  createSearchIndex,
  type SearchDocument,
  type SearchHit,
  type SearchIndex,
} from '../search/index.ts';
import type { Reading } from '../store/state.ts';
import type { Texts } from './texts.ts';

/** UTF-16 units of text shown around a match. */
const EXCERPT = 240;

export class Finder {
  readonly #index: SearchIndex;
  readonly #reading: Reading;
  readonly #texts: Texts;
  #work: Promise<void>;
  #stopped = false;

  constructor(reading: Reading, texts: Texts) {
    this.#index = createSearchIndex();
    this.#reading = reading;
    this.#texts = texts;
    this.#work = this.#build();
  }

  /** Follows a durable change. Later searches see it. */
  follow(changed: Changed): void {
    this.#work = this.#work.then(() => this.#update(changed));
  }

  /** Best first. Waits until the index holds everything that was saved before the call. */
  async find(request: SearchRequest): Promise<Result<readonly SearchResult[], 'query-invalid'>> {
    await this.#work;
    const answer = this.#index.search(request.query, {
      limit: request.limit,
      ...(request.kinds.length > 0 ? { kinds: request.kinds } : {}),
      ...(request.tags.length > 0 ? { tags: this.#tagNames(request.tags) } : {}),
    });
    if (!answer.ok) return fail('query-invalid', answer.error.detail);
    const results = await Promise.all(answer.value.hits.map((hit) => this.#dress(hit)));
    return ok(results.filter((result) => result !== null));
  }

  stop(): void {
    this.#stopped = true;
  }

  async #build(): Promise<void> {
    for (const source of this.#reading.all('sources')) {
      if (this.#stopped) return;
      this.#index.add([await this.#sourceDocument(source)]);
    }
    let batch: SearchDocument[] = [];
    for (const quote of this.#reading.all('quotes')) {
      if (this.#stopped) return;
      batch.push(this.#quoteDocument(quote));
      if (batch.length === 500) {
        this.#index.add(batch);
        batch = [];
        await new Promise((resume) => setImmediate(resume));
      }
    }
    this.#index.add(batch);
  }

  async #update({ puts, deletes }: Changed): Promise<void> {
    const sources = new Map<string, Source>();
    const quotes = new Map<string, Quote>();
    for (const put of puts) {
      if (put.collection === 'sources') sources.set(put.record.id, put.record);
      else if (put.collection === 'quotes') quotes.set(put.record.id, put.record);
      else if (put.collection === 'entities') this.#quotesBy(put.record, quotes);
      else if (put.collection === 'tags') this.#taggedWith(put.record.id, sources, quotes);
    }
    this.#index.remove(
      deletes
        .filter(({ collection }) => collection === 'sources' || collection === 'quotes')
        .map(({ id }) => id),
    );
    for (const source of sources.values()) this.#index.update([await this.#sourceDocument(source)]);
    this.#index.update([...quotes.values()].map((quote) => this.#quoteDocument(quote)));
  }

  #quotesBy(entity: Entity, into: Map<string, Quote>): void {
    for (const quote of this.#reading.all('quotes')) {
      if (quote.speaker === entity.id) into.set(quote.id, quote);
    }
  }

  #taggedWith(tag: string, sources: Map<string, Source>, quotes: Map<string, Quote>): void {
    const has = ({ tags }: { readonly tags: readonly string[] }) => tags.includes(tag);
    for (const source of this.#reading.all('sources').filter(has)) sources.set(source.id, source);
    for (const quote of this.#reading.all('quotes').filter(has)) quotes.set(quote.id, quote);
  }

  async #sourceDocument(source: Source): Promise<SearchDocument> {
    const text = await this.#texts.of(source);
    const { metadata } = source;
    return {
      id: source.id,
      kind: source.kind === 'image' ? 'image' : 'source',
      sourceId: source.id,
      language: source.text?.language ?? 'und',
      title: source.title,
      text: text.ok && text.value ? text.value.text : '',
      tags: this.#tagNames(source.tags),
      note: source.note,
      speaker: metadata.authors,
      dates: [metadata.published, metadata.event].filter((date) => date !== null),
      hasImage: source.kind === 'image',
      ...(metadata.publisher === null ? {} : { publisher: metadata.publisher }),
    };
  }

  #quoteDocument(quote: Quote): SearchDocument {
    const source = this.#reading.get('sources', quote.source);
    const speaker =
      quote.speaker === null ? undefined : this.#reading.get('entities', quote.speaker);
    return {
      id: quote.id,
      kind: 'quote',
      sourceId: quote.source,
      language: quote.language,
      title: '',
      text: quoteText(quote),
      tags: this.#tagNames(quote.tags),
      note: [quote.note, quote.translation?.text ?? ''].filter((part) => part !== '').join('\n'),
      speaker: speaker ? [speaker.name, ...speaker.spellings] : [],
      dates: quote.saidOn === null ? [] : [quote.saidOn],
      hasImage: quote.anchor.kind === 'region',
      ...(source?.metadata.publisher ? { publisher: source.metadata.publisher } : {}),
    };
  }

  #tagNames(tags: readonly string[]): string[] {
    return tags.flatMap((id) => this.#reading.get('tags', id)?.name ?? []);
  }

  /** `null` when the record has gone meanwhile. */
  async #dress(hit: SearchHit): Promise<SearchResult | null> {
    const source = this.#reading.get('sources', hit.sourceId);
    if (!source) return null;
    const quote = hit.kind === 'quote' ? this.#reading.get('quotes', hit.id) : undefined;
    if (hit.kind === 'quote' && !quote) return null;
    const text = quote ? quoteText(quote) : await this.#textOf(source);
    const speaker = quote?.speaker ? this.#reading.get('entities', quote.speaker) : undefined;
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
    };
  }

  async #textOf(source: Source): Promise<string> {
    const text = await this.#texts.of(source);
    return text.ok && text.value ? text.value.text : '';
  }
}

function quoteText({ anchor }: Quote): string {
  return anchor.kind === 'text' ? anchor.exact : '';
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
