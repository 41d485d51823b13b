/** What a quote is made of, and where its passage stands. */
import { z } from 'zod';
import {
  Attribution,
  CheckStatus,
  Confidence,
  limits,
  LongText,
  PartialDate,
  RegionAnchor,
  SourceId,
  Translation,
} from '../model/index.ts';
import { SpeakerChoice, TagChoices } from './choices.ts';

/**
 * Where the passage stands. By place: `exact` must equal the text from `start` to `end`. By words alone: they must
 * stand exactly once in the source.
 */
export const TextPassage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('place'),
    exact: z.string().min(1).max(limits.quoteLength),
    start: z.int().min(0),
    end: z.int().min(1),
  }),
  z.strictObject({ kind: z.literal('words'), exact: z.string().min(1).max(limits.quoteLength) }),
]);
export type TextPassage = z.infer<typeof TextPassage>;

/** The same, or a part of a picture. */
export const Passage = z.discriminatedUnion('kind', [
  ...TextPassage.options,
  z.strictObject({ kind: z.literal('region'), region: RegionAnchor }),
]);
export type Passage = z.infer<typeof Passage>;

export const QuoteDraft = z.strictObject({
  source: SourceId,
  passage: Passage,
  speaker: SpeakerChoice.nullable(),
  attribution: Attribution.nullable(),
  saidOn: PartialDate.nullable(),
  translation: Translation.nullable(),
  /** Of a part of a picture alone. */
  seen: LongText.exactOptional(),
  note: LongText,
  tags: TagChoices,
  check: CheckStatus,
  /** `null` says nothing of it, and takes back what was said. */
  confidence: Confidence.nullable().exactOptional(),
  sensitive: z.boolean().exactOptional(),
});
export type QuoteDraft = z.infer<typeof QuoteDraft>;

export const QuotePatch = QuoteDraft.omit({ source: true, passage: true }).partial();
export type QuotePatch = z.infer<typeof QuotePatch>;
