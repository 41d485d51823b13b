/**
 * A readable text with structure. `text` is the plain text that quotes anchor to; `blocks` cut it into
 * paragraphs, headings and so on. Blocks are in order, do not overlap, and are parted by `\n\n`. Offsets are
 * UTF-16 units. Cells of a table row are parted by `\t`.
 */
import { z } from 'zod';
import { Language } from './common.ts';
import { limits } from './limits.ts';

const Offset = z.int().min(0).max(limits.textLength);

export const BlockKind = z.enum([
  'heading',
  'paragraph',
  'list-item',
  'block-quote',
  'table-row',
  'caption',
  'footnote',
  'preformatted',
]);
export type BlockKind = z.infer<typeof BlockKind>;

export const Block = z.strictObject({
  kind: BlockKind,
  start: Offset,
  end: Offset,
  /** Of a heading: 1 to 6. */
  level: z.int().min(1).max(6).optional(),
  /** The page of a paged original on which the block begins, from 1. */
  page: z.int().min(1).optional(),
});
export type Block = z.infer<typeof Block>;

/** A stretch of the text that is emphasised or that was a link. */
export const Span = z.strictObject({
  kind: z.enum(['emphasis', 'strong', 'link', 'code']),
  start: Offset,
  end: Offset,
  /** Of a link: where it led. Never followed. */
  href: z.string().max(4_000).optional(),
});
export type Span = z.infer<typeof Span>;

export const TextDocument = z.strictObject({
  version: z.literal(1),
  text: z.string().max(limits.textLength),
  blocks: z.array(Block),
  spans: z.array(Span),
  language: Language,
  direction: z.enum(['ltr', 'rtl']),
});
export type TextDocument = z.infer<typeof TextDocument>;

/** What parts two blocks in the plain text. */
export const BLOCK_BREAK = '\n\n';
