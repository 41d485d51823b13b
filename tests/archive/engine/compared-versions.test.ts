/** Sources that somebody said are versions of one page are compared as such, however little wording they share. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import type { SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { takeIn } from '../../helpers/fill.ts';

let shelf: Shelf;
let archive: Archive;
let pages: SourceId[];

const texts = [
  'Forty people were held at the depot in Stolbin, the railway union said.',
  'Officers took some passengers aside for questioning. Nobody was harmed.',
  'The page was emptied by its editors, who gave no reason for it.',
];

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  pages = [];
  for (const [at, text] of texts.entries())
    pages.push(await takeIn(archive, `page-${at}.txt`, text));
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

const page = (at: number) => pages[at] ?? ('' as SourceId);
const kindOf = async (a: number, b: number) => must(await archive.compare(page(a), page(b))).kind;

it('sources are told by their texts until one is said to be a later version of the other', async () => {
  expect(await kindOf(0, 2)).toBe('accounts');
  must(await archive.editSource(page(1), { versionOf: page(0) }));
  expect([await kindOf(0, 1), await kindOf(1, 0)]).toEqual(['versions', 'versions']);
  expect(await kindOf(0, 2)).toBe('accounts');
  must(await archive.editSource(page(2), { versionOf: page(1) }));
  expect([await kindOf(0, 2), await kindOf(2, 0)]).toEqual(['versions', 'versions']);
});
