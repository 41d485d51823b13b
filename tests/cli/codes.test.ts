/** The codebook on the command line: many things tagged at once, tags merged and deleted, tables of where they meet. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { QuoteId } from '../../archive/model/index.ts';
import { makeShelf, type Shelf } from '../helpers/archives.ts';
import { commandsOn, quoteText } from '../helpers/commands.ts';

let shelf: Shelf;
let quote: QuoteId;

const run = commandsOn(() => shelf);

beforeAll(async () => {
  shelf = await makeShelf({ elsewhere: true });
  const archive = await shelf.create();
  quote = await quoteText(archive, 'Two vans stood in the yard.');
  await archive.close();
});
afterAll(() => shelf.clear());

it('tags many things, merges tags, tells where they meet, and deletes none that is used', async () => {
  const tagged = await run(
    'tag',
    'K-0001',
    quote,
    '--add',
    'vans',
    '--add',
    'cars',
    '--add',
    'yard',
  );
  expect(tagged).toMatchObject({ code: 0, out: '2 items were changed.\n' });
  const merged = await run('merge-tags', 'cars', 'VANS');
  expect(merged).toMatchObject({ code: 0, out: 'Merged into vans.\n' });
  const refused = await run('delete-tag', 'vans');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('2 items have this tag');
  const table = await run('codes', '--by-source', '--most', '1');
  expect(table).toMatchObject({ code: 0, out: '-\tvans\nK-0001\t1\n' });
  expect(table.err).toContain('1 more tag is used and left out');
  const csv = join(shelf.root, 'codes.csv');
  expect((await run('codes', '--matrix', '--csv', csv)).out).toBe('Written: 1 file.\n');
  expect(await readFile(csv, 'utf8')).toBe('\uFEFFtag,vans,yard\r\nvans,1,1\r\nyard,1,1\r\n');
});
