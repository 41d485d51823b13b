/**
 * Tells of every family of queries where the answers that were missed were lost: among the words that the query may mean, or in the order.
 *
 *     node bench/search/misses.ts --size 100000 --seed 1 --queries 40 [--family "name, 1 typo;name"] [--show 5] [--fair]
 */
import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Dictionary } from '../../archive/search/dictionary.ts';
import { makePlan, type Plan } from '../../archive/search/plan.ts';
import { Postings } from '../../archive/search/postings.ts';
import { parseQuery } from '../../archive/search/query.ts';
import { SearchIndex } from '../../archive/search/search-index.ts';
import { Shelf } from '../../archive/search/shelf.ts';
import { Alike, condensed } from './alike.ts';
import { type BenchQuery, makeQueries, Truth } from './queries.ts';
import { makeWorld } from './world.ts';

const BATCH = 1_000;
/** Results asked for, so that a list is long enough when documents that cannot be told apart are taken out of it. */
const WIDE = 60;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100000' },
    articles: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    queries: { type: 'string', default: '40' },
    family: { type: 'string', default: '' },
    show: { type: 'string', default: '0' },
    fair: { type: 'boolean', default: false },
  },
});
const print = (line: string) => writeSync(1, `${line}\n`);

const seed = Number(values.seed);
const world = makeWorld({ seed, quotes: Number(values.size), articles: Number(values.articles) });
const queries = makeQueries(world, Number(values.queries), seed);
const truth = new Truth(queries);
const alike = new Alike(world, queries);
const dictionary = new Dictionary();
const postings = new Postings();
const shelf = new Shelf();
const index = new SearchIndex({ dictionary, postings, shelf });

for (let from = 0; from < world.size; from += BATCH) {
  const batch = [];
  for (let number = from; number < Math.min(world.size, from + BATCH); number++) {
    const { document, tokens } = world.document(number);
    truth.see(document.id, document.text, tokens);
    if (values.fair) alike.learn(document.text, tokens);
    batch.push(document);
  }
  index.add(batch);
}
if (values.fair) alike.seeAll();

/** Shares of what was wanted, summed over the queries of a family. */
interface Sums {
  queries: number;
  found: number;
  fair: number;
  lostAsWord: number;
  lostInOrder: number;
}
const byFamily = new Map<string, Sums>();
let shown = 0;

/** How near each term of the plan takes a written word for what was meant. */
function weigh(plan: Plan, written: string): string {
  const word = dictionary.numberOf(written.toLowerCase().replace(/'s$/, '')) ?? -1;
  return plan.terms.map((term) => term.meanings.get(word)?.toFixed(2) ?? '-').join(',');
}

function wordsMeant(query: BenchQuery, id: string): string[] {
  const { document, tokens } = world.document(Number(id.slice(1)));
  return query.keys.map((key) => {
    const token = tokens.find((one) => one.key === key && !one.first);
    return token ? document.text.slice(token.start, token.end) : '?';
  });
}

function counted(lines: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => `${count}× ${line}`).join(' | ');
}

function judge(query: BenchQuery, number: number): void {
  const relevant = truth.relevant[number] ?? new Set<string>();
  if (relevant.size === 0) return;
  const sums = byFamily.get(query.family) ?? {
    queries: 0,
    found: 0,
    fair: 0,
    lostAsWord: 0,
    lostInOrder: 0,
  };
  byFamily.set(query.family, sums);
  const answer = index.search(query.text, { limit: WIDE });
  const hits = answer.ok ? answer.value.hits : [];
  const top = hits.slice(0, 10);
  const wanted = Math.min(10, relevant.size);
  const right = top.filter(({ id }) => relevant.has(id)).length;
  const fairTop = condensed(
    hits.map(({ id }) => id),
    relevant,
    alike.byQuery.get(number),
  ).slice(0, 10);
  sums.queries++;
  sums.found += right / wanted;
  sums.fair += fairTop.filter((id) => relevant.has(id)).length / wanted;
  const parsed = parseQuery(query.text);
  if (right === wanted || !parsed.ok) return;

  const plan = makePlan(parsed.value, dictionary, postings, shelf.passages);
  const missed = [...relevant].filter((id) => !top.some((hit) => hit.id === id));
  const asWords = missed.filter((id) =>
    wordsMeant(query, id).every((word) => /^[-,]*$/.test(weigh(plan, word))),
  ).length;
  const lost = (wanted - right) / wanted / missed.length;
  sums.lostAsWord += asWords * lost;
  sums.lostInOrder += (missed.length - asWords) * lost;
  if (shown++ >= Number(values.show)) return;
  print(`\n## ${query.family}: ${query.text}: ${right} of ${wanted} (${relevant.size})`);
  const line = (words: readonly string[]) => words.map((w) => `${w} ${weigh(plan, w)}`).join(' + ');
  print(`  missed ${counted(missed.map((id) => line(wordsMeant(query, id))))}`);
  print(
    `  ${counted(top.map(({ id, reasons, score }) => `${relevant.has(id) ? 'RIGHT' : 'instead'} ${line(reasons.map(({ found }) => found))} = ${score.toFixed(2)}`))}`,
  );
}

const families = values.family === '' ? null : values.family.split(';');
queries.forEach((query, number) => {
  if (families === null || families.includes(query.family)) judge(query, number);
});
print(`| family | recall@10 |${values.fair ? ' fair |' : ''} lost as a word | lost in the order |`);
print(`|---|---|${values.fair ? '---|' : ''}---|---|`);
const mean = (sum: number, sums: Sums) => (sum / sums.queries).toFixed(3);
for (const [family, sums] of byFamily)
  print(
    `| ${family} | ${mean(sums.found, sums)} |${values.fair ? ` ${mean(sums.fair, sums)} |` : ''} ${mean(sums.lostAsWord, sums)} | ${mean(sums.lostInOrder, sums)} |`,
  );
