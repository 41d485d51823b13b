/** Direct speech that a text offers to be quoted. */
import type { Result } from '../lib/result.ts';
import type { Attribution, EntityId, SourceId } from '../model/index.ts';
import type { AnyFailure } from './failures.ts';

/** A passage that reads as what somebody said. Nothing is kept of it until a person makes a quote of it. */
export interface SuggestedQuote {
  /** UTF-16 units of the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** Who probably said it: a known name, or one as it stands in the text. */
  readonly speaker: {
    readonly entity: EntityId | null;
    readonly name: string;
    /** Named in the same sentence, or only before: “she said”. */
    readonly named: 'beside' | 'before';
  } | null;
  readonly attribution: Extract<Attribution, 'said' | 'according-to'> | null;
}

export interface SpeechCalls {
  /** What was not quoted yet, in the order of the text. */
  suggestQuotes(
    source: SourceId,
  ): Promise<Result<readonly SuggestedQuote[], AnyFailure | 'source-missing' | 'no-text'>>;
}
