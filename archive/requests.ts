/** What may be asked of an archive: the input of each call, as schemas. */
import { z } from 'zod';
import {
  Attribution,
  Capture,
  CheckStatus,
  EntityId,
  EntityKind,
  Language,
  LongText,
  Name,
  PageSize,
  PartialDate,
  Protection,
  QuoteId,
  RegionAnchor,
  SectionId,
  Sharing,
  ShortText,
  SourceId,
  TagId,
  Translation,
  limits,
} from './model/index.ts';

export type { Capture } from './model/index.ts';

const Tags = z.array(TagId).max(limits.listLength);

/** A name that stands for an entity: an existing one by identifier, or one found by any of its spellings, or made. */
export const SpeakerChoice = z.union([
  z.strictObject({ entity: EntityId }),
  z.strictObject({ name: Name }),
]);

/**
 * Where the passage stands. By place: `exact` must equal the text from `start` to `end`. By words alone: they must
 * stand exactly once in the source.
 */
export const Passage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('place'),
    exact: z.string().min(1).max(limits.quoteLength),
    start: z.int().min(0),
    end: z.int().min(1),
  }),
  z.strictObject({ kind: z.literal('words'), exact: z.string().min(1).max(limits.quoteLength) }),
  z.strictObject({ kind: z.literal('region'), region: RegionAnchor }),
]);
export type Passage = z.infer<typeof Passage>;

/** Tags by identifier or by name; a name without a tag makes one. */
export const TagChoice = z.union([z.strictObject({ tag: TagId }), z.strictObject({ name: Name })]);
const TagChoices = z.array(TagChoice).max(200);

export const QuoteDraft = z.strictObject({
  source: SourceId,
  passage: Passage,
  speaker: SpeakerChoice.nullable(),
  attribution: Attribution.nullable(),
  saidOn: PartialDate.nullable(),
  translation: Translation.nullable(),
  note: LongText,
  tags: TagChoices,
  check: CheckStatus,
});
export type QuoteDraft = z.infer<typeof QuoteDraft>;

export const QuotePatch = QuoteDraft.omit({ source: true, passage: true }).partial();
export type QuotePatch = z.infer<typeof QuotePatch>;

export const SourcePatch = z
  .strictObject({
    title: Name,
    note: LongText,
    tags: TagChoices,
    graphic: z.boolean(),
    capture: Capture,
    published: PartialDate.nullable(),
    publisher: Name.nullable(),
    event: PartialDate.nullable(),
  })
  .partial();
export type SourcePatch = z.infer<typeof SourcePatch>;

/** How the text of a source is to be derived again. */
export const Rereading = z.strictObject({
  /** A label of the Encoding Standard, in place of the guess. */
  encoding: z.string().min(1).max(40),
});
export type Rereading = z.infer<typeof Rereading>;

export const TagDraft = z.strictObject({
  name: Name,
  colour: z.int().min(1).max(8).nullable(),
  definition: LongText,
  parent: TagId.nullable(),
});
export type TagDraft = z.infer<typeof TagDraft>;
export const TagPatch = TagDraft.partial();
export type TagPatch = z.infer<typeof TagPatch>;

export const EntityDraft = z.strictObject({
  kind: EntityKind,
  name: Name,
  spellings: z.array(Name).max(limits.listLength),
  role: ShortText,
  protection: Protection,
  note: LongText,
});
export type EntityDraft = z.infer<typeof EntityDraft>;
export const EntityPatch = EntityDraft.partial();
export type EntityPatch = z.infer<typeof EntityPatch>;

/** A section as drafted: `id` is given when it already stands in the dossier. */
const sectionId = { id: SectionId.optional() };
export const SectionDraft = z.discriminatedUnion('kind', [
  z.strictObject({ ...sectionId, kind: z.literal('heading'), text: Name }),
  z.strictObject({ ...sectionId, kind: z.literal('text'), markdown: LongText }),
  z.strictObject({ ...sectionId, kind: z.literal('quote'), quote: QuoteId }),
  z.strictObject({ ...sectionId, kind: z.literal('source'), source: SourceId }),
  z.strictObject({ ...sectionId, kind: z.literal('comparison'), a: SourceId, b: SourceId }),
]);
export type SectionDraft = z.infer<typeof SectionDraft>;

export const DossierDraft = z.strictObject({
  title: Name,
  matter: ShortText,
  author: ShortText,
  handling: ShortText,
  language: Language,
  pageSize: PageSize,
  sections: z.array(SectionDraft).max(limits.listLength),
  /** `null`: no profile. Left out of a patch: as it is. */
  sharing: Sharing.nullable().exactOptional(),
});
export type DossierDraft = z.infer<typeof DossierDraft>;
export const DossierPatch = DossierDraft.partial();
export type DossierPatch = z.infer<typeof DossierPatch>;

export const SearchRequest = z.strictObject({
  query: z.string().max(limits.queryLength),
  limit: z.int().min(1).max(limits.searchResults),
  kinds: z.array(z.enum(['source', 'quote', 'image'])).max(3),
  tags: Tags,
  sort: z.enum(['relevance', 'newest', 'oldest']).optional(),
  /** Count how the documents that answer are spread. */
  facets: z.boolean().optional(),
  /** Somebody is typing: wait for nothing, and let the next such question cancel this one. */
  live: z.boolean().optional(),
});
export type SearchRequest = z.infer<typeof SearchRequest>;
