/** kuferak timeline DIR [--from D] [--to D] [--date-of R]… [--tag T]… [--name N] [--naming N] [--source S] [--kind K]… [--csv [--despite-names]] */
import type { Archive, TimelineEntry } from '../../../archive/index.ts';
import { plainLine } from '../../../archive/lib/plain-line.ts';
import { ok, type Result } from '../../../archive/lib/result.ts';
import { TimelineRequest } from '../../../archive/requests.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { findEntity } from '../find-entity.ts';
import { findSource } from '../find-source.ts';
import { findTags } from '../find-tags.ts';
import { print, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const options = {
  from: text,
  to: text,
  'date-of': many,
  tag: many,
  name: text,
  source: text,
  kind: many,
  naming: text,
  csv: { type: 'boolean' },
  'despite-names': { type: 'boolean' },
} as const;

export const timeline: Run = async (args) => {
  const parsed = readArguments(args, options, 1);
  if (parsed.flag('despite-names') && !parsed.flag('csv')) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const request = await requestOf(archive, parsed);
    if (!request.ok) return request.error;
    if (parsed.flag('csv')) {
      const table = await archive.timelineAsCsv(request.value, parsed.flag('despite-names'));
      if (!table.ok) return table.error;
      process.stdout.write(table.value);
      return null;
    }
    const entries = await archive.timeline(request.value);
    if (!entries.ok) return entries.error;
    if (parsed.flag('json')) {
      printJson(entries.value);
      return null;
    }
    const records = await archive.records();
    if (!records.ok) return records.error;
    const marks = new Map(records.value.sources.map(({ id, shelfmark }) => [id, shelfmark]));
    for (const entry of entries.value)
      print(
        [dateOf(entry), entry.role, marks.get(entry.source) ?? '', plainLine(entry.words)].join(
          '\t',
        ),
      );
    return null;
  });
};

/** As far as it is known: `2026-04`, `2026-03 … 2026-05`, `… 2026-05`. */
function dateOf({ from, to }: TimelineEntry): string {
  return from === to ? (from ?? '') : `${from ?? ''} … ${to ?? ''}`.trim();
}

async function requestOf(archive: Archive, parsed: Arguments): Promise<Result<TimelineRequest>> {
  const records = await archive.records();
  if (!records.ok) return records;
  const tags = await findTags(archive, parsed.texts('tag'));
  if (!tags.ok) return tags;
  const [name, from] = [parsed.text('name'), parsed.text('source')];
  const who = name === undefined ? null : findEntity(records.value, name);
  if (who && !who.ok) return who;
  const naming = parsed.text('naming');
  const named = naming === undefined ? null : findEntity(records.value, naming);
  if (named && !named.ok) return named;
  const source = from === undefined ? null : findSource(records.value, from);
  if (source && !source.ok) return source;
  const request = TimelineRequest.safeParse({
    roles: parsed.texts('date-of'),
    tags: tags.value,
    who: who?.value.id ?? null,
    source: source?.value.id ?? null,
    from: parsed.text('from') ?? null,
    to: parsed.text('to') ?? null,
    kinds: parsed.texts('kind'),
    named: named?.value.id ?? null,
  });
  if (!request.success) throw new UsageError();
  return ok(request.data);
}
