/** The timeline: every date of sources, quotes and claims, in order of time. */
import type { Result } from '../lib/result.ts';
import type { EntityId } from '../model/index.ts';
import type { TimelineRequest } from '../requests.ts';
import type { TimelineEntry } from '../timeline/index.ts';
import type { AnyFailure } from './failures.ts';

export type { DateRole, TimelineEntry } from '../timeline/index.ts';

export interface TimelineCalls {
  timeline(request: TimelineRequest): Promise<Result<readonly TimelineEntry[], AnyFailure>>;
  /** Identifiers of the entries in which somebody speaks, or is named by a whole spelling: in the words, or in the text of the source whose date it is. */
  entriesNaming(
    entity: EntityId,
  ): Promise<Result<readonly string[], AnyFailure | 'entity-missing'>>;
  /** As a table, noted in the log. Refused while somebody is named in it who must not be. */
  timelineAsCsv(
    request: TimelineRequest,
    despiteNames: boolean,
  ): Promise<Result<Uint8Array, AnyFailure | 'names-protected'>>;
  /** Writes that table to `path`, whole or not at all, and notes it in the log. */
  exportTimeline(
    request: TimelineRequest,
    despiteNames: boolean,
    path: string,
  ): Promise<
    Result<
      { readonly entries: number; readonly protectedNames: number },
      AnyFailure | 'names-protected' | 'target-unwritable' | 'target-inside-archive'
    >
  >;
}
