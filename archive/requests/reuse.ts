/** Where else the wording of a source stands. */
import { z } from 'zod';
import { SourceId } from '../model/index.ts';

export const ReuseRequest = z.strictObject({
  source: SourceId,
  /** A part of its text, in UTF-16 units; `null` asks for all of it. */
  part: z.strictObject({ start: z.int().min(0), end: z.int().min(1) }).nullable(),
});
export type ReuseRequest = z.infer<typeof ReuseRequest>;
