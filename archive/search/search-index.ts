/** The index: documents in, ranked and explained results out. Works without an archive; nothing touches a disk. */
import { assert } from '../lib/assert.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { limits } from '../model/limits.ts';
import { type Runs, shareOf } from './alike.ts';
import { closeness } from './closeness.ts';
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
import { allOf, type Condition, conditionOf } from './filters.ts';
import { KeptRuns } from './kept-runs.ts';
import { answersOf, explainDocument, type ReadWord, readWords } from './matching.ts';
import { PhraseReader } from './phrases.ts';
import { makePlan, type Plan, type Term } from './plan.ts';
import { Postings } from './postings.ts';
import { parseQuery, type Wanted } from './query.ts';
import { type Ranked, Ranker } from './ranking.ts';
import { Shelf, type TextOf } from './shelf.ts';
import { type Part, readSnapshot, writeSnapshot } from './snapshot.ts';
import { Writer } from './writer.ts';

const DEFAULT_LIMIT = 50;
/** Candidates that Fuse.js looks at. */
const CLOSELY = 28;
/** Share of the final score that the closeness makes up. */
const CLOSENESS_SHARE = 0.4;
/** Candidates whose text is read for phrases. */
const READ_FOR_PHRASES = 1_000;
/** UTF-16 units that are read around the best passage of a document. */
const AROUND = 500;
const READ_KEPT = 1_000;
/** Candidates whose whole text is compared with another, and the share from which on two texts are alike. */
const READ_FOR_LIKENESS = 60;
const LEAST_ALIKE = 0.3;
/** Removed documents up to which nothing is packed anew. */
const REMOVED_KEPT = 2_000;

export interface SearchIndexOptions {
  /** Reads a text when it is needed; without it the index keeps the texts that it is given. */
  readonly textOf?: TextOf;
}

interface IndexParts {
  readonly dictionary: Dictionary;
  readonly postings: Postings;
  readonly shelf: Shelf;
}

interface Candidate extends Ranked {
  readonly words: readonly ReadWord[];
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
  readonly #dictionary: Dictionary;
  readonly #postings: Postings;
  #shelf: Shelf;
  #writer: Writer;
  readonly #ranker = new Ranker();
  readonly #textOf: TextOf | undefined;
  /** Passages as read for earlier queries: while somebody types, mostly the same ones are met again. */
  readonly #readPassages = new Map<number, readonly ReadWord[]>();
  readonly #runs = new KeptRuns();
  /** What was asked last: whoever scrolls asks the same again and again. */
  #last: { readonly question: string; readonly list: ResultList } | null = null;

  constructor(options: SearchIndexOptions = {}, parts?: IndexParts) {
    this.#textOf = options.textOf;
    this.#dictionary = parts?.dictionary ?? new Dictionary();
    this.#postings = parts?.postings ?? new Postings();
    this.#shelf = parts?.shelf ?? new Shelf(this.#textOf);
    this.#writer = new Writer(this.#dictionary, this.#postings, this.#shelf);
  }

  /** Documents in the index. */
  get size(): number {
    return this.#shelf.size;
  }

