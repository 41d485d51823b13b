/** What is removed on the command line lies in the trash, and is put back from there. */
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

it('is deleted for good only with a reason, which stands in the log', async () => {
  expect(await run('remove', 'K-0001')).toMatchObject({ code: 0 });
  expect(await run('trash', '--empty')).toMatchObject({ code: 2 });
  const emptied = await run('trash', '--empty', '--reason', 'came by mistake');
  expect(emptied).toMatchObject({ code: 0, out: '1 thing is gone for good.\n', err: '' });
  expect((await run('trash')).out).toBe('');
  const log = await run('log', '--json');
  expect(log.out).toContain('came by mistake');
});
