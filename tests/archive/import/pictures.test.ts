/** Pictures are decoded in one place: every format, upright, bounded, and a bad one harms nothing. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { measure } from '../../../archive/import/image/measures.ts';
import type { Grey } from '../../../archive/import/ocr/pixels.ts';
import { createPictures } from '../../../archive/import/picture/pictures.ts';
import { limits } from '../../../archive/model/index.ts';
import { must } from '../../helpers/archives.ts';
import { makeHeic, makeJpeg, makePng, makeTiff, makeWebp } from './made-images.ts';
import {
  RED,
  redCorner,
  redCornerGif,
  redCornerHeic,
  redCornerTiff,
  type TiffPage,
  tiffOfPages,
  withExif,
} from './made-pictures.ts';

const pictures = createPictures();
afterAll(() => pictures.close());

const grey = (bytes: Uint8Array, mediaType: string, orientation = 1) =>
  pictures.grey({ bytes, mediaType, orientation });

const redShade = 0.299 * RED[0] + 0.587 * RED[1] + 0.114 * RED[2];

/** The shades in the middle of each quarter: upper left, upper right, lower left, lower right. */
function quarters({ width, height, shades }: Grey): boolean[] {
  return [0.25, 0.75].flatMap((y) =>
    [0.25, 0.75].map((x) => {
      const shade = shades[Math.floor(y * height) * width + Math.floor(x * width)] ?? 0;
      expect(Math.min(Math.abs(shade - redShade), Math.abs(shade - 255))).toBeLessThan(14);
      return shade < 160;
    }),
  );
}

const upperLeft = [true, false, false, false];

describe('a picture becomes pixels', () => {
  it.for([
    ['PNG', 'image/png', redCorner('png')],
    ['JPEG', 'image/jpeg', redCorner('jpeg')],
    ['WebP', 'image/webp', redCorner('webp')],
    ['AVIF', 'image/avif', redCorner('avif')],
    ['GIF', 'image/gif', redCornerGif()],
    ['moving GIF, by its first frame', 'image/gif', redCornerGif(64, 48, 3)],
    ['TIFF', 'image/tiff', redCornerTiff()],
    ['deflated TIFF', 'image/tiff', redCornerTiff(64, 48, { deflated: true })],
    ['HEIC', 'image/heic', redCornerHeic],
  ] as const)('out of a %s', async ([, mediaType, bytes]) => {
    const picture = must(await grey(bytes, mediaType));
    expect(picture).toMatchObject({ width: 64, height: 48 });
    expect(quarters(picture)).toEqual(upperLeft);
  });

  it('out of a TIFF in grey and in black and white', async () => {
    for (const bits of [8, 1] as const) {
      const bytes = redCornerTiff(64, 48, { bits, samples: 1 });
      const { width, height, shades } = must(await grey(bytes, 'image/tiff'));
      expect([width, height, shades.length]).toEqual([64, 48, 64 * 48]);
      expect(shades[0]).toBeLessThan(40);
      expect(shades.at(-1)).toBe(255);
    }
  });

  it('turned as the record says, whatever the file says itself', async () => {
    const turned = [
      [1, upperLeft],
      [2, [false, true, false, false]],
      [3, [false, false, false, true]],
      [4, [false, false, true, false]],
      [5, upperLeft],
      [6, [false, true, false, false]],
      [7, [false, false, false, true]],
      [8, [false, false, true, false]],
    ] as const;
    for (const [orientation, wanted] of turned) {
      for (const [mediaType, bytes] of [
        ['image/jpeg', withExif(redCorner('jpeg'), [[0x0112, 3]], [])],
        ['image/tiff', redCornerTiff(64, 48, { orientation: 8 })],
      ] as const) {
        const picture = must(await grey(bytes, mediaType, orientation));
        expect(quarters(picture)).toEqual(wanted);
        expect(picture.width).toBe(orientation >= 5 ? 48 : 64);
      }
      const heic = must(await grey(redCornerHeic, 'image/heic', orientation));
      expect(quarters(heic)).toEqual(upperLeft);
    }
  });
});

describe('a TIFF with several pages', () => {
  const plain = (shade: number, width: number, rest: Partial<TiffPage> = {}): TiffPage => ({
    width,
    height: 30,
    shades: new Uint8Array(width * 30).fill(shade),
    ...rest,
  });
  const shadeOf = async (bytes: Uint8Array, page: number) => {
    const answer = await pictures.grey({ bytes, mediaType: 'image/tiff', orientation: 1, page });
    if (!answer.ok) return answer.error.code;
    const { width, height, shades } = answer.value;
    return [width, height, shades[0]];
  };

  it('is decoded page by page, past the smaller copies between them', async () => {
    const scan = tiffOfPages([
      plain(9, 8, { reduced: true }),
      plain(40, 60),
      plain(80, 8, { reduced: true }),
      plain(120, 70, { orientation: 6 }),
      plain(200, 80),
    ]);
    expect(measure(scan, 'image/tiff')).toMatchObject({ width: 60, pages: 3, whole: true });
    const all = [];
    for (const page of [1, 2, 3, 4]) all.push(await shadeOf(scan, page));
    expect(all).toEqual([[60, 30, 40], [30, 70, 120], [80, 30, 200], 'image-damaged']);
    const page = { bytes: scan, mediaType: 'image/tiff', orientation: 1, page: 2 };
    expect(must(await pictures.page(page))).toMatchObject({ width: 30, height: 70 });
  });

  it('has a broken page that leaves the others whole', async () => {
    const scan = tiffOfPages([plain(40, 60), plain(80, 60), plain(120, 60)]);
    const broken = Uint8Array.from(scan);
    const second = scan.readUInt32LE(8 + 2 + 11 * 12);
    broken.fill(0xff, second + 2 + 11 * 12 + 4, second + 2 + 11 * 12 + 14);
    expect(await shadeOf(broken, 1)).toEqual([60, 30, 40]);
    expect(await shadeOf(broken, 2)).toBe('image-damaged');
    expect(await shadeOf(broken, 3)).toEqual([60, 30, 120]);
    const large = tiffOfPages([plain(40, 60), { ...plain(80, 60), width: 60_000, height: 60_000 }]);
    expect(await shadeOf(large, 2)).toBe('image-too-large');
  });

  it('has no more pages than are read of one document', () => {
    const scan = tiffOfPages(Array.from({ length: limits.pages + 7 }, () => plain(40, 4)));
    expect(measure(scan, 'image/tiff')?.pages).toBe(limits.pages);
    expect(measure(scan, 'image/tiff', limits.pages + 1)).toBeNull();
  });
});

