/** A comparison that leaves: written whole or not at all, refused while somebody is named who must not be, and noted. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { type SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { takeIn } from '../../helpers/fill.ts';

let shelf: Shelf;
let archive: Archive;
let a: SourceId;
let b: SourceId;
let out: string;

beforeEach(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  a = await take('a.txt', 'Zoya Tarn left the harbour at six.\n\nThirty-one people were aboard.');
  b = await take('b.txt', 'The boat was late.\n\nThirty people were aboard, said the watchman.');
  out = join(shelf.root, 'comparison.csv');
});
afterEach(async () => {
  await archive.close();
  await shelf.clear();
});

const take = (name: string, text: string) => takeIn(archive, name, text);

const request = (despiteNames = false) => ({ a, b, format: 'csv', despiteNames }) as const;

it('is written with both texts, and the log tells of which two', async () => {
  const { bytes, protectedNames } = must(await archive.exportComparison(request(), out));
  const written = await readFile(out);
  expect(written).toHaveLength(bytes);
  expect(written.toString()).toContain('Zoya Tarn left the harbour');
  expect(protectedNames).toBe(0);
  const [line] = must(await archive.log(0, 1)).entries;
  expect(line).toMatchObject({ action: 'comparison.export', subjects: [a, b], facts: { bytes } });
});

it('is refused while somebody is named who must not be, until that is meant', async () => {
  must(
    await archive.addEntity({
      kind: 'person',
      name: 'Зоя Тарн',
      spellings: [],
      role: '',
      protection: 'must-not-be-named',
      note: '',
    }),
  );
  const before = await readdir(shelf.root);
  // Her name, and words of it that stand alone.
  expect(await archive.exportComparison(request(), out)).toMatchObject({
    error: { code: 'names-protected', detail: { count: 2 } },
  });
  expect(await readdir(shelf.root)).toEqual(before);
  expect(must(await archive.exportComparison(request(true), out)).protectedNames).toBe(2);
  const [line] = must(await archive.log(0, 1)).entries;
  expect(line?.facts).toMatchObject({ names: 2 });
});

it('is not written over a file, nor into the archive, nor of a source that is not there', async () => {
  must(await archive.exportComparison(request(), out));
  const refused = async (path: string) => {
    const answer = await archive.exportComparison(request(), path);
    return answer.ok ? null : answer.error.code;
  };
  expect(await refused(out)).toBe('target-exists');
  expect(await refused(join(shelf.folder, 'x.csv'))).toBe('target-inside-archive');
  const gone = { ...request(), b: 'src_gone' as SourceId };
  expect(await archive.exportComparison(gone, join(shelf.root, 'y.csv'))).toMatchObject({
    error: { code: 'source-missing' },
  });
});
