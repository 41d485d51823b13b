/** A tag: one code of the codebook, which is the tree of tags. */
import { z } from 'zod';
import { LongText, Name } from './common.ts';
import { TagId } from './ids.ts';

export const Tag = z.strictObject({
  id: TagId,
  name: Name,
  /** One of the eight tag colours. */
  colour: z.int().min(1).max(8),
  definition: LongText,
  parent: TagId.nullable(),
});
export type Tag = z.infer<typeof Tag>;
