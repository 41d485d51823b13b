/** Saved searches that ask for a tag by its name, asking for it by another. */
import { fail, ok, type Result } from '../../lib/result.ts';
import { limits, type SavedSearch } from '../../model/index.ts';
import type { Reading } from '../state.ts';

/** The query, asking for the tag by its new name wherever it asked for it by the whole of the old one. */
export type RenameInQuery = (query: string, from: string, into: string) => string;

/** Those that change. Refused where a query would become longer than one may be: it is never cut. */
export function renamedInSearches(
  reading: Reading,
  from: string,
  into: string,
  rename: RenameInQuery,
  now: string,
): Result<SavedSearch[], 'too-large'> {
  const changed: SavedSearch[] = [];
  for (const search of reading.all('searches')) {
    const query = rename(search.query, from, into);
    if (query.length > limits.queryLength) return fail('too-large');
    if (query !== search.query) changed.push({ ...search, query, changedAt: now });
  }
  return ok(changed);
}
