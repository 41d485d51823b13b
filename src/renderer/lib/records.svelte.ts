/**
 * The window's copy of the small records, fed by `changed` and by nothing else: no screen inserts by guess.
 * Quotes are kept for the sources that were asked for; texts are fetched when they are shown.
 */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type {
  About,
  Changed,
  Claim,
  Delete,
  Dossier,
  Entity,
  Gathering,
  Pairing,
  Profile,
  Put,
  Quote,
  SavedSearch,
  Source,
  SourceId,
  Stamp,
  Tag,
} from '../../../archive/model/index.ts';
import type { Ask } from './ask.ts';

/** Of changes that come close upon each other, as in an import, the lists are drawn anew so often (milliseconds). */
const PACE = 250;

export class Records {
  about = $state.raw<About | null>(null);
  readonly sources = new SvelteMap<string, Source>();
  readonly tags = new SvelteMap<string, Tag>();
  readonly entities = new SvelteMap<string, Entity>();
  readonly dossiers = new SvelteMap<string, Dossier>();
  readonly profiles = new SvelteMap<string, Profile>();
  readonly stamps = new SvelteMap<string, Stamp>();
  readonly searches = new SvelteMap<string, SavedSearch>();
  readonly claims = new SvelteMap<string, Claim>();
  readonly pairings = new SvelteMap<string, Pairing>();
  readonly gatherings = new SvelteMap<string, Gathering>();
  readonly quotes = new SvelteMap<string, Quote>();
  readonly quoteCounts = new SvelteMap<string, number>();
  /** What is in the trash, by identifier alone. */
  readonly trashed = new SvelteSet<string>();
  seq = $state(0);
  loaded = $state(false);

  readonly #ask: Ask;
  /** Heard and not yet taken over. */
  #heard: Changed[] = [];
  #takenOver = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: { seq: number; done: () => void }[] = [];
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  readonly #complete = new Set<string>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Fills the copy; changes heard meanwhile are applied on top. Answers a failure code, or `null`. */
  async load(): Promise<string | null> {
    const answer = await this.#ask('archive.records', {});
    if (!answer.ok) return answer.error.code;
    const {
      about,
      sources,
      tags,
      entities,
      dossiers,
      profiles,
      stamps,
      searches,
      claims,
      pairings,
      gatherings,
      trashed,
      quoteCounts,
      seq,
    } = answer.value;
    this.about = about;
    for (const source of sources) this.sources.set(source.id, source);
    for (const tag of tags) this.tags.set(tag.id, tag);
    for (const entity of entities) this.entities.set(entity.id, entity);
    for (const dossier of dossiers) this.dossiers.set(dossier.id, dossier);
    for (const profile of profiles) this.profiles.set(profile.id, profile);
    for (const stamp of stamps) this.stamps.set(stamp.id, stamp);
    for (const search of searches) this.searches.set(search.id, search);
    for (const claim of claims) this.claims.set(claim.id, claim);
    for (const pairing of pairings) this.pairings.set(pairing.id, pairing);
    for (const gathering of gatherings) this.gatherings.set(gathering.id, gathering);
    for (const id of trashed) this.trashed.add(id);
    for (const [id, count] of Object.entries(quoteCounts)) this.quoteCounts.set(id, count);
    this.seq = seq;
    this.loaded = true;
    this.#takeOver();
    return null;
  }

  /** Takes a durable change over, at once or with those that follow soon. */
  hear(changed: Changed): void {
    this.#heard.push(changed);
    if (!this.loaded) return;
    const wait = this.#takenOver + PACE - performance.now();
    if (wait <= 0 || this.#waiting.length > 0) this.#takeOver();
    else {
      this.#timer ??= setTimeout(() => {
        this.#takeOver();
      }, wait);
    }
  }

  /** Changes that the copy already holds are passed over. */
  #takeOver(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const changed of this.#heard.splice(0)) {
      if (changed.seq <= this.seq) continue;
      for (const put of changed.puts) this.#put(put);
      for (const gone of changed.deletes) this.#delete(gone);
      for (const [id, count] of Object.entries(changed.quoteCounts))
        this.quoteCounts.set(id, count);
      this.seq = changed.seq;
    }
    this.#takenOver = performance.now();
    this.#waiting = this.#waiting.filter(({ seq, done }) => {
      if (seq > this.seq) return true;
      done();
      return false;
    });
  }

  /** Resolves when the copy holds the change with this number: a screen never lacks its own write. */
  reached(seq: number): Promise<void> {
    if (this.loaded) this.#takeOver();
    if (seq <= this.seq) return Promise.resolve();
    return new Promise((done) => this.#waiting.push({ seq, done }));
  }

  /** Makes sure that the quotes of a source (or all quotes) are in the copy. */
  async needQuotes(source?: SourceId): Promise<string | null> {
    const key = source ?? '*';
    if (this.#complete.has(key) || this.#complete.has('*')) return null;
    const answer = await this.#ask('quotes.list', source === undefined ? {} : { source });
    if (!answer.ok) return answer.error.code;
    for (const quote of answer.value) this.quotes.set(quote.id, quote);
    this.#complete.add(key);
    return null;
  }

  /** Forgets everything: the archive is locked. */
  clear(): void {
    this.about = null;
    for (const map of [
      this.sources,
      this.tags,
      this.entities,
      this.dossiers,
      this.profiles,
      this.stamps,
      this.searches,
      this.claims,
      this.pairings,
      this.quotes,
      this.trashed,
      this.gatherings,
    ])
      map.clear();
    this.quoteCounts.clear();
    this.#complete.clear();
    this.#heard = [];
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.loaded = false;
    this.seq = 0;
    for (const { done } of this.#waiting.splice(0)) done();
  }

  #put(put: Put): void {
    switch (put.collection) {
      case 'about':
        this.about = put.record;
        break;
      case 'sources':
        this.sources.set(put.record.id, put.record);
        break;
      case 'tags':
        this.tags.set(put.record.id, put.record);
        break;
      case 'entities':
        this.entities.set(put.record.id, put.record);
        break;
      case 'dossiers':
        this.dossiers.set(put.record.id, put.record);
        break;
      case 'profiles':
        this.profiles.set(put.record.id, put.record);
        break;
      case 'stamps':
        this.stamps.set(put.record.id, put.record);
        break;
      case 'searches':
        this.searches.set(put.record.id, put.record);
        break;
      case 'claims':
        this.claims.set(put.record.id, put.record);
        break;
      case 'pairings':
        this.pairings.set(put.record.id, put.record);
        break;
      case 'gatherings':
        this.gatherings.set(put.record.id, put.record);
        break;
      case 'trash':
        this.trashed.add(put.record.id);
        break;
      case 'quotes':
        this.quotes.set(put.record.id, put.record);
        break;
      case 'activities':
        break;
    }
  }

  #delete({ collection, id }: Delete): void {
    switch (collection) {
      case 'quotes':
      case 'sources':
      case 'tags':
      case 'entities':
      case 'dossiers':
      case 'profiles':
      case 'stamps':
      case 'searches':
      case 'claims':
      case 'pairings':
      case 'gatherings':
        this[collection].delete(id);
        break;
      case 'trash':
        this.trashed.delete(id);
        break;
      case 'about':
      case 'activities':
        break;
    }
  }
}
