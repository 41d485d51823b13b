/** A dossier prints each comparison that its sections name once: a pair whole, and brief, if both are named. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import type { SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { takeIn } from '../../helpers/fill.ts';

let shelf: Shelf;
let archive: Archive;
let a: SourceId;
let b: SourceId;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  a = await takeIn(archive, 'a.txt', 'The ferry Arnica left at six.\n\nForty people stood there.');
  b = await takeIn(archive, 'b.txt', 'The ferry Arnica left at six.\n\nNinety people stood there.');
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

/** How many comparisons are printed when sections of this pair are brief or not, in this order. */
async function printed(briefs: readonly (boolean | undefined)[]): Promise<number> {
  const { id } = must(
    await archive.addDossier({
      title: 'The ferry',
      matter: '',
      author: '',
      handling: '',
      language: 'en',
      pageSize: 'a4',
      sections: briefs.map((brief) => {
        return { kind: 'comparison', a, b, ...(brief !== undefined && { brief }) };
      }),
    }),
  );
  return must(await archive.inspectDossier(id)).contents.comparisons;
}

it('once, however often it is named', async () => {
  expect(await printed([undefined, false, undefined])).toBe(1);
  expect(await printed([true, true])).toBe(1);
});

it('whole and brief where both are named', async () => {
  expect(await printed([true, undefined, true])).toBe(2);
});
