/** The sources as they stand on the shelf just now: filtered, sorted, one of them chosen. Library and reader share it. */
import type { ReadingStatus, Source, SourceId, SourceKind } from '../../../archive/model/index.ts';
import { collator } from './format.ts';
import { fold, matches } from './fold.ts';
import type { Records } from './records.svelte.ts';
import { mapOf } from './map-of.ts';

export type SortBy = 'added' | 'published' | 'title';

export interface Facet<T extends string> {
  readonly value: T;
  readonly count: number;
}

type FacetName = 'kind' | 'language' | 'tags' | 'starred' | 'status';

export class Shelf {
  readonly #records: Records;
  typed = $state('');
  kind = $state<SourceKind | null>(null);
  language = $state<string | null>(null);
  tags = $state.raw<readonly string[]>([]);
  starred = $state(false);
  status = $state<ReadingStatus | null>(null);
  gathering = $state<string | null>(null);
  /** The sources of the chosen collection, each with its place there. */
  readonly #members = $derived.by(() => {
    const found =
      this.gathering === null ? undefined : this.#records.gatherings.get(this.gathering);
    return found ? mapOf(found.sources.map((id, at) => [id, at] as const)) : null;
  });
  sort = $state<SortBy>('added');
  /** The collection in whose own order the sources stand: there they can be moved. */
  readonly ordered = $derived(
    this.#members !== null && this.sort === 'added' ? this.gathering : null,
  );
  chosen = $state<SourceId | null>(null);

  readonly all = $derived.by((): readonly Source[] => [...this.#records.sources.values()]);

  readonly sources = $derived.by((): readonly Source[] => {
    const typed = fold(this.typed.trim());
    return this.all
      .filter((source) => this.#passes(source, null) && (typed === '' || this.#reads(source)))
      .sort(this.#order());
  });

  readonly filtered = $derived(
    this.typed.trim() !== '' ||
      this.kind !== null ||
      this.language !== null ||
      this.tags.length > 0 ||
      this.starred ||
      this.status !== null ||
      this.#members !== null,
  );

  /** How many sources each choice would leave, the other filters being as they are. */
  readonly kinds = $derived.by(() => this.#count('kind', (source) => [source.kind]));
  readonly languages = $derived.by(() =>
    this.#count('language', (source) => (source.text ? [source.text.language] : [])),
  );
  readonly stars = $derived.by(
    () => this.all.filter((source) => source.starred && this.#passes(source, 'starred')).length,
  );
  readonly statuses = $derived.by(() => this.#count('status', (source) => [statusOf(source)]));
  readonly tagCounts = $derived.by(() => this.#count('tags', (source) => source.tags));

  constructor(records: Records) {
    this.#records = records;
  }

  toggleTag(id: string): void {
    this.tags = this.tags.includes(id) ? this.tags.filter((tag) => tag !== id) : [...this.tags, id];
  }

  clearFilters(): void {
    this.typed = '';
    this.kind = null;
    this.language = null;
    this.tags = [];
    this.starred = false;
    this.status = null;
    this.gathering = null;
  }

  /** The source so many places from this one in the list, if there is one. */
  neighbour(id: SourceId, step: number): Source | null {
    const index = this.sources.findIndex((source) => source.id === id);
    return index === -1 ? null : (this.sources[index + step] ?? null);
  }

  clear(): void {
    this.clearFilters();
    this.sort = 'added';
    this.chosen = null;
  }

  #passes(source: Source, except: FacetName | null): boolean {
    if (except !== 'kind' && this.kind !== null && source.kind !== this.kind) return false;
    if (except !== 'language' && this.language !== null && source.text?.language !== this.language)
      return false;
    if (except !== 'starred' && this.starred && source.starred !== true) return false;
    if (except !== 'status' && this.status !== null && statusOf(source) !== this.status)
      return false;
    if (this.#members !== null && !this.#members.has(source.id)) return false;
    return except === 'tags' || this.tags.every((id) => source.tags.some((tag) => tag === id));
  }

  /** A collection has an order of its own. */
  #order(): (a: Source, b: Source) => number {
    const members = this.#members;
    if (!members || this.sort !== 'added') return orders[this.sort];
    return (a, b) => (members.get(a.id) ?? 0) - (members.get(b.id) ?? 0);
  }

  #reads(source: Source): boolean {
    const words = `${source.shelfmark} ${source.title} ${source.metadata.publisher ?? ''} ${source.original.name}`;
    return matches(words, this.typed) || fold(words).includes(fold(this.typed.trim()));
  }

  #count<T extends string>(
    facet: FacetName,
    valuesOf: (source: Source) => readonly T[],
  ): readonly Facet<T>[] {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- it ends with this call
    const counts = new Map<T, number>();
    for (const source of this.all) {
      if (!this.#passes(source, facet === 'tags' ? null : facet)) continue;
      for (const value of valuesOf(source)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || collator.compare(a.value, b.value));
  }
}

const statusOf = ({ readingStatus }: Source): ReadingStatus => readingStatus ?? 'unread';

const orders: Record<SortBy, (a: Source, b: Source) => number> = {
  added: (a, b) => byShelfmark(b, a),
  // What has no date stands last.
  published: (a, b) =>
    (b.metadata.published ?? '').localeCompare(a.metadata.published ?? '') || byShelfmark(b, a),
  title: (a, b) => collator.compare(a.title, b.title) || byShelfmark(a, b),
};

const byShelfmark = (a: Source, b: Source): number =>
  Number(a.shelfmark.slice(2)) - Number(b.shelfmark.slice(2));
