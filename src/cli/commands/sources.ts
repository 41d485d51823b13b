/** kuferak sources DIR */
import { readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson } from '../output.ts';

export const sources: Run = async (args) => {
  const parsed = readArguments(args, {}, 1);
  return withArchive(parsed, async (archive) => {
    const records = await archive.records();
    if (!records.ok) return records.error;
    const list = [...records.value.sources].sort((a, b) => (a.shelfmark < b.shelfmark ? -1 : 1));
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
