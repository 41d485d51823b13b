/** kuferak claims DIR [CLAIM] [--csv [--despite-names] [--despite-parts]], --add QUESTION …, or CLAIM --quote ID --written TEXT … */
import type { Archive, ClaimTable, TableRow } from '../../../archive/index.ts';
import { plainLine } from '../../../archive/lib/plain-line.ts';
import { fail, type Failure, ok, type Result } from '../../../archive/lib/result.ts';
import { type Claim, ClaimId, type Entity, numberText } from '../../../archive/model/index.ts';
import { ClaimDraft, ClaimRowDraft } from '../../../archive/requests.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t } from '../output.ts';
import { UsageError } from '../usage.ts';

const kinds = ['exactly', 'about', 'at-least', 'at-most'] as const;
const text = { type: 'string' } as const;
const options = {
  add: text,
  csv: { type: 'boolean' },
  'despite-names': { type: 'boolean' },
  'despite-parts': { type: 'boolean' },
  unit: text,
  from: text,
  to: text,
  note: text,
  quote: text,
  written: text,
  exactly: text,
  about: text,
  'at-least': text,
  'at-most': text,
  range: text,
  'said-by': text,
  doubt: text,
  origin: text,
} as const;

export const claims: Run = async (args) => {
  const parsed = readArguments(args, options, 1, 2);
  const [, name] = parsed.positionals;
  const question = parsed.text('add');
  const quote = parsed.text('quote');
  if (question !== undefined && (name !== undefined || quote !== undefined)) throw new UsageError();
  if (quote !== undefined && (name === undefined || parsed.text('written') === undefined))
    throw new UsageError();
  const despite = parsed.flag('despite-names') || parsed.flag('despite-parts');
  if (despite && !parsed.flag('csv')) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    if (question !== undefined) return add(archive, question, parsed);
    const id = name === undefined ? null : ClaimId.safeParse(name.trim().toLowerCase());
    if (id && !id.success) return { code: 'claim-missing' };
    if (id && quote !== undefined) return addRow(archive, id.data, quote, parsed);
    if (parsed.flag('csv')) return csv(archive, id?.data ?? null, parsed);
    return id ? show(archive, id.data, parsed) : list(archive, parsed);
  });
};

async function list(archive: Archive, parsed: Arguments): Promise<Failure | null> {
  const records = await archive.records();
  if (!records.ok) return records.error;
  const all = records.value.claims;
  if (parsed.flag('json')) printJson(all);
  else
    for (const { id, question, rows } of all)
      print([id, rows.length, plainLine(question)].join('\t'));
  return null;
}

async function show(archive: Archive, id: ClaimId, parsed: Arguments): Promise<Failure | null> {
  const table = await archive.claimTable(id);
  if (!table.ok) return table.error;
  const offered = await archive.offerOrigins(id);
  if (!offered.ok) return offered.error;
  if (parsed.flag('json')) {
    printJson({ ...table.value, ...offered.value });
    return null;
  }
  const records = await archive.records();
  if (!records.ok) return records.error;
  tell(table.value, offered.value.originsIfAgreed, records.value.entities);
  return null;
}

function tell(
  { claim, rows, doubted, ranges, origins }: ClaimTable,
  ifAgreed: number,
  entities: readonly Entity[],
): void {
  print(plainLine(claim.question));
  const numberOf = (id: string | undefined) => {
    const number = claim.rows.find((row) => row.id === id)?.number;
    return number ? numberText(number) : '';
  };
  for (const { unit, least, most } of ranges)
    print(`${rangeText(numberOf(least[0]), numberOf(most[0]))} ${plainLine(unit)}`.trim());
  print(t('command.claimOrigins', { count: origins, agreed: ifAgreed }));
  for (const row of [...rows, ...doubted]) print(lineOf(row, entities));
}

const rangeText = (least: string, most: string) => (least === most ? least : `${least} … ${most}`);

