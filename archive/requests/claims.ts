/** Claims: their rows, what proves each, and where they come from. */
import { z } from 'zod';
import {
  Claim,
  ClaimId,
  ClaimRow,
  ClaimRowId,
  limits,
  QuoteId,
  Sha256,
  ShortText,
  SourceId,
} from '../model/index.ts';
import { SpeakerChoice } from './choices.ts';

/**
 * What proves a row: a quote that is there; or a sentence of a source, of which one is made unless a quote holds the
 * place of the value already. Offsets are in the text with the digest `of`.
 */
export const Proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quote'), quote: QuoteId }),
  z.strictObject({
    kind: z.literal('passage'),
    source: SourceId,
    of: Sha256,
    /** What would be quoted. */
    exact: z.string().min(1).max(limits.quoteLength),
    start: z.int().min(0).max(limits.textLength),
    end: z.int().min(1).max(limits.textLength),
    /** Where in it the value stands. */
    value: z.strictObject({
      start: z.int().min(0).max(limits.textLength),
      end: z.int().min(1).max(limits.textLength),
    }),
  }),
]);
export type Proof = z.infer<typeof Proof>;

export const ClaimRowDraft = ClaimRow.pick({
  written: true,
  number: true,
  unit: true,
  period: true,
  doubt: true,
}).extend({
  proof: Proof,
  /** Left out: whoever speaks in the quote. */
  saidBy: SpeakerChoice.nullable().exactOptional(),
});
export type ClaimRowDraft = z.infer<typeof ClaimRowDraft>;

/** A row may be proved by another quote, never by none. */
export const ClaimRowPatch = ClaimRowDraft.omit({ proof: true, saidBy: true })
  .extend({ quote: QuoteId, saidBy: SpeakerChoice.nullable() })
  .partial();
export type ClaimRowPatch = z.infer<typeof ClaimRowPatch>;

const RowDrafts = z.array(ClaimRowDraft).max(limits.claimRowsAtOnce);

export const ClaimDraft = Claim.pick({
  question: true,
  unit: true,
  period: true,
  note: true,
}).extend({ rows: RowDrafts });
export type ClaimDraft = z.infer<typeof ClaimDraft>;

export const ClaimPatch = ClaimDraft.omit({ rows: true }).partial();
export type ClaimPatch = z.infer<typeof ClaimPatch>;

export const NewRows = RowDrafts.min(1);

/** What is said of where rows come from. */
export const Tracing = z.discriminatedUnion('kind', [
  /** They go back to one origin, which may have a name. `null` leaves the name that it had. */
  z.strictObject({
    kind: z.literal('join'),
    rows: z.array(ClaimRowId).min(1).max(limits.claimRows),
    name: ShortText.nullable(),
  }),
  /** Nothing is known of where they come from. */
  z.strictObject({
    kind: z.literal('part'),
    rows: z.array(ClaimRowId).min(1).max(limits.claimRows),
  }),
  /** They do not go back to one origin, whatever speaks for it. */
  z.strictObject({ kind: z.literal('apart'), rows: z.tuple([ClaimRowId, ClaimRowId]) }),
]);
export type Tracing = z.infer<typeof Tracing>;

export const ClaimsExportRequest = z.strictObject({
  /** One of them, or all. */
  claim: ClaimId.nullable(),
  /** Let it leave although somebody is named who must not be, */
  despiteNames: z.boolean(),
  /** or although parts of pictures of which it has words must not leave. */
  despiteParts: z.boolean().optional(),
});
export type ClaimsExportRequest = z.infer<typeof ClaimsExportRequest>;
