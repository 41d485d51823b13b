/** Search: any spelling, any script, and why it matched. Stands alone. */
export type {
  Alike,
  FacetCount,
  Facets,
  Kind,
  Match,
  MatchField,
  Reason,
  ReasonKind,
  SearchAnswer,
  SearchDocument,
  SearchFailure,
  SearchHit,
  SearchOptions,
} from './document.ts';
export { answersName, askedKey, type Asked, type AskedFilter } from './filters.ts';
export { IndexThread } from './index-thread.ts';
export { asksFor, type AskedLook, type NearPicture, PictureIndex } from './near-pictures.ts';
export { parseQuery, type Query, type QueryFault } from './query.ts';
export {
  createSearchIndex,
  loadSearchIndex,
  type SearchIndex,
  type SearchIndexOptions,
} from './search-index.ts';
export type { AskedWording, Candidates } from './wording.ts';
