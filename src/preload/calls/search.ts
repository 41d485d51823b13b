/** Searching, lists of names, and searches that are kept. */
import { z } from 'zod';
import type { LikeSource, NameReport, SearchPage } from '../../../archive/face/index.ts';
import type { SavedSearch } from '../../../archive/model/index.ts';
import { limits, QuoteId, SavedSearchId, SourceId } from '../../../archive/model/index.ts';
import {
  NameRow,
  SavedSearchDraft,
  SavedSearchPatch,
  SearchRequest,
} from '../../../archive/requests.ts';
import { Nothing, returns } from './returns.ts';

export const searchCalls = {
  'search.find': returns<SearchPage>()('query', SearchRequest),
  /** Makes the index before anybody asks. Stopping the job does not stop that. */
  'search.prepare': returns<null>()('job', Nothing),
  /** Where each name of a list occurs: one name a line, or the first column of a table. */
  'search.names': returns<readonly NameReport[]>()(
    'job',
    z.strictObject({
      list: z.string().max(limits.nameList),
      limit: z.int().min(1).max(limits.resultsAtOnce),
    }),
  ),
  /** Asks for a file with a list of names, and answers what is in it; `null` when the person thinks better of it. */
  'search.chooseNames': returns<string | null>()('command', Nothing),
  /** Asks where to, then writes a report on names as a table. `null` when the person thinks better of it. */
  'search.exportNames': returns<{ readonly names: number } | null>()(
    'command',
    z.strictObject({ rows: z.array(NameRow).min(1).max(limits.namesAtOnce) }),
  ),
  /** What shares text with a source or quote; most alike first. */
  'search.alike': returns<readonly LikeSource[]>()(
    'query',
    z.strictObject({
      id: z.union([SourceId, QuoteId]),
      limit: z.int().min(1).max(limits.resultsAtOnce),
    }),
  ),
  'search.save': returns<SavedSearch>()('command', SavedSearchDraft),
  'search.edit': returns<SavedSearch>()(
    'command',
    z.strictObject({ id: SavedSearchId, patch: SavedSearchPatch }),
  ),
  'search.delete': returns<null>()('command', z.strictObject({ id: SavedSearchId })),
};
