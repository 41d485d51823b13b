/**
 * The search screen's question and its answer. Kept while the archive is open, so that whoever comes back finds the query, the
 * list and her place in it. The list has a row for each result; those near the view are fetched, a page at a time.
 */
import type { SearchFacets, SearchProgress, SearchResult } from '../../../../archive/face/index.ts';
import type { SavedSearch } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { type Fault, faultOf } from './query-fault.ts';
import { type Attempt, widerThan } from './query-text.ts';

export type SortBy = SavedSearch['sort'];

/** A place in the list, with what stands there once that is known. */
export interface Row {
  readonly id: string;
  readonly result: SearchResult | null;
}

export interface Widened extends Attempt {
  readonly count: number;
}

const PAGE = 100;
/** Rows of the longest list: as many results as the engine tells of. */
const MOST = 100_000;
/** Milliseconds to wait for the next letter, for the next scroll, and before asking again while the index is being made. */
const PAUSE = 60;
const SCROLL_PAUSE = 40;
const AGAIN = 500;

export class Finding {
  readonly #app: App;
  tab = $state<'query' | 'names'>('query');
  typed = $state('');
  sort = $state<SortBy>('relevance');
  rows = $state.raw<readonly Row[]>([]);
  /** Results that answer the whole query; the rest of the list lacks some of it. */
  total = $state(0);
  facets = $state.raw<SearchFacets | null>(null);
  building = $state.raw<SearchProgress | null>(null);
  fault = $state.raw<Fault | null>(null);
  waiting = $state(false);
  /** What the list answers; empty when nothing was asked. */
  answered = $state('');
  /** Counted up with each new list. */
  round = $state(0);
  /** Of a row. */
  chosen = $state<string | null>(null);
  /** Wider queries that would find something. */
  wider = $state.raw<readonly Widened[] | null>(null);
  /** Pixels that the list was scrolled by. */
  scrolled = 0;

  #asked = 0;
  #seq = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #scrollTimer: ReturnType<typeof setTimeout> | undefined;
  #fetching = false;
  #wanted: readonly [first: number, last: number] = [0, 0];

  readonly chosenResult = $derived.by(
    (): SearchResult | null =>
      (this.chosen === null ? undefined : this.rows[Number(this.chosen)])?.result ?? null,
  );
  readonly nothing = $derived(
    this.answered !== '' && this.rows.length === 0 && this.fault === null && this.building === null,
  );

  constructor(app: App) {
    this.#app = app;
  }

  /** Asks another question, at once or when nothing more is typed. */
  ask(query: string, sort: SortBy = this.sort, soon = false): void {
    this.typed = query;
    this.sort = sort;
    clearTimeout(this.#timer);
    this.#asked += 1;
    if (query.trim() === '') {
      this.#show([], '');
      this.waiting = false;
      return;
    }
    this.waiting = true;
    const asked = this.#asked;
    if (soon) this.#timer = setTimeout(() => void this.#find(asked, true), PAUSE);
    else void this.#find(asked, true);
  }

  /** Asks the same again when something has changed since; the place in the list stays. */
  refresh(): void {
    if (this.answered === '' || this.#seq === this.#app.records.seq) return;
    clearTimeout(this.#timer);
    this.#asked += 1;
    const asked = this.#asked;
    this.#timer = setTimeout(() => void this.#find(asked, false), PAUSE);
  }

  /** Rows in view: what is not known of them is fetched once the scrolling rests. */
  need(first: number, last: number): void {
    this.#wanted = [first, last];
    clearTimeout(this.#scrollTimer);
    this.#scrollTimer = setTimeout(() => void this.#fetch(), SCROLL_PAUSE);
  }

  clear(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#scrollTimer);
    this.#asked += 1;
    this.tab = 'query';
    this.typed = '';
    this.sort = 'relevance';
    this.waiting = false;
    this.#show([], '');
  }

  #request(query: string, offset: number) {
    return { query, sort: this.sort, offset, limit: PAGE, kinds: [], tags: [] };
  }

  async #find(asked: number, anew: boolean): Promise<void> {
    const query = this.typed.trim();
    this.#seq = this.#app.records.seq;
    const answer = await this.#app.ask('search.find', {
      ...this.#request(query, 0),
      facets: true,
      live: true,
    });
    if (asked !== this.#asked) return;
    this.waiting = false;
    if (!answer.ok) {
      // Another live question, in the box, has taken its place.
      if (answer.error.code === 'cancelled')
        this.#timer = setTimeout(() => void this.#find(asked, anew), AGAIN);
      else this.#show([], query, faultOf(answer.error));
      return;
    }
    const { results, total, facets, progress } = answer.value;
    const length = Math.min(MOST, Math.max(total, results.length));
    const rows = Array.from({ length }, (_, at) => rowOf(at, results[at] ?? null));
    if (anew) this.#show(rows, query);
    else this.rows = rows;
    if (!anew && this.chosen !== null && Number(this.chosen) >= length) this.chosen = null;
    this.total = total;
    this.facets = facets;
    this.building = progress;
    if (progress) this.#timer = setTimeout(() => void this.#find(asked, false), AGAIN);
    else if (length === 0) void this.#widen(asked, query);
    if (!anew) void this.#fetch();
  }

  #show(rows: readonly Row[], query: string, fault: Fault | null = null): void {
    this.rows = rows;
    this.answered = query;
    this.fault = fault;
    this.total = 0;
    this.facets = null;
    this.building = null;
    this.wider = null;
    this.chosen = null;
    this.scrolled = 0;
    this.#wanted = [0, 0];
    this.round += 1;
  }

  async #fetch(): Promise<void> {
    if (this.#fetching) return;
    const [first, last] = this.#wanted;
    const at = this.rows.findIndex(
      (row, index) => index >= first && index < last && row.result === null,
    );
    if (at === -1) return;
    this.#fetching = true;
    const asked = this.#asked;
    const offset = at - (at % PAGE);
    const answer = await this.#app.ask('search.find', this.#request(this.answered, offset));
    this.#fetching = false;
    if (asked === this.#asked && answer.ok) this.#put(offset, answer.value.results);
    if (asked !== this.#asked || answer.ok) void this.#fetch();
  }

  #put(offset: number, results: readonly SearchResult[]): void {
    // Fewer than were told of: the list has become shorter meanwhile.
    const end = results.length < PAGE ? offset + results.length : this.rows.length;
    const rows = this.rows.slice(0, Math.max(end, offset + results.length));
    results.forEach((result, index) => {
      rows[offset + index] = rowOf(offset + index, result);
    });
    this.rows = rows;
  }

  async #widen(asked: number, query: string): Promise<void> {
    const found: Widened[] = [];
    for (const attempt of widerThan(query)) {
      const answer = await this.#app.ask('search.find', {
        ...this.#request(attempt.query, 0),
        limit: 1,
      });
      if (asked !== this.#asked) return;
      if (answer.ok && answer.value.total > 0)
        found.push({ ...attempt, count: answer.value.total });
    }
    this.wider = found;
  }
}

const rowOf = (at: number, result: SearchResult | null): Row => ({ id: String(at), result });
