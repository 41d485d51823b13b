/** The index: documents in, ranked and explained results out. Works without an archive; nothing touches a disk. */
import { fail, ok, type Result } from '../lib/result.ts';
import { limits } from '../model/limits.ts';
import { acceptance } from './acceptance.ts';
import { isByDate, placesByDate } from './by-date.ts';
import { Dictionary } from './dictionary.ts';
import type {
  Alike,
  SearchAnswer,
  SearchDocument,
  SearchFailure,
  SearchHit,
  SearchOptions,
} from './document.ts';
import { countFacets } from './facets.ts';
import { CLOSELY, hitsOf, plainHit } from './hits.ts';
import { type IndexParts, loadParts, saveParts } from './index-parts.ts';
import { KeptPassages } from './kept-passages.ts';
import { Likeness } from './likeness.ts';
import { PhraseCheck } from './phrase-check.ts';
import { makePlan, type Plan } from './plan.ts';
import { Postings } from './postings.ts';
import { parseQuery } from './query.ts';
import { Ranker } from './ranking.ts';
import { Shelf, type TextOf } from './shelf.ts';
import { type AskedWording, type Candidates, Wording } from './wording.ts';
import { Writer } from './writer.ts';

const DEFAULT_LIMIT = 50;
/** Candidates whose text is read for phrases. */
const READ_FOR_PHRASES = 1_000;
/** Removed documents up to which nothing is packed anew. */
const REMOVED_KEPT = 2_000;

export interface SearchIndexOptions {
  /** Reads a text when it is needed; without it the index keeps the texts that it is given. */
  readonly textOf?: TextOf;
}

/** What a question led to, in its order: a hit is made when its page is asked for. */
interface ResultList {
  readonly length: number;
  /** There may be more than so many. */
  readonly most: number;
  readonly hitAt: (at: number) => SearchHit;
  /** Documents that have all that was asked. */
  readonly full: readonly number[];
}

export class SearchIndex {
  #parts: IndexParts;
  #writer: Writer;
  readonly #ranker = new Ranker();
  readonly #passages = new KeptPassages();
  readonly #likeness = new Likeness();
  /** The text whose wording was asked for last: it is asked for piece by piece. */
  #wording: Wording | null = null;
  /** What was asked last: whoever scrolls asks the same again and again. */
  #last: { readonly question: string; readonly list: ResultList } | null = null;

  constructor(parts: IndexParts) {
    this.#parts = parts;
    this.#writer = writerOf(parts);
  }

  /** Documents in the index. */
  get size(): number {
    return this.#parts.shelf.size;
  }

  /** The identifiers of all documents, each with its mark. */
  marks(): (readonly [id: string, mark: string])[] {
    const { shelf } = this.#parts;
    return [...shelf.living()].map((number) => {
      const { id = '', mark = '' } = shelf.document(number) ?? {};
      return [id, mark] as const;
    });
  }

  /** Takes documents in; one with an identifier that is there already takes its place. Later searches see them. */
  add(documents: Iterable<SearchDocument>): void {
    this.#forget();
    const { dictionary, postings, shelf } = this.#parts;
    for (const document of documents) {
      this.#likeness.forget(document.id);
      shelf.remove(document.id);
      this.#writer.add(document, document.text);
    }
    const gone = shelf.numbers - shelf.size;
    if (gone > Math.max(REMOVED_KEPT, shelf.size / 4)) this.compact();
    dictionary.settle();
    postings.settle(dictionary.size);
  }

  /** The same as `add`: for those who mean to change. */
  update(documents: Iterable<SearchDocument>): void {
    this.add(documents);
  }

  /** Takes documents out; unknown identifiers are no failure. */
  remove(ids: Iterable<string>): void {
    this.#forget();
    for (const id of ids) {
      this.#likeness.forget(id);
      this.#parts.shelf.remove(id);
    }
  }

