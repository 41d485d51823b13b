/** Parts of pictures that must not leave are black in everything that does, and the words that stand there are gone. */
import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { createPictures } from '../../../archive/import/index.ts';
import {
  type CoveredRegion,
  type DossierId,
  shareProfiles,
  type SourceId,
} from '../../../archive/model/index.ts';
import type { QuoteDraft } from '../../../archive/requests.ts';
import { makeShelf, must, type Shelf, wholeArchive } from '../../helpers/archives.ts';
import { takeIn, wordsOf } from '../../helpers/fill.ts';
import { flatTextIn, inflated, jpegsIn, renderedPage } from '../dossier/pdf-tools.ts';
import { redCornerHeic, tiffOfPages, withExif } from '../import/made-pictures.ts';
import { pictureOf, scanOf } from '../import/pictures-of-text.ts';

type Place = Pick<CoveredRegion, 'x' | 'y' | 'width' | 'height'>;
const protect = { levels: shareProfiles.protect, entities: [] };
const region = (place: Place, reason = ''): CoveredRegion => ({ ...place, reason, by: 'B-19' });
/** Of 255. The noise is brighter everywhere. */
const DARK = 16;
const LIGHT = 96;

/** Bright noise: whatever shows through is seen. */
function noise(kind: 'png' | 'jpeg' | 'webp', width: number, height: number): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let y = 0; y < height; y += 4)
    for (let x = 0; x < width; x += 4) {
      context.fillStyle = `hsl(${(x * 7 + y * 13) % 360} 90% ${70 + ((x * y) % 20)}%)`;
      context.fillRect(x, y, 4, 4);
    }
  if (kind === 'png') return canvas.toBuffer('image/png');
  return kind === 'jpeg' ? canvas.toBuffer('image/jpeg', 92) : canvas.toBuffer('image/webp', 92);
}

/** The brightest channel of each pixel, as another decoder than ours sees it. */
async function shadesOf(bytes: Uint8Array) {
  const image = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  const shade = (x: number, y: number) => {
    const at = (y * width + x) * 4;
    return Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  };
  return { width, height, shade };
}

/** The brightest shade inside a place, and whether anything is bright outside of all of them. */
async function look(bytes: Uint8Array, places: readonly Place[]) {
  const { width, height, shade } = await shadesOf(bytes);
  let inside = 0;
  let outside = 0;
  const holds = (x: number, y: number) =>
    places.some(
      (place) =>
        x >= Math.floor(place.x * width) &&
        x < Math.ceil((place.x + place.width) * width) &&
        y >= Math.floor(place.y * height) &&
        y < Math.ceil((place.y + place.height) * height),
    );
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (holds(x, y)) inside = Math.max(inside, shade(x, y));
      else outside = Math.max(outside, shade(x, y));
  return { width, height, inside, outside };
}

const place = fc
  .record({
    x: fc.double({ min: 0, max: 0.95, noNaN: true }),
    y: fc.double({ min: 0, max: 0.95, noNaN: true }),
    width: fc.double({ min: 0.001, max: 1, noNaN: true }),
    height: fc.double({ min: 0.001, max: 1, noNaN: true }),
  })
  .map((one) => ({ ...one, width: one.width * (1 - one.x), height: one.height * (1 - one.y) }));

let shelf: Shelf;
let archive: Archive;
const at = (...names: string[]) => join(shelf.root, ...names);

const take = (name: string, bytes: Uint8Array) => takeIn(archive, name, bytes);

const cover = async (source: SourceId, regions: readonly CoveredRegion[]) =>
  must(await archive.editSource(source, { covered: [...regions] }));

async function dossierOf(
  sources: readonly SourceId[],
  quotes: readonly string[] = [],
): Promise<DossierId> {
  const made = await archive.addDossier({
    title: 'What was seen',
    matter: '',
    author: '',
    handling: '',
    language: 'en',
    pageSize: 'a4',
    sections: [
      ...sources.map((source) => ({ kind: 'source' as const, source })),
      ...quotes.map((quote) => ({ kind: 'quote' as const, quote: quote as never })),
    ],
  });
  return must(made).id;
}

const pdfOf = async (id: DossierId) => must(await archive.previewDossier(id)).pdf;

const quote = async (source: SourceId, exact: string, more: Partial<QuoteDraft> = {}) =>
  must(await archive.addQuote(wordsOf(source, exact, more))).id;

