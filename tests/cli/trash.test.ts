/** What is removed on the command line lies in the trash, and is put back from there. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeShelf, must, type Shelf } from '../helpers/archives.ts';
import { capture } from '../helpers/capture.ts';
import { commandsOn } from '../helpers/commands.ts';

let shelf: Shelf;
const run = commandsOn(() => shelf);

beforeAll(async () => {
  shelf = await makeShelf({ elsewhere: true });
  const archive = await shelf.create();
  const bytes = Buffer.from('The kiln at Orsk was cold.');
  must(await archive.importFile({ name: 'kiln.txt', bytes }, capture));
  await archive.close();
});
afterAll(() => shelf.clear());

it('is listed with the day on which it goes, and comes back, by name or by undo', async () => {
  expect(await run('remove', 'K-0001')).toMatchObject({
    code: 0,
    out: 'K-0001 is in the trash.\n',
  });
  expect((await run('sources')).out).toBe('');
  const listed = await run('trash');
  expect(listed.out).toMatch(
    /^K-0001\ttrs_\w+\t\d{4}-\d\d-\d\d\t\d{4}-\d\d-\d\d\t1\t0\t0\t.*kiln/i,
  );
  expect(await run('trash', '--restore', 'k-0001')).toMatchObject({ code: 0 });
  expect((await run('sources')).out).toMatch(/^K-0001/);
  expect(await run('trash', '--restore', 'K-0001')).toMatchObject({ code: 1 });
  // Each command is a session of its own.
  expect((await run('undo')).out).toBe('Undone: Put back out of the trash.\n');
  expect((await run('sources')).out).toBe('');
  expect((await run('undo')).out).toBe('Undone: Source moved to the trash.\n');
  expect((await run('sources')).out).toMatch(/^K-0001/);
});

it('is said to lie there when its file is added again, and comes back when that is asked for', async () => {
  const archive = await shelf.open();
  const [kiln] = must(await archive.records()).sources;
  must(await archive.deleteSource(kiln?.id ?? ('' as never)));
  await archive.close();
  const file = join(shelf.root, 'kiln.txt');
  await writeFile(file, 'The kiln at Orsk was cold.');
  const again = await run('import', file);
  expect(again.out).toContain('The same file lies in the trash as K-0001. It was taken in anew.');
  expect(again.out).toContain('kuferak remove K-0002');
  const reopened = await shelf.open();
  must(await reopened.undo());
  await reopened.close();
  const back = await run('import', file, '--put-back');
  expect(back.out).toContain('K-0001 is back.');
  expect(back.out).not.toContain('kuferak remove');
  const after = await shelf.open({ readOnly: true });
  const { sources } = must(await after.records());
  await after.close();
  expect(sources.map(({ shelfmark }) => shelfmark)).toEqual(['K-0001']);
});

it('is deleted for good only with a reason, which stands in the log', async () => {
  expect(await run('remove', 'K-0001')).toMatchObject({ code: 0 });
  expect(await run('trash', '--empty')).toMatchObject({ code: 2 });
  const emptied = await run('trash', '--empty', '--reason', 'came by mistake');
  expect(emptied).toMatchObject({ code: 0, out: '2 things are gone for good.\n', err: '' });
  expect((await run('trash')).out).toBe('');
  const log = await run('log', '--json');
  expect(log.out).toContain('came by mistake');
});
