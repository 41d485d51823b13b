/** What is changed of a source: what is known of it, and its text. */
import { z } from 'zod';
import {
  Capture,
  CoveredRegions,
  limits,
  LongText,
  Name,
  PartialDate,
  ReadingStatus,
  Sha256,
  ShortText,
  SourceId,
} from '../model/index.ts';
import { TagChoices } from './choices.ts';

export type { Capture } from '../model/index.ts';

/** Who corrects something, and why. Either may be left empty: that is kept as such. */
export const Reason = z.strictObject({ by: ShortText, reason: ShortText });
export type Reason = z.infer<typeof Reason>;

export const SourcePatch = z
  .strictObject({
    title: Name,
    note: LongText,
    tags: TagChoices,
    graphic: z.boolean(),
    /** All of them: what is left out is shown again. Only of a picture. */
    covered: CoveredRegions,
    starred: z.boolean(),
    readingStatus: ReadingStatus,
    capture: Capture,
    published: PartialDate.nullable(),
    modified: PartialDate.nullable(),
    publisher: Name.nullable(),
    authors: z.array(Name).max(limits.listLength),
    event: PartialDate.nullable(),
    address: z
      .url({ protocol: /^https?$/ })
      .max(4_000)
      .nullable(),
    licence: ShortText.nullable(),
    /** Of what is known of the material: who says so, and why. Kept with each field and in the log. */
    why: Reason,
    /** The earlier capture of the same thing, where a person says so. */
    versionOf: SourceId.nullable(),
  })
  .partial();
export type SourcePatch = z.infer<typeof SourcePatch>;

export const ProfileDraft = z.strictObject({ name: Name, capture: Capture });
export type ProfileDraft = z.infer<typeof ProfileDraft>;

/** How the text of a source is to be derived again. */
export const Rereading = z.strictObject({
  /** A label of the Encoding Standard, in place of the guess; `null` to have it found out again. */
  encoding: z.string().min(1).max(40).nullable(),
});
export type Rereading = z.infer<typeof Rereading>;

/** A readable text as a person has corrected it: paragraphs are parted by empty lines. */
export const Correction = Reason.extend({
  text: z.string().max(limits.textLength),
  /** Digest of the text that was corrected: when another stands there meanwhile, nothing is changed. */
  of: Sha256,
});
export type Correction = z.infer<typeof Correction>;
