/** Finding, lists of names, saved searches, and what is much the same. */
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import type { SavedSearch, SavedSearchId, SourceId } from '../model/index.ts';
import type { NameRow, SavedSearchDraft, SavedSearchPatch, SearchRequest } from '../requests.ts';
import type { AnyFailure } from './failures.ts';

export interface SearchReason {
  readonly kind: string;
  readonly asked: string;
  readonly found: string;
  readonly letters?: number;
}

/** Where a found item answers the query; offsets are UTF-16 units of the stored field. */
export interface SearchMatch {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly item?: number;
}

export interface SearchResult {
  readonly id: string;
  readonly kind: 'source' | 'quote' | 'image';
  readonly sourceId: SourceId;
  readonly shelfmark: string;
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** 0 to 1, higher is better. */
  readonly score: number;
  readonly reasons: readonly SearchReason[];
  readonly matches: readonly SearchMatch[];
  /** A piece of the text around the best match: it begins at `start` of the stored text. */
  readonly excerpt: { readonly text: string; readonly start: number } | null;
  readonly speaker: string | null;
  /** Words of the query that it does not have. */
  readonly missing: readonly string[];
}

/** One way in which a name is written in the archive. */
export interface NameFound {
  readonly found: string;
  /** Letter by letter as it was asked for, apart from case and accents. */
  readonly exact: boolean;
  readonly count: number;
}

/** Where one name of a list occurs. */
export interface NameReport {
  readonly name: string;
  /** Sources and quotes that have it, as far as they were asked for. */
  readonly count: number;
  /** The commonest first. */
  readonly spellings: readonly NameFound[];
  readonly results: readonly Pick<
    SearchResult,
    'id' | 'kind' | 'sourceId' | 'shelfmark' | 'title'
  >[];
}

/** How far an index that is being made is. */
export interface SearchProgress {
  readonly done: number;
  readonly total: number;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** How the documents that answer a query are spread; the commonest first. */
export interface SearchFacets {
  readonly kinds: readonly FacetCount[];
  readonly languages: readonly FacetCount[];
  readonly tags: readonly FacetCount[];
  readonly speakers: readonly FacetCount[];
  readonly years: readonly FacetCount[];
}

export interface SearchPage {
  readonly results: readonly SearchResult[];
  /** Documents that answer the whole query. */
  readonly total: number;
  /** When asked for: how these are spread. */
  readonly facets: SearchFacets | null;
  /** `null` when everything is in the index. */
  readonly progress: SearchProgress | null;
}

/** A source or quote much of whose text stands in another one too, or a picture that looks much like another. */
export interface LikeSource {
  readonly by: 'text' | 'look';
  readonly id: string;
  readonly kind: 'source' | 'quote' | 'image';
  readonly sourceId: SourceId;
  readonly shelfmark: string;
  readonly title: string;
  /** Of texts: the share of the shorter of the two that both have. Of pictures: how alike they look. Above 0 to 1. */
  readonly share: number;
}

/** What much the same as it was there before a source came in. */
export interface NearDuplicates {
  readonly source: SourceId;
  readonly near: readonly LikeSource[];
}

export interface SearchCalls {
  /** Makes the search ready, or waits until it is: what would else be done at the first question. */
  prepareSearch(job?: Job): Promise<Result<null, AnyFailure>>;
  search(
    request: SearchRequest,
  ): Promise<Result<readonly SearchResult[], AnyFailure | 'query-invalid'>>;
  /** As `search`, with what is told beside the results. */
  searchPage(request: SearchRequest): Promise<Result<SearchPage, AnyFailure | 'query-invalid'>>;
  /** Looks each name up in any spelling; `limit` results of each. Fails with `too-large` for more names than `limits.namesAtOnce`. */
  searchNames(
    names: readonly string[],
    limit: number,
    job?: Job,
  ): Promise<Result<readonly NameReport[], AnyFailure | 'too-large'>>;
  /** The report of `searchNames` as a table, for one who writes it somewhere: notes the export in the log. */
  namesAsCsv(
    names: readonly string[],
    limit: number,
    job?: Job,
  ): Promise<Result<Uint8Array, AnyFailure | 'too-large'>>;
  /** Writes a report on names as a table to `path`, whole or not at all, and notes the export in the log. */
  exportNames(
    rows: readonly NameRow[],
    path: string,
  ): Promise<Result<null, AnyFailure | 'target-unwritable' | 'target-inside-archive'>>;
  /**
   * What shares much of its text with a source or quote, and pictures that look like a picture; most alike first.
   * Nothing for an unknown identifier.
   */
  alike(id: string, limit: number): Promise<Result<readonly LikeSource[], AnyFailure>>;
  /** Of sources that came in: those that are much the same as others, with these. Pictures are told by their small ones. */
  nearDuplicates(
    sources: readonly SourceId[],
    job?: Job,
  ): Promise<Result<readonly NearDuplicates[], AnyFailure>>;
  addSavedSearch(
    draft: SavedSearchDraft,
  ): Promise<Result<SavedSearch, AnyFailure | 'search-exists'>>;
  editSavedSearch(
    id: SavedSearchId,
    patch: SavedSearchPatch,
  ): Promise<Result<SavedSearch, AnyFailure | 'search-missing' | 'search-exists'>>;
  deleteSavedSearch(id: SavedSearchId): Promise<Result<null, AnyFailure | 'search-missing'>>;
}
