/** Pictures whose format cannot be printed stand in a dossier as pictures made from them, and are said to be that. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { type SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { takeIn } from '../../helpers/fill.ts';
import { flatTextIn, jpegsIn } from '../dossier/pdf-tools.ts';
import { makeHeic } from '../import/made-images.ts';
import { redCorner, redCornerHeic, redCornerTiff } from '../import/made-pictures.ts';
import { scanOf } from '../import/pictures-of-text.ts';

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

const take = (name: string, bytes: Uint8Array) => takeIn(archive, name, bytes);

async function dossierOf(sources: readonly SourceId[]): Promise<Uint8Array> {
  const dossier = must(
    await archive.addDossier({
      title: 'The scans',
      matter: '',
      author: '',
      handling: '',
      language: 'en',
      pageSize: 'a4',
      sections: sources.map((source) => ({ kind: 'source', source })),
    }),
  );
  const { pdf } = must(await archive.previewDossier(dossier.id));
  const out = process.env.LOOK;
  if (out !== undefined) await writeFile(join(out, `dossier-${sources.length}.pdf`), pdf);
  return pdf;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** Digests are broken into lines. */
const text = (pdf: Uint8Array) => flatTextIn(pdf).replaceAll(' ', '');

describe('a dossier', () => {
  it('shows what was made of a TIFF and a HEIC, with its digest beside that of the original', async () => {
    const scan = scanOf([['The lamp burned until nine.'], ['Nobody had seen the boat.']]);
    const [tiff, heic] = [await take('file.tif', scan), await take('IMG_2.heic', redCornerHeic)];
    must(await archive.derivePictures());
    const pdf = await dossierOf([tiff, heic]);
    const printed = jpegsIn(pdf);
    expect(printed).toHaveLength(2);
    const said = text(pdf);
    for (const bytes of [scan, redCornerHeic, ...printed]) expect(said).toContain(sha256(bytes));
    expect(said).toContain('madefromthefirstof2pagesoftheoriginal,file.tif');
    expect(said).toContain('madefromtheoriginal,IMG_2.heic');
  });

  it('shows the same when nothing was made of it before', async () => {
    const id = await take('scan.tif', redCornerTiff(640, 480, { orientation: 6 }));
    const before = jpegsIn(await dossierOf([id])).map(sha256);
    must(await archive.derivePictures());
    expect(jpegsIn(await dossierOf([id])).map(sha256)).toEqual(before);
    expect(before).toHaveLength(1);
  });

  it('says nothing of the sort of a picture that is printed itself', async () => {
    const id = await take('door.png', redCorner('png'));
    expect(text(await dossierOf([id]))).not.toContain('SHA-256ofpicture');
  });

  it('names what cannot be decoded by its digest alone', async () => {
    const hollow = makeHeic(64, 48);
    const said = text(await dossierOf([await take('hollow.heic', hollow)]));
    expect(said).toContain(sha256(hollow));
    expect(said).not.toContain('SHA-256ofpicture');
  });
});
