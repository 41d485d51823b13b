/** What a query asks that the index does not know: which sources are starred, how far they were read, what is in a collection. */
import { readingStatusOf, type Source } from '../model/index.ts';
import {
  answersName,
  type Asked,
  type AskedFilter,
  askedKey,
  parseQuery,
  type Query,
} from '../search/index.ts';
import type { Reading } from '../store/state.ts';

/** Nothing where the query asks for none of it, as nearly all do. */
export function askedFor(query: string, reading: Reading): { asked?: Asked } {
  const parsed = parseQuery(query);
  const filters = parsed.ok ? filtersOf(parsed.value) : [];
  if (filters.length === 0) return {};
  const asked = filters.map((filter) => [askedKey(filter), sourcesOf(filter, reading)] as const);
  return { asked: Object.fromEntries(asked) };
}

function filtersOf({ clauses, excluded }: Query): AskedFilter[] {
  return [...clauses.flat(), ...excluded].flatMap((atom) =>
    atom.is === 'collection' || atom.is === 'standing' ? [atom] : [],
  );
}

function sourcesOf(filter: AskedFilter, reading: Reading): string[] {
  if (filter.is === 'collection') {
    const answers = answersName(filter);
    return reading
      .all('gatherings')
      .flatMap(({ name, sources }): readonly string[] => (answers(name) ? sources : []));
  }
  const { value } = filter;
  const stands = (source: Source) =>
    value === 'starred' ? source.starred === true : readingStatusOf(source) === value;
  return reading
    .all('sources')
    .filter(stands)
    .map(({ id }) => id);
}