/** Files in which a word stands. */
function holding(name: string, word: string): string[] {
  const { status, stdout } = spawnSync('grep', ['-rl', word, name], {
    cwd: shelf.root,
    encoding: 'utf8',
  });
  if (status === null || status > 1) throw new Error('grep failed');
  return stdout.split('\n').filter((line) => line !== '');
}

const lines = [
  'The lamp in the harbour office burned until nine.',
  'Zoya lives at Mole Street four.',
];
/** The second line of two. */
const secondLine: Place = { x: 0, y: 0.5, width: 1, height: 0.4 };
let notice: SourceId;
let noticePdf: Uint8Array;
let noticeDossier: DossierId;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  notice = await take('notice.png', pictureOf(lines));
  must(await archive.recognise([notice], ['en']));
  await cover(notice, [region(secondLine, 'an address')]);
  noticeDossier = await dossierOf([notice]);
  noticePdf = await pdfOf(noticeDossier);
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

describe('what is covered', () => {
  it('is black wherever it lies, in every format, and what lies beside it is not', async () => {
    const pictures = createPictures();
    const kinds = [
      ['image/png', noise('png', 120, 90)],
      ['image/jpeg', noise('jpeg', 120, 90)],
      ['image/webp', noise('webp', 120, 90)],
    ] as const;
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(place, { minLength: 1, maxLength: 4 }),
          fc.constantFrom(...kinds),
          async (places, [mediaType, bytes]) => {
            const picture = { bytes, mediaType, orientation: 1 };
            const made = must(
              await pictures.blackOut(
                picture,
                places.map((one) => region(one)),
              ),
            );
            const seen = await look(made.bytes, places);
            expect(seen.inside).toBeLessThan(DARK);
            const most = places.reduce((sum, { width, height }) => sum + width * height, 0);
            if (most < 0.2) expect(seen.outside).toBeGreaterThan(LIGHT);
          },
        ),
        { numRuns: process.env.SLOW === undefined ? 25 : 500 },
      );
    } finally {
      await pictures.close();
    }
  });

  it('lies where it is seen, also in a picture that is turned, and black in the finished PDF', async () => {
    const places = fc.sample(place, { numRuns: 3, seed: 7 });
    const turned = withExif(noise('jpeg', 400, 300), [[274, 6]], []);
    const plain = noise('png', 400, 300);
    const [one, other] = [await take('turned.jpg', turned), await take('plain.png', plain)];
    const heic = await take('corner.heic', redCornerHeic);
    const corner = { x: 0, y: 0, width: 0.5, height: 0.5 };
    for (const source of [one, other])
      await cover(
        source,
        places.map((each) => region(each)),
      );
    await cover(heic, [region(corner)]);
    const pdf = await pdfOf(await dossierOf([one, other, heic]));
    const printed = jpegsIn(pdf);
    expect(printed).toHaveLength(3);
    for (const bytes of printed.slice(0, 2)) {
      const seen = await look(bytes, places);
      expect(seen.inside).toBeLessThan(DARK);
      expect(seen.outside).toBeGreaterThan(LIGHT);
    }
    const seen = await Promise.all(printed.map((bytes) => look(bytes, places)));
    expect(seen[0]).toMatchObject({ width: 300, height: 400 });
    // Red was only in the corner that is covered.
    const { shade, width, height } = await shadesOf(printed[2] ?? Buffer.alloc(0));
    expect(shade(2, 2)).toBeLessThan(DARK);
    expect(shade(width - 2, height - 2)).toBeGreaterThan(240);
  });
});

