/** A source: anything that was collected. Its original bytes never change; what is read out of them can be read out again. */
import { z } from 'zod';
import {
  Instant,
  Language,
  LongText,
  Name,
  PartialDate,
  Sha256,
  Sha512,
  ShortText,
  Stated,
} from './common.ts';
import { CoveredRegions } from './covered.ts';
import { BlobId, SourceId, TagId } from './ids.ts';
import { limits } from './limits.ts';
import { Recognised, Recognition } from './recognition.ts';
import { shownPictures } from './shown-pictures.ts';

/** A `reference` names something that is still to be collected: its original is the entry of the list it came from. */
export const SourceKind = z.enum(['page', 'text', 'image', 'file', 'mail', 'chat', 'reference']);
export type SourceKind = z.infer<typeof SourceKind>;

/** The bytes as collected. */
export const Original = z.strictObject({
  blob: BlobId,
  /** The file's own name, without a path. */
  name: ShortText,
  mediaType: ShortText,
  size: z.int().min(0),
  sha256: Sha256,
  sha512: Sha512,
});
export type Original = z.infer<typeof Original>;

/** What made something out of an original: `{ name: 'kuferak-html', version: '1' }`. */
export const Method = z.strictObject({ name: ShortText, version: ShortText });
export type Method = z.infer<typeof Method>;

/** The readable text derived from the original, kept as a blob that holds a `TextDocument` as JSON. */
export const TextRef = z.strictObject({
  blob: BlobId,
  /** Of the plain text, in UTF-8. Quotes name it, so that they know which derivation they were cut from. */
  sha256: Sha256,
  /** UTF-16 units. */
  length: z.int().min(0),
  words: z.int().min(0),
  language: Language,
  direction: z.enum(['ltr', 'rtl']),
  /** The encoding that the bytes were read in, and whether it was guessed. */
  encoding: z.strictObject({ label: ShortText, guessed: z.boolean() }).nullable(),
  method: Method,
  madeAt: Instant,
  /** Where its words stand on the pages of the original, kept as a blob that holds a `PageLayout` as JSON. */
  layout: BlobId.exactOptional(),
  /** It was read by machine, in part at least. */
  recognised: Recognised.exactOptional(),
  /** It was corrected by hand: by whom, why, and which text (by its digest) was corrected. */
  correction: z.strictObject({ by: ShortText, reason: ShortText, of: Sha256 }).exactOptional(),
});
export type TextRef = z.infer<typeof TextRef>;

/** A picture or a style that lay beside a saved page, as it came: the page shows it. */
export const PageFile = z.strictObject({
  /** As the page calls it: the folder beside it, and the name in there. Never used as a path. */
  name: ShortText,
  blob: BlobId,
  mediaType: z.enum([...shownPictures, 'text/css']),
  size: z.int().min(0),
  sha256: Sha256,
  sha512: Sha512,
});
export type PageFile = z.infer<typeof PageFile>;

/** A picture made out of an original, kept as a blob: pixels alone, upright. */
export const SmallPicture = z.strictObject({
  blob: BlobId,
  mediaType: z.enum(['image/webp', 'image/jpeg']),
  width: z.int().min(1),
  height: z.int().min(1),
});
export type SmallPicture = z.infer<typeof SmallPicture>;

/** What was made out of a picture, or why it could not be. It can be dropped, and made again. */
export const Derived = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('made'),
    method: Method,
    thumbnail: SmallPicture,
    /** What is shown in the place of an original that a window cannot show. */
    preview: SmallPicture.exactOptional(),
    /** What it looks like, as 256 bits; left out of a plain surface. */
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .exactOptional(),
  }),
  z.strictObject({ state: z.literal('failed'), method: Method, code: ShortText }),
]);
export type Derived = z.infer<typeof Derived>;

/** A picture's measures, and smaller pictures made from it. */
export const ImageRef = z.strictObject({
  width: z.int().min(1),
  height: z.int().min(1),
  /** EXIF orientation, 1 to 8. */
  orientation: z.int().min(1).max(8),
  derived: Derived.exactOptional(),
});
export type ImageRef = z.infer<typeof ImageRef>;

/** The pages of a paged original, and on how many of them no text was found. */
export const Pages = z.strictObject({ count: z.int().min(0), withoutText: z.int().min(0) });
export type Pages = z.infer<typeof Pages>;

