/** kuferak delete-tag DIR TAG [--take-off] */
import { readArguments, type Run, withArchive } from '../command.ts';
import { findTags } from '../find-tags.ts';
import { print, printJson, t } from '../output.ts';

export const deleteTag: Run = async (args) => {
  const parsed = readArguments(args, { 'take-off': { type: 'boolean' } }, 2);
  return withArchive(parsed, async (archive) => {
    const found = await findTags(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const [tag] = found.value;
    if (!tag) return { code: 'tag-missing' };
    const deleted = await archive.deleteTag(tag, { takeOff: parsed.flag('take-off') });
    if (!deleted.ok) return deleted.error;
    if (parsed.flag('json')) printJson(deleted.value);
    else print(t('command.tagDeleted', { count: deleted.value.takenOff }));
    return null;
  });
};
