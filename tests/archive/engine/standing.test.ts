/** Collections, stars, and how far something was read: kept, found by the search, and given back with what was deleted. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import type { Gathering, SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf, wholeArchive } from '../../helpers/archives.ts';
import { takeIn, wordsOf } from '../../helpers/fill.ts';

let shelf: Shelf;
let archive: Archive;
let sources: SourceId[];
let raids: Gathering;

const codeOf = (result: { ok: boolean; error?: { code: string } }) => result.error?.code;
const one = (at: number): SourceId => {
  const id = sources[at];
  if (id === undefined) throw new Error('it was taken in');
  return id;
};
const members = async () =>
  must(await archive.records()).gatherings.find(({ id }) => id === raids.id)?.sources;
const found = async (query: string) =>
  must(await archive.search({ query, limit: 10, kinds: [], tags: [] })).map(({ sourceId }) =>
    sources.indexOf(sourceId),
  );

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  sources = [];
  for (const at of [0, 1, 2]) {
    sources.push(
      await takeIn(archive, `${at}.txt`, `The bell at Varn rang ${at} times before the raid.`),
    );
  }
  raids = must(
    await archive.addGathering({ name: 'Night raids', note: '', sources: [one(2), one(0)] }),
  );
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

it('a collection has each source once, in its order, and no other has its name', async () => {
  must(await archive.editGathering(raids.id, { put: [one(0), one(1)] }));
  expect(await members()).toEqual([one(2), one(0), one(1)]);
  must(await archive.editGathering(raids.id, { sources: [one(1), one(2), one(0)] }));
  must(await archive.editGathering(raids.id, { take: [one(1)] }));
  expect(await members()).toEqual([one(2), one(0)]);
  const again = { name: 'night  RAIDS', note: '', sources: [] };
  expect(codeOf(await archive.addGathering(again))).toBe('collection-exists');
});

it('are asked for in a query, also of quotes, and without what changed since', async () => {
  must(await archive.editSource(one(0), { starred: true, readingStatus: 'read' }));
  must(await archive.addQuote(wordsOf(one(0), 'The bell at Varn')));
  expect(await found('bell is:starred')).toEqual([0, 0]);
  expect((await found('kind:source collection:"night raids"')).sort()).toEqual([0, 2]);
  expect((await found('kind:source status:unread')).sort()).toEqual([1, 2]);
  expect(await found('kind:source -status:unread')).toEqual([0]);
  must(await archive.editSource(one(0), { starred: false, readingStatus: 'unread' }));
  expect(await found('bell is:starred')).toEqual([]);
  expect(must(await archive.records()).sources[0]).not.toHaveProperty('starred');
  const bad = await archive.search({ query: 'is:red', limit: 1, kinds: [], tags: [] });
  expect(codeOf(bad)).toBe('query-invalid');
});

it('a source comes back into its collections from the trash, and asks nobody on its way there', async () => {
  const entry = must(await archive.deleteSource(one(2)));
  expect(await members()).toEqual([one(0)]);
  must(await archive.restoreTrashed(entry.id));
  expect(await members()).toEqual([one(2), one(0)]);
  expect(must(await archive.verify(false)).findings).toEqual([]);
});

it('leave with everything as a table', async () => {
  must(await archive.editSource(one(0), { starred: true, readingStatus: 'reading' }));
  const path = join(shelf.root, 'tables');
  must(await archive.exportAll(wholeArchive('csv'), path));
  const table = await readFile(join(path, 'sources.csv'), 'utf8');
  expect(table).toMatch(/,"?yes"?,"?reading"?,"?Night raids"?\r?\n/);
});

it('deleting a collection leaves its sources, and is undone', async () => {
  must(await archive.deleteGathering(raids.id));
  expect(must(await archive.records()).sources).toHaveLength(3);
  expect(await found('collection:raids')).toEqual([]);
  must(await archive.undo());
  expect(await members()).toHaveLength(2);
});
