/** Bytes that lie in the trash are taken in all the same; that they lie there is said, and they come back instead. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive, ImportOutcome } from '../../../archive/index.ts';
import type { SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';

let shelf: Shelf;
let archive: Archive;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

type Taken = Extract<ImportOutcome['result'], { state: 'taken' }>;

async function take(text: string): Promise<Taken> {
  const file = { name: 'statement.txt', bytes: Buffer.from(text) };
  const { result } = must(await archive.importFile(file, capture));
  if (result.state !== 'taken') throw new Error(result.state);
  return result;
}
const quote = async (source: SourceId, exact: string) =>
  must(
    await archive.addQuote({
      ...{ source, passage: { kind: 'words', exact }, speaker: null, attribution: null },
      ...{ saidOn: null, translation: null, note: '', tags: [], check: 'unchecked' },
    }),
  );
const shelfmarks = async () =>
  must(await archive.records()).sources.map(({ shelfmark }) => shelfmark);

it('comes back with its quotes in the place of what was taken in, which goes to the trash', async () => {
  const old = await take('They took 12 people at noon.');
  expect(old).not.toHaveProperty('trashed');
  await quote(old.source, '12 people');
  const entry = must(await archive.deleteSource(old.source));
  const anew = await take('They took 12 people at noon.');
  expect(anew.trashed).toEqual({ item: entry.id, shelfmark: old.shelfmark, quotes: 1 });
  // Nobody asked for it back yet: what was added is there.
  expect(await shelfmarks()).toEqual([anew.shelfmark]);

  const back = must(await archive.putBackInstead(entry.id, [anew.source]));
  expect(back).toMatchObject({ sources: [old.source], quotes: 1, replaced: 1 });
  expect(await shelfmarks()).toEqual([old.shelfmark]);
  expect(must(await archive.quotes(old.source))).toHaveLength(1);
  expect(must(await archive.trash()).map(({ sources }) => sources[0]?.id)).toEqual([anew.source]);
});

it('stays beside it when something rests on it already, and what has other bytes is never touched', async () => {
  const old = await take('The gate was shut at nine.');
  const other = await take('The gate was open.');
  const entry = must(await archive.deleteSource(old.source));
  const anew = await take('The gate was shut at nine.');
  await quote(anew.source, 'shut at nine');
  const back = must(await archive.putBackInstead(entry.id, [anew.source, other.source]));
  expect(back).toMatchObject({ replaced: 0 });
  expect(await shelfmarks()).toEqual(
    expect.arrayContaining([old.shelfmark, anew.shelfmark, other.shelfmark]),
  );
  expect(await archive.putBackInstead(entry.id, [anew.source])).toMatchObject({
    error: { code: 'trash-missing' },
  });
});
