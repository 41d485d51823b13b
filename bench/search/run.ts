/**
 * Measures the search beside others on an invented world with known answers, and prints tables.
 *
 *     node bench/search/run.ts --size 10000 [--articles 0] [--seed 2] [--queries 40] [--only ours] [--families] [--fair]
 *
 * `--fair` adds the second measure of `alike.ts`. Seed 1 is the world for tuning; every other seed is for reporting.
 */
import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { SearchDocument } from '../../archive/search/index.ts';
import { type Engine, miniSearch, ours, rawFuse, trigrams } from './engines.ts';
import { Alike, condensed } from './alike.ts';
import { type BenchQuery, families, makeQueries, Truth } from './queries.ts';
import { makeWorld, type World } from './world.ts';

const LIMIT = 20;
/** Results asked for by the second measure, which takes some out of the list. */
const WIDE = 60;
/** One of each family for an engine that needs seconds for each. */
const SLOW_QUERIES = 19;
const SLOW_LETTERS = 6;
const BATCH = 1_000;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    articles: { type: 'string', default: '0' },
    seed: { type: 'string', default: '2' },
    queries: { type: 'string', default: '40' },
    only: { type: 'string', default: '' },
    families: { type: 'boolean', default: false },
    fair: { type: 'boolean', default: false },
  },
});

const print = (line: string) => writeSync(1, `${line}\n`);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Twice, because what the first round frees may hold more. */
function megabytes(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Machines are shared: what the processor spent says more of the code than the clock does. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed<T>(work: () => T): { value: T; milliseconds: number; processor: number } {
  const before = spent();
  const start = performance.now();
  const value = work();
  const milliseconds = performance.now() - start;
  return { value, milliseconds, processor: spent() - before };
}

interface Quality {
  recall: number;
  fair: number;
  reciprocal: number;
  queries: number;
}

interface Row {
  readonly name: string;
  readonly build: number;
  /** Seconds of processor time. */
  readonly building: number;
  readonly memory: number;
  /** Milliseconds of processor time of a query. */
  readonly processor: { readonly p50: number; readonly p95: number; readonly key: number };
  readonly p50: number;
  readonly p95: number;
  readonly key: number;
  readonly add: number;
  readonly remove: number;
  readonly total: Quality;
  readonly byFamily: ReadonlyMap<string, Quality>;
  readonly falseHits: ReadonlyMap<string, number>;
  readonly highlights: number | null;
}

/** Made before anything is measured, so that memory is that of an index beside its documents. */
function documentsOf(world: World, truth: Truth, alike: Alike | null): SearchDocument[] {
  const documents: SearchDocument[] = [];
  for (let number = 0; number < world.size; number++) {
    const { document, tokens } = world.document(number);
    truth.see(document.id, document.text, tokens);
    alike?.learn(document.text, tokens);
    // A text that is made of pieces is larger than one that was read, and becomes whole when it is indexed.
    documents.push(JSON.parse(JSON.stringify(document)) as SearchDocument);
  }
  alike?.seeAll();
  return documents;
}

function build(
  engine: Engine,
  documents: readonly SearchDocument[],
): { seconds: number; processor: number; memory: number } {
  const before = megabytes();
  let milliseconds = 0;
  let processor = 0;
  const work = (step: () => void) => {
    const took = timed(step);
    milliseconds += took.milliseconds;
    processor += took.processor;
  };
  for (let from = 0; from < documents.length; from += BATCH) {
    const batch = documents.slice(from, from + BATCH);
    work(() => engine.add(batch));
  }
  work(() => engine.ready?.());
  return {
    seconds: milliseconds / 1000,
    processor: processor / 1000,
    memory: megabytes() - before,
  };
}

function judge(
  found: readonly string[],
  relevant: ReadonlySet<string>,
): { recall: number; reciprocal: number } {
  const first = found.findIndex((id) => relevant.has(id));
  const hits = found.slice(0, 10).filter((id) => relevant.has(id)).length;
  return {
    recall: hits / Math.min(10, relevant.size),
    reciprocal: first < 0 ? 0 : 1 / (first + 1),
  };
}

/** Asked outside of what is timed by itself; an engine that needs seconds is not asked again. */
function wide(engine: Engine, query: string): string[] {
  return engine.search(query, engine.slow ? LIMIT : WIDE);
}

/** The slow end of what a keystroke takes, by the clock and by the processor. */
function keystrokes(
  engine: Engine,
  queries: readonly BenchQuery[],
): { milliseconds: number; processor: number } {
  const times: { milliseconds: number; processor: number }[] = [];
  for (const { text } of queries) {
    const letters = Array.from(text.slice(0, engine.slow ? SLOW_LETTERS : 24));
    for (let at = 1; at <= letters.length; at++)
      times.push(timed(() => engine.search(letters.slice(0, at).join(''), LIMIT)));
  }
  return {
    milliseconds: quantile(
      times.map(({ milliseconds }) => milliseconds),
      0.95,
    ),
    processor: quantile(
      times.map(({ processor }) => processor),
      0.95,
    ),
  };
}

/** The share of told ranges that cut a word which is an answer. */
function highlights(
  engine: Engine,
  world: World,
  queries: readonly BenchQuery[],
  truth: Truth,
): number | null {
  let right = 0;
  let told = 0;
  queries.forEach(({ text, keys }, number) => {
    if (keys.length === 0) return;
    for (const hit of engine.explain?.(text, 10) ?? []) {
      if (!truth.relevant[number]?.has(hit.id)) continue;
      const { tokens } = world.document(Number(hit.id.slice(1)));
      for (const match of hit.matches.filter(({ field }) => field === 'text')) {
        told++;
        if (
          tokens.some((t) => t.start === match.start && t.end === match.end && keys.includes(t.key))
        )
          right++;
      }
    }
  });
  return engine.explain ? right / Math.max(1, told) : null;
}

function measure(
  engine: Engine,
  world: World,
  queries: readonly BenchQuery[],
  truth: Truth,
  alike: Alike | null,
  documents: readonly SearchDocument[],
): Row {
  const { seconds, processor: building, memory } = build(engine, documents);
  const step = engine.slow ? Math.ceil(queries.length / SLOW_QUERIES) : 1;
  const asked = queries.flatMap((query, number) =>
    number % step === 0 ? [{ query, number }] : [],
  );
  if (!engine.slow) for (const { query } of asked.slice(0, 60)) engine.search(query.text, LIMIT);
  const times: number[] = [];
  const total: Quality = { recall: 0, fair: 0, reciprocal: 0, queries: 0 };
  const byFamily = new Map<string, Quality>();
  const falseHits = new Map<string, number>();
  const processors: number[] = [];
  for (const { query, number } of asked) {
    const { value: found, milliseconds, processor } = timed(() => engine.search(query.text, LIMIT));
    times.push(milliseconds);
    processors.push(processor);
    const relevant = truth.relevant[number] ?? new Set<string>();
    if (query.keys.length === 0 && query.document === undefined) {
      falseHits.set(query.family, (falseHits.get(query.family) ?? 0) + found.length);
      continue;
    }
    if (relevant.size === 0) continue;
    const { recall, reciprocal } = judge(found, relevant);
    const fair =
      alike === null
        ? recall
        : judge(condensed(wide(engine, query.text), relevant, alike.byQuery.get(number)), relevant)
            .recall;
    const quality = byFamily.get(query.family) ?? { recall: 0, fair: 0, reciprocal: 0, queries: 0 };
    byFamily.set(query.family, quality);
    for (const sum of [total, quality]) {
      sum.recall += recall;
      sum.fair += fair;
      sum.reciprocal += reciprocal;
      sum.queries++;
    }
  }
  const extra = Array.from({ length: 200 }, (_, at) => ({
    ...world.document(at).document,
    id: `extra${at}`,
  }));
  const few = engine.slow ? extra.slice(0, 20) : extra;
  const add = quantile(
    few.map((document) => timed(() => engine.add([document])).milliseconds),
    0.5,
  );
  const remove = quantile(
    few.map(({ id }) => timed(() => engine.remove(id)).milliseconds),
    0.5,
  );
  const every = Math.max(1, Math.floor(queries.length / (engine.slow ? 1 : 60)));
  const keys = keystrokes(
    engine,
    queries.filter((_, at) => at % every === 0),
  );
  return {
    name: engine.name,
    build: seconds,
    building,
    memory,
    processor: {
      p50: quantile(processors, 0.5),
      p95: quantile(processors, 0.95),
      key: keys.processor,
    },
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    key: keys.milliseconds,
    add,
    remove,
    total,
    byFamily,
    falseHits,
    highlights: highlights(engine, world, queries, truth),
  };
}

const decimal = (value: number, digits = 2) => value.toFixed(digits);

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  print(`| ${head.join(' | ')} |`);
  print(`|${head.map(() => '---').join('|')}|`);
  for (const row of rows) print(`| ${row.join(' | ')} |`);
}