describe('a dossier', () => {
  it('says what is covered, why, and to those who cannot see it', async () => {
    const said = flatTextIn(noticePdf);
    expect(said).toContain('One part of it is covered in black');
    expect(said).toContain('Must not leave: an address');
    expect(said).toContain('Exhibit 1: 1');
    expect(said).not.toContain('B-19');
    expect(inflated(noticePdf).toString('latin1')).toContain('covered in black, by us');
    const { contents } = must(await archive.inspectDossier(noticeDossier));
    expect(contents).toMatchObject({ pictures: 1, coveredParts: 1, covered: 0 });
  });

  it('prints the words beside it, and not those under it', () => {
    const said = flatTextIn(noticePdf);
    expect(said).toContain('The lamp in the harbour office burned until nine.');
    expect(said).toContain('[covered]');
    for (const word of ['Zoya', 'Mole', 'Street'])
      for (const text of [said, inflated(noticePdf).toString('latin1')])
        expect(text).not.toContain(word);
  });

  it('prints a quote of words beside it in its context', async () => {
    const after = await take('after.png', pictureOf(lines.toReversed()));
    must(await archive.recognise([after], ['en']));
    const beside = await quote(after, 'the harbour office');
    await cover(after, [region({ x: 0, y: 0, width: 1, height: 0.36 })]);
    const said = flatTextIn(await pdfOf(await dossierOf([], [beside])));
    expect(said).toContain('the harbour office');
    expect(said).toContain('[covered]');
    expect(said).not.toContain('Mole');
    expect(said).not.toContain('does not stand at its place');
  });

  it('is refused while it quotes what is covered, or words of which no place is known', async () => {
    const under = await quote(notice, 'at Mole Street');
    const id = await dossierOf([], [under]);
    const refused = { ok: false, error: { code: 'quote-covered', detail: { exhibit: 1 } } };
    expect(await archive.previewDossier(id)).toMatchObject(refused);
    expect(await archive.exportDossier(id, at('no.pdf'))).toMatchObject(refused);
    expect(await readdir(shelf.root)).not.toContain('no.pdf');
    must(await archive.deleteDossier(id));
    must(await archive.deleteQuote(under));
  });

  it('shows the same picture again when nothing is covered any more', async () => {
    const bytes = noise('jpeg', 80, 60);
    const source = await take('again.jpg', bytes);
    const id = await dossierOf([source]);
    const before = jpegsIn(await pdfOf(id))[0];
    await cover(source, [region({ x: 0, y: 0, width: 1, height: 1 })]);
    expect((await look(jpegsIn(await pdfOf(id))[0] ?? bytes, [])).outside).toBeLessThan(DARK);
    await cover(source, []);
    expect(jpegsIn(await pdfOf(id))[0]).toEqual(before);
  });

  it('covers a page as a reader draws it', async () => {
    const source = await take('drawn.jpg', noise('jpeg', 200, 150));
    await cover(source, [region({ x: 0, y: 0, width: 1, height: 1 })]);
    const pdf = await pdfOf(await dossierOf([source]));
    const page = Array.from({ length: 12 }, (_, at) => at + 1).find((number) =>
      flatTextIn(pdf, number).includes('covered in black'),
    );
    const { pixels } = renderedPage(pdf, page ?? 1, 40);
    const colourful = pixels.filter((_, index) => {
      const [red = 0, green = 0, blue = 0] = pixels.subarray(
        index - (index % 3),
        index - (index % 3) + 3,
      );
      return Math.max(red, green, blue) - Math.min(red, green, blue) > 120;
    });
    expect(colourful.length).toBe(0);
  });
});

describe('a page of several', () => {
  const bright = (width: number, height: number) => ({
    width,
    height,
    shades: new Uint8Array(width * height).fill(230),
  });
  const corner = { x: 0, y: 0, width: 0.5, height: 0.5 };
  const ofPage = (source: SourceId, page: number, seen = '') =>
    quote(source, '', {
      passage: {
        kind: 'region',
        region: { kind: 'region', x: 0, y: 0, width: 1, height: 1, page },
      },
      ...(seen !== '' && { seen }),
    });

  it('is black where it is covered, in what is printed of it, and the other pages are not', async () => {
    const source = await take('scan.tiff', tiffOfPages([bright(300, 200), bright(320, 240)]));
    await cover(source, [{ ...region(corner), page: 2 }]);
    const id = await dossierOf([source], [await ofPage(source, 1), await ofPage(source, 2)]);
    const printed = jpegsIn(await pdfOf(id));
    // The first page whole and as it is quoted, and the second as it is quoted.
    const widths = new Set<number>();
    for (const bytes of printed) {
      const { width } = await shadesOf(bytes);
      const seen = await look(bytes, [corner]);
      expect(seen.outside).toBeGreaterThan(LIGHT);
      if (width === 320) expect(seen.inside).toBeLessThan(DARK);
      else expect(seen.inside).toBeGreaterThan(LIGHT);
      widths.add(width);
    }
    expect(widths).toEqual(new Set([300, 320]));
    expect(flatTextIn(await pdfOf(id))).not.toContain('One part of it is covered');
  });

  it('keeps the words under it, and a quote that tells of it, from leaving', async () => {
    const source = await take(
      'pages.tiff',
      scanOf([['The lamp burned until nine.'], ['They took Zoya away at noon.']]),
    );
    must(await archive.recognise([source], ['en']));
    await cover(source, [{ ...region({ x: 0, y: 0, width: 1, height: 1 }), page: 2 }]);
    const said = flatTextIn(await pdfOf(await dossierOf([source])));
    expect(said).toContain('The lamp burned until nine.');
    expect(said).toContain('[covered]');
    expect(said).not.toContain('Zoya');
    const telling = await dossierOf([], [await ofPage(source, 2, 'Zoya is led away')]);
    expect(await archive.previewDossier(telling)).toMatchObject({
      error: { code: 'quote-covered' },
    });
    const beside = await dossierOf([], [await ofPage(source, 1, 'A lamp')]);
    must(await archive.previewDossier(beside));
  });

  it('is one that the picture has', async () => {
    const source = await take('two.tiff', tiffOfPages([bright(60, 40), bright(80, 40)]));
    const edited = await archive.editSource(source, { covered: [{ ...region(corner), page: 3 }] });
    expect(edited).toMatchObject({ ok: false, error: { code: 'not-coverable' } });
  });
});