/** One thing that the original says about itself, and where in it that was read (`json-ld`, `og:title`, `exif:Model` …). */
export const Reading = z.strictObject({
  field: z.enum([
    'title',
    'author',
    'publisher',
    'language',
    'published',
    'created',
    'modified',
    'taken',
    'address',
    'licence',
    'description',
    'device',
    'software',
    'position',
    'recipient',
    'identifier',
    'attachment',
    'captured',
    /** Whether a digest that came along fits the bytes: `agrees`, `differs`, `missing`. */
    'check',
  ]),
  value: ShortText,
  from: ShortText,
});
export type Reading = z.infer<typeof Reading>;

/** What can be chosen among the readings, or written by hand. */
export const MetadataField = z.enum([
  'title',
  'authors',
  'publisher',
  'published',
  'modified',
  'event',
  'address',
  'licence',
]);
export type MetadataField = z.infer<typeof MetadataField>;

/** What is known of the material itself, chosen among the readings or set by hand. `null` is "not known". */
export const Metadata = z.strictObject({
  authors: z.array(Name).max(limits.listLength),
  publisher: Name.nullable(),
  published: PartialDate.nullable(),
  modified: PartialDate.nullable(),
  /** When the event happened, or a picture was taken. */
  event: PartialDate.nullable(),
  address: z.string().max(4_000).nullable(),
  licence: ShortText.nullable(),
  readings: z.array(Reading).max(limits.listLength),
  /** Which of these, and the title, a person chose or wrote, who, why, and when. The latest for each field. */
  byHand: z
    .array(z.strictObject({ field: MetadataField, by: ShortText, reason: ShortText, at: Instant }))
    .max(limits.listLength)
    .exactOptional(),
});
export type Metadata = z.infer<typeof Metadata>;

/** How it came here. Each field is a value, `unknown` or `withheld`. */
export const Capture = z.strictObject({
  collectedBy: Stated,
  collectedAt: Stated,
  place: Stated,
  method: Stated,
  device: Stated,
  consent: Stated,
  /** Whom it could harm, and how it is to be handled. Left out in sources that were added before it was asked for. */
  sensitivity: Stated.exactOptional(),
});
export type Capture = z.infer<typeof Capture>;

/** Where a source stands with who reads it. */
export const ReadingStatus = z.enum(['unread', 'reading', 'read']);
export type ReadingStatus = z.infer<typeof ReadingStatus>;

export const Source = z.strictObject({
  id: SourceId,
  /** What people call it: `K-0142`. Counted up, never reused. */
  shelfmark: z.string().regex(/^K-\d{4,9}$/),
  kind: SourceKind,
  title: Name,
  original: Original,
  text: TextRef.nullable(),
  /** What stood in its place before, the latest last: kept, and can be gone back to. */
  formerTexts: z.array(TextRef).max(limits.formerTexts).exactOptional(),
  image: ImageRef.nullable(),
  pages: Pages.exactOptional(),
  /** Of a page that was saved with a folder beside it. */
  pageFiles: z.array(PageFile).max(limits.pageFiles).exactOptional(),
  recognition: Recognition.exactOptional(),
  metadata: Metadata,
  capture: Capture,
  /** The earlier capture of the same address, if there is one. */
  versionOf: SourceId.nullable(),
  /** The source whose original it was taken out of, or beside which it lay: a mail, a zip, a web archive. */
  partOf: SourceId.exactOptional(),
  /** What it was called in there, folders included. Shown, and never used as a path. */
  partName: ShortText.exactOptional(),
  tags: z.array(TagId).max(limits.listLength),
  note: LongText,
  /** Marked to be found again. Left out when it is not. */
  starred: z.literal(true).exactOptional(),
  /** How far somebody has read it. Left out while nobody has. */
  readingStatus: z.enum(['reading', 'read']).exactOptional(),
  /** Shown grey and blurred until it is asked for. */
  graphic: z.boolean(),
  /** Parts of a picture that must not leave: black in what does. */
  covered: CoveredRegions.exactOptional(),
  /** When its original was last read again, and whether it was what had been collected. */
  lastCheck: z.strictObject({ at: Instant, intact: z.boolean() }).exactOptional(),
  addedAt: Instant,
  changedAt: Instant,
});
export type Source = z.infer<typeof Source>;

export function readingStatusOf({ readingStatus }: Pick<Source, 'readingStatus'>): ReadingStatus {
  return readingStatus ?? 'unread';
}
