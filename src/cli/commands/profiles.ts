/** kuferak profiles DIR [--save NAME [fields of a capture] | --remove NAME] */
import { Name } from '../../../archive/model/index.ts';
import { captureOf, captureOptions, findProfile } from '../capture-options.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson } from '../output.ts';
import { shown } from '../stated.ts';
import { UsageError } from '../usage.ts';

export const profiles: Run = async (args) => {
  const options = { save: { type: 'string' }, remove: { type: 'string' } } as const;
  const parsed = readArguments(args, { ...options, ...captureOptions }, 1);
  const [saved, removed] = [parsed.text('save'), parsed.text('remove')];
  if (saved !== undefined && removed !== undefined) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    if (saved !== undefined) {
      const name = Name.safeParse(saved);
      if (!name.success) throw new UsageError();
      const there = await findProfile(archive, saved);
      const capture = captureOf(parsed, there.ok ? there.value.capture : undefined);
      const profile = await archive.saveProfile({ name: name.data, capture });
      return profile.ok ? null : profile.error;
    }
    if (removed !== undefined) {
      const profile = await findProfile(archive, removed);
      if (!profile.ok) return profile.error;
      const gone = await archive.deleteProfile(profile.value.id);
      return gone.ok ? null : gone.error;
    }
    const records = await archive.records();
    if (!records.ok) return records.error;
    if (parsed.flag('json')) printJson(records.value.profiles);
    else
      for (const { name, capture } of records.value.profiles)
        print([name, ...Object.values(capture).map((said) => shown(said))].join('\t'));
    return null;
  });
};