function main(): void {
  const seed = Number(values.seed);
  const world = makeWorld({ seed, quotes: Number(values.size), articles: Number(values.articles) });
  const queries = makeQueries(world, Number(values.queries), seed);
  const truth = new Truth(queries);
  const alike = values.fair ? new Alike(world, queries) : null;
  const documents = documentsOf(world, truth, alike);
  const engines = [ours, trigrams, miniSearch, rawFuse];
  const rows: Row[] = [];
  const chosen = values.only === 'ours' ? engines.slice(0, 1) : engines;
  for (const make of chosen) rows.push(measure(make(), world, queries, truth, alike, documents));

  print(
    `\n${values.size} quotes, ${values.articles} articles, seed ${seed}, ${queries.length} queries, limit ${LIMIT}, Node ${process.version}\n`,
  );
  table(
    [
      'engine',
      'recall@10',
      ...(alike ? ['fair'] : []),
      'MRR',
      'p50 ms',
      'p95 ms',
      'per key p95 ms',
      'CPU p50 / p95 / key p95 ms',
      'build s by the clock / CPU',
      'memory MB',
      'add ms',
      'remove ms',
      'right highlights',
      'hits for gibberish / unknown name',
    ],
    rows.map((row) => [
      row.name,
      decimal(row.total.recall / row.total.queries),
      ...(alike ? [decimal(row.total.fair / row.total.queries)] : []),
      decimal(row.total.reciprocal / row.total.queries),
      decimal(row.p50),
      decimal(row.p95),
      decimal(row.key),
      [row.processor.p50, row.processor.p95, row.processor.key]
        .map((ms) => decimal(ms))
        .join(' / '),
      `${decimal(row.build, 1)} / ${decimal(row.building, 1)}`,
      decimal(row.memory, 0),
      decimal(row.add),
      decimal(row.remove),
      row.highlights === null ? '' : decimal(row.highlights),
      ['gibberish', 'unknown name'].map((f) => row.falseHits.get(f) ?? 0).join(' / '),
    ]),
  );
  if (!values.families) return;
  print('');
  table(
    ['recall@10 / MRR', ...rows.map(({ name }) => name)],
    families
      .filter((family) => rows[0]?.byFamily.has(family))
      .map((family) => [
        family,
        ...rows.map(({ byFamily }) => {
          const quality = byFamily.get(family);
          return quality
            ? `${decimal(quality.recall / quality.queries)} / ${decimal(quality.reciprocal / quality.queries)}`
            : '';
        }),
      ]),
  );
}

main();
