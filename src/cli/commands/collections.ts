/** kuferak collections DIR [--add NAME [--note N] | NAME --put SOURCE… | --take SOURCE… | --remove] */
import type { Archive } from '../../../archive/index.ts';
import { plainLine } from '../../../archive/lib/plain-line.ts';
import { fail, type Failure, ok, type Result } from '../../../archive/lib/result.ts';
import type { Gathering } from '../../../archive/model/index.ts';
import { GatheringDraft } from '../../../archive/requests.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t } from '../output.ts';
import { UsageError } from '../usage.ts';

const options = {
  add: { type: 'string' },
  note: { type: 'string' },
  put: { type: 'string', multiple: true },
  take: { type: 'string', multiple: true },
  remove: { type: 'boolean' },
} as const;

export const collections: Run = async (args) => {
  const parsed = readArguments(args, options, 1, 2);
  const [, name] = parsed.positionals;
  const added = parsed.text('add');
  const changes = parsed.texts('put').length + parsed.texts('take').length > 0;
  if (added !== undefined && (name !== undefined || changes || parsed.flag('remove')))
    throw new UsageError();
  if (name === undefined && (changes || parsed.flag('remove'))) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    if (added !== undefined) return add(archive, parsed, added);
    if (name === undefined) return list(archive, parsed);
    const found = await findCollection(archive, name);
    if (!found.ok) return found.error;
    if (parsed.flag('remove')) return remove(archive, found.value);
    return changes ? change(archive, parsed, found.value) : show(archive, parsed, found.value);
  });
};

export async function findCollection(archive: Archive, name: string): Promise<Result<Gathering>> {
  const records = await archive.records();
  if (!records.ok) return records;
  const wanted = name.trim().toLowerCase();
  const found = records.value.gatherings.find(
    (one) => one.id === wanted || one.name.toLowerCase() === wanted,
  );
  return found ? ok(found) : fail('collection-missing');
}

async function list(archive: Archive, parsed: Arguments): Promise<Failure | null> {
  const records = await archive.records();
  if (!records.ok) return records.error;
  const { gatherings } = records.value;
  if (parsed.flag('json')) printJson(gatherings);
  else
    for (const { id, name, sources } of gatherings)
      print([id, sources.length, plainLine(name)].join('\t'));
  return null;
}

async function show(
  archive: Archive,
  parsed: Arguments,
  gathering: Gathering,
): Promise<Failure | null> {
  const records = await archive.records();
  if (!records.ok) return records.error;
  const sources = gathering.sources.flatMap(
    (id) => records.value.sources.find((source) => source.id === id) ?? [],
  );
  if (parsed.flag('json')) printJson({ ...gathering, sources });
  else
    for (const { shelfmark, id, title } of sources)
      print([shelfmark, id, plainLine(title)].join('\t'));
  return null;
}

async function add(archive: Archive, parsed: Arguments, name: string): Promise<Failure | null> {
  const draft = GatheringDraft.safeParse({ name, note: parsed.text('note') ?? '', sources: [] });
  if (!draft.success) throw new UsageError();
  const made = await archive.addGathering(draft.data);
  if (!made.ok) return made.error;
  if (parsed.flag('json')) printJson(made.value);
  else print(made.value.id);
  return null;
}

async function change(
  archive: Archive,
  parsed: Arguments,
  { id }: Gathering,
): Promise<Failure | null> {
  const put = await findSources(archive, parsed.texts('put'));
  if (!put.ok) return put.error;
  const take = await findSources(archive, parsed.texts('take'));
  if (!take.ok) return take.error;
  const note = parsed.text('note');
  const changed = await archive.editGathering(id, {
    put: put.value.map((source) => source.id),
    take: take.value.map((source) => source.id),
    ...(note !== undefined && { note }),
  });
  if (!changed.ok) return changed.error;
  if (parsed.flag('json')) printJson(changed.value);
  else print(t('collection.saved'));
  return null;
}

async function remove(archive: Archive, { id }: Gathering): Promise<Failure | null> {
  const removed = await archive.deleteGathering(id);
  if (!removed.ok) return removed.error;
  print(t('collection.deleted'));
  return null;
}
