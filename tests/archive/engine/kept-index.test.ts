/** The index that is kept in the archive: sealed, as good as a new one, and never older than the records. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { type SourceId } from '../../../archive/model/index.ts';
import { random } from '../../../bench/search/random.ts';
import { everythingIn } from '../../fixtures/archives/reader.ts';
import { makeShelf, must, passphrase, type Shelf } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';

const RARE = 'Zavolskij';

/** More than two million letters of words that nobody reads, and one name. */
function longText(): string {
  const r = random(5);
  const words = Array.from({ length: 9_000 }, () =>
    Array.from({ length: 3 + r.below(7) }, () => r.pick(Array.from('abcdefghiklmnoprstuvz'))).join(
      '',
    ),
  );
  const lines = Array.from({ length: 28_000 }, () =>
    Array.from({ length: 12 }, () => r.pick(words)).join(' '),
  );
  lines[14_000] = `there ${RARE} stood`;
  return lines.join('\n');
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const take = async (archive: Archive, name: string, text: string): Promise<SourceId> => {
  const { result } = must(await archive.importFile({ name, bytes: bytesOf(text) }, capture));
  if (result.state === 'failed') throw new Error(result.code);
  return result.source;
};
const find = async (archive: Archive, query: string) =>
  must(await archive.search({ query, limit: 10, kinds: [], tags: [] })).map(({ id }) => id);

let shelf: Shelf;
let long: SourceId;
const file = () => join(shelf.folder, 'x');

beforeAll(async () => {
  shelf = await makeShelf();
  const archive = await shelf.create();
  long = await take(archive, 'long.txt', longText());
  expect(await find(archive, 'Завольский')).toContain(long);
  await archive.close();
});

afterAll(() => shelf.clear());

describe('a kept index', () => {
  it('is on the disk when the archive is closed, and has none of its words in the clear', async () => {
    const bytes = await readFile(file());
    expect(bytes.length).toBeGreaterThan(1_000_000);
    expect(bytes.includes(RARE)).toBe(false);
    expect(bytes.includes(RARE.toLowerCase())).toBe(false);
  });

  it('answers at the next opening, and is not written again when nothing has changed', async () => {
    const before = await readFile(file());
    const archive = await shelf.open();
    expect(await find(archive, 'Завольский')).toContain(long);
    await archive.close();
    expect(Buffer.compare(await readFile(file()), before)).toBe(0);
  });

  it('is brought up to date with what was changed while nobody searched', async () => {
    const archive = await shelf.open();
    const added = await take(archive, 'added.txt', 'A letter from Marvelune of the lower quay.');
    must(await archive.editSource(long, { note: 'seen by Quendolin' }));
    await archive.close();
    const again = await shelf.open();
    expect(await find(again, 'Marvelune')).toEqual([added]);
    expect((await find(again, 'Quendolin'))[0]).toBe(long);
    must(await again.deleteSource(added));
    expect(await find(again, 'Marvelune')).not.toContain(added);
    await again.close();
  });

  it('that has a text which was deleted is written again before the archive is closed', async () => {
    const archive = await shelf.open();
    const added = await take(archive, 'gone.txt', 'Brastelow was here.');
    expect(await find(archive, 'Brastelow')).toEqual([added]);
    const before = await readFile(file());
    must(await archive.deleteSource(added));
    await archive.close();
    expect(Buffer.compare(await readFile(file()), before)).not.toBe(0);
  });

  it('knows no word of what was deleted for good', async () => {
    let archive = await shelf.open();
    const added = await take(archive, 'gone.txt', 'Ostravingel was here.');
    expect(await find(archive, 'Ostravingel')).toEqual([added]);
    must(await archive.deleteSource(await take(archive, 'other.txt', 'To have it written anew.')));
    await archive.close();
    const knows = () => everythingIn(shelf.folder, passphrase).get('x')?.includes('ostravingel');
    // So that the test can fail.
    expect(knows()).toBe(true);
    archive = await shelf.open();
    const { id } = must(await archive.deleteSource(added));
    must(await archive.prepareSearch());
    expect(must(await archive.destroyTrashed([id], 'by mistake')).forgotten).toBe(true);
    expect(knows()).not.toBe(true);
    await archive.close();
    expect(knows()).not.toBe(true);
    archive = await shelf.open();
    expect(await find(archive, 'Завольский')).toContain(long);
    await archive.close();
    expect(knows()).toBe(false);
  });

  it.each([
    ['damaged', (bytes: Buffer) => bytes.fill(7, 9_000, 9_100)],
    ['cut', (bytes: Buffer) => bytes.subarray(0, 70_000)],
    ['empty', () => Buffer.alloc(0)],
  ])('that is %s is made anew', async (_, harm) => {
    const whole = await readFile(file());
    await writeFile(file(), harm(Buffer.from(whole)));
    const archive = await shelf.open();
    expect(await find(archive, 'Zawolskij')).toContain(long);
    await archive.close();
    expect((await stat(file())).size).toBeGreaterThan(1_000_000);
    expect((await readFile(file())).equals(whole)).toBe(false);
  });

  it('of a small archive is not kept: it is made anew in no time', async () => {
    const other = await makeShelf();
    const archive = await other.create();
    const id = await take(archive, 'short.txt', 'Only Marvelune.');
    expect(await find(archive, 'Marvelune')).toEqual([id]);
    await archive.close();
    await expect(stat(join(other.folder, 'x'))).rejects.toMatchObject({ code: 'ENOENT' });
    await other.clear();
  });
});

describe('a live question', () => {
  it('is cancelled by the next one, and tells what is in the index so far', async () => {
    const archive = await shelf.open();
    const ask = (query: string) =>
      archive.searchPage({ query, limit: 5, kinds: [], tags: [], live: true });
    const [first, second] = await Promise.all([ask('Zavol'), ask('Zavolskij')]);
    expect(first).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(second).toMatchObject({ ok: true });
    must(await archive.search({ query: 'x', limit: 1, kinds: [], tags: [] }));
    expect(must(await ask('Zavolskij'))).toMatchObject({ progress: null, total: 1 });
    await archive.close();
  });

  it('that is under way when the archive is closed ends as closed or answered, and nothing hangs', async () => {
    const archive = await shelf.open();
    const asked = Promise.all(
      ['Zavolskij', 'marv', 'quay'].map((query) =>
        archive.searchPage({ query, limit: 5, kinds: [], tags: [] }),
      ),
    );
    await archive.close();
    for (const answer of await asked)
      if (!answer.ok) expect(['closed', 'cancelled']).toContain(answer.error.code);
  });
});
