/** A search that somebody means to run again, by the name that she gave it. */
import { z } from 'zod';
import { Instant, Name } from './common.ts';
import { SavedSearchId } from './ids.ts';
import { limits } from './limits.ts';

export const SearchSort = z.enum(['relevance', 'newest', 'oldest']);
export type SearchSort = z.infer<typeof SearchSort>;

export const SavedSearch = z.strictObject({
  id: SavedSearchId,
  name: Name,
  /** In the query language, as it was typed. */
  query: z.string().min(1).max(limits.queryLength),
  sort: SearchSort,
  createdAt: Instant,
  changedAt: Instant,
});
export type SavedSearch = z.infer<typeof SavedSearch>;
