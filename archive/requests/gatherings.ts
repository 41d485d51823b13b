/** Collections, and what is put into them. */
import { z } from 'zod';
import { Gathering, limits, SourceId } from '../model/index.ts';

export const GatheringDraft = Gathering.pick({ name: true, note: true, sources: true });
export type GatheringDraft = z.infer<typeof GatheringDraft>;

/** `sources` is all of them in their order; `put` and `take` are some, put at the end and taken out. */
export const GatheringPatch = GatheringDraft.extend({
  put: z.array(SourceId).max(limits.listLength),
  take: z.array(SourceId).max(limits.listLength),
}).partial();
export type GatheringPatch = z.infer<typeof GatheringPatch>;
