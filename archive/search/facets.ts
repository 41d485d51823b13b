/** Counts how documents are spread over kinds, languages, tags, speakers and years. */
import type { FacetCount, Facets, SearchDocument } from './document.ts';

/** Values told of one facet. */
const MOST = 100;

class Tally {
  readonly #counts = new Map<string, number>();

  add(value: string): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  commonest(): FacetCount[] {
    return [...this.#counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST);
  }
}

export function countFacets(documents: Iterable<SearchDocument>): Facets {
  const kinds = new Tally();
  const languages = new Tally();
  const tags = new Tally();
  const speakers = new Tally();
  const years = new Tally();
  for (const document of documents) {
    kinds.add(document.kind);
    languages.add(document.language);
    for (const tag of new Set(document.tags)) tags.add(tag);
    const speaker = document.speaker?.[0];
    if (speaker !== undefined) speakers.add(speaker);
    for (const year of new Set(document.dates?.map((date) => date.slice(0, 4)))) years.add(year);
  }
  return {
    kinds: kinds.commonest(),
    languages: languages.commonest(),
    tags: tags.commonest(),
    speakers: speakers.commonest(),
    years: years.commonest(),
  };
}
