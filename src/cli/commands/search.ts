/**
 * kuferak search DIR QUERY [--limit N] [--offset N] [--kind source|quote|image] [--tag T]… [--sort newest|oldest] [--facets]
 * kuferak search DIR --names FILE [--limit N] [--csv]
 * kuferak search DIR --like ID [--limit N]
 * kuferak search DIR --saved NAME [--limit N] [--offset N] [--facets]; the name "" lists them
 */
import type { Archive, NameReport, SearchFacets, SearchResult } from '../../../archive/index.ts';
import { type Failure, fail } from '../../../archive/lib/result.ts';
import { SearchRequest } from '../../../archive/requests.ts';
import { namesIn, readNameList } from '../../files/read-names.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { findTags } from '../find-tags.ts';
import { oneOf, someOf } from '../one-of.ts';
import { print, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';

const MOST = 20;
/** Results of one name that a report counts. */
const MOST_OF_NAME = 200;

export const search: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      limit: { type: 'string' },
      offset: { type: 'string' },
      kind: { type: 'string', multiple: true },
      tag: { type: 'string', multiple: true },
      sort: { type: 'string' },
      facets: { type: 'boolean' },
      names: { type: 'string' },
      like: { type: 'string' },
      saved: { type: 'string' },
      csv: { type: 'boolean' },
    },
    1,
    2,
  );
  const [, query] = parsed.positionals;
  const list = parsed.text('names');
  const like = parsed.text('like');
  const saved = parsed.text('saved');
  const ways = [query, list, like, saved].filter((way) => way !== undefined);
  if (ways.length !== 1 || (parsed.flag('csv') && list === undefined)) throw new UsageError();
  if (parsed.text('offset') !== undefined && (list ?? like) !== undefined) throw new UsageError();
  if (list !== undefined) return reportNames(parsed, list);
  return withArchive(parsed, (archive) => {
    if (like !== undefined) return findLike(parsed, archive, like);
    if (saved !== undefined) return findSaved(parsed, archive, saved);
    return find(parsed, archive, query ?? '');
  });
};

function limitOf(parsed: Arguments, otherwise: number): number {
  const limit = SearchRequest.shape.limit.safeParse(Number(parsed.text('limit') ?? otherwise));
  if (!limit.success) throw new UsageError();
  return limit.data;
}

/** Runs a search by the name under which it was saved, whatever the case; an empty name lists all of them. */
async function findSaved(
  parsed: Arguments,
  archive: Archive,
  name: string,
): Promise<Failure | null> {
  const records = await archive.records();
  if (!records.ok) return records.error;
  const { searches } = records.value;
  const wanted = name.trim().toLowerCase();
  if (wanted === '') {
    if (parsed.flag('json')) printJson(searches);
    else for (const search of searches) print([search.name, search.query].join('\t'));
    return null;
  }
  const search = searches.find((known) => known.name.toLowerCase() === wanted);
  if (!search) return fail('search-missing').error;
  return find(parsed, archive, search.query, search.sort);
}

async function find(
  parsed: Arguments,
  archive: Archive,
  query: string,
  usualSort?: SearchRequest['sort'],
): Promise<Failure | null> {
  const tags = await findTags(archive, parsed.texts('tag'));
  if (!tags.ok) return tags.error;
  const facets = parsed.flag('facets');
  const sort = oneOf(parsed, 'sort', SearchRequest.shape.sort.unwrap().options) ?? usualSort;
  const request = SearchRequest.safeParse({
    query,
    limit: limitOf(parsed, MOST),
    offset: Number(parsed.text('offset') ?? 0),
    kinds: someOf(parsed, 'kind', SearchRequest.shape.kinds.element.options),
    tags: tags.value,
    facets,
    ...(sort === undefined ? {} : { sort }),
  });
  if (!request.success) throw new UsageError();
  const found = await archive.searchPage(request.data);
  if (!found.ok) return found.error;
  const { results, total, facets: counts } = found.value;
  if (parsed.flag('json')) {
    const plain = results.map(plainResult);
    printJson(facets ? { total, facets: counts, results: plain } : plain);
    return null;
  }
  for (const { id, kind, shelfmark, title, excerpt } of results) {
    print([shelfmark, kind, id, title].join('\t'));
    if (excerpt) print(`\t${excerpt.text.replace(/\s+/g, ' ')}`);
  }
  if (counts) printFacets(counts);
  return null;
}

function plainResult(result: SearchResult) {
  const { id, kind, sourceId, title, score, reasons, matches, speaker, shelfmark } = result;
  return { id, kind, sourceId, shelfmark, title, speaker, score, reasons, matches };
}

/** `kind:quote 12`: the way in which a query would ask for it. */
function printFacets(facets: SearchFacets): void {
  const named = [
    ['kind', facets.kinds],
    ['lang', facets.languages],
    ['tag', facets.tags],
    ['speaker', facets.speakers],
    ['year', facets.years],
  ] as const;
  for (const [name, counts] of named)
    for (const { value, count } of counts) print(`${name}:${value}\t${count}`);
}

async function findLike(parsed: Arguments, archive: Archive, id: string): Promise<Failure | null> {
  const named = await findSources(archive, [id]);
  const wanted = named.ok ? (named.value[0]?.id ?? id) : id;
  const found = await archive.alike(wanted, limitOf(parsed, MOST));
  if (!found.ok) return found.error;
  if (parsed.flag('json')) printJson(found.value);
  else
    for (const { id: other, kind, shelfmark, title, share } of found.value)
      print([`${Math.round(100 * share)}%`, shelfmark, kind, other, title].join('\t'));
  return null;
}

async function reportNames(parsed: Arguments, file: string): Promise<Failure | null> {
  const read = await readNameList(file);
  if (!read.ok) return read.error;
  const names = namesIn(read.value ?? '');
  const limit = limitOf(parsed, MOST_OF_NAME);
  return withArchive(parsed, async (archive) => {
    if (parsed.flag('csv')) return tableOfNames(archive, names, limit);
    const reports = await archive.searchNames(names, limit);
    if (!reports.ok) return reports.error;
    if (parsed.flag('json')) printJson(reports.value);
    else printNames(reports.value);
    return null;
  });
}

async function tableOfNames(
  archive: Archive,
  names: readonly string[],
  limit: number,
): Promise<Failure | null> {
  const table = await archive.namesAsCsv(names, limit);
  if (!table.ok) return table.error;
  process.stdout.write(table.value);
  return null;
}

function printNames(reports: readonly NameReport[]): void {
  const row = (...cells: readonly string[]) => {
    print(cells.join('\t'));
  };
  row('name', 'found', 'spellings', 'shelfmarks');
  for (const { name, count, spellings, results } of reports)
    row(
      name,
      String(count),
      spellings.map((one) => `${one.found} (${one.count})`).join('; '),
      [...new Set(results.map(({ shelfmark }) => shelfmark))].join(' '),
    );
}
