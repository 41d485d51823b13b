/** Models in a folder that a person named: whole ones are used before all others, anything else is refused. */
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { pictureOf } from '../import/pictures-of-text.ts';
import { capture } from '../../helpers/capture.ts';

let shelf: Shelf;
let archive: Archive;
let folder: string;

beforeEach(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  folder = join(shelf.root, 'tessdata');
  await mkdir(folder);
});
afterEach(async () => {
  await archive.close();
  await shelf.clear();
});

/** The model of English, which is to be had everywhere. */
async function anyModel(): Promise<Buffer> {
  const packaged = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json');
  return gunzipSync(await readFile(join(packaged, '..', '4.0.0_best_int', 'eng.traineddata.gz')));
}

it('a whole model is ready at once, and reads', async () => {
  await writeFile(join(folder, 'rus.traineddata'), await anyModel());
  expect(must(await archive.useModels(folder))).toEqual(['ru']);
  expect(must(await archive.ocrLanguages())).toContain('ru');
  const file = { name: 'door.png', bytes: pictureOf(['Nobody had seen the second boat leave.']) };
  const { result } = must(await archive.importFile(file, capture));
  if (result.state !== 'taken') throw new Error(result.state);
  must(await archive.recognise([result.source], ['ru']));
  // It is the English model under another name: had the system's own been used, these letters would hardly stand here.
  expect(must(await archive.text(result.source))?.text).toContain('second boat');
});

it('what is no whole model is refused, and what was there before is still ready', async () => {
  const before = must(await archive.ocrLanguages());
  const path = join(folder, 'rus.traineddata');
  const whole = await anyModel();
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('no model'),
    Buffer.alloc(4_000, 0xff),
    whole.subarray(0, 1_000),
  ]) {
    await writeFile(path, bytes);
    expect(await archive.useModels(folder)).toMatchObject({ error: { code: 'models-missing' } });
    expect(must(await archive.ocrLanguages())).toEqual(before);
  }
  expect(await archive.useModels(join(folder, 'nowhere'))).toMatchObject({
    error: { code: 'models-missing' },
  });
  await writeFile(path, whole);
  await truncate(path, Math.floor(whole.length / 2));
  await archive.useModels(folder);
  expect(must(await archive.useModels(null))).toEqual([]);
  expect(must(await archive.ocrLanguages())).toEqual(before);
});
