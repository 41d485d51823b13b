/** What the index takes in and gives back: plain data, so that it can cross a thread or a command line. */
import type { Failure } from '../lib/result.ts';

export type Kind = 'source' | 'quote' | 'image';

export interface SearchDocument {
  readonly id: string;
  readonly kind: Kind;
  readonly sourceId: string;
  /** BCP 47, short; `und` when it is not known. */
  readonly language: string;
  readonly title: string;
  readonly text: string;
  /** All spellings of who says it. */
  readonly speaker?: readonly string[];
  readonly tags?: readonly string[];
  readonly publisher?: string;
  readonly note?: string;
  /** ISO dates, as far as they are known. */
  readonly dates?: readonly string[];
  readonly hasImage?: boolean;
  /** Further spellings of people, organisations and places that occur in it. */
  readonly names?: readonly string[];
  /** The caller's own, kept with it: by it one tells later whether the document still is as it was. */
  readonly mark?: string;
}

export type MatchField = 'title' | 'text' | 'speaker' | 'tag' | 'note' | 'publisher';

/** A matching stretch; UTF-16 units of the field's own text. `item` counts in `speaker` and `tag`. */
export interface Match {
  readonly field: MatchField;
  readonly start: number;
  readonly end: number;
  readonly item?: number;
}

export type ReasonKind =
  | 'exact'
  | 'same-sound'
  | 'stem'
  | 'prefix'
  | 'letters-differ'
  | 'other-name'
  | 'phrase'
  | 'speaker'
  | 'tag'
  | 'name';

/** Why a word of the query and a word of the document met. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly asked: string;
  readonly found: string;
  /** With `letters-differ`: how many. */
  readonly letters?: number;
}

export interface SearchHit {
  readonly id: string;
  readonly kind: Kind;
  readonly sourceId: string;
  readonly title: string;
  /** 0 to 1; the best first. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly matches: readonly Match[];
  /** The stretch of the text that answers most of the query. */
  readonly excerpt?: { readonly start: number; readonly end: number };
  /** Words of the query that it does not have; absent when it has them all. */
  readonly missing?: readonly string[];
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** How the documents that answer the whole query are spread; the commonest first. */
export interface Facets {
  readonly kinds: readonly FacetCount[];
  readonly languages: readonly FacetCount[];
  readonly tags: readonly FacetCount[];
  readonly speakers: readonly FacetCount[];
  readonly years: readonly FacetCount[];
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Documents that answer the whole query. */
  readonly total: number;
  /** Present when asked for. */
  readonly facets?: Facets;
}

export interface SearchOptions {
  /** Results at most; 50 when not given. */
  readonly limit?: number;
  /** Results before the first that is wanted. The same question on another page costs next to nothing, until something changes. */
  readonly offset?: number;
  readonly kinds?: readonly Kind[];
  /** Names of tags; a document needs one of them. */
  readonly tags?: readonly string[];
  readonly sort?: 'relevance' | 'newest' | 'oldest';
  readonly facets?: boolean;
  /** For each filter that the index cannot answer by itself, by `askedKey`, the sources that it means. */
  readonly asked?: Readonly<Record<string, readonly string[]>>;
  readonly signal?: { readonly aborted: boolean };
}

/** A document much of whose text stands in another one too. */
export interface Alike {
  readonly id: string;
  /** The share of the shorter of the two that both have, above 0 to 1. */
  readonly share: number;
}

/** `query-invalid` tells `reason`, `at` and `length` of what is wrong, in UTF-16 units of the query. */
export type SearchFailure = Failure<'query-invalid' | 'cancelled'>;
