/** The timeline of an archive: its dates in order, by a filter, and as a table that names nobody who must not be. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import type { EntityId, SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { takeIn } from '../../helpers/fill.ts';

let shelf: Shelf;
let archive: Archive;
let source: SourceId;
let speaker: EntityId;
const all = { roles: [], tags: [], who: null, source: null, from: null, to: null };

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  source = await takeIn(archive, 'a.txt', 'The gate was shut.');
  must(
    await archive.editSource(source, { title: 'Gate', event: '2026-03', published: '2026-03-10' }),
  );
  const quote = await archive.addQuote({
    ...{ source, passage: { kind: 'words', exact: 'The gate was shut.' }, translation: null },
    ...{ speaker: { name: 'Marta Vesna' }, attribution: 'said', saidOn: '2026-03-09' },
    ...{ note: '', tags: [{ name: 'gate' }], check: 'unchecked' },
  });
  speaker = must(quote).speaker ?? ('' as EntityId);
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

it('keeps the dates apart and in order, and shows what is asked for', async () => {
  const shown = async (request: object) =>
    must(await archive.timeline({ ...all, ...request })).map(({ role, from }) => [role, from]);
  const [event, said, published] = [
    ['event', '2026-03'],
    ['said', '2026-03-09'],
    ['published', '2026-03-10'],
  ];
  expect((await shown({})).slice(0, 3)).toEqual([event, said, published]);
  expect(await shown({ who: speaker })).toEqual([said]);
  expect(await shown({ to: '2026-03-09' })).toEqual([event, said]);
  expect(await shown({ roles: ['published'] })).toEqual([published]);
});

it('narrows by kind of source, by words as they are typed, and by who is named in them', async () => {
  const shown = async (request: object) =>
    must(await archive.timeline({ ...all, roles: ['event', 'said'], ...request })).map(
      ({ role }) => role,
    );
  expect(await shown({ kinds: ['text'] })).toEqual(['event', 'said']);
  expect(await shown({ kinds: ['image', 'page'] })).toEqual([]);
  expect(await shown({ words: 'márta' })).toEqual(['said']);
  expect(await shown({ words: '2026-03-0' })).toEqual(['said']);
  const draft = { role: '', protection: 'undecided', note: '' } as const;
  const gate = must(
    await archive.addEntity({ ...draft, kind: 'place', name: 'Gate', spellings: ['Брама'] }),
  );
  const other = must(
    await archive.addEntity({ ...draft, kind: 'person', name: 'Gate Gate', spellings: [] }),
  );
  // The title says it; in the words of the quote it is no name.
  expect(await shown({ named: gate.id })).toEqual(['event']);
  expect(await shown({ named: speaker })).toEqual(['said']);
  // No name begins in one entry and ends in the next, and a family name alone does not say whose it is.
  expect(must(await archive.entriesNaming(other.id))).toEqual([]);
  const naming = must(await archive.entriesNaming(gate.id));
  expect(naming).toEqual(expect.arrayContaining([`event ${source}`, `published ${source}`]));
  must(await archive.deleteEntity(gate.id));
  must(await archive.deleteEntity(other.id));
  expect(await archive.entriesNaming(gate.id)).toMatchObject({ error: { code: 'entity-missing' } });
});

it('finds who is named in the text of a source, not in its title, for the dates of the source', async () => {
  const said =
    'The keys were with Ilmara Rudn until noon. A boat waited. Rudn was seen at the gate.';
  const other = await takeIn(archive, 'b.txt', said);
  must(await archive.editSource(other, { title: 'A boat', event: '2026-02' }));
  must(
    await archive.addQuote({
      ...{ source: other, passage: { kind: 'words', exact: 'A boat waited.' }, translation: null },
      ...{ speaker: null, attribution: null, saidOn: '2026-02-03' },
      ...{ note: '', tags: [], check: 'unchecked' },
    }),
  );
  const draft = { kind: 'person', role: '', protection: 'undecided', note: '' } as const;
  const named = async (name: string, spellings: string[] = []) => {
    const entity = must(await archive.addEntity({ ...draft, name, spellings }));
    const entries = must(await archive.timeline({ ...all, named: entity.id }));
    expect(must(await archive.entriesNaming(entity.id)).toSorted()).toEqual(
      entries.map(({ id }) => id).toSorted(),
    );
    must(await archive.deleteEntity(entity.id));
    return entries.map(({ role, source: of }) => [role, of]);
  };
  expect(await named('Ильмара Рудн')).toEqual([
    ['event', other],
    ['added', other],
  ]);
  // A family name alone does not say whose it is; and not what a quote beside it says.
  expect(await named('Oskar Rudn')).toEqual([]);
  expect(await named('Nobody', ['A boat'])).toHaveLength(3);
});

it('leaves as a table, but not with a name that must not leave', async () => {
  const path = join(shelf.root, 'timeline.csv');
  must(await archive.exportTimeline(all, false, path));
  expect(await readFile(path, 'utf8')).toContain('2026-03,2026-03,event,K-0001,Gate');
  must(await archive.editEntity(speaker, { protection: 'must-not-be-named' }));
  const other = join(shelf.root, 'other.csv');
  const named = { error: { code: 'names-protected' } };
  expect(await archive.exportTimeline(all, false, other)).toMatchObject(named);
  expect(await archive.timelineAsCsv(all, false)).toMatchObject(named);
  await expect(readFile(other)).rejects.toThrow();
  must(await archive.timelineAsCsv({ ...all, roles: ['event'] }, false));
});
