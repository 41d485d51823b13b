/** kuferak log DIR */
import { readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t } from '../output.ts';

export const log: Run = async (args) => {
  const parsed = readArguments(args, {}, 1);
  return withArchive(parsed, async (archive) => {
    const page = await archive.log(0, Number.MAX_SAFE_INTEGER);
    if (!page.ok) return page.error;
    const entries = [...page.value.entries].reverse();
    if (parsed.flag('json')) {
      printJson({ length: page.value.length, head: page.value.head, entries });
      return null;
    }
    for (const { number, at, action, subjects, hash } of entries) {
      print([number, at, action, subjects.join(' '), hash.slice(0, 12)].join('\t'));
    }
    print(t('command.logHead', { head: page.value.head }));
    return null;
  });
};
