/** A claim: a question that sources answer differently, with a row for each answer and the quote that proves it. */
import { z } from 'zod';
import { Instant, LongText, Name, PartialDate, ShortText } from './common.ts';
import { ClaimId, ClaimRowId, EntityId, OriginId, QuoteId } from './ids.ts';
import { limits } from './limits.ts';

/** A value as a number, as far as the words go. */
export const ClaimNumber = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exact'), value: z.number() }),
  z.strictObject({ kind: z.literal('about'), value: z.number() }),
  z.strictObject({ kind: z.literal('at-least'), value: z.number() }),
  z.strictObject({ kind: z.literal('at-most'), value: z.number() }),
  z
    .strictObject({ kind: z.literal('range'), from: z.number(), to: z.number() })
    .refine(({ from, to }) => from <= to),
]);
export type ClaimNumber = z.infer<typeof ClaimNumber>;

/** What a claim or a row speaks of, as far as it is known. One day has the same date at both ends. */
export const Period = z
  .strictObject({ from: PartialDate.nullable(), to: PartialDate.nullable() })
  .refine(({ from, to }) => from !== null || to !== null);
export type Period = z.infer<typeof Period>;

export const ClaimRow = z.strictObject({
  id: ClaimRowId,
  /** Its words prove the row. */
  quote: QuoteId,
  /** The value as it stands in the quote, word for word. */
  written: Name,
  /** `null` where the answer is no number. */
  number: ClaimNumber.nullable(),
  /** Empty: the unit of the claim. */
  unit: ShortText,
  /** `null`: the period of the claim. */
  period: Period.nullable(),
  saidBy: EntityId.nullable(),
  /** Why it is in doubt, perhaps in no words; `null` when it is not. */
  doubt: ShortText.nullable(),
  /** Rows of one origin go back to the same witness or report. `null`: not said. */
  origin: OriginId.nullable(),
});
export type ClaimRow = z.infer<typeof ClaimRow>;

/** Where several rows come from. Its name may be empty: that they have one origin can be known without it. */
export const Origin = z.strictObject({ id: OriginId, name: ShortText });
export type Origin = z.infer<typeof Origin>;

export const Claim = z.strictObject({
  id: ClaimId,
  question: Name,
  unit: ShortText,
  period: Period.nullable(),
  note: LongText,
  rows: z.array(ClaimRow).max(limits.claimRows),
  origins: z.array(Origin).max(limits.claimRows),
  /** Pairs of rows of which somebody said that they do not go back to one origin: they are not offered again. */
  apart: z.array(z.tuple([ClaimRowId, ClaimRowId])).max(limits.listLength),
  createdAt: Instant,
  changedAt: Instant,
});
export type Claim = z.infer<typeof Claim>;
