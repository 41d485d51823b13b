/** kuferak codes DIR [--matrix | --by-source] [--most N] [--csv FILE | --svg FILE] [--despite-names] */
import type { Archive, CodeTable } from '../../../archive/index.ts';
import { plainLine } from '../../../archive/lib/plain-line.ts';
import type { Failure } from '../../../archive/lib/result.ts';
import { CodeExportRequest, CodeTableRequest } from '../../../archive/requests.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t, warn } from '../output.ts';
import { UsageError } from '../usage.ts';

const options = {
  matrix: { type: 'boolean' },
  'by-source': { type: 'boolean' },
  most: { type: 'string' },
  csv: { type: 'string' },
  svg: { type: 'string' },
  'despite-names': { type: 'boolean' },
} as const;
const MOST = 50;

export const codes: Run = async (args) => {
  const parsed = readArguments(args, options, 1);
  const [csv, svg] = [parsed.text('csv'), parsed.text('svg')];
  const out = csv ?? svg;
  const twice = csv !== undefined && svg !== undefined;
  if (twice || out === '' || (out === undefined && parsed.flag('despite-names')))
    throw new UsageError();
  const asked = CodeTableRequest.safeParse({
    kind: kindOf(parsed),
    most: Number(parsed.text('most') ?? MOST),
  });
  if (!asked.success) throw new UsageError();
  return withArchive(parsed, (archive) =>
    out === undefined
      ? tell(archive, asked.data, parsed)
      : save(archive, asked.data, csv === undefined ? 'svg' : 'csv', out, parsed),
  );
};

function kindOf(parsed: Arguments): CodeTable['kind'] {
  const [matrix, bySource] = [parsed.flag('matrix'), parsed.flag('by-source')];
  if (matrix && bySource) throw new UsageError();
  return matrix ? 'matrix' : bySource ? 'by-source' : 'counts';
}

async function tell(
  archive: Archive,
  request: CodeTableRequest,
  parsed: Arguments,
): Promise<Failure | null> {
  const table = await archive.codeTable(request);
  if (!table.ok) return table.error;
  if (parsed.flag('json')) {
    printJson(table.value);
    return null;
  }
  for (const line of linesOf(table.value)) print(line.map(cell).join('\t'));
  if (table.value.tagsLeft > 0) warn(t('command.codesLeft', { count: table.value.tagsLeft }));
  return null;
}

const cell = (value: string | number) => (typeof value === 'string' ? plainLine(value) : value);

function linesOf(table: CodeTable): (string | number)[][] {
  const names = table.tags.map(({ name }) => name);
  switch (table.kind) {
    case 'counts':
      return table.tags.map(({ name, quotes, sources }) => [quotes, sources, name]);
    case 'matrix':
      return [['-', ...names], ...table.meetings.map((row, at) => [names[at] ?? '', ...row])];
    case 'by-source':
      return [
        ['-', ...names],
        ...table.rows.map(({ shelfmark, quotes }) => [shelfmark, ...quotes]),
      ];
  }
}

async function save(
  archive: Archive,
  request: CodeTableRequest,
  format: CodeExportRequest['format'],
  out: string,
  parsed: Arguments,
): Promise<Failure | null> {
  const asked = CodeExportRequest.safeParse({
    ...request,
    format,
    despiteNames: parsed.flag('despite-names'),
  });
  if (!asked.success) throw new UsageError();
  const exported = await archive.exportCodeTable(asked.data, out);
  if (!exported.ok) return exported.error;
  const { files, bytes, protectedNames } = exported.value;
  if (parsed.flag('json')) printJson({ format, files, bytes, protectedNames });
  else print(t('command.exported', { count: files }));
  if (protectedNames > 0) warn(t('command.protectedNamesLeft', { count: protectedNames }));
  return null;
}
