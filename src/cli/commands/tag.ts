/** kuferak tag DIR SOURCE|QUOTE… [--add TAG]… [--take-off TAG]… */
import type { Archive, Records } from '../../../archive/index.ts';
import { fail, ok, type Result } from '../../../archive/lib/result.ts';
import { QuoteId } from '../../../archive/model/index.ts';
import { type TaggedItems, TagMany } from '../../../archive/requests.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSource } from '../find-source.ts';
import { findTags } from '../find-tags.ts';
import { print, printJson, t } from '../output.ts';
import { UsageError } from '../usage.ts';

const many = { type: 'string', multiple: true } as const;

export const tag: Run = async (args) => {
  const parsed = readArguments(args, { add: many, 'take-off': many }, 2, Infinity);
  const [add, off] = [parsed.texts('add'), parsed.texts('take-off')];
  if (add.length + off.length === 0) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const items = await itemsOf(archive, parsed.positionals.slice(1));
    if (!items.ok) return items.error;
    const remove = await findTags(archive, off);
    if (!remove.ok) return remove.error;
    const asked = TagMany.safeParse({
      items: items.value,
      add: add.map((name) => ({ name })),
      remove: remove.value,
    });
    if (!asked.success) return { code: 'invalid-input' };
    const tagged = await archive.tagMany(asked.data);
    if (!tagged.ok) return tagged.error;
    if (parsed.flag('json')) printJson(tagged.value);
    else print(t('command.tagged', { count: tagged.value.changed }));
    return null;
  });
};

async function itemsOf(archive: Archive, names: readonly string[]): Promise<Result<TaggedItems>> {
  const records = await archive.records();
  if (!records.ok) return records;
  const items: TaggedItems = { sources: [], quotes: [] };
  for (const name of names) {
    const put = putItem(records.value, name, items);
    if (!put.ok) return put;
  }
  return ok(items);
}

function putItem(records: Records, name: string, items: TaggedItems): Result<null> {
  const quote = QuoteId.safeParse(name.trim().toLowerCase());
  if (quote.success) items.quotes.push(quote.data);
  else {
    const source = findSource(records, name);
    if (!source.ok) return fail(source.error.code);
    items.sources.push(source.value.id);
  }
  return ok(null);
}
