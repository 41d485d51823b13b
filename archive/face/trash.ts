/** Deleting: into the trash, out of it again. */
import type { Result } from '../lib/result.ts';
import type {
  ClaimId,
  DossierId,
  Quote,
  QuoteId,
  Source,
  SourceId,
  Stated,
  TrashId,
} from '../model/index.ts';
import type { Deleting } from '../requests.ts';
import type { AnyFailure } from './failures.ts';

/** What would go to the trash with something. */
export interface Uses {
  readonly quotes: number;
  /** Sources that came out of it. */
  readonly parts: number;
  /** Dossiers that hold it or its quotes, and claims of which a row rests on one. */
  readonly dossiers: readonly DossierId[];
  readonly claims: readonly ClaimId[];
}

/** What was deleted in one go. */
export interface TrashEntry {
  readonly id: TrashId;
  readonly at: string;
  readonly by: Stated;
  /** From then on it goes for good when the archive is opened. */
  readonly goesAt: string;
  /** The one that was deleted first; of a quote that was deleted by itself none. */
  readonly sources: readonly Pick<Source, 'id' | 'shelfmark' | 'title' | 'kind'>[];
  readonly quotes: number;
  /** A quote that was deleted by itself. */
  readonly quote: Pick<Quote, 'id' | 'anchor' | 'language'> | null;
  /** Of such a quote its source, if that is not in the trash too. */
  readonly quoteOf: SourceId | null;
  /** Places in dossiers and claims that it takes again when it is put back. */
  readonly places: number;
  /** The source that it came out of, whose original still holds its bytes. */
  readonly heldBy: SourceId | null;
}

export interface PutBack {
  readonly sources: readonly SourceId[];
  readonly quotes: number;
  /** Places that it could not take again: their dossier or claim is gone, or full. */
  readonly lost: number;
}

/** A source in the trash that has the bytes of one that was taken in. */
export interface TrashedTwin {
  readonly item: TrashId;
  readonly shelfmark: string;
  readonly quotes: number;
}

export interface Destroyed {
  /** Things that are gone, with those that rested on them. */
  readonly items: number;
  /** Nothing of them is left in any file. `false`: that is done when the archive is opened next. */
  readonly forgotten: boolean;
}

export interface TrashCalls {
  usesOf(
    id: SourceId | QuoteId,
  ): Promise<Result<Uses, AnyFailure | 'source-missing' | 'quote-missing'>>;
  /** Into the trash, with its quotes. What dossiers, claims and parts make of it has to be allowed. */
  deleteSource(
    id: SourceId,
    deleting?: Partial<Deleting>,
  ): Promise<
    Result<
      TrashEntry,
      AnyFailure | 'source-missing' | 'source-in-use' | 'source-has-parts' | 'too-much-at-once'
    >
  >;
  deleteQuote(
    id: QuoteId,
    deleting?: Pick<Partial<Deleting>, 'used'>,
  ): Promise<
    Result<
      TrashEntry,
      AnyFailure | 'quote-missing' | 'quote-in-use' | 'quote-proves-claim' | 'too-much-at-once'
    >
  >;
  /** What was deleted last first. */
  trash(): Promise<Result<readonly TrashEntry[], AnyFailure>>;
  restoreTrashed(
    id: TrashId,
  ): Promise<Result<PutBack, AnyFailure | 'trash-missing' | 'source-in-trash' | 'source-missing'>>;
  /**
   * The same, in the place of sources that were taken in anew with the same bytes: they go to the trash, unless
   * something rests on them already.
   */
  putBackInstead(
    id: TrashId,
    instead: readonly SourceId[],
  ): Promise<
    Result<
      PutBack & { readonly replaced: number },
      AnyFailure | 'trash-missing' | 'source-in-trash' | 'source-missing'
    >
  >;
  /** Deletes for good what is named, or all that is there. The reason stands in the log. */
  destroyTrashed(
    ids: readonly TrashId[] | 'all',
    reason: string,
  ): Promise<Result<Destroyed, AnyFailure | 'trash-missing'>>;
}
