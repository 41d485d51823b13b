/**
 * A collection, as people call it: sources under a name, in an order of their own, with a note. A source may be in several.
 * Quotes are gathered by tags and in dossiers.
 */
import { z } from 'zod';
import { Instant, LongText, Name } from './common.ts';
import { GatheringId, SourceId } from './ids.ts';
import { limits } from './limits.ts';

export const Gathering = z.strictObject({
  id: GatheringId,
  name: Name,
  note: LongText,
  sources: z.array(SourceId).max(limits.gathered),
  createdAt: Instant,
  changedAt: Instant,
});
export type Gathering = z.infer<typeof Gathering>;
