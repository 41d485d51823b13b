/** The text of a source: reading it, putting another in its place, and what becomes of the quotes. */
import type { Placing } from '../anchoring/index.ts';
import type { Result } from '../lib/result.ts';
import type {
  MetadataField,
  PageLayout,
  Quote,
  QuoteId,
  Source,
  SourceId,
  TextDocument,
} from '../model/index.ts';
import type { Correction, Rereading } from '../requests.ts';
import type { AnyFailure } from './failures.ts';

/** What became of a source whose text was replaced, and of its quotes. */
export interface DerivedText {
  readonly source: Source;
  readonly quotes: {
    /** Word for word at their place. */
    readonly exact: number;
    /** Word for word, elsewhere: somebody should look. */
    readonly moved: number;
    /** With other words: somebody must look. */
    readonly changed: number;
    /** Kept with their words and what stood around them, and without a place. */
    readonly lost: number;
  };
}

/** A quote of an earlier version, and where its words stand in the later one. */
export interface QuoteOffer {
  readonly quote: Quote;
  readonly placing: Placing;
}

/** What the places of an original say of one thing that is known of it. */
export interface FieldClaims {
  readonly field: MetadataField;
  /** What is kept now; several authors are joined by `; `. `null` is not known. */
  readonly kept: string | null;
  /** Values as they would be kept, and where each was read. */
  readonly claims: readonly {
    readonly value: string;
    readonly from: readonly string[];
    /** It says what is kept. */
    readonly kept: boolean;
  }[];
  /** The places do not agree with each other. */
  readonly contradict: boolean;
  /** Who chose or wrote what is kept, when somebody did. */
  readonly byHand: { readonly by: string; readonly reason: string; readonly at: string } | null;
}

export interface TextCalls {
  text(source: SourceId): Promise<Result<TextDocument | null, AnyFailure | 'source-missing'>>;
  /** Where the words of its text stand on the pages of its original; `null` when that is not known. */
  layout(source: SourceId): Promise<Result<PageLayout | null, AnyFailure | 'source-missing'>>;
  /**
   * Each of these puts another text in the place of a source's text; the original stays, and so does the text before,
   * which `restoreText` puts back. Quotes follow: word for word where they can; with other words, or elsewhere, with
   * `formerly` telling what they were; else they are lost: their anchor names another text than the source has.
   */
  readAgain(
    id: SourceId,
    how: Rereading,
  ): Promise<
    Result<
      DerivedText,
      AnyFailure | 'source-missing' | 'no-text' | 'encoding-unknown' | 'too-many-texts'
    >
  >;
  /** `text-changed` when the text is no longer the one that was corrected. */
  correctText(
    id: SourceId,
    correction: Correction,
  ): Promise<
    Result<
      DerivedText,
      | AnyFailure
      | 'source-missing'
      | 'no-text'
      | 'text-changed'
      | 'nothing-changed'
      | 'too-many-texts'
    >
  >;
  restoreText(
    id: SourceId,
    sha256: string,
  ): Promise<Result<DerivedText, AnyFailure | 'source-missing' | 'no-text' | 'too-many-texts'>>;
  /** What the original says of itself in several places, beside what was chosen. */
  fieldClaims(id: SourceId): Promise<Result<readonly FieldClaims[], AnyFailure | 'source-missing'>>;
  /** Quotes of earlier versions of a source that were not carried over yet, and where they stand in it. */
  offerQuotes(
    id: SourceId,
  ): Promise<Result<readonly QuoteOffer[], AnyFailure | 'source-missing' | 'no-text'>>;
  /** Makes quotes of this source out of those of earlier versions, all or none. */
  carryQuotes(
    id: SourceId,
    quotes: readonly QuoteId[],
  ): Promise<
    Result<
      readonly Quote[],
      | AnyFailure
      | 'source-missing'
      | 'no-text'
      | 'quote-missing'
      | 'text-changed'
      | 'passage-missing'
    >
  >;
}
