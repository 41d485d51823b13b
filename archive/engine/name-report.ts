/** Looks a list of names up, one after the other, and tells of each in which spellings and where it occurs. */
import type { NameFound, NameReport, SearchPage } from '../face/index.ts';
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { limits } from '../model/limits.ts';
import type { NameRow, SearchRequest } from '../requests.ts';
import { wordsOf } from '../text/index.ts';

/** Results less near than this share of the best are of other names. */
const NEAR = 1 / 3;

/** Each word by itself and finished: nothing in a name is query language. */
const queryOf = (name: string) =>
  wordsOf(name)
    .map((word) => `"${word}"`)
    .join(' ');

function reportOf(name: string, { results }: SearchPage): NameReport {
  const best = results[0]?.score ?? 0;
  const near = results.filter(({ score, missing }) => missing.length === 0 && score >= NEAR * best);
  const spellings = new Map<string, NameFound>();
  for (const { reasons } of near) {
    const found = reasons.map((reason) => reason.found).join(' ');
    const nearest = reasons.every(({ kind }) => kind === 'exact');
    const had = spellings.get(found);
    spellings.set(found, { found, exact: nearest, count: (had?.count ?? 0) + 1 });
  }
  return {
    name,
    count: near.length,
    spellings: [...spellings.values()].sort((a, b) => b.count - a.count),
    results: near.map(({ id, kind, sourceId, shelfmark, title }) => {
      return { id, kind, sourceId, shelfmark, title };
    }),
  };
}

/** As a line of a table. */
export function rowOf({ name, count, spellings, results }: NameReport): NameRow {
  return {
    name,
    found: count,
    spellings: spellings.map((one) => `${one.found} (${one.count})`).join('; '),
    shelfmarks: [...new Set(results.map(({ shelfmark }) => shelfmark))].join(' '),
  };
}

/** `limit` results of each name. A name without any letter is found nowhere. */
export async function reportNames(
  names: readonly string[],
  limit: number,
  find: (request: SearchRequest) => Promise<Result<SearchPage, 'query-invalid' | 'cancelled'>>,
  job: Job,
): Promise<Result<readonly NameReport[], 'cancelled' | 'too-large'>> {
  if (names.length > limits.namesAtOnce) return fail('too-large');
  const reports: NameReport[] = [];
  for (const name of names) {
    if (job.signal.aborted) return fail('cancelled');
    const query = queryOf(name.slice(0, limits.shortText));
    const found = await find({ query, limit, kinds: [], tags: [] });
    reports.push(
      found.ok ? reportOf(name, found.value) : { name, count: 0, spellings: [], results: [] },
    );
    job.progress(reports.length, names.length);
  }
  return ok(reports);
}
