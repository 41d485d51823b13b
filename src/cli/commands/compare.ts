/** kuferak compare DIR SOURCE SOURCE */
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t } from '../output.ts';

export const compare: Run = async (args) => {
  const parsed = readArguments(args, {}, 3);
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const [a, b] = found.value;
    if (!a || !b) return { code: 'source-missing' };
    const compared = await archive.compare(a.id, b.id);
    if (!compared.ok) return compared.error;
    if (parsed.flag('json')) {
      printJson({ sourceA: a.id, sourceB: b.id, ...compared.value });
      return null;
    }
    const { matches, shared, facts, onlyA, onlyB } = compared.value;
    print(
      t('command.compared', {
        matches: matches.length,
        shared: shared.length,
        onlyA: onlyA.length,
        onlyB: onlyB.length,
      }),
    );
    for (const { verdict, label, a: left, b: right } of facts) {
      print([verdict, label, left?.text ?? '-', right?.text ?? '-'].join('\t'));
    }
    return null;
  });
};