describe('that a picture moves', () => {
  it('is seen in its bytes', () => {
    const moving = (bytes: Uint8Array, type: string) => measure(bytes, type)?.moving ?? false;
    expect(moving(redCornerGif(64, 48, 1), 'image/gif')).toBe(false);
    expect(moving(redCornerGif(64, 48, 2), 'image/gif')).toBe(true);
    expect(moving(redCornerGif(64, 48, 2).subarray(0, 200), 'image/gif')).toBe(false);
    const webp = makeWebp(9, 9);
    expect(moving(webp, 'image/webp')).toBe(false);
    webp[20] = 0x12;
    expect(moving(webp, 'image/webp')).toBe(true);
    expect(moving(redCorner('png'), 'image/png')).toBe(false);
  });
});

describe('a bad picture', () => {
  it('ends in a plain code, and the next one is decoded none the worse', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/hostname"/></svg>',
    );
    const script = Buffer.from('push graphic-context\nimage over 0,0 0,0 "/etc/hostname"\n');
    const codes: string[] = [];
    for (const [bytes, mediaType] of [
      [svg, 'image/svg+xml'],
      [svg, 'image/png'],
      [script, 'image/jpeg'],
      [redCorner('jpeg'), 'image/png'],
      [redCorner('png').subarray(0, 90), 'image/png'],
      [makeJpeg(64, 48), 'image/jpeg'],
      [makeTiff([{ width: 64, height: 48 }]), 'image/tiff'],
      [makeHeic(64, 48), 'image/heic'],
      [makeWebp(64, 48), 'image/webp'],
      [makePng(60_000, 60_000), 'image/png'],
      [makePng(9_000, 9_000), 'image/png'],
    ] as const) {
      const answer = await grey(bytes, mediaType);
      codes.push(answer.ok ? 'decoded' : answer.error.code);
    }
    expect(codes).toEqual([
      'not-a-picture',
      'image-damaged',
      'image-damaged',
      'image-damaged',
      'image-damaged',
      'image-damaged',
      'image-damaged',
      'image-damaged',
      'image-damaged',
      'image-too-large',
      'image-too-large',
    ]);
    expect(9_000 * 9_000).toBeGreaterThan(limits.ocrPixels);
    expect(quarters(must(await grey(redCorner('png'), 'image/png')))).toEqual(upperLeft);
  });

  it.for([
    ['image/gif', redCornerGif(64, 48, 2)],
    ['image/tiff', redCornerTiff()],
    ['image/heic', redCornerHeic],
    ['image/jpeg', redCorner('jpeg')],
    ['image/png', redCorner('png')],
    ['image/webp', redCorner('webp')],
  ] as const)('harms nothing wherever it was changed or cut: %s', async ([mediaType, good]) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.nat(good.length),
        async (changes, cut) => {
          const changed = Uint8Array.from(good);
          for (const [at, byte] of changes) changed[at] = byte;
          const answer = await grey(
            changed.subarray(0, cut % 3 === 0 ? cut : changed.length),
            mediaType,
          );
          if (answer.ok) expect(answer.value.shades.length).toBeGreaterThan(0);
          else expect(answer.error.code).toMatch(/^image-/);
        },
      ),
      { numRuns: 60 },
    );
    expect(quarters(must(await grey(good, mediaType)))).toEqual(upperLeft);
  });

  it('is given up when it takes too long, when nobody wants it, and when the thread is closed', async () => {
    const hasty = createPictures({ milliseconds: 0, heapMegabytes: 256 });
    const large = redCorner('png', 3_000, 3_000);
    const asked = { bytes: large, mediaType: 'image/png', orientation: 1 };
    expect(await hasty.grey(asked)).toMatchObject({ error: { code: 'reading-timed-out' } });
    const unwanted = new AbortController();
    const stopped = pictures.grey(asked, unwanted.signal);
    unwanted.abort();
    expect(await stopped).toMatchObject({ error: { code: 'cancelled' } });
    await hasty.close();
    expect(await hasty.grey(asked)).toMatchObject({ error: { code: 'closed' } });
    expect(quarters(must(await grey(redCorner('png'), 'image/png')))).toEqual(upperLeft);
  });
});
