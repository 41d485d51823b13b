/**
 * Asks the worst that can be typed of an invented world, and prints what the processor spent on each query.
 *
 *     node bench/search/hostile.ts --size 100000 [--seed 2]
 */
import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createSearchIndex } from '../../archive/search/index.ts';
import { limits } from '../../archive/model/limits.ts';
import { random } from './random.ts';
import { makeWorld } from './world.ts';

const { values } = parseArgs({
  options: { size: { type: 'string', default: '100000' }, seed: { type: 'string', default: '2' } },
});
const print = (line: string) => writeSync(1, `${line}\n`);

const seed = Number(values.seed);
const world = makeWorld({ seed, quotes: Number(values.size) });
const index = createSearchIndex();
for (let from = 0; from < world.size; from += 1_000)
  index.add(
    Array.from(
      { length: Math.min(1_000, world.size - from) },
      (_, at) => world.document(from + at).document,
    ),
  );
index.compact();

const r = random(seed, 99);
const wordsOf = (count: number) =>
  Array.from({ length: count }, () => {
    const { document, tokens } = world.document(r.below(world.size));
    const token = r.pick(tokens);
    return document.text.slice(token.start, token.end);
  });
const anyLetters = (count: number) =>
  Array.from({ length: count }, () =>
    Array.from({ length: 5 + r.below(12) }, () =>
      r.pick(Array.from('abcdefghijklmnopqrstuvwxyz')),
    ).join(''),
  );
const fill = (words: readonly string[], between: string) =>
  words.join(between).slice(0, limits.queryLength);

const queries: Readonly<Record<string, string>> = {
  'one letter': 'w',
  'two letters': 'ка',
  '10,000 letters': 'я'.repeat(10_000),
  'the commonest words': 'а і u',
  'a pasted page': fill(wordsOf(1_500), ' '),
  'a page of no words': fill(anyLetters(1_500), ' '),
  'fuzzier words': fill(
    wordsOf(1_500).map((word) => `~${word}`),
    ' ',
  ),
  'fuzzier nonsense': fill(
    anyLetters(1_500).map((word) => `~${word}`),
    ' ',
  ),
  'excluded words': `quote ${fill(
    wordsOf(1_500).map((word) => `-${word}`),
    ' ',
  )}`.slice(0, limits.queryLength),
  'excluded nonsense': `quote ${fill(
    anyLetters(1_500).map((word) => `-${word}`),
    ' ',
  )}`.slice(0, limits.queryLength),
  alternatives: fill(wordsOf(1_500), ' or '),
  'alternatives of nonsense': fill(anyLetters(1_500), ' or '),
  phrases: fill(
    Array.from({ length: 600 }, () => `"${wordsOf(2).join(' ')}"`),
    ' ',
  ),
  'common phrases': '"а і" "u w" "i a" -"a u"',
  filters: 'tag:x speaker:y '.repeat(625),
  'combining marks': `e${'\u0301'.repeat(9_000)}`,
  emoji: '💥'.repeat(5_000),
  'a regular expression': '(a+)+$ .* [^]{1,9999}',
};

print('| query | characters | CPU ms, first time | results |');
print('|---|---|---|---|');
for (const [name, query] of Object.entries(queries)) {
  const before = process.cpuUsage();
  const answer = index.search(query, { facets: true });
  const { user, system } = process.cpuUsage(before);
  const found = answer.ok ? String(answer.value.hits.length) : 'explained';
  print(`| ${name} | ${query.length} | ${((user + system) / 1000).toFixed(0)} | ${found} |`);
}
