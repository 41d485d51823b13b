/** Where else the wording of a source stands. */
import { z } from 'zod';
import { SourceId } from '../model/index.ts';

export const ReuseRequest = z.strictObject({
  source: SourceId,
  /** A part of its text, in UTF-16 units; `null` asks for all of it. */
  part: z.strictObject({ start: z.int().min(0), end: z.int().min(1) }).nullable(),
});
export type ReuseRequest = z.infer<typeof ReuseRequest>;

/** As a table that leaves. */
export const ReuseExportRequest = ReuseRequest.extend({
  /** Let it leave although somebody is named who must not be, */
  despiteNames: z.boolean(),
  /** or although parts of pictures of which it has words must not leave. */
  despiteParts: z.boolean().exactOptional(),
});
export type ReuseExportRequest = z.infer<typeof ReuseExportRequest>;
