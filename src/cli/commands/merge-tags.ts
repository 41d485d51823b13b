/** kuferak merge-tags DIR TAG INTO */
import { readArguments, type Run, withArchive } from '../command.ts';
import { findTags } from '../find-tags.ts';
import { print, printJson, t } from '../output.ts';

export const mergeTags: Run = async (args) => {
  const parsed = readArguments(args, {}, 3);
  return withArchive(parsed, async (archive) => {
    const found = await findTags(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const [from, into] = found.value;
    if (!from || !into) return { code: 'tag-missing' };
    const merged = await archive.mergeTags(from, into);
    if (!merged.ok) return merged.error;
    if (parsed.flag('json')) printJson(merged.value);
    else print(t('command.tagMerged', { name: merged.value.name }));
    return null;
  });
};
