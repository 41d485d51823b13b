/** kuferak reread DIR SOURCE [--encoding E]: derives the text again out of the original; quotes follow. */
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { tellDerived } from '../tell-derived.ts';

export const reread: Run = async (args) => {
  const parsed = readArguments(args, { encoding: { type: 'string' } }, 2);
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const [source] = found.value;
    if (!source) return { code: 'source-missing' };
    const encoding = parsed.text('encoding')?.slice(0, 40) ?? null;
    const read = await archive.readAgain(source.id, {
      encoding: encoding === '' ? null : encoding,
    });
    return read.ok ? tellDerived(read.value, parsed.flag('json')) : read.error;
  });
};
