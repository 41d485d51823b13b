/** All mentions of a name are found, in any spelling and script, each at its place, and those that may be somebody else's say so. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import type { Entity, SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { takeIn } from '../../helpers/fill.ts';

const texts = [
  'Marta Vesna opened the gate. Later Vesna was taken away. A neighbour saw it.',
  'Марта Вясна сказала, што браму зачынілі. Марту Вясну затрымалі.',
  'Piotr Vesna came at nine. He had not seen Marta.',
  'Nothing of note happened in Reedmouth.',
  'The court of Reedmouth heard Ilmar Tamm. Marta Viesna was not there.',
];

let shelf: Shelf;
let archive: Archive;
let marta: Entity;
let piotr: Entity;
const sources: SourceId[] = [];

const entity = async (name: string, kind: 'person' | 'place', spellings: string[] = []) => {
  const draft = { kind, name, spellings, role: '', note: '', protection: 'undecided' as const };
  return must(await archive.addEntity(draft));
};

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  for (const text of texts) {
    sources.push(await takeIn(archive, 'a.txt', text));
  }
  marta = await entity('Marta Vesna', 'person', ['Марта Вясна']);
  piotr = await entity('Piotr Vesna', 'person');
  await entity('Reedmouth', 'place');
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

const said = (id: SourceId, start: number, end: number) =>
  texts[sources.indexOf(id)]?.slice(start, end);

it('finds a name at its places, told from the name of somebody else', async () => {
  const found = must(await archive.mentionsOf(marta.id));
  const words = found.sources.map(({ source, places }) =>
    places.map(({ start, end, part, shared }) => [said(source, start, end), part, shared]),
  );
  expect(words).toEqual([
    [
      ['Marta Vesna', false, false],
      ['Vesna', true, true],
    ],
    [
      ['Марта Вясна', false, false],
      ['Марту Вясну', false, false],
    ],
    [['Marta Viesna', false, false]],
  ]);
  expect(found.count).toBe(5);
  const first = found.sources[0]?.places[0];
  expect(first).toMatchObject({ contextStart: 0 });
  expect(first?.context).toContain('opened the gate');
});

it('offers how it is written that is no spelling yet', async () => {
  const { spellings } = must(await archive.mentionsOf(marta.id));
  expect(spellings.map(({ written }) => written).sort()).toEqual(['Marta Viesna', 'Марту Вясну']);
  expect(must(await archive.mentionsOf(piotr.id)).spellings).toEqual([]);
});

it('stops when it is asked to, and does not know what is not there', async () => {
  const stopped = { signal: AbortSignal.abort(), progress: () => undefined };
  const answers = [
    await archive.mentionsOf(marta.id, stopped),
    await archive.countNames(stopped),
    await archive.mentionsOf('ent_00000000000000000000' as Entity['id']),
  ];
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual([
    'cancelled',
    'cancelled',
    'entity-missing',
  ]);
});

it('counts the mentions of all names, and saves places as a table', async () => {
  const counts = must(await archive.countNames());
  expect(counts.map(({ mentions, sources: named }) => [mentions, named])).toEqual([
    [4, 3],
    [1, 1],
    [2, 2],
  ]);
  const path = join(shelf.root, 'places.csv');
  must(await archive.exportNameList({ kind: 'place', despiteNames: false }, path));
  const rows = parse<Record<string, string>>(await readFile(path, 'utf8'), {
    bom: true,
    columns: true,
  });
  expect(rows).toMatchObject([{ kind: 'place', name: 'Reedmouth', mentions: '2', sources: '2' }]);
});

it('saves no table with a name that must not leave, unless that is said', async () => {
  must(await archive.editEntity(marta.id, { protection: 'must-not-be-named' }));
  const path = join(shelf.root, 'names.csv');
  const ask = { kind: null, despiteNames: false };
  expect(await archive.exportNameList(ask, path)).toMatchObject({
    error: { code: 'names-protected' },
  });
  await expect(readFile(path)).rejects.toThrow();
  const left = must(await archive.exportNameList({ ...ask, despiteNames: true }, path));
  expect(left).toEqual({ names: 3, protectedNames: 1 });
  must(await archive.exportNameList({ ...ask, kind: 'place' }, path));
});

it('finds a name in other letters than it is known in', async () => {
  const arabic = 'فتح جواد الخطيب الباب في الصباح. ثم كتب علي حسن رسالة عن المدينة.';
  const latin = 'The gate was opened by Jawad al-Khatib. A letter was written by Ali Hasan.';
  const cyrillic = 'Ворота открыл Джавад аль-Хатиб. Письмо написал Али Хасан.';
  const texts = new Map<SourceId, string>();
  for (const text of [arabic, latin, cyrillic])
    texts.set(await takeIn(archive, 'b.txt', text), text);
  const everywhere = [
    ['جواد الخطيب', 'Jawad al-Khatib', 'Джавад аль-Хатиб'],
    ['علي حسن', 'Ali Hasan', 'Али Хасан'],
  ];
  for (const names of everywhere)
    for (const name of names) {
      const known = await entity(name, 'person');
      const wanted = name === names[0] ? names : [names[0], name];
      const found = must(await archive.mentionsOf(known.id));
      const words = found.sources.flatMap(({ source, places }) =>
        places
          .filter(({ part }) => !part)
          .map(({ start, end }) => texts.get(source)?.slice(start, end)),
      );
      expect(words, name).toEqual(expect.arrayContaining(wanted));
      must(await archive.deleteEntity(known.id));
    }
});
