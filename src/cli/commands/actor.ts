/** kuferak actor DIR [NAME|unknown|withheld]: who works in the archive, and who does from now on. */
import { Name } from '../../../archive/model/index.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson } from '../output.ts';
import { shown, statedAs } from '../stated.ts';
import { UsageError } from '../usage.ts';

export const actor: Run = async (args) => {
  const parsed = readArguments(args, {}, 1, 2);
  const [, name] = parsed.positionals;
  if (name !== undefined && !Name.safeParse(name).success) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    if (name !== undefined) {
      const set = await archive.setActor(statedAs(name));
      return set.ok ? null : set.error;
    }
    const records = await archive.records();
    if (!records.ok) return records.error;
    const { about } = records.value;
    if (parsed.flag('json')) printJson(about.actor ?? { state: 'unknown' });
    else print(shown(about.actor));
    return null;
  });
};
