/** kuferak trash DIR [--restore NAME | --destroy NAME --reason R | --empty --reason R]: what is in the trash, back or gone. */
import type { Archive, TrashEntry } from '../../../archive/index.ts';
import { plainLine } from '../../../archive/lib/plain-line.ts';
import { fail, type Failure, ok, type Result } from '../../../archive/lib/result.ts';
import { DestroyReason } from '../../../archive/requests.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t, warn } from '../output.ts';
import { UsageError } from '../usage.ts';

const options = {
  restore: { type: 'string' },
  destroy: { type: 'string' },
  empty: { type: 'boolean' },
  reason: { type: 'string' },
} as const;

export const trash: Run = async (args) => {
  const parsed = readArguments(args, options, 1);
  const [back, going] = [parsed.text('restore'), parsed.text('destroy')];
  const empty = parsed.flag('empty');
  if ([back !== undefined, going !== undefined, empty].filter(Boolean).length > 1)
    throw new UsageError();
  const destroys = empty || going !== undefined;
  const reason = DestroyReason.safeParse(parsed.text('reason'));
  if (destroys !== (parsed.text('reason') !== undefined) || (destroys && !reason.success))
    throw new UsageError();
  return withArchive(parsed, (archive) => {
    if (reason.success) return destroy(archive, parsed, going, reason.data);
    return back === undefined ? list(archive, parsed) : restore(archive, parsed, back);
  });
};

/** All that is there where nothing is named. */
async function destroy(
  archive: Archive,
  parsed: Arguments,
  name: string | undefined,
  reason: string,
): Promise<Failure | null> {
  const entry = name === undefined ? null : await findTrashed(archive, name);
  if (entry && !entry.ok) return entry.error;
  const gone = await archive.destroyTrashed(entry ? [entry.value.id] : 'all', reason);
  if (!gone.ok) return gone.error;
  const { items, forgotten } = gone.value;
  if (parsed.flag('json')) printJson(gone.value);
  else print(t('destroy.done', { count: items }));
  if (!forgotten) warn(t('destroy.later'));
  return null;
}

async function list(archive: Archive, parsed: Arguments): Promise<Failure | null> {
  const entries = await archive.trash();
  if (!entries.ok) return entries.error;
  if (parsed.flag('json')) printJson(entries.value);
  else for (const entry of entries.value) print(lineOf(entry));
  return null;
}

async function restore(archive: Archive, parsed: Arguments, name: string): Promise<Failure | null> {
  const entry = await findTrashed(archive, name);
  if (!entry.ok) return entry.error;
  const back = await archive.restoreTrashed(entry.value.id);
  if (!back.ok) return back.error;
  if (parsed.flag('json')) printJson(back.value);
  else print(restoredText(nameOf(entry.value), back.value.lost));
  return null;
}

/** By its identifier, by that of a quote, or by the shelfmark or identifier of a source in it. */
async function findTrashed(archive: Archive, name: string): Promise<Result<TrashEntry>> {
  const entries = await archive.trash();
  if (!entries.ok) return entries;
  const wanted = name.trim().toLowerCase();
  const found = entries.value.find(
    ({ id, sources, quote }) =>
      id === wanted ||
      quote?.id === wanted ||
      sources.some((source) => source.id === wanted || source.shelfmark.toLowerCase() === wanted),
  );
  return found ? ok(found) : fail('trash-missing');
}

function restoredText(name: string, lost: number): string {
  return lost === 0
    ? t('trash.restored', { name })
    : t('trash.restoredLost', { name, count: lost });
}

function nameOf({ sources: [first] }: TrashEntry): string {
  return first?.shelfmark ?? t('trash.theQuote');
}

function lineOf(entry: TrashEntry): string {
  const { id, at, goesAt, sources, quotes, places, quote } = entry;
  const [first] = sources;
  const words = quote?.anchor.kind === 'text' ? quote.anchor.exact : t('trash.region');
  return [
    first?.shelfmark ?? '-',
    id,
    at.slice(0, 10),
    goesAt.slice(0, 10),
    sources.length,
    quotes,
    places,
    plainLine(first?.title ?? words),
  ].join('\t');
}
