/** kuferak wording DIR SOURCE [--words TEXT | --at START-END] [--csv [--despite-names] [--despite-parts]] */
import type { Archive, ReusedSource, ReuseGroup, ReuseReport } from '../../../archive/index.ts';
import { plainLine } from '../../../archive/lib/plain-line.ts';
import { fail, type Failure, ok, type Result } from '../../../archive/lib/result.ts';
import type { Source } from '../../../archive/model/index.ts';
import type { ReuseRequest } from '../../../archive/requests.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t, warn } from '../output.ts';
import { withProgress } from '../progress.ts';
import { UsageError } from '../usage.ts';

const options = {
  words: { type: 'string' },
  at: { type: 'string' },
  csv: { type: 'boolean' },
  'despite-names': { type: 'boolean' },
  'despite-parts': { type: 'boolean' },
} as const;

export const wording: Run = async (args) => {
  const parsed = readArguments(args, options, 2);
  const { words, at } = { words: parsed.text('words'), at: stretchOf(parsed) };
  const [csv, json] = [parsed.flag('csv'), parsed.flag('json')];
  const despite = parsed.flag('despite-names') || parsed.flag('despite-parts');
  if ((words !== undefined && at !== null) || words === '') throw new UsageError();
  if ((despite && !csv) || (csv && json)) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const [source] = found.value;
    if (!source) return { code: 'source-missing' };
    const part = words === undefined ? ok(at) : await placeOf(archive, source, words);
    if (!part.ok) return part.error;
    const request = { source: source.id, part: part.value };
    return csv ? leave(archive, request, parsed) : tell(archive, source, request, json);
  });
};

/** `--at 120-260`, in UTF-16 units. */
function stretchOf(parsed: Arguments): ReuseRequest['part'] {
  const given = parsed.text('at');
  if (given === undefined) return null;
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(given) ?? [];
  if (start === undefined || Number(start) >= Number(end)) throw new UsageError();
  return { start: Number(start), end: Number(end) };
}

/** Where they stand first: the same words at two places are the same wording. */
async function placeOf(
  archive: Archive,
  { id }: Source,
  words: string,
): Promise<Result<ReuseRequest['part']>> {
  const document = await archive.text(id);
  if (!document.ok) return document;
  if (!document.value) return fail('no-text');
  const start = document.value.text.indexOf(words);
  return start === -1 ? fail('passage-missing') : ok({ start, end: start + words.length });
}

async function leave(
  archive: Archive,
  request: ReuseRequest,
  parsed: Arguments,
): Promise<Failure | null> {
  const [despiteNames, despiteParts] = [parsed.flag('despite-names'), parsed.flag('despite-parts')];
  const table = await withProgress((job) =>
    archive.reuseAsCsv({ ...request, despiteNames, despiteParts }, job),
  );
  if (!table.ok) return table.error;
  process.stdout.write(table.value);
  return null;
}

async function tell(
  archive: Archive,
  source: Source,
  request: ReuseRequest,
  json: boolean,
): Promise<Failure | null> {
  const found = await withProgress((job) => archive.findReuse(request, job));
  if (!found.ok) return found.error;
  if (json) {
    printJson({ ...request, ...found.value });
    return null;
  }
  printReport(found.value, source);
  return null;
}

function printReport({ total, words, unread, groups }: ReuseReport, asked: Source): void {
  print(t('command.wordingFound', { count: total, words }));
  if (unread > 0) warn(t('command.wordingUnread', { count: unread }));
  const marks = new Map([
    [asked.id, asked.shelfmark],
    ...groups.flatMap(({ sources }) =>
      sources.map((told) => [told.source, told.shelfmark] as const),
    ),
  ]);
  for (const group of groups) {
    const others = group.sources.length + Number(group.withAsked);
    if (others > 1) print(headOf(group, others, asked, marks));
    for (const told of group.sources) printSource(told);
  }
}

function headOf(
  { withAsked, earliest, undated }: ReuseGroup,
  count: number,
  { shelfmark }: Source,
  marks: ReadonlyMap<string, string>,
): string {
  const first = earliest.flatMap((id) => marks.get(id) ?? []).join(', ');
  return [
    withAsked
      ? t('command.wordingGroupWith', { count, shelfmark })
      : t('command.wordingGroup', { count }),
    first === '' ? t('command.wordingUndated') : t('command.wordingEarliest', { first }),
    ...(first !== '' && undated > 0 ? [t('command.wordingWithoutDate', { count: undated })] : []),
  ].join(' ');
}

function printSource(told: ReusedSource): void {
  const { shelfmark, published, publisher, title, relation, passages } = told;
  const kin = relation === null ? '' : ` (${t(`wording.relation.${relation}`)})`;
  print(
    [
      `${Math.round(100 * told.share)}%`,
      ...[shelfmark, published ?? '-', publisher ?? '-', `${title}${kin}`].map(plainLine),
    ].join('\t'),
  );
  for (const { b, kind, text } of passages)
    print(['', `${b[0]}-${b[1]}`, kind, plainLine(text.replace(/\s+/g, ' '))].join('\t'));
}
