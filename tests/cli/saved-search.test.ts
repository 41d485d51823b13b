/** A search that was saved in the window is run by its name on the command line. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeShelf, must, type Shelf } from '../helpers/archives.ts';
import { commandsOn } from '../helpers/commands.ts';
import { capture } from '../helpers/capture.ts';

let shelf: Shelf;

const run = commandsOn(() => shelf, 'search');

beforeAll(async () => {
  shelf = await makeShelf({ elsewhere: true });
  const archive = await shelf.create();
  for (const name of ['ferry', 'bridge']) {
    const bytes = new TextEncoder().encode(`The ${name} to Varniki was closed.`);
    must(await archive.importFile({ name: `${name}.txt`, bytes }, capture));
  }
  must(await archive.addSavedSearch({ name: 'Over water', query: 'ferry', sort: 'newest' }));
  await archive.close();
});

afterAll(() => shelf.clear());

it('finds what its query finds, whatever the case of the name', async () => {
  const { code, out } = await run('--saved', 'over WATER', '--json');
  expect(code).toBe(0);
  expect((JSON.parse(out) as { title: string }[]).map(({ title }) => title)).toEqual([
    'The ferry to Varniki was closed.',
  ]);
});

it('is listed for an empty name, and one that is not there is said to be missing', async () => {
  expect(await run('--saved', '')).toMatchObject({ code: 0, out: 'Over water\tferry\n' });
  const missing = await run('--saved', 'Bridges');
  expect(missing.code).toBe(1);
  expect(missing.err).toContain('no such saved search');
});
