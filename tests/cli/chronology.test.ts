/** A dossier's chronology on the command line: what happened and was said, of the time that is asked for. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeShelf, must, passphrase, type Shelf } from '../helpers/archives.ts';
import { capture } from '../helpers/capture.ts';
import { kuferak } from '../helpers/kuferak.ts';
import { flatTextIn } from '../archive/dossier/pdf-tools.ts';

let shelf: Shelf;
const run = (...args: readonly string[]) =>
  kuferak(
    { config: shelf.root },
    ...['dossier', shelf.folder, '--out', join(shelf.root, 'out.pdf'), ...args],
    ...['--passphrase-file', join(shelf.root, 'passphrase')],
  );

beforeAll(async () => {
  shelf = await makeShelf({ elsewhere: true });
  await writeFile(join(shelf.root, 'passphrase'), passphrase);
  const archive = await shelf.create();
  for (const [title, event] of [
    ['The gate', '2026-03'],
    ['The bridge', '2026-05-02'],
  ] as const) {
    const bytes = new TextEncoder().encode(`${title} was shut.`);
    const { result } = must(await archive.importFile({ name: 'a.txt', bytes }, capture));
    if (result.state !== 'taken') throw new Error(result.state);
    must(await archive.editSource(result.source, { title, event, published: '2026-06-01' }));
  }
  await archive.close();
});
afterAll(() => shelf.clear());

it('has the dates that are asked for, in order, and no others', async () => {
  expect(await run('--title', 'A spring', '--chronology')).toMatchObject({ code: 0 });
  const both = flatTextIn(await readFile(join(shelf.root, 'out.pdf')));
  expect(both).toMatch(/2026-03 .*The gate.*2026-05-02 .*The bridge/);
  const later = ['--title', 'May', '--chronology', '--from', '2026-05', '--date-of', 'event'];
  expect(await run(...later)).toMatchObject({ code: 0 });
  const one = flatTextIn(await readFile(join(shelf.root, 'out.pdf')));
  expect(one).toContain('The bridge');
  expect(one).not.toContain('The gate');
});

it('is refused where dates are asked for without one, or there are none', async () => {
  expect((await run('--title', 'A spring', '--from', '2026-05')).code).toBe(2);
  expect((await run('--title', 'None', '--chronology', '--from', '2031')).code).toBe(1);
});
