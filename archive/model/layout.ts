/**
 * Where the words of a paged original stand on its pages: what a quote is shown by as a region of its page. Read out
 * of a PDF, or recognised in a picture of a page. It belongs to one derivation of the text: offsets are UTF-16 units
 * of that plain text. Lengths are in points, 72 to an inch; `x` and `y` count from the upper left corner of the page
 * as it is shown. The page of a picture is the picture itself, a point for each pixel, fewer where it is larger than a
 * page may be.
 */
import { z } from 'zod';
import { limits } from './limits.ts';

const Offset = z.int().min(0).max(limits.textLength);
const Length = z.number().min(-limits.pageLength).max(limits.pageLength);

/** A stretch of the text that stands in one line of its page: a word or several. */
export const LayoutRun = z.strictObject({
  start: Offset,
  end: Offset,
  x: Length,
  y: Length,
  width: Length,
  height: Length,
  /** Of a word that was read by machine: how sure that is, 0 to 100. */
  confidence: z.number().min(0).max(100).exactOptional(),
});
export type LayoutRun = z.infer<typeof LayoutRun>;

export const LayoutPage = z.strictObject({
  width: Length,
  height: Length,
  /** In the order of the text. */
  runs: z.array(LayoutRun),
});
export type LayoutPage = z.infer<typeof LayoutPage>;

/** Every page in its order, also those without a word. */
export const PageLayout = z.strictObject({
  version: z.literal(1),
  pages: z.array(LayoutPage).max(limits.pages),
});
export type PageLayout = z.infer<typeof PageLayout>;
