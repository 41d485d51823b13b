/** Tags as a person names them: by identifier or by name, whatever the case. */
import type { Archive } from '../../archive/index.ts';
import { fail, ok, type Result } from '../../archive/lib/result.ts';
import type { TagId } from '../../archive/model/index.ts';

export async function findTags(
  archive: Archive,
  names: readonly string[],
): Promise<Result<TagId[]>> {
  const records = await archive.records();
  if (!records.ok) return records;
  const ids: TagId[] = [];
  for (const name of names) {
    const wanted = name.trim().toLowerCase();
    const tag = records.value.tags.find(
      (known) => known.id === wanted || known.name.toLowerCase() === wanted,
    );
    if (!tag) return fail('tag-missing');
    ids.push(tag.id);
  }
  return ok(ids);
}
