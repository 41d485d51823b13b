/** kuferak stamps DIR [--add FILE… | --remove ID | --save ID --out FILE] */
import { rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Archive, StampCheck } from '../../../archive/index.ts';
import type { Failure } from '../../../archive/lib/result.ts';
import { limits, type Source, type Stamp, StampId } from '../../../archive/model/index.ts';
import { readSmall } from '../../files/read-small.ts';
import { stampText } from '../../messages/stamp-text.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t } from '../output.ts';
import { UsageError } from '../usage.ts';

export const stamps: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      add: { type: 'string', multiple: true },
      remove: { type: 'string' },
      save: { type: 'string' },
      out: { type: 'string' },
    },
    1,
  );
  const asked = ['add', 'remove', 'save'].filter((name) => parsed.texts(name).length > 0);
  const saves = parsed.text('save') !== undefined;
  if (asked.length > 1 || saves !== (parsed.text('out') !== undefined)) throw new UsageError();
  return withArchive(parsed, (archive) => {
    if (parsed.texts('add').length > 0) return addAll(archive, parsed);
    if (parsed.text('remove') !== undefined) return remove(archive, idOf(parsed.text('remove')));
    return saves ? save(archive, parsed) : list(archive, parsed);
  });
};

function idOf(text: string | undefined): StampId {
  const id = StampId.safeParse(text);
  if (!id.success) throw new UsageError();
  return id.data;
}

async function addAll(archive: Archive, parsed: Arguments): Promise<Failure | null> {
  const added: Stamp[] = [];
  for (const path of parsed.texts('add')) {
    const bytes = await readSmall(path, limits.stampBytes);
    if (typeof bytes === 'string') return { code: bytes };
    const stamp = await archive.addStamp({ name: basename(path), bytes });
    if (!stamp.ok) return stamp.error;
    added.push(stamp.value);
  }
  const checks = added.map(({ id }): StampCheck => ({ stamp: id, state: 'holds' }));
  return tell(archive, added, checks, parsed.flag('json'));
}

async function remove(archive: Archive, id: StampId): Promise<Failure | null> {
  const removed = await archive.deleteStamp(id);
  return removed.ok ? null : removed.error;
}

async function save(archive: Archive, parsed: Arguments): Promise<Failure | null> {
  const bytes = await archive.stampFile(idOf(parsed.text('save')));
  if (!bytes.ok) return bytes.error;
  const out = parsed.text('out') ?? '';
  try {
    await writeFile(out, bytes.value, { flag: 'wx', mode: 0o600 });
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') return { code: 'target-exists' };
    // No half of a stamp: what was begun is ours.
    await rm(out, { force: true }).catch(() => undefined);
    return { code: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'target-unwritable' };
  }
}

async function list(archive: Archive, parsed: Arguments): Promise<Failure | null> {
  const records = await archive.records();
  if (!records.ok) return records.error;
  const checks = await archive.checkStamps();
  if (!checks.ok) return checks.error;
  const failure = await tell(archive, records.value.stamps, checks.value, parsed.flag('json'));
  if (failure) return failure;
  return checks.value.every(({ state }) => state === 'holds') ? null : { code: 'stamps-differ' };
}

async function tell(
  archive: Archive,
  all: readonly Stamp[],
  checks: readonly StampCheck[],
  json: boolean,
): Promise<Failure | null> {
  const records = await archive.records();
  if (!records.ok) return records.error;
  const stateOf = (id: StampId) => checks.find(({ stamp }) => stamp === id)?.state ?? 'damaged';
  if (json) {
    printJson({ stamps: all.map((stamp) => ({ ...stamp, state: stateOf(stamp.id) })) });
    return null;
  }
  for (const stamp of all) {
    const { says, checked, notChecked } = stampText(t, stamp.reading);
    const kind = t(`stamp.kind.${stamp.reading.kind}`);
    print([stamp.id, kind, subjectText(stamp, records.value.sources)].join('\t'));
    print(`\t${says}`);
    print(`\t${t(`stamp.state.${stateOf(stamp.id)}`)}`);
    for (const line of checked) print(`\t${t('stamp.checked')}: ${line}`);
    for (const line of notChecked) print(`\t${t('stamp.notChecked')}: ${line}`);
  }
  if (all.length === 0) print(t('stamp.none'));
  return null;
}

function subjectText({ of }: Stamp, sources: readonly Source[]): string {
  if (of.kind === 'head') return t('stamp.ofHead', { line: String(of.line) });
  const source = sources.find(({ id }) => id === of.source);
  return source ? t('stamp.ofSource', { shelfmark: source.shelfmark }) : t('stamp.ofGone');
}
