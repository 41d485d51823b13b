/** Names are listed, made one, made two and deleted on the command line. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeShelf, must, type Shelf } from '../helpers/archives.ts';
import { commandsOn } from '../helpers/commands.ts';

let shelf: Shelf;

const run = commandsOn(() => shelf, 'names');

beforeAll(async () => {
  shelf = await makeShelf({ elsewhere: true });
  const archive = await shelf.create();
  const usual = { spellings: [], role: '', note: '' };
  const names = [
    { ...usual, kind: 'person', name: 'Vera Brook', protection: 'public' },
    { ...usual, kind: 'person', name: 'Вера Брук', protection: 'must-not-be-named' },
    { ...usual, kind: 'place', name: 'Reedmouth', protection: 'public' },
  ] as const;
  for (const draft of names) must(await archive.addEntity({ ...draft, spellings: [] }));
  await archive.close();
});
afterAll(() => shelf.clear());

it('makes two names one and two of one again, and says what became stricter', async () => {
  const merged = await run('вера  брук', '--into', 'Vera Brook');
  expect(merged.code).toBe(0);
  expect(merged.out).toContain('must-not-be-named');
  expect((await run('Reedmouth', '--into', 'Vera Brook')).err).toContain('another kind');
  expect((await run('Vera Brook', '--split', 'Вера Брук', '--spelling', 'Вера Брук')).code).toBe(0);
  const { out } = await run('--kind', 'person');
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => line.split('\t').slice(1)),
  ).toEqual([
    ['person', 'must-not-be-named', '0', 'Vera Brook'],
    ['person', 'must-not-be-named', '0', 'Вера Брук'],
  ]);
});

it('deletes what nothing uses, and is exact about usage', async () => {
  expect((await run('Reedmouth', '--delete')).code).toBe(0);
  expect((await run('Reedmouth', '--delete')).err).toContain('no such person');
  expect((await run('Reedmouth')).code).toBe(2);
  expect((await run('--delete')).code).toBe(2);
});

it('tells mentions, and saves no table with a name that must not leave', async () => {
  const mentions = await commandsOn(() => shelf, 'mentions')('Vera Brook', '--json');
  expect(JSON.parse(mentions.out)).toMatchObject({ count: 0, sources: [], spellings: [] });
  const table = ['--out', join(shelf.root, 'names.csv')];
  expect(await run(...table)).toMatchObject({ code: 1 });
  expect(await run(...table, '--despite-names')).toMatchObject({ code: 0 });
});
