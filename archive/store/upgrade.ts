/** Brings the records of an archive up to the schema of this version, as changes like any other. */
import type { OldRecord, Upgrade } from '../model/upgrades.ts';
import type { Change, Collection, Put } from '../model/index.ts';
import type { Reading } from './state.ts';

/** Records in one change: a change is one frame of the journal, and others get a turn between two. */
const AT_ONCE = 1_000;

/**
 * The changes that lead through the steps, in order; each is made when it is asked for, from what `reading` shows then.
 * The schema's number is raised at the end of a step, so that one which was cut short is begun again.
 */
export function* upgradeChanges(
  reading: Reading,
  steps: readonly Upgrade[],
): Generator<Change, void> {
  for (const { to, records } of steps) {
    const about = reading.get('about', 'archive');
    if (!about || about.schema >= to) continue;
    let count = 0;
    for (const [collection, upgrade] of Object.entries(records) as [
      Collection,
      (old: OldRecord) => OldRecord | null,
    ][]) {
      const puts = reading.all(collection).flatMap((record) => {
        const upgraded = upgrade(record);
        return upgraded ? [{ collection, record: upgraded } as unknown as Put] : [];
      });
      count += puts.length;
      for (let at = 0; at < puts.length; at += AT_ONCE)
        yield changeOf(puts.slice(at, at + AT_ONCE), { to });
    }
    const now = reading.get('about', 'archive') ?? about;
    const put = { collection: 'about', record: { ...now, schema: to } } as const;
    yield changeOf([put], { from: now.schema, to, records: count });
  }
}

function changeOf(puts: readonly Put[], facts: Change['activity']['facts']): Change {
  return { puts, deletes: [], activity: { action: 'archive.upgrade', subjects: [], facts } };
}
