/** Begins an archive, and notes what was done with it as a whole. */
import { ok } from '../../lib/result.ts';
import type { About, Action } from '../../model/index.ts';
import type { Command } from '../store.ts';

export const SCHEMA = 1;

export function beginArchive(name: string): Command<never, About> {
  return (_reading, { now }) => {
    const record: About = { id: 'archive', name, createdAt: now, schema: SCHEMA, lastShelfmark: 0 };
    return ok({
      value: record,
      change: {
        puts: [{ collection: 'about', record }],
        deletes: [],
        activity: { action: 'archive.create', subjects: ['archive'], facts: { schema: SCHEMA } },
      },
    });
  };
}

/** A line of the log without a change of records. */
export function note(
  action: Extract<Action, 'archive.export' | 'archive.verify'>,
  facts: Readonly<Record<string, string | number>>,
): Command<never, null> {
  return () =>
    ok({
      value: null,
      change: { puts: [], deletes: [], activity: { action, subjects: ['archive'], facts } },
    });
}
