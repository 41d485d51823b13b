/** The timeline, as it is asked for. */
import { z } from 'zod';
import { EntityId, PartialDate, ShortText, SourceId, SourceKind } from '../model/index.ts';
import { TagIds } from './choices.ts';

/** What of the timeline is wanted. Empty lists and `null` let everything through. */
export const TimelineRequest = z.strictObject({
  roles: z.array(z.enum(['event', 'said', 'claim', 'published', 'collected', 'added'])).max(6),
  tags: TagIds,
  /** Who speaks. */
  who: EntityId.nullable(),
  source: SourceId.nullable(),
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
  /** Of sources of these kinds; left out or empty: of all. */
  kinds: z.array(SourceKind).max(10).exactOptional(),
  /** Who speaks, or is named in the words or in the question. */
  named: EntityId.nullable().exactOptional(),
  /** Stands in the dates, the words, the question or the name. */
  words: ShortText.exactOptional(),
});
export type TimelineRequest = z.infer<typeof TimelineRequest>;
