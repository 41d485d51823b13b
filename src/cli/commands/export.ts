/** kuferak export DIR --format bagit|qdpx|csv|json --out PATH */
import type { ExportFormat } from '../../../archive/index.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t, warn } from '../output.ts';
import { UsageError } from '../usage.ts';

const formats: readonly ExportFormat[] = ['bagit', 'qdpx', 'csv', 'json'];

export const exportAll: Run = async (args) => {
  const parsed = readArguments(args, { format: { type: 'string' }, out: { type: 'string' } }, 1);
  const format = formats.find((known) => known === parsed.text('format'));
  const out = parsed.text('out');
  if (!format || out === undefined || out === '') throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const exported = await archive.exportAll(format, out);
    if (!exported.ok) return exported.error;
    const { files, bytes, protectedNames } = exported.value;
    if (parsed.flag('json')) printJson({ format, files, bytes, protectedNames });
    else print(t('command.exported', { count: files }));
    if (protectedNames > 0) warn(t('command.protectedNamesLeft', { count: protectedNames }));
    return null;
  });
};
