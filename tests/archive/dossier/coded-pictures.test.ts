/** A PNG stands in the finished file as it was coded, and nothing that was hidden behind its pixels does. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeHere } from '../../../archive/dossier/make.ts';
import { codedPixels } from '../../../archive/dossier/picture/png-pixels.ts';
import { putIn } from '../../../archive/dossier/put-in.ts';
import { standInFor } from '../../../archive/dossier/stand-in.ts';
import { redCorner } from '../import/made-pictures.ts';
import { checkStructure, infoOf, inflated, picturesIn, pixelsIn } from './pdf-tools.ts';
import { preflight } from './preflight.ts';
import { plainPng, type PlainPng, pngOf, someRows } from './plain-png.ts';
import { sampleMaterial } from './sample.ts';

const SECRET = 'CANARYBEHINDTHEPIXELS';

function dossierWith(pictures: readonly Uint8Array[]) {
  const [first, ...others] = pictures.map((bytes) =>
    sampleMaterial({ picture: { bytes, mediaType: 'image/png' } }),
  );
  if (!first) throw new Error('a dossier of no pictures');
  const exhibits = [first, ...others].flatMap((sample, index) =>
    sample.exhibits
      .filter(({ image }) => image)
      .map((exhibit) => ({ ...exhibit, number: index + 1, quotes: [] })),
  );
  const sections = first.dossier.sections.slice(0, 2);
  return { ...first, exhibits, comparisons: [], dossier: { ...first.dossier, sections } };
}

function pdfOf(pictures: readonly Uint8Array[]): Uint8Array {
  const made = makeHere(dossierWith(pictures), () => undefined);
  if (!made.ok) throw new Error(made.error.code);
  return made.value.pdf;
}

it('has the pixels of each picture, whatever their colours, filters and pieces', () => {
  const pictures: PlainPng[] = [
    { width: 24, height: 16, colours: 3, filters: [0, 1, 2, 3, 4], pieces: 3 },
    { width: 300, height: 200, colours: 3, filters: [4], pieces: 1 },
    { width: 17, height: 31, colours: 1, filters: [2, 1], pieces: 2 },
    { width: 1, height: 1, colours: 1, filters: [0], pieces: 1 },
  ];
  const pdf = pdfOf(pictures.map((picture, seed) => new Uint8Array(plainPng(picture, seed))));
  checkStructure(pdf);
  expect(pixelsIn(pdf)).toEqual(
    pictures.map((picture, seed) => ({
      width: picture.width,
      height: picture.height,
      pixels: inColour(someRows(picture, seed), picture.colours),
    })),
  );
});

it('writes what it cannot take as it is by decoding it, in one file with the others', () => {
  const plain = new Uint8Array(plainPng({ width: 20, height: 20, colours: 3 }, 1));
  const transparent = new Uint8Array(redCorner('png'));
  expect(codedPixels(transparent)).toBeNull();
  const pdf = pdfOf([transparent, plain, new Uint8Array(redCorner('jpeg'))]);
  checkStructure(pdf);
  expect(picturesIn(pdf).filter(({ width }) => width === 20)).toHaveLength(1);
  expect(picturesIn(pdf).filter(({ width }) => width === 64).length).toBeGreaterThanOrEqual(2);
});

it('shows a picture twice that is there twice', () => {
  const bytes = new Uint8Array(plainPng({ width: 40, height: 30, colours: 3 }, 7));
  const pdf = pdfOf([bytes, bytes.slice()]);
  checkStructure(pdf);
  const [one, other, ...more] = pixelsIn(pdf);
  expect(more).toEqual([]);
  expect(one).toEqual(other);
});

it('is what a validator of PDF/A asks for', () => {
  const pictures = [3, 1].map(
    (colours) =>
      new Uint8Array(plainPng({ width: 90, height: 70, colours: colours as 1 | 3 }, colours)),
  );
  expect(preflight(pdfOf(pictures))).toEqual([]);
});

it('ends where the pixels end', () => {
  const rows = someRows({ width: 8, height: 8, colours: 3 }, 3);
  const hidden = pngOf({ width: 8, height: 8, colours: 3 }, [
    Buffer.concat([deflateSync(filtered(rows, 24)), Buffer.from(SECRET)]),
  ]);
  const pdf = pdfOf([new Uint8Array(hidden)]);
  expect(Buffer.from(hidden).includes(SECRET)).toBe(true);
  expect(Buffer.from(pdf).includes(SECRET)).toBe(false);
  expect(inflated(pdf).includes(SECRET)).toBe(false);
  expect(pixelsIn(pdf)).toMatchObject([{ width: 8, height: 8, pixels: rows }]);
});

it.each([
  ['a row too few', (rows: Buffer) => rows.subarray(25)],
  ['a row too many', (rows: Buffer) => Buffer.concat([rows, Buffer.alloc(25)])],
  ['a filter that there is not', (rows: Buffer) => Buffer.concat([Buffer.of(5), rows.subarray(1)])],
])('takes none with %s', (_, change) => {
  const rows = filtered(someRows({ width: 8, height: 8, colours: 3 }, 3), 24);
  const png = (data: Buffer) =>
    new Uint8Array(pngOf({ width: 8, height: 8, colours: 3 }, [deflateSync(data)]));
  expect(codedPixels(png(rows))).not.toBeNull();
  expect(codedPixels(png(change(rows)))).toBeNull();
});

it('takes none that is cut short or changed, or has the same pixels', () => {
  fc.assert(
    fc.property(
      fc.record({
        width: fc.integer({ min: 1, max: 30 }),
        height: fc.integer({ min: 1, max: 30 }),
        colours: fc.constantFrom(1 as const, 3 as const),
        filters: fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
        pieces: fc.integer({ min: 1, max: 4 }),
      }),
      fc.nat(1_000),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (picture, seed, cut) => {
        const png = plainPng(picture, seed);
        const whole = codedPixels(new Uint8Array(png));
        expect(whole).toMatchObject({ ...pick(picture) });
        const data = dataOf(png);
        const shorter = data.subarray(0, Math.floor(cut * (data.length - 1)));
        expect(codedPixels(new Uint8Array(pngOf(picture, [shorter])))).toBeNull();
      },
    ),
  );
});

it('is not taken in by a picture that looks like the stand-in of another', () => {
  const png = new Uint8Array(plainPng({ width: 20, height: 20, colours: 3 }, 1));
  const digest = createHash('sha256').update(png).digest('hex');
  const pixels = codedPixels(png);
  const standIn = pixels && standInFor(pixels, digest);
  if (!standIn) throw new Error('no stand-in');
  const jpeg = redCorner('jpeg');
  const comment = standIn.subarray(2, standIn.indexOf(Buffer.of(0xff, 0xc0)));
  const imitating = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
  const pdf = pdfOf([new Uint8Array(imitating), png]);
  checkStructure(pdf);
  expect(picturesIn(pdf).map(({ width, encoding }) => [width, encoding])).toEqual([
    [64, 'jpeg'],
    [20, 'image'],
  ]);
  expect(Buffer.from(pdf).includes(digest)).toBe(false);
});

it('refuses a file in which a picture has no place, or that has another form', () => {
  const png = new Uint8Array(plainPng({ width: 20, height: 20, colours: 3 }, 1));
  const pixels = codedPixels(png);
  const standIn = pixels && standInFor(pixels, 'f'.repeat(64));
  if (!standIn) throw new Error('no stand-in');
  const pictures = new Map([['f'.repeat(64), { standIn, pixels }]]);
  const pdf = Buffer.from(pdfOf([png]));
  expect(() => putIn(pdf, pictures)).toThrow('not in its place');
  expect(() => putIn(pdf.subarray(0, pdf.length - 30), pictures)).toThrow('table');
  expect(putIn(pdf, new Map())).toEqual([{ bytes: pdf, picture: null }]);
  expect(Number(infoOf(pdf).get('Pages'))).toBeGreaterThan(1);
});

const pick = ({ width, height, colours }: PlainPng) => ({ width, height, colours });

/** Each row after the number of no filter. */
function filtered(rows: Uint8Array, row: number): Buffer {
  const all: Buffer[] = [];
  for (let at = 0; at < rows.length; at += row)
    all.push(Buffer.of(0), Buffer.from(rows.subarray(at, at + row)));
  return Buffer.concat(all);
}

/** What its pieces hold together. */
function dataOf(png: Buffer): Buffer {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return Buffer.concat(data);
}

function inColour(pixels: Buffer, colours: 1 | 3): Buffer {
  return colours === 3 ? pixels : Buffer.from([...pixels].flatMap((grey) => [grey, grey, grey]));
}
