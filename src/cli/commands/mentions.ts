/** kuferak mentions DIR NAME */
import { plainLine } from '../../../archive/lib/plain-line.ts';
import type { NamePlace } from '../../../archive/index.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { findEntity } from '../find-entity.ts';
import { print, printJson, t } from '../output.ts';
import { withProgress } from '../progress.ts';

export const mentions: Run = async (args) => {
  const parsed = readArguments(args, {}, 2);
  const [, typed = ''] = parsed.positionals;
  return withArchive(parsed, async (archive) => {
    const records = await archive.records();
    if (!records.ok) return records.error;
    const entity = findEntity(records.value, typed);
    if (!entity.ok) return entity.error;
    const { id } = entity.value;
    const found = await withProgress((job) => archive.mentionsOf(id, job));
    if (!found.ok) return found.error;
    if (parsed.flag('json')) {
      printJson({ entity: id, ...found.value });
      return null;
    }
    for (const { shelfmark, title, count, places } of found.value.sources) {
      print([shelfmark, count, plainLine(title)].join('\t'));
      for (const place of places) print(`\t${place.start}\t${lineOf(place)}`);
    }
    for (const mention of found.value.beside)
      print([mention.shelfmark, t(`beside.${mention.field}`), lineOf(mention)].join('\t'));
    for (const { written, count } of found.value.spellings)
      print(t('command.mentionSpelling', { written: plainLine(written), count }));
    return null;
  });
};

function lineOf({ context, part, shared }: NamePlace): string {
  const doubts = [
    ...(part ? [t('command.mentionPart')] : []),
    ...(shared ? [t('command.mentionShared')] : []),
  ];
  const words = plainLine(context.replace(/\s+/g, ' '));
  return doubts.length === 0 ? words : `${words} (${doubts.join(', ')})`;
}
