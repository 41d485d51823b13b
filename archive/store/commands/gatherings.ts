/** Begins a collection, changes what is in it and in which order, and removes it. Its sources stay. No two have the same name. */
import { fail, ok, type Result } from '../../lib/result.ts';
import {
  type Gathering,
  type GatheringId,
  limits,
  newGatheringId,
  type SourceId,
} from '../../model/index.ts';
import type { GatheringDraft, GatheringPatch } from '../../requests.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import { nameKey } from './choices.ts';
import { patched } from './patched.ts';

type Refused = 'collection-exists' | 'collection-full' | 'source-missing';

export function addGathering(draft: GatheringDraft): Command<Refused, Gathering> {
  return (reading, { now }) => {
    if (named(reading, draft.name)) return fail('collection-exists');
    const sources = checked(reading, draft.sources);
    if (!sources.ok) return sources;
    const record: Gathering = {
      ...draft,
      id: newGatheringId(),
      sources: sources.value,
      createdAt: now,
      changedAt: now,
    };
    return put(record, 'gathering.add', []);
  };
}

export function editGathering(
  id: GatheringId,
  patch: GatheringPatch,
): Command<Refused | 'collection-missing', Gathering> {
  return (reading, { now }) => {
    const gathering = reading.get('gatherings', id);
    if (!gathering) return fail('collection-missing');
    const { sources, put: added = [], take = [], ...rest } = patch;
    const taken = new Set<string>(take);
    const wanted = [...(sources ?? gathering.sources), ...added].filter((one) => !taken.has(one));
    const members = checked(reading, wanted);
    if (!members.ok) return members;
    const record = { ...patched(gathering, rest), sources: members.value, changedAt: now };
    const other = named(reading, record.name);
    if (other && other.id !== id) return fail('collection-exists');
    return put(record, 'gathering.edit', [...added, ...take]);
  };
}

export function deleteGathering(id: GatheringId): Command<'collection-missing', null> {
  return (reading) => {
    if (!reading.get('gatherings', id)) return fail('collection-missing');
    return ok({
      value: null,
      change: {
        puts: [],
        deletes: [{ collection: 'gatherings', id }],
        activity: { action: 'gathering.delete', subjects: [id], facts: {} },
      },
    });
  };
}

/** Each once, where it came first. */
function checked(
  reading: Reading,
  ids: readonly SourceId[],
): Result<SourceId[], 'collection-full' | 'source-missing'> {
  const sources = [...new Set(ids)];
  if (sources.length > limits.gathered) return fail('collection-full');
  return sources.every((id) => reading.get('sources', id)) ? ok(sources) : fail('source-missing');
}

function named(reading: Reading, name: string): Gathering | undefined {
  const key = nameKey(name);
  return reading.all('gatherings').find((gathering) => nameKey(gathering.name) === key);
}

function put(
  record: Gathering,
  action: 'gathering.add' | 'gathering.edit',
  touched: readonly string[],
) {
  return ok({
    value: record,
    change: {
      puts: [{ collection: 'gatherings' as const, record }],
      deletes: [],
      activity: {
        action,
        subjects: [record.id, ...touched].slice(0, limits.listLength),
        facts: {},
      },
    },
  });
}
