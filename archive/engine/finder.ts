/**
 * Keeps the search index in step with the records, and dresses its hits for those who ask. The index lives in a thread of its own; what was indexed once
 * is kept, sealed, in the vault, and is taken from there at the next opening.
 */
import { createHash } from 'node:crypto';
import type { LikeSource, SearchPage, SearchProgress, SearchResult } from '../face/index.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { Changed, Entity, Quote, Source } from '../model/index.ts';
import type { SearchRequest } from '../requests.ts';
import { IndexThread, type SearchDocument, type SearchHit } from '../search/index.ts';
import type { Reading } from '../store/state.ts';
import type { Vault, VaultFailure } from '../vault/index.ts';
import { askedFor } from './standing.ts';
import type { Texts } from './texts.ts';

/** UTF-16 units of text shown around a match. */
const EXCERPT = 240;
/** Quotes handed to the index at a time, and UTF-16 units of texts after which it has its turn: a search may come between two. */
const BATCH = 250;
const BATCH_UNITS = 200_000;
/** Records looked at before other work of the thread has its turn. */
const MARKED_AT_ONCE = 250;
/** UTF-16 units of all texts from which on an index is worth keeping: what is below is made anew in no time. */
const WORTH_KEEPING = 2_000_000;
/** Share of the documents that must have changed before a kept index is written again; one that holds what was deleted always is. */
const CHANGED_MUCH = 0.05;

export class Finder {
  readonly #reading: Reading;
  readonly #texts: Texts;
  readonly #vault: Vault;
  #thread = new IndexThread();
  #work: Promise<void>;
  #keeping: Promise<void> = Promise.resolve();
  #stopped = false;
  #progress: SearchProgress | null = { done: 0, total: 1 };
  /** The last question of somebody who types. */
  #live: AbortController | null = null;
  #units = 0;
  /** Marks of the sources in the index: a change that touches nothing of what is indexed costs nothing. */
  readonly #marks = new Map<string, string>();
  /** Changes that the kept index does not know; `Infinity` when there is none. */
  #unkept = Infinity;
  #deleted = false;
  /** It was made when there was something that is deleted for good now. */
  #knowsDeleted = false;
  /** Who wants to know how far the index is. */
  readonly #watching = new Set<(done: number, total: number) => void>();

  constructor(reading: Reading, texts: Texts, vault: Vault) {
    this.#reading = reading;
    this.#texts = texts;
    this.#vault = vault;
    this.#work = this.#start();
    // Whoever asks is told; nobody may ask.
    this.#work.catch(() => undefined);
  }

  /** Follows a durable change. Later searches see it. */
  follow(changed: Changed): void {
    this.#work = this.#work.then(() => this.#update(changed));
    this.#work.catch(() => undefined);
  }

  /** Resolves when the index is complete; tells meanwhile how far it is. */
  async ready(tell: (done: number, total: number) => void): Promise<void> {
    this.#restartWhenLost();
    this.#watching.add(tell);
    try {
      await this.#work;
    } finally {
      this.#watching.delete(tell);
    }
  }

