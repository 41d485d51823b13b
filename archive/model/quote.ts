/** A quote: a passage of a source, word for word, with who said it. */
import { z } from 'zod';
import { Instant, Language, LongText, Name, PartialDate, Sha256 } from './common.ts';
import { EntityId, QuoteId, SourceId, TagId } from './ids.ts';
import { limits } from './limits.ts';

/**
 * Where the passage stands: a W3C Web Annotation TextQuoteSelector and TextPositionSelector in one, over the text
 * whose digest is `textSha256`. Offsets are UTF-16 units, `end` exclusive.
 */
export const TextAnchor = z.strictObject({
  kind: z.literal('text'),
  exact: z.string().min(1).max(limits.quoteLength),
  prefix: z.string().max(limits.contextLength),
  suffix: z.string().max(limits.contextLength),
  start: z.int().min(0).max(limits.textLength),
  end: z.int().min(1).max(limits.textLength),
  textSha256: Sha256,
});
export type TextAnchor = z.infer<typeof TextAnchor>;

const Share = z.number().min(0).max(1);

/** A rectangle of a picture, upright, as shares of its width and height; or the one around an outline. */
export const RegionAnchor = z.strictObject({
  kind: z.literal('region'),
  x: Share,
  y: Share,
  width: z.number().gt(0).max(1),
  height: z.number().gt(0).max(1),
  /** Its corners, where it is no rectangle. The outline is closed and does not cross itself. */
  polygon: z
    .array(z.tuple([Share, Share]))
    .min(3)
    .max(limits.outlineCorners)
    .exactOptional(),
  /** Of a picture with several pages: which, from 1. Left out: the first. */
  page: z.int().min(1).max(limits.pages).exactOptional(),
});
export type RegionAnchor = z.infer<typeof RegionAnchor>;

export const Anchor = z.discriminatedUnion('kind', [TextAnchor, RegionAnchor]);
export type Anchor = z.infer<typeof Anchor>;

export const Attribution = z.enum(['said', 'according-to', 'inferred']);
export type Attribution = z.infer<typeof Attribution>;

export const CheckStatus = z.enum(['unchecked', 'checked', 'doubtful']);
export type CheckStatus = z.infer<typeof CheckStatus>;

/** How sure the documenter is that the attribution and what is said hold; whether somebody has looked is its check. */
export const Confidence = z.enum(['low', 'medium', 'high']);
export type Confidence = z.infer<typeof Confidence>;

export const TranslationStatus = z.enum(['unchecked', 'checked']);
export type TranslationStatus = z.infer<typeof TranslationStatus>;

export const Translation = z.strictObject({
  text: z.string().trim().min(1).max(limits.quoteLength),
  language: Language,
  translator: Name.nullable(),
  /** Whether somebody has held it against the words. Left out: nobody has. */
  status: TranslationStatus.exactOptional(),
});
export type Translation = z.infer<typeof Translation>;

export const Quote = z.strictObject({
  id: QuoteId,
  source: SourceId,
  /** A quote whose anchor names another text than its source has now is lost: its words are kept, and no place. */
  anchor: Anchor,
  /** The passage before its text was replaced, where it has other words or neighbours now. Gone once a person has looked. */
  formerly: TextAnchor.exactOptional(),
  /** The quote of an earlier version of the source from which it was carried over. */
  carriedFrom: QuoteId.exactOptional(),
  language: Language,
  speaker: EntityId.nullable(),
  attribution: Attribution.nullable(),
  saidOn: PartialDate.nullable(),
  translation: Translation.nullable(),
  /** Of a part of a picture: what is seen there, in our words. */
  seen: LongText.exactOptional(),
  note: LongText,
  tags: z.array(TagId).max(limits.listLength),
  check: CheckStatus,
  /** Left out: not said. */
  confidence: Confidence.exactOptional(),
  /** It leaves the archive in nothing that is made of quotes. */
  sensitive: z.boolean().exactOptional(),
  createdAt: Instant,
  changedAt: Instant,
});
export type Quote = z.infer<typeof Quote>;

/** Whether the quote has a place in this text, by its digest: other texts have other places. */
export function standsIn({ anchor }: Quote, textSha256: string | undefined): boolean {
  return anchor.kind === 'region' || anchor.textSha256 === textSha256;
}

/** The passage that a person quoted: where the text was replaced since, before that. `null` for a part of a picture. */
export function quotedPassage({ anchor, formerly }: Quote): TextAnchor | null {
  if (formerly) return formerly;
  return anchor.kind === 'text' ? anchor : null;
}
