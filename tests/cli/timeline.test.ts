/** The timeline on the command line: one line for each date, and wrong dates are wrong usage. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeShelf, must, type Shelf } from '../helpers/archives.ts';
import { capture } from '../helpers/capture.ts';
import { commandsOn } from '../helpers/commands.ts';

let shelf: Shelf;
const run = commandsOn(() => shelf, 'timeline');

beforeAll(async () => {
  shelf = await makeShelf({ elsewhere: true });
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
  expect((await run('--date-of', 'Event', '--kind', 'TEXT')).out).toBe(
    '2026-03\tevent\tK-0001\tGate\n',
  );
  const opera = await run('--kind', 'opera');
  expect(opera.code).toBe(2);
  expect(opera.err).toMatch(/^--kind does not know “opera”\. It knows page, text, image, .*\.\n/);
  const spring = await run('--from', 'last spring');
  expect(spring.code).toBe(2);
  expect(spring.err).toMatch(/dates are written like 2026-04-09/);
});

it('what leaves as a table stands in the log', async () => {
  const lines = async () =>
    (await commandsOn(() => shelf)('log')).out
      .split('\n')
      .filter((line) => line.includes('timeline'));
  const before = (await lines()).length;
  await run('--csv');
  expect(await lines()).toHaveLength(before + 1);
});
