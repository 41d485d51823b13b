import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readImage } from '../../../archive/import/formats/image.ts';
import { measure } from '../../../archive/import/image/measures.ts';
import { sniff } from '../../../archive/import/sniff.ts';
import { limits, Metadata } from '../../../archive/model/index.ts';
import {
  exifSegment,
  jpegSegment,
  makeGif,
  makeHeic,
  makeJpeg,
  makePng,
  makeTiff,
  makeWebp,
  pngChunk,
} from './made-images.ts';

async function image(bytes: Buffer, name = 'IMG_0001.jpg') {
  const draft = await readImage(bytes, { name }, sniff(bytes, name).mediaType);
  Metadata.parse(draft.metadata);
  return draft;
}

const photograph = makeJpeg(400, 300, [
  exifSegment(
    [
      [0x010f, 'Lindera'],
      [0x0110, 'Lindera Pocket 3'],
      [0x0112, 6],
      [0x0131, 'PocketCam 2'],
      [0x0132, '2026:03:11 08:00:00'],
      [0x013b, 'Asel Vorn'],
    ],
    [
      [0x9003, '2026:03:10 12:26:41'],
      [0x9011, '+03:00'],
    ],
  ),
]);

describe('measures', () => {
  test.each([
    ['PNG', makePng(640, 480)],
    ['JPEG', makeJpeg(640, 480)],
    ['WebP', makeWebp(640, 480)],
    ['GIF', makeGif(640, 480)],
  ])('of a %s come from its header', async (_, bytes) => {
    const draft = await image(bytes);
    expect(draft).toMatchObject({
      kind: 'image',
      image: { width: 640, height: 480, orientation: 1 },
      notes: [],
      text: null,
    });
  });

  test.each([
    ['TIFF', makeTiff([{ width: 640, height: 480 }])],
    [
      'TIFF with a smaller copy before it',
      makeTiff([
        { width: 640, height: 480, reduced: false },
        { width: 64, height: 48, reduced: true },
      ]),
    ],
    ['HEIC, of the picture that it calls its first', makeHeic(640, 480)],
  ])('of a %s come from its header too, although it is not shown', async (_, bytes) => {
    const draft = await image(bytes, 'scan.bin');
    expect(draft).toMatchObject({
      kind: 'image',
      image: { width: 640, height: 480, orientation: 1 },
      notes: ['image-not-shown'],
    });
  });

  test('of a TIFF with several pages are those of the first, and the pages are counted', async () => {
    const pages = [300, 200, 100].map((width) => ({ width, height: 400 }));
    const draft = await image(makeTiff(pages), 'fax.tif');
    expect(draft).toMatchObject({
      image: { width: 300, height: 400 },
      pages: { count: 3, withoutText: 3 },
      notes: ['several-pages', 'image-not-shown'],
    });
  });

  test('a TIFF whose pages run in a circle, or whose pixels lie outside of it, is damaged', async () => {
    const circle = makeTiff([{ width: 3, height: 4 }]);
    circle.writeUInt32LE(8, 8 + 2 + 5 * 12);
    expect(await image(circle, 'a.tif')).toMatchObject({
      kind: 'image',
      notes: ['image-not-shown'],
    });
    const cut = makeTiff([{ width: 3, height: 4 }]).subarray(0, -3);
    expect((await image(cut, 'a.tif')).notes).toContain('image-damaged');
  });

  test('an image of more pixels than are decoded is kept as a file', async () => {
    const side = Math.ceil(Math.sqrt(limits.imagePixels)) + 1;
    const draft = await image(makeGif(side, side));
    expect(draft).toMatchObject({ kind: 'file', image: null, notes: ['image-too-large'] });
    const bomb = await image(makePng(60_000, 60_000), 'bomb.png');
    expect(bomb).toMatchObject({ kind: 'file', image: null, notes: ['image-too-large'] });
  });

  test('a truncated image is said to be damaged, and keeps its measures while it has any', async () => {
    expect(await image(photograph.subarray(0, -2))).toMatchObject({
      kind: 'image',
      notes: ['image-damaged'],
    });
    expect(await image(photograph.subarray(0, 20))).toMatchObject({
      kind: 'file',
      image: null,
      notes: ['image-damaged'],
    });
  });

  test('no bytes, however broken, make the parsers fail', () => {
    const whole = [
      photograph,
      makePng(9, 9),
      makeWebp(9, 9),
      makeGif(9, 9),
      makeTiff([{ width: 9, height: 9 }]),
      makeHeic(9, 9),
    ];
    const types = [
      'image/jpeg',
      'image/png',
      'image/webp',
      'image/gif',
      'image/tiff',
      'image/heic',
    ];
    fc.assert(
      fc.property(
        fc.nat(5),
        fc.array(fc.tuple(fc.nat(700), fc.nat(255)), { maxLength: 8 }),
        fc.nat(700),
        (kind, changes, length) => {
          const bytes = Buffer.from(whole[kind] ?? '');
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          const measured = measure(bytes.subarray(0, length), types[kind] ?? '');
          if (measured) expect(Math.min(measured.width, measured.height)).toBeGreaterThan(0);
        },
      ),
      { numRuns: process.env.SLOW === undefined ? 3_000 : 200_000 },
    );
  });
});

describe('what an image says about itself', () => {
  test('device, author and time are read, the time with the zone that it names', async () => {
    const { metadata, image: measures } = await image(photograph);
    expect(measures).toEqual({ width: 400, height: 300, orientation: 6 });
    expect(metadata).toMatchObject({
      authors: ['Asel Vorn'],
      event: '2026-03-10T12:26:41+03:00',
      published: null,
    });
    const readings = metadata.readings.map(({ field, value, from }) => [field, value, from]);
    expect(readings).toContainEqual(['device', 'Lindera Pocket 3', 'exif:Model']);
    expect(readings).toContainEqual(['software', 'PocketCam 2', 'exif:Software']);
    expect(readings).toContainEqual(['taken', '2026:03:10 12:26:41', 'exif:DateTimeOriginal']);
  });

  test('a time without a zone gets none from this machine', async () => {
    const bytes = makeJpeg(4, 3, [exifSegment([], [[0x9003, '2026:03:10 12:26:41']])]);
    expect((await image(bytes)).metadata.event).toBe('2026-03-10T12:26:41');
  });

  test('a time of zeros is a reading, no date', async () => {
    const bytes = makeJpeg(4, 3, [exifSegment([], [[0x9003, '0000:00:00 00:00:00']])]);
    expect((await image(bytes)).metadata.event).toBeNull();
  });

  test('XMP and texts in a PNG are read', async () => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">The closed door</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>`;
    const itxt = Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`, 'utf8');
    const text = Buffer.from('Author\0Asel Vorn', 'latin1');
    const draft = await image(
      makePng(4, 4, [pngChunk('iTXt', itxt), pngChunk('tEXt', text)]),
      'x.png',
    );
    expect(draft.title).toBe('The closed door');
    expect(draft.metadata.authors).toEqual(['Asel Vorn']);
  });

  test('broken metadata leave the image whole', async () => {
    const bytes = makeJpeg(4, 3, [
      jpegSegment(0xe1, Buffer.from('Exif\0\0MM\0*\xff\xff\xff\xff', 'latin1')),
    ]);
    expect(await image(bytes, '../../a\u202egpj.jpg')).toMatchObject({
      kind: 'image',
      title: 'agpj',
    });
  });
});
