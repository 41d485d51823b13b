/** The codebook: tags, what many things get of them, and tables of how they are used. */
import { z } from 'zod';
import { limits, LongText, Name, QuoteId, SourceId, TagId } from '../model/index.ts';
import { TagChoice, TagChoices } from './choices.ts';

export const TagDraft = z.strictObject({
  name: Name,
  colour: z.int().min(1).max(8).nullable(),
  definition: LongText,
  parent: TagId.nullable(),
  /** An empty text is as good as none. */
  examples: LongText.exactOptional(),
  whenToUse: LongText.exactOptional(),
  whenNotToUse: LongText.exactOptional(),
});
export type TagDraft = z.infer<typeof TagDraft>;

export const TagPatch = TagDraft.partial();
export type TagPatch = z.infer<typeof TagPatch>;

/** Sources and quotes by identifier. */
export const TaggedItems = z
  .strictObject({
    sources: z.array(SourceId).max(limits.taggedAtOnce),
    quotes: z.array(QuoteId).max(limits.taggedAtOnce),
  })
  .refine(({ sources, quotes }) => sources.length + quotes.length > 0);
export type TaggedItems = z.infer<typeof TaggedItems>;

/** Tags that many things get, and tags that they lose. */
export const TagMany = z
  .strictObject({ items: TaggedItems, add: TagChoices, remove: z.array(TagId).max(200) })
  .refine(({ add, remove }) => add.length + remove.length > 0);
export type TagMany = z.infer<typeof TagMany>;

/** Uses of one tag that go over to another, which may be new. */
export const TagSplit = z.strictObject({ from: TagId, to: TagChoice, items: TaggedItems });
export type TagSplit = z.infer<typeof TagSplit>;

/** A table of the codebook: of so many tags, those that are used most. */
export const CodeTableRequest = z.strictObject({
  kind: z.enum(['counts', 'matrix', 'by-source']),
  most: z.int().min(1).max(limits.codeTableTags),
});
export type CodeTableRequest = z.infer<typeof CodeTableRequest>;

export const CodeExportRequest = CodeTableRequest.extend({
  /** A table, or a picture of it; of mere counts there is none. */
  format: z.enum(['csv', 'svg']),
  /** Let it leave although somebody is named who must not be. */
  despiteNames: z.boolean(),
}).refine(({ kind, format }) => kind !== 'counts' || format === 'csv');
export type CodeExportRequest = z.infer<typeof CodeExportRequest>;
