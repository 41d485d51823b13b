/** Names: two that are one, one that is two, and those that nothing uses. */
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import type { Entity, EntityId, Protection, QuoteId, SourceId } from '../model/index.ts';
import type { EntityMerge, EntitySplit, NameListRequest } from '../requests.ts';
import type { AnyFailure } from './failures.ts';

/** What became of two names that are one now. */
export interface MergedEntity {
  readonly entity: Entity;
  /** The protection that it has now in the place of a weaker one; `null` when it is as it was. */
  readonly stricter: Protection | null;
  /** So many quotes, rows of claims and dossiers follow. */
  readonly quotes: number;
  readonly rows: number;
  readonly dossiers: number;
}

export interface SplitEntity {
  readonly entity: Entity;
  /** The new one. */
  readonly made: Entity;
}

/** One place where a text names somebody; offsets are UTF-16 units. */
export interface NamePlace {
  readonly start: number;
  readonly end: number;
  /** Only a part of the name stands there: it may be somebody else's. */
  readonly part: boolean;
  /** Another entity of the archive is written so too. */
  readonly shared: boolean;
  /** Some words around it; they begin at `contextStart` of the text. */
  readonly context: string;
  readonly contextStart: number;
}

export interface SourceMentions {
  readonly source: SourceId;
  readonly shelfmark: string;
  readonly title: string;
  readonly count: number;
  /** The first of them, at the most `limits.mentionsPerSource`. */
  readonly places: readonly NamePlace[];
}

/** Which field of a source, of a quote or of a row of a claim has a name. */
export type BesideField =
  | 'title'
  | 'author'
  | 'publisher'
  | 'note'
  | 'speaker'
  | 'seen'
  | 'quote-note'
  | 'translation'
  | 'translator'
  | 'said-by';

/** A place in a field. Where the record itself says who speaks, it is the beginning of the words that were said. */
export interface BesideMention extends NamePlace {
  readonly field: BesideField;
  readonly source: SourceId;
  readonly shelfmark: string;
  readonly quote: QuoteId | null;
}

/** Where the texts of the archive name somebody. */
export interface Mentions {
  /** By shelfmark. */
  readonly sources: readonly SourceMentions[];
  readonly count: number;
  /** In which words it is named that are no spelling of it yet, the commonest first. Offered, nothing more. */
  readonly spellings: readonly { readonly written: string; readonly count: number }[];
  /** Texts that could not be read. */
  readonly unread: number;
  /** Where the records name it beside the texts: the first of them by shelfmark, and how many there are. */
  readonly beside: readonly BesideMention[];
  readonly besideCount: number;
}

/** How often the texts of all sources name somebody by a whole spelling, and how often somebody speaks. */
export interface NameCount {
  readonly entity: EntityId;
  readonly quotes: number;
  readonly rows: number;
  readonly mentions: number;
  /** Sources that name it. */
  readonly sources: number;
}

export interface NameCalls {
  /** Candidates come from the search index, places from their texts. Pictures and texts not read yet have none. */
  mentionsOf(id: EntityId, job?: Job): Promise<Result<Mentions, AnyFailure | 'entity-missing'>>;
  /** Reads every text once. */
  countNames(job?: Job): Promise<Result<readonly NameCount[], AnyFailure>>;
  /** As a table. Refused while one of them must not be named. */
  exportNameList(
    request: NameListRequest,
    path: string,
    job?: Job,
  ): Promise<
    Result<
      { readonly names: number; readonly protectedNames: number },
      AnyFailure | 'names-protected' | 'target-unwritable' | 'target-inside-archive'
    >
  >;
  /** One change, all or nothing. The stricter protection stays, and pseudonyms that were printed stay taken. */
  mergeEntities(
    merge: EntityMerge,
  ): Promise<
    Result<
      MergedEntity,
      AnyFailure | 'entity-missing' | 'same-entity' | 'kinds-differ' | 'too-large'
    >
  >;
  splitEntity(
    split: EntitySplit,
  ): Promise<
    Result<
      SplitEntity,
      | AnyFailure
      | 'entity-missing'
      | 'spelling-missing'
      | 'no-spelling-left'
      | 'speaks-not'
      | 'too-large'
    >
  >;
  /** Refused while quotes, claims or dossiers use it, and while it must not be named. */
  deleteEntity(
    id: EntityId,
  ): Promise<Result<null, AnyFailure | 'entity-missing' | 'entity-in-use' | 'entity-protected'>>;
}
