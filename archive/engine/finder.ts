/**
 * Keeps the search index in step with the records, and asks it. The index lives in a thread of its own; what was indexed
 * once is kept, sealed, in the vault, and is taken from there at the next opening.
 */
import type { LikeSource, SearchPage, SearchProgress } from '../face/index.ts';
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { Changed, Quote, Source } from '../model/index.ts';
import type { SearchRequest } from '../requests.ts';
import {
  type AskedWording,
  type Candidates,
  IndexThread,
  type SearchDocument,
} from '../search/index.ts';
import type { Reading } from '../store/state.ts';
import type { Vault, VaultFailure } from '../vault/index.ts';
import { dressHit, dressLike } from './dress-hits.ts';
import { KeptIndex } from './kept-index.ts';
import { markOf, quoteDocument, sourceDocument, tagNames } from './search-documents.ts';
import { askedFor } from './standing.ts';
import type { Texts } from './texts.ts';
import { touchedDocuments } from './touched-documents.ts';

/** Quotes handed to the index at a time, and UTF-16 units of texts after which it has its turn: a search may come between two. */
const BATCH = 250;
const BATCH_UNITS = 200_000;
/** UTF-16 units read for wording before a search may have its turn. */
const READ_AT_ONCE = 1_000_000;
/** Records looked at before other work of the thread has its turn. */
const MARKED_AT_ONCE = 250;

export class Finder {
  readonly #reading: Reading;
  readonly #texts: Texts;
  readonly #kept: KeptIndex;
  #thread = new IndexThread();
  #work: Promise<void>;
  #keeping: Promise<void> = Promise.resolve();
  #stopped = false;
  #progress: SearchProgress | null = { done: 0, total: 1 };
  /** The last question of somebody who types. */
  #live: AbortController | null = null;
  /** Marks of the sources in the index: a change that touches nothing of what is indexed costs nothing. */
  readonly #marks = new Map<string, string>();
  /** Who wants to know how far the index is. */
  readonly #watching = new Set<(done: number, total: number) => void>();

  constructor(reading: Reading, texts: Texts, vault: Vault) {
    this.#reading = reading;
    this.#texts = texts;
    this.#kept = new KeptIndex(reading, vault);
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
      ...(tags.length > 0 ? { tags: tagNames(this.#reading, tags) } : {}),
      ...askedFor(query, this.#reading),
    };
    const answer = await this.#thread.search(query, options, control.signal);
    if (!answer.ok) return fail(answer.error.code, answer.error.detail);
    const { hits, total, facets } = answer.value;
    const results = await Promise.all(hits.map((hit) => dressHit(this.#reading, this.#texts, hit)));
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
    return found.flatMap((like) => dressLike(this.#reading, like) ?? []);
  }

  /**
   * Sources that have four words of a text one behind the other, in the order in which they came in, and those of whose
   * text nothing is known here. `cancelled` once the job is aborted; a search may come between two steps of it.
   */
  async withWording(asked: AskedWording, job: Job): Promise<Result<Candidates, 'cancelled'>> {
    this.#restartWhenLost();
    await this.#work;
    const { ids, empty } = await this.#thread.wordingCandidates(asked);
    const found: string[] = [];
    let done = 0;
    for (const some of this.#inBatches(ids)) {
      if (job.signal.aborted) return fail('cancelled');
      job.progress(done, ids.length);
      found.push(...(await this.#thread.withWording(asked, some)));
      done += some.length;
    }
    return ok({ ids: found, empty });
  }

  /** By the length of their texts: one at the least. */
  *#inBatches(ids: readonly string[]): Generator<readonly string[]> {
    let batch: string[] = [];
    let units = 0;
    for (const id of ids) {
      batch.push(id);
      units += this.#reading.get('sources', id)?.text?.length ?? 0;
      if (units < READ_AT_ONCE) continue;
      yield batch;
      batch = [];
      units = 0;
    }
    if (batch.length > 0) yield batch;
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
    this.#kept.neverAgain();
    await Promise.all([this.#work, this.#keeping]);
    return this.#kept.remove();
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
    this.#kept.madeAnew();
    this.#work = this.#work.catch(() => undefined).then(() => this.#build());
    this.#work.catch(() => undefined);
  }

  async #start(): Promise<void> {
    const marks = await this.#kept.load(this.#thread, () => this.#stopped);
    if (marks) await this.#catchUp(marks);
    else await this.#build();
    this.#progress = null;
    // Not awaited: nobody who searches waits for what is only kept.
    if (!this.#stopped) this.#keeping = this.#keepWhenWorth().catch(() => undefined);
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
      const mark = markOf(this.#reading, source);
      if (marks.get(source.id) === mark) this.#marks.set(source.id, mark);
      else sources.push(source);
      marks.delete(source.id);
      await rest();
    }
    for (const quote of this.#reading.all('quotes')) {
      if (marks.get(quote.id) !== quoteDocument(this.#reading, quote).mark) quotes.push(quote);
      marks.delete(quote.id);
      await rest();
    }
    const gone = [...marks.keys()];
    this.#kept.found(sources.length + quotes.length + gone.length, gone.length > 0);
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
      this.#kept.grew(document.text.length);
      if (batch.length >= BATCH || units >= BATCH_UNITS) await flush();
    };
    for (const source of sources) {
      if (this.#stopped) return;
      await take(await this.#toIndex(source));
    }
    for (const quote of quotes) {
      if (this.#stopped) return;
      await take(quoteDocument(this.#reading, quote));
    }
    if (batch.length > 0 && !this.#stopped) await flush();
  }

  async #keepWhenWorth(): Promise<void> {
    if (!this.#stopped) await this.#kept.write(this.#thread);
  }

  async #update(changed: Changed): Promise<void> {
    const { sources, quotes, gone } = touchedDocuments(this.#reading, changed);
    if (gone.length > 0) {
      for (const id of gone) this.#marks.delete(id);
      this.#kept.deleted();
      await this.#thread.remove(gone);
    }
    const documents = [...quotes.values()].map((quote) => quoteDocument(this.#reading, quote));
    for (const source of sources.values()) {
      if (this.#marks.get(source.id) !== markOf(this.#reading, source))
        documents.push(await this.#toIndex(source));
    }
    if (documents.length > 0) await this.#thread.add(documents);
    this.#kept.changed(gone.length + documents.length);
  }

  async #toIndex(source: Source): Promise<SearchDocument> {
    const document = sourceDocument(this.#reading, source, await this.#texts.wordsOf(source));
    this.#marks.set(source.id, document.mark ?? '');
    return document;
  }
}
