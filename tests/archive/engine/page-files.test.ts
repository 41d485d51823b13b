/** A page saved with a folder beside it: its pictures are kept, shown, checked, given out, and go with it. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import { takeIn } from '../../../src/files/take-in.ts';
import { makeShelf, must, type Shelf, wholeArchive } from '../../helpers/archives.ts';
import { redCorner } from '../import/made-pictures.ts';
import { makeZip } from '../import/made-zips.ts';
import { capture } from '../../helpers/capture.ts';

const png = redCorner('png');
const page = Buffer.from(
  '<!doctype html><link rel="stylesheet" href="gate_files/s.css"><p>The gate was shut at nine.</p><img src="./gate_files/a.png">',
);
const css = Buffer.from('p { color: teal }');
const files = {
  'gate_files/a.png': png,
  'gate_files/s.css': css,
  'gate_files/x.js': Buffer.from('x'),
};

let shelf: Shelf;
let archive: Archive;

beforeEach(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
});
afterEach(async () => {
  await archive.close();
  await shelf.clear();
});

async function folderWithPage(): Promise<string> {
  const folder = join(shelf.root, 'saved');
  await mkdir(join(folder, 'gate_files'), { recursive: true });
  await writeFile(join(folder, 'gate.html'), page);
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  return folder;
}

const take = (path: string) =>
  takeIn(
    archive,
    [{ kind: 'path', path }],
    capture,
    { pageFiles: false, except: null, address: undefined },
    quietJob,
  );

const onlySource = async () => {
  const sources = must(await archive.records()).sources.filter(({ kind }) => kind === 'page');
  expect(sources).toHaveLength(1);
  const [source] = sources;
  if (!source) throw new Error('no page');
  return source;
};

async function expectKept(): Promise<void> {
  const { id, pageFiles } = await onlySource();
  expect(pageFiles?.map(({ name, mediaType, sha256 }) => [name, mediaType, sha256])).toEqual([
    ['gate_files/a.png', 'image/png', createHash('sha256').update(png).digest('hex')],
    ['gate_files/s.css', 'text/css', createHash('sha256').update(css).digest('hex')],
  ]);
  const markup = must(await archive.appearance(id));
  expect(markup).toContain(`data:image/png;base64,${png.toString('base64')}`);
  expect(markup).toContain('p { color: teal }');
}

describe('what lay beside a saved page', () => {
  it('is kept when the folder is taken in, and when the page alone is named', async () => {
    const folder = await folderWithPage();
    const { outcomes } = await take(join(folder, 'gate.html'));
    expect(outcomes[0]?.result).toMatchObject({ notes: ['whole-page', 'page-files-kept'] });
    await expectKept();
    must(await archive.deleteSource((await onlySource()).id));
    await take(folder);
    await expectKept();
    expect(must(await archive.records()).sources).toHaveLength(1);
  });

  it('is kept out of a zip, whatever else lies in it', async () => {
    const inZip = (names: Readonly<Record<string, Uint8Array>>) =>
      Object.entries(names).map(([name, bytes]) => ({ name: `saved/${name}`, bytes }));
    const zip = makeZip([
      ...inZip({ 'gate.html': page, ...files }),
      { name: 'saved/gate_files/../../b.png', bytes: png },
    ]);
    must(await archive.importFile({ name: 'saved.zip', bytes: zip }, capture));
    await expectKept();
  });

  it('is there after another opening, and in what is given out', async () => {
    await take(await folderWithPage());
    await archive.close();
    archive = await shelf.open();
    await expectKept();
    expect(must(await archive.verify(true))).toMatchObject({ intact: true });
    const out = join(shelf.root, 'bag');
    must(await archive.exportAll(wholeArchive('bagit'), out));
    const given = join(out, 'data/originals/K-0001-files');
    expect(await readdir(given)).toEqual(['001.png', '002.css']);
    expect(png.equals(await readFile(join(given, '001.png')))).toBe(true);
    expect(await readFile(join(out, 'manifest-sha256.txt'), 'utf8')).toContain(
      'data/originals/K-0001-files/002.css',
    );
  });

  it('is put with a page that came without it before, can be taken back, and is told', async () => {
    const folder = await folderWithPage();
    const alone = { name: 'gate.html', bytes: new Uint8Array(page) };
    must(await archive.importFile(alone, capture));
    expect((await onlySource()).pageFiles).toBeUndefined();
    const { outcomes } = await take(folder);
    expect(outcomes[0]?.result).toMatchObject({ state: 'already-there', added: ['page-files'] });
    await expectKept();
    const { entries } = must(await archive.log(0, 20));
    const lines = entries.filter(({ action }) => action === 'source.complete');
    const { id } = await onlySource();
    expect(lines).toMatchObject([{ subjects: [id], facts: { pageFiles: 2 } }]);
    must(await archive.undo());
    expect((await onlySource()).pageFiles).toBeUndefined();
    must(await archive.redo());
    await expectKept();
    const again = await take(folder);
    expect(again.outcomes[0]?.result).not.toHaveProperty('added');
  });

  it('is added to what is kept already, which stays as it is', async () => {
    const some = [{ name: 'gate_files/a.png', bytes: new Uint8Array(png) }];
    const more = [
      { name: 'gate_files/a.png', bytes: new Uint8Array(redCorner('jpeg')) },
      { name: 'gate_files/s.css', bytes: new Uint8Array(css) },
    ];
    for (const beside of [some, more]) {
      const file = { name: 'gate.html', bytes: new Uint8Array(page), beside };
      must(await archive.importFile(file, capture));
    }
    await expectKept();
  });

  it('is not kept with what is no page, and never from elsewhere', async () => {
    const beside = [
      { name: '../gate_files/a.png', bytes: png },
      { name: 'other_files/a.png', bytes: png },
    ];
    must(await archive.importFile({ name: 'gate.html', bytes: page, beside }, capture));
    expect((await onlySource()).pageFiles).toBeUndefined();
    const note = Buffer.from('Nothing but words.');
    const own = [{ name: 'note_files/a.png', bytes: png }];
    must(await archive.importFile({ name: 'note.txt', bytes: note, beside: own }, capture));
    const { sources } = must(await archive.records());
    expect(sources.filter(({ pageFiles }) => pageFiles)).toEqual([]);
  });
});