  /**
   * Best first. Waits until the index holds everything that was saved before the call; a live question waits for nothing, tells how far the index
   * is, and is `cancelled` by the next live one.
   */
  async find(request: SearchRequest): Promise<Result<SearchPage, 'query-invalid' | 'cancelled'>> {
    const live = request.live === true;
    const control = new AbortController();
    if (live) {
      this.#live?.abort();
      this.#live = control;
    }
    this.#restartWhenLost();
    // A complete index lacks at most what was saved a moment ago.
    if (!live || this.#progress === null) await this.#work;
    const { query, offset = 0, limit, sort, kinds, tags } = request;
    const options = {
      offset,
      limit,
      facets: request.facets === true,
      ...(sort === undefined ? {} : { sort }),
      ...(kinds.length > 0 ? { kinds } : {}),
      ...(tags.length > 0 ? { tags: this.#tagNames(tags) } : {}),
      ...askedFor(query, this.#reading),
    };
    const answer = await this.#thread.search(query, options, control.signal);
    if (!answer.ok) return fail(answer.error.code, answer.error.detail);
    const { hits, total, facets } = answer.value;
    const results = await Promise.all(hits.map((hit) => this.#dress(hit)));
    return ok({
      results: results.filter((result) => result !== null),
      total,
      facets: facets ?? null,
      progress: this.#progress,
    });
  }

  /** Other sources and quotes that share much of their text with this one. */
  async alike(id: string, limit: number): Promise<readonly LikeSource[]> {
    this.#restartWhenLost();
    await this.#work;
    const found = await this.#thread.alike(id, limit);
    return found.flatMap(({ id: other, share }) => {
      const quote = this.#reading.get('quotes', other);
      const source = this.#reading.get('sources', quote?.source ?? other);
      if (!source) return [];
      const { shelfmark, title, kind } = source;
      return {
        by: 'text' as const,
        id: other,
        kind: quote
          ? ('quote' as const)
          : kind === 'image'
            ? ('image' as const)
            : ('source' as const),
        sourceId: source.id,
        shelfmark,
        title,
        share,
      };
    });
  }

  /** Keeps the index when that is worth its time. What goes wrong leaves the archive without a kept index, no more. */
  keep(): Promise<void> {
    const after = Promise.all([this.#work, this.#keeping]);
    this.#keeping = after.then(() => this.#keepWhenWorth()).catch(() => undefined);
    return this.#keeping;
  }

  /**
   * Keeps nothing of what was deleted for good: the file that is there goes, and this index, whose list of words still
   * has those of what left it, is not kept any more. The next opening makes it anew. Waits until it is complete.
   */
  async forgetDeleted(): Promise<Result<null, VaultFailure>> {
    this.#knowsDeleted = true;
    await Promise.all([this.#work, this.#keeping]);
    return this.#vault.index.remove();
  }

  /** Ends the thread, after what must not stay in a kept index has left it. */
  async stop(): Promise<void> {
    this.#live?.abort();
    if (this.#progress === null && !this.#thread.ended) await this.keep();
    this.#stopped = true;
    await this.#thread.close();
    await Promise.allSettled([this.#work, this.#keeping]);
  }

  /** A thread that ran out of memory, say, is replaced, and the index made anew. */
  #restartWhenLost(): void {
    if (!this.#thread.ended || this.#stopped) return;
    this.#thread = new IndexThread();
    this.#knowsDeleted = false;
    this.#work = this.#work.catch(() => undefined).then(() => this.#build());
    this.#work.catch(() => undefined);
  }

  async #start(): Promise<void> {
    const marks = await this.#load();
    if (marks) await this.#catchUp(marks);
    else await this.#build();
    this.#progress = null;
    // Not awaited: nobody who searches waits for what is only kept.
    if (!this.#stopped) this.#keeping = this.#keepWhenWorth().catch(() => undefined);
  }

  /** The marks of the documents in the kept index, if there is a good one. */
  async #load(): Promise<Map<string, string> | null> {
    const bytes = await this.#vault.index.get();
    if (!bytes || this.#stopped) return null;
    const moved = new Uint8Array(bytes.length);
    moved.set(bytes);
    bytes.fill(0);
    const loaded = await this.#thread.load(moved);
    return loaded.ok ? new Map(loaded.value) : null;
  }

  async #build(): Promise<void> {
    this.#marks.clear();
    const sources = this.#reading.all('sources');
    const quotes = this.#reading.all('quotes');
    await this.#add(sources, quotes);
    if (!this.#stopped) await this.#thread.compact();
    this.#progress = null;
  }

  /** Takes in what is not as the kept index has it, and out what is no more. */
  async #catchUp(marks: Map<string, string>): Promise<void> {
    const sources: Source[] = [];
    const quotes: Quote[] = [];
    let looked = 0;
    const rest = async () => {
      if (++looked % MARKED_AT_ONCE === 0) await new Promise((resume) => setImmediate(resume));
    };
    for (const source of this.#reading.all('sources')) {
      const { mark = '' } = this.#sourceDocument(source, '');
      if (marks.get(source.id) === mark) this.#marks.set(source.id, mark);
      else sources.push(source);
      marks.delete(source.id);
      await rest();
    }
    for (const quote of this.#reading.all('quotes')) {
      if (marks.get(quote.id) !== this.#quoteDocument(quote).mark) quotes.push(quote);
      marks.delete(quote.id);
      await rest();
    }
    const gone = [...marks.keys()];
    this.#deleted = gone.length > 0;
    this.#unkept = sources.length + quotes.length + gone.length;
    await this.#thread.remove(gone);
    await this.#add(sources, quotes);
  }

  async #add(sources: readonly Source[], quotes: readonly Quote[]): Promise<void> {
    const total = sources.length + quotes.length;
    let done = 0;
    let batch: SearchDocument[] = [];
    let units = 0;
    const flush = async () => {
      await this.#thread.add(batch);
      done += batch.length;
      this.#progress = { done, total };
      for (const tell of this.#watching) tell(done, total);
      batch = [];
      units = 0;
    };
    const take = async (document: SearchDocument) => {
      batch.push(document);
      units += document.text.length;
      this.#units += document.text.length;
      if (batch.length >= BATCH || units >= BATCH_UNITS) await flush();
    };
    for (const source of sources) {
      if (this.#stopped) return;
      await take(await this.#toIndex(source));
    }
    for (const quote of quotes) {
      if (this.#stopped) return;
      await take(this.#quoteDocument(quote));
    }
    if (batch.length > 0 && !this.#stopped) await flush();
  }

  async #keepWhenWorth(): Promise<void> {
    const documents = this.#reading.all('sources').length + this.#reading.all('quotes').length;
    const stale =
      (this.#deleted && Number.isFinite(this.#unkept)) ||
      (this.#unkept > CHANGED_MUCH * documents &&
        (Number.isFinite(this.#unkept) || this.#units >= WORTH_KEEPING));
    if (!stale || this.#knowsDeleted || this.#stopped || this.#vault.readOnly) return;
    const { unkept, deleted } = { unkept: this.#unkept, deleted: this.#deleted };
    this.#unkept = 0;
    this.#deleted = false;
    const bytes = await this.#thread.save();
    const put = await this.#vault.index.put(bytes);
    bytes.fill(0);
    if (put.ok) return;
    this.#unkept += unkept;
    this.#deleted ||= deleted;
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
    const gone = deletes
      .filter(({ collection }) => collection === 'sources' || collection === 'quotes')
      .map(({ id }) => id);
    if (gone.length > 0) {
      for (const id of gone) this.#marks.delete(id);
      this.#deleted = true;
      await this.#thread.remove(gone);
    }
    const documents = [...quotes.values()].map((quote) => this.#quoteDocument(quote));
    for (const source of sources.values()) {
      if (this.#marks.get(source.id) !== this.#sourceDocument(source, '').mark)
        documents.push(await this.#toIndex(source));
    }
    if (documents.length > 0) await this.#thread.add(documents);
    this.#unkept += gone.length + documents.length;
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

  async #toIndex(source: Source): Promise<SearchDocument> {
    const document = this.#sourceDocument(source, await this.#textOf(source));
    this.#marks.set(source.id, document.mark ?? '');
    return document;
  }

  #sourceDocument(source: Source, text: string): SearchDocument {
    const { metadata } = source;
    // The digest stands for the text, which need not be read to tell whether it is the same.
    return marked(source.text?.sha256 ?? '', {
      id: source.id,
      kind: source.kind === 'image' ? 'image' : 'source',
      sourceId: source.id,
      language: source.text?.language ?? 'und',
      title: source.title,
      text,
      tags: this.#tagNames(source.tags),
      note: source.note,
      speaker: metadata.authors,
      dates: [metadata.published, metadata.event].filter((date) => date !== null),
      hasImage: source.kind === 'image',
      ...(metadata.publisher === null ? {} : { publisher: metadata.publisher }),
    });
  }

  #quoteDocument(quote: Quote): SearchDocument {
    const source = this.#reading.get('sources', quote.source);
    const speaker =
      quote.speaker === null ? undefined : this.#reading.get('entities', quote.speaker);
    const text = quoteText(quote);
    return marked(text, {
      id: quote.id,
      kind: 'quote',
      sourceId: quote.source,
      language: quote.language,
      title: '',
      text,
      tags: this.#tagNames(quote.tags),
      note: [quote.note, quote.translation?.text ?? ''].filter((part) => part !== '').join('\n'),
      speaker: speaker ? [speaker.name, ...speaker.spellings] : [],
      dates: quote.saidOn === null ? [] : [quote.saidOn],
      hasImage: quote.anchor.kind === 'region',
      ...(source?.metadata.publisher ? { publisher: source.metadata.publisher } : {}),
    });
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
      missing: hit.missing ?? [],
    };
  }

  async #textOf(source: Source): Promise<string> {
    const text = await this.#texts.of(source);
    return text.ok && text.value ? text.value.text : '';
  }
}

/** With a digest of all that is in it; `text` stands for its own text. */
function marked(text: string, document: SearchDocument): SearchDocument {
  const all = JSON.stringify({ ...document, text });
  return { ...document, mark: createHash('sha256').update(all).digest('base64').slice(0, 16) };
}

/** A part of a picture is found by what is seen there. */
function quoteText({ anchor, seen = '' }: Quote): string {
  return anchor.kind === 'text' ? anchor.exact : seen;
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
