/** kuferak remove DIR SOURCE|QUOTE [--used] [--parts]: moves it to the trash, with what rests on it. */
import type { Archive, TrashEntry } from '../../../archive/index.ts';
import { fail, type Result } from '../../../archive/lib/result.ts';
import { QuoteId } from '../../../archive/model/index.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t } from '../output.ts';

export const remove: Run = async (args) => {
  const parsed = readArguments(args, { used: { type: 'boolean' }, parts: { type: 'boolean' } }, 2);
  const deleting = { used: parsed.flag('used'), parts: parsed.flag('parts') };
  const [, name = ''] = parsed.positionals;
  return withArchive(parsed, async (archive) => {
    const removed = await move(archive, name, deleting);
    if (!removed.ok) return removed.error;
    if (parsed.flag('json')) printJson(removed.value);
    else print(told(removed.value));
    return null;
  });
};

async function move(
  archive: Archive,
  name: string,
  deleting: { readonly used: boolean; readonly parts: boolean },
): Promise<Result<TrashEntry>> {
  const quote = QuoteId.safeParse(name.trim().toLowerCase());
  if (quote.success) return archive.deleteQuote(quote.data, { used: deleting.used });
  const found = await findSources(archive, [name]);
  if (!found.ok) return found;
  const [source] = found.value;
  return source ? archive.deleteSource(source.id, deleting) : fail('source-missing');
}

function told({ sources: [first, ...parts] }: TrashEntry): string {
  if (!first) return t('trash.movedQuote');
  const { shelfmark } = first;
  return parts.length === 0
    ? t('trash.moved', { shelfmark })
    : t('trash.movedWithParts', { shelfmark, count: parts.length });
}
