/** A source as a person names it: by identifier or by shelfmark. */
import type { Archive, Records } from '../../archive/index.ts';
import { fail, ok, type Result } from '../../archive/lib/result.ts';
import type { Source } from '../../archive/model/index.ts';

export function findSource(records: Records, name: string): Result<Source, 'source-missing'> {
  const wanted = name.trim().toLowerCase();
  const found = records.sources.find(
    ({ id, shelfmark }) => id === wanted || shelfmark.toLowerCase() === wanted,
  );
  return found ? ok(found) : fail('source-missing');
}

export async function findSources(
  archive: Archive,
  names: readonly string[],
): Promise<Result<readonly Source[]>> {
  const records = await archive.records();
  if (!records.ok) return records;
  const sources: Source[] = [];
  for (const name of names) {
    const source = findSource(records.value, name);
    if (!source.ok) return source;
    sources.push(source.value);
  }
  return ok(sources);
}
