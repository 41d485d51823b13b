/** Small pictures in an archive: made once, kept sealed, without anything that the original says, made again when lost. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { measure } from '../../../archive/import/image/measures.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import { type Derived, limits, type SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { sourceIn, takeIn } from '../../helpers/fill.ts';
import { makeHeic, makeJpeg } from '../import/made-images.ts';
import { redCorner, redCornerHeic, redCornerTiff, withExif } from '../import/made-pictures.ts';

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

const sourceOf = (id: SourceId) => sourceIn(archive, id);

type Made = Extract<Derived, { readonly state: 'made' }>;

async function madeOf(id: SourceId): Promise<Made> {
  const derived = (await sourceOf(id)).image?.derived;
  if (derived?.state !== 'made') throw new Error(`not made: ${derived?.code ?? 'nothing'}`);
  return derived;
}

const photograph = withExif(
  redCorner('jpeg', 1_200, 900),
  [
    [0x010f, 'Lindera'],
    [0x0110, 'Lindera Pocket 3'],
    [0x0112, 6],
    [0x013b, 'Asel Vorn'],
  ],
  [[0x9003, '2026:03:10 12:26:41']],
);

describe('small pictures', () => {
  it('are made of each picture once, upright, and kept in the archive', async () => {
    const id = await take('IMG_1.jpg', photograph);
    expect(await archive.picture(id, 'thumbnail')).toMatchObject({
      error: { code: 'not-a-picture' },
    });
    expect(must(await archive.derivePictures())).toEqual({ made: 1, failed: 0, stopped: false });
    expect(must(await archive.derivePictures())).toEqual({ made: 0, failed: 0, stopped: false });

    const { thumbnail, preview, hash } = await madeOf(id);
    expect(thumbnail).toMatchObject({ width: 240, height: limits.thumbnailSide });
    expect(preview).toBeUndefined();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const { entries } = must(await archive.log(0, 1));
    expect(entries[0]).toMatchObject({
      action: 'source.derive',
      subjects: [id],
      facts: { pictures: 1, failed: 0 },
    });

    await archive.close();
    archive = await shelf.open();
    const { bytes, mediaType } = must(await archive.picture(id, 'thumbnail'));
    expect(mediaType).toBe('image/webp');
    expect(measure(bytes, mediaType)).toMatchObject({ width: 240, height: 320, whole: true });
    const full = must(await archive.picture(id, 'full'));
    expect(full.mediaType).toBe('image/jpeg');
    expect(photograph.equals(full.bytes)).toBe(true);
  });

  it('hold nothing that the original says about itself', async () => {
    const jpeg = await take('IMG_1.jpg', photograph);
    const heic = await take('IMG_2.heic', redCornerHeic);
    must(await archive.derivePictures());
    const shown = [
      must(await archive.picture(jpeg, 'thumbnail')),
      must(await archive.picture(heic, 'thumbnail')),
      must(await archive.picture(heic, 'full')),
    ];
    for (const { bytes } of shown)
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(
        /Exif|EXIF|XMP|Lindera|Asel|2026|ICC|Photoshop|Magick|date:/,
      );
  });

  it('stand for what a window cannot show', async () => {
    const tiff = await take('scan.tif', redCornerTiff(6_000, 300, { deflated: true }));
    const heic = await take('IMG_2.heic', redCornerHeic);
    must(await archive.derivePictures());
    for (const [id, width, height] of [
      [tiff, limits.previewSide, 205],
      [heic, 64, 48],
    ] as const) {
      expect((await madeOf(id)).preview).toMatchObject({ width, height, mediaType: 'image/jpeg' });
      const { bytes, mediaType } = must(await archive.picture(id, 'full'));
      expect(measure(bytes, mediaType)).toMatchObject({ width, height, whole: true });
    }
  });

  it('are not tried again for a picture that cannot be decoded', async () => {
    const broken = await take('broken.jpg', makeJpeg(64, 48));
    const hollow = await take('hollow.heic', makeHeic(64, 48));
    const text = await take('note.txt', Buffer.from('Nothing to be seen.'));
    const good = await take('good.png', redCorner('png'));
    expect(must(await archive.derivePictures())).toEqual({ made: 1, failed: 2, stopped: false });
    for (const id of [broken, hollow])
      expect((await sourceOf(id)).image?.derived).toMatchObject({
        state: 'failed',
        code: 'image-damaged',
      });
    expect(await archive.picture(hollow, 'full')).toMatchObject({
      error: { code: 'not-a-picture' },
    });
    expect(await archive.picture(text, 'full')).toMatchObject({ error: { code: 'not-a-picture' } });
    expect((await madeOf(good)).thumbnail).toMatchObject({ width: 64, height: 48 });
    expect(must(await archive.derivePictures())).toMatchObject({ made: 0, failed: 0 });
  });

  it('are made again when they were lost', async () => {
    const id = await take('IMG_1.jpg', photograph);
    must(await archive.derivePictures());
    const { thumbnail } = await madeOf(id);
    const path = join(shelf.folder, 'blobs', thumbnail.blob.slice(0, 2), thumbnail.blob);
    await rm(path);
    expect(await archive.picture(id, 'thumbnail')).toMatchObject({ error: { code: 'damaged' } });
    expect(must(await archive.verify(true)).findings).toHaveLength(1);
    expect(must(await archive.derivePictures())).toMatchObject({ made: 1 });
    expect(must(await archive.picture(id, 'thumbnail')).bytes.length).toBeGreaterThan(0);
    expect(must(await archive.verify(true)).findings).toEqual([]);
  });

  it('stay when a person takes back what she did before they were made', async () => {
    const id = await take('IMG_1.jpg', photograph);
    must(await archive.editSource(id, { title: 'The red corner' }));
    must(await archive.derivePictures());
    must(await archive.undo());
    expect((await sourceOf(id)).title).not.toBe('The red corner');
    expect((await madeOf(id)).thumbnail.width).toBe(240);
    must(await archive.redo());
    expect((await sourceOf(id)).title).toBe('The red corner');
    expect((await madeOf(id)).thumbnail.width).toBe(240);
  });

  it('can be stopped, and gone on with', async () => {
    const ids = [
      await take('a.png', redCorner('png', 100, 80)),
      await take('b.png', redCorner('png', 101, 80)),
      await take('c.png', redCorner('png', 102, 80)),
    ];
    const control = new AbortController();
    const job = {
      ...quietJob,
      signal: control.signal,
      progress: (done: number) => {
        if (done === 1) control.abort();
      },
    };
    expect(must(await archive.derivePictures(job))).toEqual({ made: 1, failed: 0, stopped: true });
    expect(must(await archive.derivePictures())).toEqual({ made: 2, failed: 0, stopped: false });
    for (const id of ids) expect((await madeOf(id)).thumbnail.height).toBe(80);
  });

  it('end with the archive', async () => {
    await take('IMG_1.jpg', photograph);
    const making = archive.derivePictures();
    await archive.close();
    const answer = await making;
    if (!answer.ok) expect(answer.error.code).toBe('closed');
  });
});
