/** The codebook on the command line: many things tagged at once, tags merged and deleted, tables of where they meet. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { QuoteId } from '../../archive/model/index.ts';
import { makeShelf, must, passphrase, type Shelf } from '../helpers/archives.ts';
import { capture } from '../helpers/capture.ts';
import { kuferak } from '../helpers/kuferak.ts';

let shelf: Shelf;
let quote: QuoteId;

const run = (command: string, ...args: readonly string[]) =>
  kuferak(
    { config: shelf.root },
    command,
    shelf.folder,
    ...args,
    '--passphrase-file',
    join(shelf.root, 'passphrase'),
  );

beforeAll(async () => {
  shelf = await makeShelf();
  await writeFile(join(shelf.root, 'passphrase'), passphrase);
  const archive = await shelf.create();
  const exact = 'Two vans stood in the yard.';
  const bytes = new TextEncoder().encode(exact);
  const { result } = must(await archive.importFile({ name: 'yard.txt', bytes }, capture));
  if (result.state !== 'taken') throw new Error(result.state);
  const made = await archive.addQuote({
    source: result.source,
    passage: { kind: 'words', exact },
    speaker: null,
    attribution: null,
    saidOn: null,
    translation: null,
    note: '',
    tags: [],
    check: 'unchecked',
  });
  quote = must(made).id;
  await archive.close();
});
afterAll(() => shelf.clear());

it('tags many things, merges tags, and deletes one only when it may come off', async () => {
  const tagged = await run('tag', 'K-0001', quote, '--add', 'vans', '--add', 'cars');
  expect(tagged).toMatchObject({ code: 0, out: '2 items were changed.\n' });
  expect(await run('merge-tags', 'cars', 'VANS')).toMatchObject({
    code: 0,
    out: 'Merged into vans.\n',
  });
  const refused = await run('delete-tag', 'vans');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('2 items have this tag');
  expect(await run('tag', 'K-0001', '--take-off', 'vans')).toMatchObject({ code: 0 });
  expect(await run('delete-tag', 'vans', '--take-off', '--json')).toMatchObject({
    code: 0,
    out: '{\n  "takenOff": 1\n}\n',
  });
  expect((await run('tag', 'K-0001')).code).toBe(2);
});
