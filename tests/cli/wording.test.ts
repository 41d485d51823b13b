/** On the command line: where else the wording of a source stands, told, as JSON, and as a table that leaves. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeShelf, must, type Shelf } from '../helpers/archives.ts';
import { commandsOn } from '../helpers/commands.ts';
import { takeIn } from '../helpers/fill.ts';

let shelf: Shelf;
const run = commandsOn(() => shelf, 'wording');
const log = commandsOn(() => shelf, 'log');

const sentence = 'Nobody had asked Vanda Karol for a list of names before the ferry left the pier.';
const rest = 'A watchman saw the lights of a second boat and wrote the hour down in his book.';

beforeAll(async () => {
  shelf = await makeShelf({ elsewhere: true });
  const archive = await shelf.create();
  await takeIn(archive, 'one.txt', `${sentence} ${rest}`);
  const agency = await takeIn(
    archive,
    'two.txt',
    `Agency. ${sentence} ${rest.replace('hour', 'time')}`,
  );
  must(await archive.editSource(agency, { published: '2031-04-03', publisher: 'The Heron' }));
  await takeIn(
    archive,
    'three.txt',
    `Something else was told. ${sentence.toUpperCase()} ${'And so on. '.repeat(40)}`,
  );
  const named = { kind: 'person' as const, name: 'Vanda Karol', spellings: [], role: '', note: '' };
  must(await archive.addEntity({ ...named, protection: 'must-not-be-named' }));
  await archive.close();
});
afterAll(() => shelf.clear());

it('tells who has it, which of them are one text in the main, and the earliest date', async () => {
  const { code, out } = await run('K-0001');
  expect(code).toBe(0);
  expect(out).toContain('2 other sources have wording of these 33 words.');
  expect(out).toContain(
    '2 sources, K-0001 among them, are one text in the main. The earliest date has: K-0002. 1 has no date.',
  );
  expect(out).toMatch(/^100%\tK-0002\t2031-04-03\tThe Heron\tAgency/m);
  expect(out).toMatch(/^\t8-\d+\tnear\tNobody had asked/m);
  expect(out).toMatch(/^48%\tK-0003\t-\t-\tSomething/m);
});

it('looks for words, or for a place, alone', async () => {
  const words = await run('k-0001', '--words', 'wrote the hour down in his', '--json');
  expect(JSON.parse(words.out)).toMatchObject({
    words: 6,
    total: 0,
    part: { start: 128, end: 154 },
  });
  const place = await run('K-0001', '--at', `0-${sentence.length}`, '--json');
  expect(JSON.parse(place.out)).toMatchObject({ words: 16, total: 2, unread: 0 });
});

it('leaves as a table only when it names nobody who must not be, and the log says so', async () => {
  const refused = await run('K-0001', '--csv');
  expect(refused).toMatchObject({ code: 1, out: '' });
  const left = await run('K-0001', '--csv', '--despite-names');
  const rows = parse<Record<string, string>>(left.out, { bom: true, columns: true });
  expect(rows).toMatchObject([
    {
      group: '1',
      with_asked_source: 'yes',
      among_earliest: 'yes',
      shelfmark: 'K-0002',
      passage_kind: 'near',
    },
    { group: '2', with_asked_source: 'no', among_earliest: 'no', shelfmark: 'K-0003' },
  ]);
  expect((await log()).out).toContain('wording.export');
});

it('says what is wrong', async () => {
  expect(await run('K-0009')).toMatchObject({ code: 1 });
  expect((await run('K-0001', '--words', 'not there at all, ever')).err).toContain('do not stand');
  expect((await run('K-0001', '--words', 'Nobody had asked')).err).toContain('Fewer than 4 words');
  expect(await run('K-0001', '--at', '9-3')).toMatchObject({ code: 2 });
  expect(await run('K-0001', '--despite-names')).toMatchObject({ code: 2 });
  expect(await run('K-0001', '--words', 'a b', '--at', '1-2')).toMatchObject({ code: 2 });
});
