/** The timeline on the command line: one line for each date, and wrong dates are wrong usage. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeShelf, must, passphrase, type Shelf } from '../helpers/archives.ts';
import { capture } from '../helpers/capture.ts';
import { kuferak } from '../helpers/kuferak.ts';

let shelf: Shelf;
const run = (...args: readonly string[]) =>
  kuferak(
    { config: shelf.root },
    ...['timeline', shelf.folder, ...args],
    ...['--passphrase-file', join(shelf.root, 'passphrase')],
  );

beforeAll(async () => {
  shelf = await makeShelf();
  await writeFile(join(shelf.root, 'passphrase'), passphrase);
  const archive = await shelf.create();
  const bytes = new TextEncoder().encode('The gate was shut.');
  const { result } = must(await archive.importFile({ name: 'a.txt', bytes }, capture));
  if (result.state !== 'taken') throw new Error(result.state);
  must(await archive.editSource(result.source, { title: 'Gate', event: '2026-03' }));
  await archive.close();
});
afterAll(() => shelf.clear());

it('tells each date as far as it is known', async () => {
  expect((await run('--date-of', 'event')).out).toBe('2026-03\tevent\tK-0001\tGate\n');
  expect((await run('--date-of', 'event', '--csv')).out).toContain('2026-03,2026-03,event');
  expect((await run('--date-of', 'event', '--kind', 'image')).out).toBe('');
  expect((await run('--kind', 'opera')).code).toBe(2);
  expect((await run('--from', 'last spring')).code).toBe(2);
});
