/**
 * kuferak names DIR [--kind person|organisation|place]
 * kuferak names DIR [--kind K] --out FILE.csv [--despite-names]
 * kuferak names DIR NAME --into NAME [--despite-kinds]
 * kuferak names DIR NAME --split NEW [--spelling S]… [--quote ID]… [--row ID]…
 * kuferak names DIR NAME --delete
 */
import type { Archive, Records } from '../../../archive/index.ts';
import { plainLine } from '../../../archive/lib/plain-line.ts';
import { fail, type Failure } from '../../../archive/lib/result.ts';
import { type Entity, EntityKind } from '../../../archive/model/index.ts';
import { EntitySplit } from '../../../archive/requests.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { findEntity } from '../find-entity.ts';
import { oneOf } from '../one-of.ts';
import { print, printJson, t, warn } from '../output.ts';
import { withProgress } from '../progress.ts';
import { UsageError } from '../usage.ts';

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const options = {
  kind: text,
  into: text,
  'despite-kinds': { type: 'boolean' },
  split: text,
  spelling: many,
  quote: many,
  row: many,
  delete: { type: 'boolean' },
  out: text,
  'despite-names': { type: 'boolean' },
} as const;

export const names: Run = async (args) => {
  const parsed = readArguments(args, options, 1, 2);
  const [, typed] = parsed.positionals;
  const asked = [parsed.text('into'), parsed.text('split')].filter((one) => one !== undefined);
  const ways = asked.length + (parsed.flag('delete') ? 1 : 0);
  if (parsed.text('out') === undefined ? parsed.flag('despite-names') : typed !== undefined)
    throw new UsageError();
  if (ways !== (typed === undefined ? 0 : 1)) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const records = await archive.records();
    if (!records.ok) return records.error;
    if (typed === undefined) return list(archive, records.value, parsed);
    const entity = findEntity(records.value, typed);
    if (!entity.ok) return entity.error;
    if (parsed.flag('delete')) {
      const gone = await archive.deleteEntity(entity.value.id);
      return gone.ok ? null : gone.error;
    }
    return parsed.text('split') === undefined
      ? merge(archive, records.value, entity.value, parsed)
      : split(archive, entity.value, parsed);
  });
};

async function list(
  archive: Archive,
  { entities }: Records,
  parsed: Arguments,
): Promise<Failure | null> {
  const kind = oneOf(parsed, 'kind', EntityKind.options);
  const out = parsed.text('out');
  if (out !== undefined) return save(archive, kind ?? null, parsed, out);
  const quotes = await archive.quotes();
  if (!quotes.ok) return quotes.error;
  const counted = entities
    .filter((entity) => kind === undefined || entity.kind === kind)
    .map((entity) => ({
      ...entity,
      quotes: quotes.value.filter(({ speaker }) => speaker === entity.id).length,
    }));
  if (parsed.flag('json')) printJson(counted);
  else
    for (const { id, kind: what, name, protection, quotes: said } of counted)
      print([id, what, protection, said, plainLine(name)].join('\t'));
  return null;
}

async function save(
  archive: Archive,
  kind: EntityKind | null,
  parsed: Arguments,
  out: string,
): Promise<Failure | null> {
  const request = { kind, despiteNames: parsed.flag('despite-names') };
  const saved = await withProgress((job) => archive.exportNameList(request, out, job));
  if (!saved.ok) return saved.error;
  const { protectedNames } = saved.value;
  if (parsed.flag('json')) printJson(saved.value);
  else print(t('command.exported', { count: 1 }));
  if (protectedNames > 0) warn(t('command.protectedNamesLeft', { count: protectedNames }));
  return null;
}

async function merge(
  archive: Archive,
  records: Records,
  from: Entity,
  parsed: Arguments,
): Promise<Failure | null> {
  const into = findEntity(records, parsed.text('into') ?? '');
  if (!into.ok) return into.error;
  const merged = await archive.mergeEntities({
    from: from.id,
    into: into.value.id,
    despiteKinds: parsed.flag('despite-kinds'),
  });
  if (!merged.ok) return merged.error;
  if (parsed.flag('json')) {
    printJson(merged.value);
    return null;
  }
  const { entity, stricter, quotes, rows, dossiers } = merged.value;
  print(t('command.merged', { quotes, rows, dossiers, id: entity.id }));
  if (stricter !== null) print(t('command.mergedStricter', { protection: stricter }));
  return null;
}

async function split(archive: Archive, from: Entity, parsed: Arguments): Promise<Failure | null> {
  const asked = EntitySplit.safeParse({
    from: from.id,
    name: parsed.text('split'),
    spellings: parsed.texts('spelling'),
    quotes: parsed.texts('quote'),
    rows: parsed.texts('row'),
  });
  if (!asked.success) return fail('speaks-not').error;
  const made = await archive.splitEntity(asked.data);
  if (!made.ok) return made.error;
  if (parsed.flag('json')) printJson(made.value);
  else print(made.value.made.id);
  return null;
}
