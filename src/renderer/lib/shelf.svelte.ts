/** The sources as they stand on the shelf just now: filtered, sorted, one of them chosen. Library and reader share it. */
import type { Source, SourceId, SourceKind } from '../../../archive/model/index.ts';
import { collator } from './format.ts';
import { fold, matches } from './fold.ts';
import type { Records } from './records.svelte.ts';

export type SortBy = 'added' | 'published' | 'title';

export interface Facet<T extends string> {
  readonly value: T;
  readonly count: number;
}

export class Shelf {
  readonly #records: Records;
  typed = $state('');
  kind = $state<SourceKind | null>(null);
  language = $state<string | null>(null);
  tags = $state.raw<readonly string[]>([]);
  sort = $state<SortBy>('added');
  chosen = $state<SourceId | null>(null);

  readonly all = $derived.by((): readonly Source[] => [...this.#records.sources.values()]);

  readonly sources = $derived.by((): readonly Source[] => {
    const typed = fold(this.typed.trim());
    return this.all
      .filter((source) => this.#passes(source, null) && (typed === '' || this.#reads(source)))
      .sort(orders[this.sort]);
  });

  readonly filtered = $derived(
    this.typed.trim() !== '' ||
      this.kind !== null ||
      this.language !== null ||
      this.tags.length > 0,
  );

  /** How many sources each choice would leave, the other filters being as they are. */
  readonly kinds = $derived.by(() => this.#count('kind', (source) => [source.kind]));
  readonly languages = $derived.by(() =>
    this.#count('language', (source) => (source.text ? [source.text.language] : [])),
  );
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

  #passes(source: Source, except: 'kind' | 'language' | 'tags' | null): boolean {
    if (except !== 'kind' && this.kind !== null && source.kind !== this.kind) return false;
    if (except !== 'language' && this.language !== null && source.text?.language !== this.language)
      return false;
    return except === 'tags' || this.tags.every((id) => source.tags.some((tag) => tag === id));
  }

  #reads(source: Source): boolean {
    const words = `${source.shelfmark} ${source.title} ${source.metadata.publisher ?? ''} ${source.original.name}`;
    return matches(words, this.typed) || fold(words).includes(fold(this.typed.trim()));
  }

  #count<T extends string>(
    facet: 'kind' | 'language' | 'tags',
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

const orders: Record<SortBy, (a: Source, b: Source) => number> = {
  added: (a, b) => byShelfmark(b, a),
  // What has no date stands last.
  published: (a, b) =>
    (b.metadata.published ?? '').localeCompare(a.metadata.published ?? '') || byShelfmark(b, a),
  title: (a, b) => collator.compare(a.title, b.title) || byShelfmark(a, b),
};

const byShelfmark = (a: Source, b: Source): number =>
  Number(a.shelfmark.slice(2)) - Number(b.shelfmark.slice(2));