  #forget(): void {
    this.#passages.forget();
    this.#last = null;
    this.#wording = null;
  }

  /** Drops what was removed and packs the rest; nothing changes for searches. For idle moments: it takes a second or so per million words. */
  compact(): void {
    this.#forget();
    const { dictionary, postings } = this.#parts;
    const { shelf, passages } = this.#parts.shelf.renumbered();
    postings.compact(dictionary.size, passages);
    this.#parts = { dictionary, postings, shelf };
    this.#writer = writerOf(this.#parts);
    dictionary.pack();
  }

  /**
   * The index as bytes, with the documents' fields and, when the index keeps them, their texts: in the clear, to be sealed
   * before it leaves memory. Compacts first.
   */
  save(): Uint8Array {
    this.compact();
    return saveParts(this.#parts);
  }

  /**
   * Best first. A query that cannot be read is `query-invalid` with `reason`, `at` and `length`; `cancelled` when the
   * signal was given before the work was done. Never throws on any query; bounded in time whatever it is.
   */
  search(query: string, options: SearchOptions = {}): Result<SearchAnswer, SearchFailure['code']> {
    const { from, to } = pageOf(options);
    const { kinds = [], tags = [], sort = '', asked } = options;
    const question = JSON.stringify([query, kinds, tags, sort, asked]);
    let list = this.#last?.question === question ? this.#last.list : null;
    if (!list || (list.length === list.most && to > list.most)) {
      // The first page is wanted at once; who goes on is likely to go on further.
      const made = this.#list(query, options, from === 0 ? to : limits.searchResults);
      if (!made.ok) return made;
      list = made.value;
      this.#last = { question, list };
    }
    const hits: SearchHit[] = [];
    for (let at = from; at < Math.min(to, list.length); at++) hits.push(list.hitAt(at));
    return ok(this.#answer(hits, list.full, options));
  }

  /** At least the first `wanted`, as far as there are so many. */
  #list(
    query: string,
    options: SearchOptions,
    wanted: number,
  ): Result<ResultList, SearchFailure['code']> {
    const parsed = parseQuery(query);
    if (!parsed.ok) return parsed;
    const { dictionary, postings, shelf } = this.#parts;
    const plan = makePlan(parsed.value, dictionary, postings, shelf.passages);
    if (options.signal?.aborted) return fail('cancelled');
    const accept = acceptance(plan, options, this.#parts);
    return plan.terms.length === 0
      ? ok(this.#listing(accept, plan, options))
      : this.#ranked(plan, accept, options, wanted);
  }

  /** Documents much of whose text stands in that of `id` too, or the other way round; most alike first. Empty when there is no such document. */
  alike(id: string, limit: number): Alike[] {
    return this.#likeness.of(id, limit, this.#parts, this.#ranker);
  }

  /** Documents that may share wording with a text. Takes little time beside `withWording`. */
  wordingCandidates(asked: AskedWording): Candidates {
    return this.#wordingOf(asked).candidates();
  }

  /** Those of them that have four words of it one behind the other: it reads their texts. */
  withWording(asked: AskedWording, ids: readonly string[]): string[] {
    return this.#wordingOf(asked).confirmed(ids);
  }

  #wordingOf(asked: AskedWording): Wording {
    if (!this.#wording?.fits(asked, this.#parts)) this.#wording = new Wording(asked, this.#parts);
    return this.#wording;
  }

  /** Documents by conditions alone: the last taken in first. */
  #listing(accept: (number: number) => boolean, plan: Plan, options: SearchOptions): ResultList {
    const { shelf } = this.#parts;
    const phrases = new PhraseCheck(plan, shelf);
    const full: number[] = [];
    if (hasConditions(plan))
      for (const number of shelf.living())
        if (accept(number) && !phrases.excludes(number)) full.push(number);
    const order = placesByDate(full, options, shelf);
    return {
      length: Math.min(full.length, limits.searchResults),
      most: Infinity,
      hitAt: (at) => plainHit(full[order?.[at] ?? at] ?? 0, shelf),
      full,
    };
  }

  #ranked(
    plan: Plan,
    accept: (number: number) => boolean,
    options: SearchOptions,
    wanted: number,
  ): Result<ResultList, SearchFailure['code']> {
    const { postings, shelf } = this.#parts;
    const phrases = new PhraseCheck(plan, shelf);
    const most = isByDate(options)
      ? limits.searchResults
      : Math.max(wanted, phrases.needed ? READ_FOR_PHRASES : CLOSELY);
    let { best, full } = this.#ranker.rank(plan.terms, postings, shelf, accept, most);
    if (options.signal?.aborted) return fail('cancelled');
    const met = best.length;
    if (phrases.needed) {
      best = best.filter((ranked) => phrases.accepts(ranked));
      full = best.map(({ document }) => document);
    }
    const hitAt = hitsOf(best, plan, this.#parts, this.#passages);
    if (options.signal?.aborted) return fail('cancelled');
    const found = best.map(({ document }) => document);
    const order = placesByDate(found, options, shelf);
    return ok({
      length: best.length,
      most: met < most || most === limits.searchResults ? Infinity : best.length,
      hitAt: (at) => hitAt(order?.[at] ?? at),
      full,
    });
  }

  #answer(hits: SearchHit[], full: readonly number[], { facets }: SearchOptions): SearchAnswer {
    const total = full.length;
    if (!facets) return { hits, total };
    const documents = full.flatMap((number) => this.#parts.shelf.document(number) ?? []);
    return { hits, total, facets: countFacets(documents) };
  }
}

const writerOf = ({ dictionary, postings, shelf }: IndexParts) =>
  new Writer(dictionary, postings, shelf);

/** Words that the archive does not have are no conditions. */
const hasConditions = (plan: Plan) =>
  plan.filters.length > 0 ||
  plan.excludedWords.length + plan.excludedFilters.length + plan.excludedPhrases.length > 0;

function pageOf({ limit = DEFAULT_LIMIT, offset = 0 }: SearchOptions): {
  readonly from: number;
  readonly to: number;
} {
  const from = Math.max(0, Math.floor(offset));
  const to = Math.min(limits.searchResults, from + Math.max(1, Math.floor(limit)));
  return { from, to };
}

/** The index that `save` wrote. `options` must say as much about texts as those of the index that was saved. */
export function loadSearchIndex(
  bytes: Uint8Array,
  { textOf }: SearchIndexOptions = {},
): Result<SearchIndex, 'index-damaged' | 'index-too-new'> {
  const parts = loadParts(bytes, textOf);
  return parts.ok ? ok(new SearchIndex(parts.value)) : parts;
}

/** An empty index. */
export function createSearchIndex({ textOf }: SearchIndexOptions = {}): SearchIndex {
  return new SearchIndex({
    dictionary: new Dictionary(),
    postings: new Postings(),
    shelf: new Shelf(textOf),
  });
}
