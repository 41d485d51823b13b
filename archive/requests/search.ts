/** What is searched for, and searches kept under a name. */
import { z } from 'zod';
import { limits, SavedSearch, SearchSort } from '../model/index.ts';
import { TagIds } from './choices.ts';

export const SearchRequest = z.strictObject({
  query: z.string().max(limits.queryLength),
  limit: z.int().min(1).max(limits.resultsAtOnce),
  /** Results before the first that is wanted. */
  offset: z.int().min(0).max(limits.searchResults).optional(),
  kinds: z.array(z.enum(['source', 'quote', 'image'])).max(3),
  tags: TagIds,
  sort: SearchSort.optional(),
  /** Count how the documents that answer are spread. */
  facets: z.boolean().optional(),
  /** Somebody is typing: wait for nothing, and let the next such question cancel this one. */
  live: z.boolean().optional(),
});
export type SearchRequest = z.infer<typeof SearchRequest>;

export const SavedSearchDraft = SavedSearch.pick({ name: true, query: true, sort: true });
export type SavedSearchDraft = z.infer<typeof SavedSearchDraft>;

export const SavedSearchPatch = SavedSearchDraft.partial();
export type SavedSearchPatch = z.infer<typeof SavedSearchPatch>;
