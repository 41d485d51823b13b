/** Collections, stars and how far something was read, by command. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeShelf, must, passphrase, type Shelf } from '../helpers/archives.ts';
import { capture } from '../helpers/capture.ts';
import { kuferak } from '../helpers/kuferak.ts';

let shelf: Shelf;
const run = (command: string, ...args: readonly string[]) =>
  kuferak(
    { config: shelf.root },
    ...[command, shelf.folder, ...args],
    ...['--passphrase-file', join(shelf.root, 'passphrase')],
  );

beforeAll(async () => {
  shelf = await makeShelf({ elsewhere: true });
  await writeFile(join(shelf.root, 'passphrase'), passphrase);
  const archive = await shelf.create();
  for (const name of ['ferry', 'bridge', 'quay']) {
    const bytes = new TextEncoder().encode(`The ${name} to Varniki was closed.`);
    must(await archive.importFile({ name: `${name}.txt`, bytes }, capture));
  }
  const [, bridge] = must(await archive.records()).sources;
  const sources = bridge ? [bridge.id] : [];
  must(await archive.addGathering({ name: 'Over water', note: '', sources }));
  must(await archive.addGathering({ name: 'Doors', note: '', sources }));
  await archive.close();
});
afterAll(() => shelf.clear());

const records = async () => {
  const archive = await shelf.open({ readOnly: true });
  const all = must(await archive.records());
  await archive.close();
  return all;
};
const marks = ({ out }: { readonly out: string }) =>
  out.split('\n').flatMap((line) => /^K-\d+/.exec(line) ?? []);

it('a collection is made, and no second one with its name', async () => {
  const made = await run('collections', '--add', 'Night of 9 April', '--note', 'raids');
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^gat_\S+\n$/) as string });
  expect((await run('collections', '--add', 'NIGHT of 9 April')).code).toBe(1);
  const { gatherings } = await records();
  expect(gatherings.filter(({ note }) => note === 'raids')).toHaveLength(1);
});

it('sources are put into it at the end and taken out, and it is told in its order', async () => {
  const put = ['--put', 'K-0003', '--put', 'K-0001', '--take', 'K-0002'] as const;
  expect(await run('collections', 'over WATER', ...put)).toMatchObject({ code: 0 });
  expect(marks(await run('collections', 'Over water'))).toEqual(['K-0003', 'K-0001']);
});

it('it goes without its sources, and what is to be changed must be named', async () => {
  expect(await run('collections', 'Doors', '--remove')).toMatchObject({ code: 0 });
  const { gatherings, sources } = await records();
  expect(gatherings.map(({ name }) => name)).not.toContain('Doors');
  expect(sources).toHaveLength(3);
  expect(await run('collections', '--put', 'K-0001')).toMatchObject({ code: 2 });
});

it('sources are starred and marked as read, and listed by it', async () => {
  const marked = await run('mark', 'K-0001', 'K-0002', '--star', '--status', 'read');
  expect(marked).toMatchObject({ code: 0 });
  const listed = marks(await run('sources', '--starred', '--status', 'read'));
  expect(listed.sort()).toEqual(['K-0001', 'K-0002']);
});

it('marks that say nothing, or two things at once, are wrong usage', async () => {
  expect(await run('mark', 'K-0001')).toMatchObject({ code: 2 });
  expect(await run('mark', 'K-0001', '--star', '--unstar')).toMatchObject({ code: 2 });
});
