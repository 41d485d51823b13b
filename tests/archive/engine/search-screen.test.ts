/** What the search screen stands on: saved searches, pages of a long list, the index made before anybody asks. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import { SCHEMA } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf, wholeArchive } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';

let shelf: Shelf;
let archive: Archive;

beforeEach(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
});

afterEach(async () => {
  await archive.close();
  await shelf.clear();
});

async function takeIn(count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const text = `Sheet ${at}: the ferry to Varniki left at ${at} past six.`;
    const bytes = new TextEncoder().encode(text);
    must(await archive.importFile({ name: `sheet-${at}.txt`, bytes }, capture));
  }
}

const save = (name: string, query = 'tag:figures', sort: 'relevance' | 'newest' = 'newest') =>
  archive.addSavedSearch({ name, query, sort });
const searches = async () => must(await archive.records()).searches;

describe('a saved search', () => {
  it('is there at the next opening, with its order, and in the log', async () => {
    const saved = must(await save('Figures'));
    await archive.close();
    archive = await shelf.open();
    expect(await searches()).toEqual([saved]);
    expect(saved).toMatchObject({ name: 'Figures', query: 'tag:figures', sort: 'newest' });
    const [line] = must(await archive.log(0, 1)).entries;
    expect(line).toMatchObject({ action: 'search.save', subjects: [saved.id] });
    expect(must(await archive.records()).about.schema).toBe(SCHEMA);
  });

  it('is changed and deleted, and each is undone', async () => {
    const saved = must(await save('Figures'));
    must(await archive.editSavedSearch(saved.id, { name: 'Counts' }));
    expect((await searches()).map(({ name }) => name)).toEqual(['Counts']);
    must(await archive.undo());
    expect(await searches()).toEqual([saved]);
    must(await archive.deleteSavedSearch(saved.id));
    expect(await searches()).toEqual([]);
    must(await archive.undo());
    expect(await searches()).toEqual([saved]);
  });

  it('has a name of its own, whatever the case', async () => {
    const saved = must(await save('Лічбы'));
    const other = must(await save('Names'));
    expect(await save('ЛІЧБЫ')).toMatchObject({ error: { code: 'search-exists' } });
    expect(await archive.editSavedSearch(other.id, { name: 'лічбы' })).toMatchObject({
      error: { code: 'search-exists' },
    });
    must(await archive.editSavedSearch(saved.id, { name: 'ЛІЧБЫ' }));
  });

  it('that is not there is said to be missing', async () => {
    const saved = must(await save('Figures'));
    must(await archive.deleteSavedSearch(saved.id));
    expect(await archive.deleteSavedSearch(saved.id)).toMatchObject({
      error: { code: 'search-missing' },
    });
    expect(await archive.editSavedSearch(saved.id, { name: 'x' })).toMatchObject({
      error: { code: 'search-missing' },
    });
  });

  it('leaves with everything else as JSON', async () => {
    must(await save('Figures'));
    const path = join(shelf.root, 'all.json');
    must(await archive.exportAll(wholeArchive('json'), path));
    const { searches: left } = JSON.parse(await readFile(path, 'utf8')) as { searches: unknown[] };
    expect(left).toMatchObject([{ name: 'Figures', query: 'tag:figures' }]);
  });
});

describe('a long list of results', () => {
  const ask = async (query: string, offset: number, limit: number) =>
    must(await archive.searchPage({ query, offset, limit, kinds: [], tags: [] }));

  it.each(['Varniki', 'kind:source'])(
    'of “%s” comes in pages: together all, none twice',
    async (query) => {
      await takeIn(23);
      const whole = (await ask(query, 0, 100)).results.map(({ id }) => id);
      expect(whole).toHaveLength(23);
      const pages = [];
      for (let offset = 0; offset < 30; offset += 5) pages.push(await ask(query, offset, 5));
      expect(pages.flatMap(({ results }) => results.map(({ id }) => id))).toEqual(whole);
      expect(pages.map(({ total }) => total)).toEqual([23, 23, 23, 23, 23, 23]);
      expect((await ask(query, 1_000, 5)).results).toEqual([]);
    },
  );

  it('has what was taken in between two pages', async () => {
    await takeIn(3);
    expect((await ask('Brastelow', 0, 5)).total).toBe(0);
    const bytes = new TextEncoder().encode('Brastelow was here.');
    must(await archive.importFile({ name: 'late.txt', bytes }, capture));
    expect((await ask('Brastelow', 0, 5)).total).toBe(1);
    expect((await ask('kind:source', 2, 5)).results).toHaveLength(2);
  });
});

describe('making the search ready', () => {
  it('tells how far it is, and the first live question finds everything', async () => {
    await takeIn(7);
    const told: (number | undefined)[][] = [];
    const progress = (done: number, total?: number) => told.push([done, total]);
    must(await archive.prepareSearch({ ...quietJob, progress }));
    expect(told.at(-1)).toEqual([7, 7]);
    const page = await archive.searchPage({
      query: 'Varniki',
      limit: 10,
      kinds: [],
      tags: [],
      live: true,
    });
    expect(must(page)).toMatchObject({ total: 7, progress: null });
  });

  it('ends cleanly when the archive is closed meanwhile', async () => {
    await takeIn(12);
    await archive.close();
    archive = await shelf.open();
    const making = archive.prepareSearch();
    await archive.close();
    const ended = await making;
    expect(ended.ok || ended.error.code === 'closed').toBe(true);
    expect(await archive.prepareSearch()).toMatchObject({ error: { code: 'closed' } });
    archive = await shelf.open();
    must(await archive.prepareSearch());
  });
});

describe('a report on names', () => {
  const rows = [
    { name: '=HYPERLINK("x")', found: 2, spellings: 'Жалейка (2)', shelfmarks: 'K-0001' },
  ];

  it('leaves as a table without formulas, and the log says so', async () => {
    const path = join(shelf.root, 'names.csv');
    must(await archive.exportNames(rows, path));
    expect(await readFile(path, 'utf8')).toBe(
      `\uFEFFname,found,spellings,shelfmarks\r\n"'=HYPERLINK(""x"")",2,Жалейка (2),K-0001\r\n`,
    );
    const [line] = must(await archive.log(0, 1)).entries;
    expect(line).toMatchObject({ action: 'names.export', facts: { names: 1 } });
  });

  it('is not written into the archive itself', async () => {
    const inside = join(shelf.folder, 'names.csv');
    expect(await archive.exportNames(rows, inside)).toMatchObject({
      error: { code: 'target-inside-archive' },
    });
  });
});
