/** kuferak undo DIR [--redo]: takes the last change back, or makes it again. */
import { readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t } from '../output.ts';

export const undo: Run = async (args) => {
  const parsed = readArguments(args, { redo: { type: 'boolean' } }, 1);
  const way = parsed.flag('redo') ? 'redo' : 'undo';
  return withArchive(parsed, async (archive) => {
    const done = await archive[way]();
    if (!done.ok) return done.error;
    if (parsed.flag('json')) printJson({ [way]: done.value?.action ?? null });
    else if (!done.value) print(t(`${way}.nothing`));
    else
      print(
        t(`${way}.done`, { what: t(`log.action.${done.value.action}` as 'log.action.tag.add') }),
      );
    return null;
  });
};
