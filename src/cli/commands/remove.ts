/** kuferak remove DIR SOURCE: removes a source that no quote and no dossier uses; the log keeps its digest. */
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t } from '../output.ts';

export const remove: Run = async (args) => {
  const parsed = readArguments(args, {}, 2);
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const [source] = found.value;
    if (!source) return { code: 'source-missing' };
    const removed = await archive.deleteSource(source.id);
    if (!removed.ok) return removed.error;
    if (parsed.flag('json')) printJson({ removed: source.id });
    else print(t('command.removed', { shelfmark: source.shelfmark }));
    return null;
  });
};
