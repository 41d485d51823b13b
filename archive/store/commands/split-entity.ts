/** Makes two entities of one: chosen spellings, quotes and rows of claims go to a new one, as protected as it was. */
import { fail, ok, type Result } from '../../lib/result.ts';
import { type Entity, limits, newEntityId, type Put } from '../../model/index.ts';
import type { EntitySplit } from '../../requests.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import { splitSharing, withSharing } from './merge-sharing.ts';

export interface Split {
  readonly entity: Entity;
  /** The new one. */
  readonly made: Entity;
}

export type SplitFailure =
  'entity-missing' | 'spelling-missing' | 'no-spelling-left' | 'speaks-not' | 'too-large';

export function splitEntity(split: EntitySplit): Command<SplitFailure, Split> {
  return (reading, { now }) => {
    const before = reading.get('entities', split.from);
    if (!before) return fail('entity-missing');
    const parted = part(before, split);
    if (!parted.ok) return parted;
    const { entity, made } = parted.value;
    const speaking = speakingPuts(reading, split, made, now);
    if (!speaking.ok) return speaking;
    const dossiers = withSharing(reading, now, (sharing) => splitSharing(sharing, before, made));
    if (!dossiers.ok) return dossiers;
    const puts: Put[] = [
      { collection: 'entities', record: entity },
      { collection: 'entities', record: made },
      ...speaking.value,
      ...dossiers.value.map((record): Put => ({ collection: 'dossiers', record })),
    ];
    return ok({
      value: parted.value,
      change: {
        puts,
        deletes: [],
        activity: {
          action: 'entity.split' as const,
          subjects: puts.map(({ record }) => record.id).slice(0, limits.listLength),
          facts: { quotes: split.quotes.length, rows: split.rows.length },
        },
      },
    });
  };
}

function part(
  before: Entity,
  { name, spellings }: EntitySplit,
): Result<Split, 'spelling-missing' | 'no-spelling-left'> {
  const all = [before.name, ...before.spellings];
  if (!spellings.every((spelling) => all.includes(spelling))) return fail('spelling-missing');
  const gone = new Set(spellings);
  const [first, ...rest] = all.filter((spelling) => !gone.has(spelling));
  if (first === undefined) return fail('no-spelling-left');
  const made: Entity = {
    id: newEntityId(),
    kind: before.kind,
    name,
    spellings: [...gone].filter((spelling) => spelling !== name),
    role: '',
    protection: before.protection,
    note: '',
  };
  return ok({ entity: { ...before, name: first, spellings: rest }, made });
}

function speakingPuts(
  reading: Reading,
  { from, quotes, rows }: EntitySplit,
  made: Entity,
  now: string,
): Result<Put[], 'speaks-not'> {
  const puts: Put[] = [];
  for (const id of new Set(quotes)) {
    const quote = reading.get('quotes', id);
    if (quote?.speaker !== from) return fail('speaks-not');
    puts.push({ collection: 'quotes', record: { ...quote, speaker: made.id, changedAt: now } });
  }
  const wanted = new Set<string>(rows);
  for (const claim of reading.all('claims')) {
    const mine = claim.rows.filter((row) => wanted.delete(row.id));
    if (mine.some(({ saidBy }) => saidBy !== from)) return fail('speaks-not');
    if (mine.length === 0) continue;
    const changed = claim.rows.map((row) =>
      mine.includes(row) ? { ...row, saidBy: made.id } : row,
    );
    puts.push({ collection: 'claims', record: { ...claim, rows: changed, changedAt: now } });
  }
  return wanted.size > 0 ? fail('speaks-not') : ok(puts);
}
