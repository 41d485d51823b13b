/** kuferak mark DIR SOURCE… [--star | --unstar] [--status unread|reading|read] */
import { ReadingStatus } from '../../../archive/model/index.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { oneOf } from '../one-of.ts';
import { printJson } from '../output.ts';
import { UsageError } from '../usage.ts';

const options = {
  star: { type: 'boolean' },
  unstar: { type: 'boolean' },
  status: { type: 'string' },
} as const;

export const mark: Run = async (args) => {
  const parsed = readArguments(args, options, 2, Infinity);
  const status = oneOf(parsed, 'status', ReadingStatus.options);
  const [star, unstar] = [parsed.flag('star'), parsed.flag('unstar')];
  if (star && unstar) throw new UsageError();
  if (!star && !unstar && status === undefined) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    for (const { id } of found.value) {
      const marked = await archive.editSource(id, {
        ...((star || unstar) && { starred: star }),
        ...(status !== undefined && { readingStatus: status }),
      });
      if (!marked.ok) return marked.error;
      if (parsed.flag('json')) printJson(marked.value);
    }
    return null;
  });
};
