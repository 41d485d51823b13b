/** kuferak trash DIR [--restore NAME]: what is in the trash, and the way back. */
import type { Archive, TrashEntry } from '../../../archive/index.ts';
import { plainLine } from '../../../archive/lib/plain-line.ts';
import { fail, type Failure, ok, type Result } from '../../../archive/lib/result.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t } from '../output.ts';

export const trash: Run = async (args) => {
  const parsed = readArguments(args, { restore: { type: 'string' } }, 1);
  const back = parsed.text('restore');
  return withArchive(parsed, (archive) =>
    back === undefined ? list(archive, parsed) : restore(archive, parsed, back),
  );
};

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