describe('what leaves otherwise', () => {
  it('carries no original of it in a package, whatever was asked for', async () => {
    for (const files of ['originals', 'pictures'] as const) {
      const name = `package-${files}`;
      const request = {
        form: 'folder',
        files,
        seal: null,
        despiteNames: false,
        recipient: '',
      } as const;
      must(await archive.exportPackage(noticeDossier, at(name), request));
      const data = await readdir(at(name, 'data'), { recursive: true });
      expect(data.filter((path) => /K-\d+\.(?:png|jpg)$/.test(path))).toEqual([
        'pictures/K-0001.jpg',
      ]);
      const seen = await look(await readFile(at(name, 'data/pictures/K-0001.jpg')), [secondLine]);
      expect(seen.inside).toBeLessThan(DARK);
      expect(seen.outside).toBeGreaterThan(LIGHT);
      const { items } = JSON.parse(
        await readFile(at(name, 'data/metadata/items.json'), 'utf8'),
      ) as {
        items: unknown[];
      };
      expect(items).toMatchObject([{ covered: [{ ...secondLine, reason: 'an address' }] }]);
      expect(holding(name, 'Mole')).toEqual([]);
    }
  });

  it('leaves the whole archive only without it, by a profile', async () => {
    await writeFile(at('whole-text'), lines.join('\n'));
    const bag = { ...wholeArchive('bagit'), sharing: protect };
    const under = await quote(notice, 'Mole Street', {
      translation: { text: 'Molenstraat', language: 'nl', translator: null },
      note: 'the one on the mole',
    });
    must(await archive.exportAll(bag, at('bag')));
    expect(
      (await look(await readFile(at('bag/data/pictures/K-0001.jpg')), [secondLine])).inside,
    ).toBeLessThan(DARK);
    expect(await readdir(at('bag/data/originals'))).not.toContain('K-0001.png');
    for (const format of ['qdpx', 'json', 'csv'] as const)
      must(await archive.exportAll({ ...bag, format }, at(`all.${format}`)));
    const project = unzipSync(await readFile(at('all.qdpx')));
    await writeFile(
      at('all.qde'),
      Object.values(project)
        .map((bytes) => Buffer.from(bytes).toString('latin1'))
        .join('\n'),
    );
    for (const name of ['bag', 'all.qde', 'all.json', 'all.csv'])
      for (const word of ['Mole', 'Molenstraat', 'the one on the mole', 'B-19'])
        expect(holding(name, word)).toEqual([]);
    expect(holding('whole-text', 'Mole')).toEqual(['whole-text']);
    must(await archive.deleteQuote(under));
  });

  it('stops the whole archive without a profile, and a comparison, until somebody says so', async () => {
    const stopped = { ok: false, error: { code: 'parts-protected' } };
    expect(await archive.exportAll(wholeArchive('bagit'), at('whole'))).toMatchObject(stopped);
    expect(await readdir(shelf.root)).not.toContain('whole');
    must(await archive.exportAll({ ...wholeArchive('bagit'), despiteParts: true }, at('whole')));
    expect(await readFile(at('whole/data/originals/K-0001.png'))).toEqual(
      Buffer.from(pictureOf(lines)),
    );
    const text = await take('said.txt', Buffer.from('The lamp burned until ten.'));
    const pair = { a: notice, b: text, format: 'csv', despiteNames: false } as const;
    expect(await archive.exportComparison(pair, at('pair.csv'))).toMatchObject(stopped);
    must(await archive.exportComparison({ ...pair, despiteParts: true }, at('pair.csv')));
  });

  it('is asked of pictures alone', async () => {
    const text = await take('plain.txt', Buffer.from('Nothing is seen here.'));
    const edited = await archive.editSource(text, { covered: [region(secondLine)] });
    expect(edited).toMatchObject({ ok: false, error: { code: 'not-coverable' } });
  });
});
