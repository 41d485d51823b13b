/** Notes that originals were read again and compared with their digests: a line of the log, and a date on each source. */
import { ok } from '../../lib/result.ts';
import { limits, type SourceId } from '../../model/index.ts';
import type { Command } from '../store.ts';

export interface Check {
  readonly source: SourceId;
  /** The bytes are those that were collected. */
  readonly intact: boolean;
}

/** At most `limits.listLength` at a time. What was deleted meanwhile is passed over. */
export function noteChecks(checks: readonly Check[]): Command<never, null> {
  return (reading, { now }) => {
    const noted = checks.slice(0, limits.listLength).flatMap(({ source, intact }) => {
      const record = reading.get('sources', source);
      return record ? [{ ...record, lastCheck: { at: now, intact } }] : [];
    });
    const differing = noted.filter(({ lastCheck }) => !lastCheck.intact).length;
    return ok({
      value: null,
      change: {
        puts: noted.map((record) => ({ collection: 'sources', record })),
        deletes: [],
        activity: {
          action: 'source.check',
          subjects: noted.map(({ id }) => id),
          facts: { originals: noted.length, differing },
        },
      },
    });
  };
}
