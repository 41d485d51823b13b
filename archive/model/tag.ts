/** A tag: one code of the codebook, which is the tree of tags. */
import { z } from 'zod';
import { Instant, LongText, Name } from './common.ts';
import { TagId } from './ids.ts';
import { limits } from './limits.ts';

/** What somebody thought about a tag, and when. */
export const TagMemo = z.strictObject({
  at: Instant,
  text: z.string().trim().min(1).max(limits.longText),
});
export type TagMemo = z.infer<typeof TagMemo>;

/** Something written of a tag: left out where nothing was. */
const Written = LongText.min(1).exactOptional();

export const Tag = z.strictObject({
  id: TagId,
  name: Name,
  /** One of the eight tag colours. */
  colour: z.int().min(1).max(8),
  definition: LongText,
  parent: TagId.nullable(),
  examples: Written,
  whenToUse: Written,
  whenNotToUse: Written,
  /** Oldest first. */
  memos: z.array(TagMemo).min(1).max(limits.listLength).exactOptional(),
});
export type Tag = z.infer<typeof Tag>;

/** The texts of a tag, in the order in which they are told. */
export const tagTexts = ['definition', 'examples', 'whenToUse', 'whenNotToUse'] as const;
