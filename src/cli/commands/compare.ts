/** kuferak compare DIR SOURCE SOURCE [--out FILE [--format csv|annotations] [--despite-names] [--despite-parts] [--for NAME]] */
import type { Archive } from '../../../archive/index.ts';
import { limits, type SourceId } from '../../../archive/model/index.ts';
import { ComparisonRequest } from '../../../archive/requests.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { oneOf } from '../one-of.ts';
import { print, printJson, t, warn } from '../output.ts';
import { UsageError } from '../usage.ts';

const Format = ComparisonRequest.shape.format;

export const compare: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      out: { type: 'string' },
      format: { type: 'string' },
      'despite-names': { type: 'boolean' },
      'despite-parts': { type: 'boolean' },
      for: { type: 'string' },
    },
    3,
  );
  const out = parsed.text('out');
  const aboutFile =
    parsed.text('format') !== undefined ||
    parsed.flag('despite-names') ||
    parsed.flag('despite-parts');
  if (out === '' || (out === undefined && aboutFile)) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const [a, b] = found.value;
    if (!a || !b) return { code: 'source-missing' };
    return out === undefined
      ? tell(archive, a.id, b.id, parsed)
      : save(archive, a.id, b.id, parsed, out);
  });
};

async function tell(archive: Archive, a: SourceId, b: SourceId, parsed: Arguments) {
  const compared = await archive.compare(a, b);
  if (!compared.ok) return compared.error;
  if (parsed.flag('json')) {
    printJson({ sourceA: a, sourceB: b, ...compared.value });
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
  for (const { verdict, label, a: left, b: right } of facts)
    print([verdict, label, left?.text ?? '-', right?.text ?? '-'].join('\t'));
  return null;
}

async function save(archive: Archive, a: SourceId, b: SourceId, parsed: Arguments, out: string) {
  const format = oneOf(parsed, 'format', Format.options) ?? 'csv';
  const [despiteNames, despiteParts] = [parsed.flag('despite-names'), parsed.flag('despite-parts')];
  const recipient = parsed.text('for') ?? '';
  if (recipient.length > limits.shortText) throw new UsageError();
  const request = { a, b, format: format, despiteNames, despiteParts, recipient };
  const exported = await archive.exportComparison(request, out);
  if (!exported.ok) return exported.error;
  const { files, bytes, protectedNames, digest } = exported.value;
  if (parsed.flag('json')) printJson({ format: format, files, bytes, protectedNames, digest });
  else print(t('command.exported', { count: files }));
  if (protectedNames > 0) warn(t('command.protectedNamesLeft', { count: protectedNames }));
  return null;
}