function lineOf(
  { row, unit, told, origin, doubts, source }: TableRow,
  entities: readonly Entity[],
) {
  const speaker = entities.find(({ id }) => id === row.saidBy)?.name ?? '-';
  return [
    doubts.length > 0 ? '?' : '-',
    row.number ? numberText(row.number) : '-',
    unit === '' ? '-' : unit,
    row.written,
    speaker,
    told ?? '-',
    origin?.letter ?? '-',
    source.shelfmark,
    row.id,
  ]
    .map(plainLine)
    .join('\t');
}

async function csv(
  archive: Archive,
  claim: ClaimId | null,
  parsed: Arguments,
): Promise<Failure | null> {
  const [despiteNames, despiteParts] = [parsed.flag('despite-names'), parsed.flag('despite-parts')];
  const bytes = await archive.claimsAsCsv({ claim, despiteNames, despiteParts });
  if (!bytes.ok) return bytes.error;
  process.stdout.write(bytes.value);
  return null;
}

async function add(archive: Archive, question: string, parsed: Arguments): Promise<Failure | null> {
  const draft = ClaimDraft.safeParse({
    question,
    unit: parsed.text('unit') ?? '',
    period: periodOf(parsed),
    note: parsed.text('note') ?? '',
    rows: [],
  });
  if (!draft.success) throw new UsageError();
  const made = await archive.addClaim(draft.data);
  if (!made.ok) return made.error;
  if (parsed.flag('json')) printJson(made.value);
  else print(made.value.id);
  return null;
}

async function addRow(
  archive: Archive,
  id: ClaimId,
  quote: string,
  parsed: Arguments,
): Promise<Failure | null> {
  const saidBy = parsed.text('said-by');
  const draft = ClaimRowDraft.safeParse({
    proof: { kind: 'quote', quote },
    written: parsed.text('written'),
    number: numberOf(parsed),
    unit: parsed.text('unit') ?? '',
    period: periodOf(parsed),
    doubt: parsed.text('doubt') ?? null,
    ...(saidBy === undefined ? {} : { saidBy: saidBy === '' ? null : { name: saidBy } }),
  });
  if (!draft.success) throw new UsageError();
  const added = await archive.addClaimRows(id, [draft.data]);
  if (!added.ok) return added.error;
  const traced = await trace(archive, added.value, parsed.text('origin'));
  if (!traced.ok) return traced.error;
  const row = traced.value.rows.at(-1);
  if (parsed.flag('json')) printJson(row);
  else print(row?.id ?? '');
  return null;
}

/** The last row goes back to the origin of this name, with all that do. */
async function trace(
  archive: Archive,
  claim: Claim,
  name: string | undefined,
): Promise<Result<Claim>> {
  const row = claim.rows.at(-1);
  if (name === undefined || !row) return ok(claim);
  const origin = claim.origins.find((one) => one.name === name.trim());
  const rows = claim.rows.filter(
    (one) => one === row || (one.origin !== null && one.origin === origin?.id),
  );
  const ids = rows.map((one) => one.id);
  const traced = await archive.traceClaimRows(claim.id, {
    kind: 'join',
    rows: ids,
    name: name.trim(),
  });
  return traced.ok ? traced : fail(traced.error.code);
}

function periodOf(parsed: Arguments) {
  const [from, to] = [parsed.text('from') ?? null, parsed.text('to') ?? null];
  return from === null && to === null ? null : { from, to };
}

function numberOf(parsed: Arguments): unknown {
  const range = parsed.text('range');
  const given = kinds.filter((kind) => parsed.text(kind) !== undefined);
  if (given.length + (range === undefined ? 0 : 1) > 1) throw new UsageError();
  if (range !== undefined) {
    const [from = '', to = '', ...more] = range.split('..');
    if (more.length > 0) throw new UsageError();
    return { kind: 'range', from: digits(from), to: digits(to) };
  }
  const [kind] = given;
  if (kind === undefined) return null;
  return { kind: kind === 'exactly' ? 'exact' : kind, value: digits(parsed.text(kind) ?? '') };
}

function digits(typed: string): number {
  if (!/^-?\d+(?:\.\d+)?$/.test(typed.trim())) throw new UsageError();
  return Number(typed);
}
