/** kuferak sources DIR [--collection NAME] [--starred] [--status unread|reading|read] */
import type { Source } from '../../../archive/model/index.ts';
import { ReadingStatus, readingStatusOf } from '../../../archive/model/index.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { oneOf } from '../one-of.ts';
import { print, printJson } from '../output.ts';
import { findCollection } from './collections.ts';

const options = {
  collection: { type: 'string' },
  starred: { type: 'boolean' },
  status: { type: 'string' },
} as const;

export const sources: Run = async (args) => {
  const parsed = readArguments(args, options, 1);
  const status = oneOf(parsed, 'status', ReadingStatus.options);
  const name = parsed.text('collection');
  return withArchive(parsed, async (archive) => {
    const records = await archive.records();
    if (!records.ok) return records.error;
    const within = name === undefined ? null : await findCollection(archive, name);
    if (within && !within.ok) return within.error;
    const passes = (source: Source) =>
      (!parsed.flag('starred') || source.starred === true) &&
      (status === undefined || readingStatusOf(source) === status);
    const list = inOrder(records.value.sources, within?.value.sources ?? null).filter(passes);
    if (parsed.flag('json')) {
      printJson(
        list.map((source) => ({ ...source, quotes: records.value.quoteCounts[source.id] ?? 0 })),
      );
      return null;
    }
    for (const { shelfmark, id, kind, text, title } of list) {
      print([shelfmark, id, kind, text?.language ?? '-', title].join('\t'));
    }
    return null;
  });
};

/** By shelfmark; those of a collection in its own order. */
function inOrder(all: readonly Source[], within: readonly string[] | null): Source[] {
  if (!within) return [...all].sort((a, b) => (a.shelfmark < b.shelfmark ? -1 : 1));
  const known = new Map<string, Source>(all.map((source) => [source.id, source]));
  return within.flatMap((id) => known.get(id) ?? []);
}
