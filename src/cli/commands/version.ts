/** kuferak version DIR SOURCE EARLIER|none: says by hand what a source is a later version of. */
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t } from '../output.ts';

export const version: Run = async (args) => {
  const parsed = readArguments(args, {}, 3);
  const [, name = '', earlier = ''] = parsed.positionals;
  return withArchive(parsed, async (archive) => {
    const names = earlier === 'none' ? [name] : [name, earlier];
    const found = await findSources(archive, names);
    if (!found.ok) return found.error;
    const [source, other] = found.value;
    if (!source) return { code: 'source-missing' };
    const edited = await archive.editSource(source.id, { versionOf: other?.id ?? null });
    if (!edited.ok) return edited.error;
    if (parsed.flag('json')) printJson(edited.value);
    else if (other)
      print(t('command.isVersion', { shelfmark: source.shelfmark, other: other.shelfmark }));
    else print(t('command.isNoVersion', { shelfmark: source.shelfmark }));
    return null;
  });
};
