/**
 * Asks for each written form of each real name, among all of them and the quotes of an invented world, and prints how many of its forms
 * were found and how many documents were told that have another word.
 *
 *     node bench/search/names.ts --size 10000
 */
import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createSearchIndex } from '../../archive/search/index.ts';
import { nameForms } from './name-forms.ts';
import { makeWorld } from './world.ts';

const { values } = parseArgs({ options: { size: { type: 'string', default: '10000' } } });
const print = (line: string) => writeSync(1, `${line}\n`);

const index = createSearchIndex();
const world = makeWorld({ seed: 2, quotes: Number(values.size) });
index.add(Array.from({ length: world.size }, (_, number) => world.document(number).document));
index.add(
  Object.entries(nameForms).flatMap(([name, forms]) =>
    forms.map((form) => ({
      id: `${name}/${form}`,
      kind: 'quote' as const,
      sourceId: name,
      language: 'und',
      title: '',
      text: `A sentence with ${form} in it.`,
    })),
  ),
);

print(
  '| name | forms | found from any, mean | least | ranked above the last of them: others, mean |',
);
print('|---|---|---|---|---|');
for (const [name, forms] of Object.entries(nameForms)) {
  const counts = forms.map((form) => {
    const answer = index.search(`${form} `, { limit: 200 });
    const own = answer.ok ? answer.value.hits.map(({ sourceId }) => sourceId === name) : [];
    return {
      found: own.filter(Boolean).length,
      others: own.slice(0, own.lastIndexOf(true) + 1).filter((is) => !is).length,
    };
  });
  const mean = (list: readonly number[]) =>
    (list.reduce((sum, value) => sum + value, 0) / list.length).toFixed(1);
  const found = counts.map((count) => count.found);
  print(
    `| ${name} | ${forms.length} | ${mean(found)} | ${Math.min(...found)} | ${mean(counts.map(({ others }) => others))} |`,
  );
}
