/**
 * Asks for the first and the last page of a question that every document answers, in the index's own thread as the window does, and how long somebody else waits
 * who asks meanwhile.
 *
 *     node bench/search/pages.ts [--size 100000]
 */
import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { IndexThread } from '../../archive/search/index.ts';
import { makeWorld } from './world.ts';

const PAGE = 100;
const BATCH = 1_000;
const { values } = parseArgs({ options: { size: { type: 'string', default: '100000' } } });
const print = (line: string) => writeSync(1, `${line}\n`);

const world = makeWorld({ seed: 2, quotes: Number(values.size) });
const thread = new IndexThread();
for (let from = 0; from < world.size; from += BATCH)
  await thread.add(
    Array.from({ length: Math.min(BATCH, world.size - from) }, (_, at) => {
      const { document } = world.document(from + at);
      return {
        ...document,
        dates: [`20${10 + (at % 16)}`],
        text: `${document.text} tavariva nelibo`,
      };
    }),
  );
await thread.compact();

async function time(query: string, offset: number, sort: 'relevance' | 'newest' = 'relevance') {
  const start = performance.now();
  const answer = await thread.search(query, { limit: PAGE, offset, sort });
  const told = answer.ok ? answer.value.hits.length : 0;
  return { milliseconds: performance.now() - start, told };
}

const end = world.size - PAGE;
print('| question | page | ms | hits | another search meanwhile, ms |');
print('|---|---|---|---|---|');
for (const [query, sort] of [
  ['tavariva', 'relevance'],
  ['tavariva nelibo', 'relevance'],
  ['tavariva nelibo', 'newest'],
  ['kind:quote', 'relevance'],
  ['kind:quote', 'newest'],
] as const)
  for (const [name, offset] of [
    ['first', 0],
    ['last', end],
    ['one in the middle', end >> 1],
    ['last again', end],
  ] as const) {
    const page = time(query, offset, sort);
    const other = await time('lenka ', 0);
    const { milliseconds, told } = await page;
    print(
      `| ${query}, ${sort} | ${name} | ${milliseconds.toFixed(1)} | ${told} | ${other.milliseconds.toFixed(1)} |`,
    );
  }
await thread.close();
