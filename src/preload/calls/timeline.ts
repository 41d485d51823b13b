/** What stands in the timeline, and taking it along. */
import { z } from 'zod';
import { EntityId } from '../../../archive/model/index.ts';
import { TimelineRequest } from '../../../archive/requests.ts';
import { returns } from './returns.ts';

export const timelineCalls = {
  /** Identifiers of the entries in which somebody speaks or is named. */
  'timeline.naming': returns<readonly string[]>()('query', z.strictObject({ entity: EntityId })),
  /** Asks where to, then writes the timeline as a table. `null` when the person thinks better of it. */
  'timeline.export': returns<{
    readonly entries: number;
    readonly protectedNames: number;
  } | null>()('job', z.strictObject({ request: TimelineRequest, despiteNames: z.boolean() })),
};