  /** The identifiers of all documents, each with its mark. */
  marks(): (readonly [id: string, mark: string])[] {
    return [...this.#shelf.living()].map((number) => {
      const { id = '', mark = '' } = this.#shelf.document(number) ?? {};
      return [id, mark] as const;
    });
  }

  /** Takes documents in; one with an identifier that is there already takes its place. Later searches see them. */
  add(documents: Iterable<SearchDocument>): void {
    this.#forget();
    for (const document of documents) {
      this.#runs.forget(document.id);
      this.#shelf.remove(document.id);
      this.#writer.add(document, document.text);
    }
    const gone = this.#shelf.numbers - this.#shelf.size;
    if (gone > Math.max(REMOVED_KEPT, this.#shelf.size / 4)) this.compact();
    this.#dictionary.settle();
    this.#postings.settle(this.#dictionary.size);
  }

  /** The same as `add`: for those who mean to change. */
  update(documents: Iterable<SearchDocument>): void {
    this.add(documents);
  }

  /** Takes documents out; unknown identifiers are no failure. */
  remove(ids: Iterable<string>): void {
    this.#forget();
    for (const id of ids) {
      this.#runs.forget(id);
      this.#shelf.remove(id);
    }
  }

  #forget(): void {
    this.#readPassages.clear();
    this.#last = null;
  }

  /** Drops what was removed and packs the rest; nothing changes for searches. For idle moments: it takes a second or so per million words. */
  compact(): void {
    this.#forget();
    const { shelf, passages } = this.#shelf.renumbered();
    this.#postings.compact(this.#dictionary.size, passages);
    this.#shelf = shelf;
    this.#writer = new Writer(this.#dictionary, this.#postings, shelf);
    this.#dictionary.pack();
  }

  /**
   * The index as bytes, with the documents' fields and, when the index keeps them, their texts: in the clear, to be sealed
   * before it leaves memory. Compacts first.
   */
  save(): Uint8Array {
    this.compact();
    const words = this.#dictionary.parts();
    const shelf = this.#shelf.parts();
    const [start, passages, how] = this.#postings.parts();
    const parts = new Map<string, Part>([
      ['firstEntry', words.firstEntry],
      ['met', words.met],
      ['entryWord', words.entryWord],
      ['entryStart', words.entryStart],
      ['codes', words.codes],
      ['trigramStart', words.trigrams[0]],
      ['trigramList', words.trigrams[1]],
      ['headStart', words.heads[0]],
      ['headList', words.heads[1]],
      ['skeletonStart', words.skeletons[0]],
      ['skeletonList', words.skeletons[1]],
      ['stemStart', words.stems[0]],
      ['stemList', words.stems[1]],
      ['forwards', words.orders[0]],
      ['backwards', words.orders[1]],
      ['start', start],
      ['passages', passages],
      ['how', how],
      ['firstPassage', shelf.firstPassage],
      ['passageDocument', shelf.passageDocument],
      ['passageStart', shelf.passageStart],
      ['passageWords', shelf.passageWords],
    ]);
    const facts: Facts = { written: words.written, documents: shelf.documents };
    return writeSnapshot(parts, facts);
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
    const plan = makePlan(parsed.value, this.#dictionary, this.#postings, this.#shelf.passages);
    if (options.signal?.aborted) return fail('cancelled');
    const accept = this.#acceptance(plan, options);
    return plan.terms.length === 0
      ? ok(this.#listing(accept, plan, options))
      : this.#ranked(plan, accept, options, wanted);
  }

  /** Documents much of whose text stands in that of `id` too, or the other way round; most alike first. Empty when there is no such document. */
  alike(id: string, limit: number): Alike[] {
    const number = this.#shelf.numberOf(id);
    if (number === undefined) return [];
    const own = this.#runsOf(number);
    const { best } = this.#ranker.rank(
      this.#telling(this.#shelf.text(number)),
      this.#postings,
      this.#shelf,
      (other) => other !== number && this.#shelf.document(other) !== null,
      READ_FOR_LIKENESS,
    );
    return best
      .map(({ document }) => ({
        id: this.#shelf.document(document)?.id ?? '',
        share: shareOf(own, this.#runsOf(document)),
      }))
      .filter(({ share }) => share >= LEAST_ALIKE)
      .sort((a, b) => b.share - a.share)
      .slice(0, limit);
  }

  #runsOf(number: number): Runs {
    const { id = '' } = this.#shelf.document(number) ?? {};
    return this.#runs.of(id, () => this.#shelf.text(number));
  }

  /** The rarest words of a text that other documents have too. */
  #telling(text: string): Term[] {
    const counts = new Map<number, number>();
    for (const { word } of readWords(text, 0, text.length, this.#dictionary))
      if (word >= 0 && !counts.has(word)) counts.set(word, this.#postings.count(word));
    return [...counts]
      .filter(([, count]) => count > 1)
      .sort((a, b) => a[1] - b[1])
      .slice(0, limits.queryWords)
      .map(([word]) => ({ asked: [], meanings: new Map([[word, 1]]), worth: 1 }));
  }

  #acceptance(plan: Plan, { kinds, tags, asked }: SearchOptions): (number: number) => boolean {
    const conditions: Condition[] = plan.filters.length > 0 ? [allOf(plan.filters, asked)] : [];
    for (const filter of plan.excludedFilters) {
      const holds = conditionOf(filter, asked);
      conditions.push((document) => !holds(document));
    }
    if (kinds) conditions.push(({ kind }) => kinds.includes(kind));
    if (tags)
      conditions.push((document) => document.tags?.some((tag) => tags.includes(tag)) === true);
    const excluded = this.#excluded(plan);
    if (conditions.length === 0 && excluded.size === 0)
      return (number) => this.#shelf.document(number) !== null;
    return (number) => {
      const document = this.#shelf.document(number);
      return (
        document !== null &&
        !excluded.has(number) &&
        conditions.every((condition) => condition(document))
      );
    };
  }

  #excluded(plan: Plan): ReadonlySet<number> {
    const excluded = new Set<number>();
    for (const meanings of plan.excludedWords)
      for (const word of meanings.keys())
        this.#postings.each(word, (passage) => excluded.add(this.#shelf.documentOf(passage)));
    return excluded;
  }

  /** Documents by conditions alone: the last taken in first. */
  #listing(accept: (number: number) => boolean, plan: Plan, options: SearchOptions): ResultList {
    const full: number[] = [];
    // Words that the archive does not have are no conditions.
    const nothing =
      plan.filters.length === 0 &&
      plan.excludedWords.length + plan.excludedFilters.length + plan.excludedPhrases.length === 0;
    const reading = new PhraseReader();
    if (!nothing)
      for (const number of this.#shelf.living())
        if (accept(number) && !this.#hasPhrase(plan.excludedPhrases, number, reading))
          full.push(number);
    const sorted = this.#sorted(full, options);
    return {
      length: Math.min(sorted.length, limits.searchResults),
      most: Infinity,
      hitAt: (at) => this.#plainHit(sorted[at] ?? 0),
      full,
    };
  }

  #ranked(
    plan: Plan,
    accept: (number: number) => boolean,
    options: SearchOptions,
    wanted: number,
  ): Result<ResultList, SearchFailure['code']> {
    const checked = plan.phrases.length > 0 || plan.excludedPhrases.length > 0;
    const byDate = isByDate(options);
    const most = byDate
      ? limits.searchResults
      : Math.max(wanted, checked ? READ_FOR_PHRASES : CLOSELY);
    let { best, full } = this.#ranker.rank(plan.terms, this.#postings, this.#shelf, accept, most);
    if (options.signal?.aborted) return fail('cancelled');
    const met = best.length;
    if (checked) {
      const reading = new PhraseReader();
      best = best.filter((ranked) => this.#satisfies(plan, ranked, reading));
      full = best.map(({ document }) => document);
    }
    const near = plan.terms.length > 1 ? this.#closer(best, plan) : [];
    if (options.signal?.aborted) return fail('cancelled');
    const order = byDate
      ? this.#byDate(
          best.map(({ document }) => document),
          options,
        )
      : null;
    const answers = answersOf(plan);
    const candidateAt = (at: number): Candidate => near[at] ?? this.#farther(best[at], plan);
    return ok({
      length: best.length,
      most: met < most || most === limits.searchResults ? Infinity : best.length,
      hitAt: (at) => this.#hit(candidateAt(order?.[at] ?? at), plan, answers),
      full,
    });
  }

  #satisfies(plan: Plan, { document, passage }: Ranked, reading: PhraseReader): boolean {
    if (this.#hasPhrase(plan.excludedPhrases, document, reading)) return false;
    return plan.phrases.every(
      (alternatives) =>
        alternatives.some(({ phrase }) => !phrase) ||
        this.#hasPhrase(alternatives, document, reading, passage),
    );
  }

  /** Looks in the fields, around `passage`, and, as long as there is time for it, in the whole text. */
  #hasPhrase(
    phrases: readonly Wanted[],
    number: number,
    reading: PhraseReader,
    passage?: number,
  ): boolean {
    const document = this.#shelf.document(number);
    if (!document || phrases.length === 0) return false;
    const has = (text: string) => phrases.some((wanted) => reading.has(text, wanted));
    const fields = [
      document.title,
      ...(document.speaker ?? []),
      ...(document.tags ?? []),
      document.note ?? '',
      document.publisher ?? '',
    ];
    const text = this.#shelf.text(number);
    if (fields.some(has)) return true;
    if (passage !== undefined) {
      const { start, end } = this.#shelf.rangeOf(passage);
      const around = text.slice(Math.max(0, start - AROUND), Math.min(text.length, end + AROUND));
      reading.left -= around.length;
      if (has(around)) return true;
      if (around.length === text.length) return false;
    }
    if (text.length > reading.left) return false;
    reading.left -= text.length;
    return has(text);
  }

  /** Reads the best few and lets Fuse.js weigh how closely they have the query as a whole: these, in their new order. */
  #closer(best: readonly Ranked[], plan: Plan): Candidate[] {
    const asked = plan.terms
      .map((term) => this.#soundOf(term.asked[0]?.word.written ?? ''))
      .join(' ');
    const near = best
      .slice(0, CLOSELY)
      .map((ranked): Candidate => ({ ...ranked, words: this.#read(ranked) }));
    const close = closeness(
      asked,
      near.map((candidate) => this.#spelled(candidate)),
    );
    return near
      .map((candidate, index) => ({
        ...candidate,
        score:
          candidate.score * (1 - CLOSENESS_SHARE) +
          CLOSENESS_SHARE * candidate.score * (close[index] ?? 0),
      }))
      .sort((a, b) => b.score - a.score || a.document - b.document);
  }

  /** One that was not among those that are read: nothing of how closely it has the query is known. */
  #farther(ranked: Ranked | undefined, { terms }: Plan): Candidate {
    assert(ranked, 'a hit stands in its list');
    const share = terms.length > 1 ? 1 - CLOSENESS_SHARE : 1;
    return { ...ranked, score: ranked.score * share, words: [] };
  }

  #soundOf(written: string): string {
    const word = this.#dictionary.numberOf(written);
    return word === undefined ? written : this.#dictionary.sound(word);
  }

  #read({ document, passage }: Ranked): readonly ReadWord[] {
    const known = this.#readPassages.get(passage);
    if (known) return known;
    const text = this.#shelf.text(document);
    const { start, end } = this.#shelf.rangeOf(passage);
    const words = readWords(text, start, Math.min(end, text.length), this.#dictionary);
    if (this.#readPassages.size >= READ_KEPT) this.#readPassages.clear();
    this.#readPassages.set(passage, words);
    return words;
  }

  #spelled({ document, words }: Candidate): string {
    const { title = '' } = this.#shelf.document(document) ?? {};
    const spelled = readWords(title, 0, title.length, this.#dictionary);
    return [...spelled, ...words]
      .map(({ word }) => (word < 0 ? '' : this.#dictionary.sound(word)))
      .join(' ');
  }

  #hit(candidate: Candidate, plan: Plan, answers: ReturnType<typeof answersOf>): SearchHit {
    const document = this.#shelf.document(candidate.document);
    assert(document, 'a ranked document is on the shelf');
    const text = this.#shelf.text(candidate.document);
    const words = candidate.words.length > 0 ? candidate.words : this.#read(candidate);
    const explained = explainDocument(document, text, words, answers, this.#dictionary);
    const missing = plan.terms
      .filter((_, index) => (candidate.terms & (1 << index)) === 0)
      .map(({ asked }) => asked[0]?.word.typed ?? '');
    return {
      ...this.#plainHit(candidate.document),
      score: candidate.score,
      ...explained,
      ...(missing.length > 0 ? { missing } : {}),
    };
  }

  #plainHit(number: number): SearchHit {
    const document = this.#shelf.document(number);
    assert(document, 'a listed document is on the shelf');
    const { id, kind, sourceId, title } = document;
    return { id, kind, sourceId, title, score: 1, reasons: [], matches: [] };
  }

  #sorted(numbers: readonly number[], options: SearchOptions): readonly number[] {
    const order = this.#byDate(numbers, options);
    return order ? Array.from(order, (place) => numbers[place] ?? 0) : numbers;
  }

  /** The places in `numbers` in the order of their documents' dates; `null` when they are in the order that was asked for. */
  #byDate(numbers: readonly number[], options: SearchOptions): Uint32Array | null {
    if (!isByDate(options)) return null;
    const sign = options.sort === 'newest' ? -1 : 1;
    const dates = numbers.map((number) => this.#shelf.document(number)?.dates?.[0] ?? '');
    return Uint32Array.from(numbers.keys()).sort((a, b) => {
      const [one = '', other = ''] = [dates[a], dates[b]];
      return one === other ? a - b : one < other ? -sign : sign;
    });
  }

  #answer(hits: SearchHit[], full: readonly number[], { facets }: SearchOptions): SearchAnswer {
    const total = full.length;
    if (!facets) return { hits, total };
    const documents = full.flatMap((number) => this.#shelf.document(number) ?? []);
    return { hits, total, facets: countFacets(documents) };
  }
}

const isByDate = ({ sort }: SearchOptions) => sort === 'newest' || sort === 'oldest';

function pageOf({ limit = DEFAULT_LIMIT, offset = 0 }: SearchOptions): {
  readonly from: number;
  readonly to: number;
} {
  const from = Math.max(0, Math.floor(offset));
  const to = Math.min(limits.searchResults, from + Math.max(1, Math.floor(limit)));
  return { from, to };
}

interface Facts {
  readonly written: readonly string[];
  readonly documents: readonly SearchDocument[];
}

/** The index that `save` wrote. `options` must say as much about texts as those of the index that was saved. */
export function loadSearchIndex(
  bytes: Uint8Array,
  options: SearchIndexOptions = {},
): Result<SearchIndex, 'index-damaged' | 'index-too-new'> {
  const read = readSnapshot(bytes);
  if (!read.ok) return read;
  const { facts, bytes: part, numbers } = read.value;
  const { written, documents } = facts as Facts;
  const dictionary = Dictionary.from({
    written,
    firstEntry: numbers('firstEntry'),
    met: part('met'),
    entryWord: numbers('entryWord'),
    entryStart: numbers('entryStart'),
    codes: part('codes'),
    trigrams: [numbers('trigramStart'), numbers('trigramList')],
    heads: [numbers('headStart'), numbers('headList')],
    skeletons: [numbers('skeletonStart'), numbers('skeletonList')],
    stems: [numbers('stemStart'), numbers('stemList')],
    orders: [numbers('forwards'), numbers('backwards')],
  });
  const postings = Postings.from(numbers('start'), numbers('passages'), part('how'));
  const shelf = Shelf.from(
    {
      documents,
      firstPassage: numbers('firstPassage'),
      passageDocument: numbers('passageDocument'),
      passageStart: numbers('passageStart'),
      passageWords: numbers('passageWords'),
    },
    options.textOf,
  );
  return ok(new SearchIndex(options, { dictionary, postings, shelf }));
}

/** An empty index. */
export function createSearchIndex(options: SearchIndexOptions = {}): SearchIndex {
  return new SearchIndex(options);
}
