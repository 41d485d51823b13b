/** Pictures leave without anything but the picture. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import ExifReader from 'exifreader';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DossierMaterial } from '../../../archive/dossier/index.ts';
import { makeHere } from '../../../archive/dossier/make.ts';
import { stripPicture } from '../../../archive/dossier/picture/strip.ts';
import { chunk } from '../../../bench/dossier/large-dossier.ts';
import {
  jpegWithPosition,
  secretGif,
  secretJpeg,
  secretPng,
  secretWebp,
  SECRET,
} from './pictures-with-secrets.ts';
import { inflated, renderedPage, flatTextIn } from './pdf-tools.ts';
import { sampleMaterial } from './sample.ts';

const PICTURES = [
  ['JPEG', secretJpeg()],
  ['PNG', secretPng()],
  ['WebP', secretWebp()],
  ['GIF', secretGif()],
] as const;

function holdsSecret(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes);
  return (
    all.includes(SECRET, 0, 'latin1') ||
    all.includes(SECRET, 0, 'utf16le') ||
    all.includes(deflateSync(Buffer.from(SECRET)))
  );
}

it('a photograph leaves without its position', () => {
  const positionIn = (bytes: Uint8Array) => ExifReader.load(Buffer.from(bytes)).GPSLatitude;
  expect(positionIn(jpegWithPosition())?.description).toBeCloseTo(53.903, 2);
  const stripped = stripPicture(jpegWithPosition());
  if (!stripped.ok) throw new Error(stripped.error.code);
  expect(positionIn(stripped.value.bytes)).toBeUndefined();
  const picture = { bytes: jpegWithPosition(), mediaType: 'image/jpeg' };
  const made = makeHere(sampleMaterial({ picture }), () => undefined);
  if (!made.ok) throw new Error(made.error.code);
  expect(inflated(made.value.pdf).includes('Exif\0\0')).toBe(false);
  expect(made.value.contents).toMatchObject({ pictures: 1, stripped: 1 });
});

describe.each(PICTURES)('a %s', (_, bytes) => {
  it('is stripped of all metadata and keeps its size', () => {
    expect(holdsSecret(bytes)).toBe(true);
    const stripped = stripPicture(bytes);
    if (!stripped.ok) throw new Error(stripped.error.code);
    expect(holdsSecret(stripped.value.bytes)).toBe(false);
    expect([stripped.value.width, stripped.value.height]).toEqual([24, 16]);
    expect(stripPicture(stripped.value.bytes)).toEqual(stripped);
  });

  it('is refused, not fatal, when cut anywhere', () => {
    for (let length = 0; length < bytes.length; length += 7) {
      const stripped = stripPicture(bytes.subarray(0, length));
      if (!stripped.ok) expect(stripped.error.code).toBe('image-unreadable');
    }
  });
});

/** The sample with one exhibit for each picture, and nothing quoted. */
function dossierOf(
  pictures: readonly { readonly bytes: Uint8Array; readonly orientation?: number }[],
): DossierMaterial {
  const samples = pictures.map(({ bytes, orientation }) =>
    sampleMaterial({
      picture: { bytes, mediaType: 'image/x' },
      ...(orientation === undefined ? {} : { orientation }),
    }),
  );
  const [first] = samples;
  if (!first) throw new Error('a dossier of no pictures');
  const exhibits = samples.flatMap((sample, index) =>
    sample.exhibits
      .filter(({ image }) => image)
      .map((exhibit) => ({ ...exhibit, number: index + 1, quotes: [] })),
  );
  const sections = first.dossier.sections.slice(0, 2);
  return { ...first, exhibits, comparisons: [], dossier: { ...first.dossier, sections } };
}

function made(material: DossierMaterial) {
  const result = makeHere(material, () => undefined);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

it('brings nothing but the pictures into the finished file', () => {
  const { pdf } = made(dossierOf(PICTURES.map(([, bytes]) => ({ bytes }))));
  expect(holdsSecret(pdf)).toBe(false);
  const all = inflated(pdf);
  expect(holdsSecret(all)).toBe(false);
  expect(all.toString('latin1').match(/\/Subtype \/Image/g)?.length).toBeGreaterThanOrEqual(4);
});

it('says so when the file of a picture was cut short', () => {
  const whole = stripPicture(secretJpeg());
  if (!whole.ok) throw new Error(whole.error.code);
  const cut = whole.value.bytes.subarray(0, whole.value.bytes.length - 20);
  expect(flatTextIn(made(dossierOf([{ bytes: cut }])).pdf)).toContain(
    'ends before its picture does',
  );
  expect(flatTextIn(made(dossierOf([{ bytes: whole.value.bytes }])).pdf)).not.toContain(
    'ends before its picture does',
  );
});

it('says nothing of camera or place to a program that looks for it', () => {
  const stripped = stripPicture(secretJpeg());
  if (!stripped.ok) throw new Error(stripped.error.code);
  const folder = mkdtempSync(join(tmpdir(), 'picture-'));
  try {
    const file = join(folder, 'picture.jpg');
    writeFileSync(file, stripped.value.bytes);
    let groups: string;
    try {
      groups = execFileSync('exiftool', ['-a', '-G1', '-s', file]).toString('utf8');
    } catch (error) {
      // An extra witness: the searches above do not need it.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    expect(groups).not.toMatch(/^\[(?:IFD|ExifIFD|GPS|XMP|IPTC|ICC|JFXX|MPF|Photoshop)/m);
    expect(groups).not.toMatch(/Comment|Thumbnail|Trailer/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('never throws on any bytes', () => {
  const starts = PICTURES.map(([, bytes]) => bytes);
  fc.assert(
    fc.property(
      fc.constantFrom(...starts),
      fc.array(fc.tuple(fc.nat(700), fc.nat(255)), { maxLength: 12 }),
      fc.uint8Array({ maxLength: 40 }),
      (start, changes, tail) => {
        const bytes = new Uint8Array([...start, ...tail]);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const stripped = stripPicture(bytes);
        expect(stripped.ok ? stripped.value.width : 1).toBeGreaterThan(0);
      },
    ),
    { numRuns: process.env.SLOW === undefined ? 2_000 : 100_000 },
  );
});

it.each([
  ['no picture at all', Buffer.from('not a picture')],
  ['nothing', Buffer.alloc(0)],
  ['a broken stream', brokenPng()],
  ['a claim of 2,000,000,000 pixels', hugePng()],
])('refuses %s and names the exhibit only', (_, bytes) => {
  const result = makeHere(dossierOf([{ bytes: new Uint8Array(bytes) }]), () => undefined);
  expect(result).toMatchObject({ ok: false, error: { code: 'image-unreadable' } });
});

function pngOf(width: number, height: number, data: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function brokenPng(): Buffer {
  return pngOf(10, 10, Buffer.from('this is not deflated'));
}

function hugePng(): Buffer {
  return pngOf(50_000, 40_000, deflateSync(Buffer.alloc(10)));
}

/** Four quarters: red, green / blue, black. */
function quarters(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows.set(colourOf(x * 2 >= width, y * 2 >= height), y * (width * 3 + 1) + 1 + x * 3);
  return new Uint8Array(pngOf(width, height, deflateSync(rows)));
}

function colourOf(right: boolean, low: boolean): readonly number[] {
  if (low) return right ? [0, 0, 0] : [0, 0, 255];
  return right ? [0, 255, 0] : [255, 0, 0];
}

describe('a picture that was taken on its side', () => {
  // Colours at upper left, upper right, lower left, lower right after turning, from the meaning of each value.
  const EXPECTED = ['RGBK', 'GRKB', 'KBGR', 'BKRG', 'RBGK', 'BRKG', 'KGBR', 'GKRB'];

  it('stands upright, whichever of the eight ways it was held', () => {
    const bytes = quarters(240, 160);
    const { pdf, pages } = made(
      dossierOf(EXPECTED.map((_, index) => ({ bytes, orientation: index + 1 }))),
    );
    const corners: string[] = [];
    for (let page = 1; page <= pages; page++)
      if (flatTextIn(pdf, page).includes('printed without its metadata'))
        corners.push(cornersOn(pdf, page));
    expect(corners).toEqual(EXPECTED);
  });

  function cornersOn(pdf: Uint8Array, page: number): string {
    const { width, height, pixels } = renderedPage(pdf, page, 36);
    const letterAt = (x: number, y: number) => {
      const at = (y * width + x) * 3;
      return letterOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    };
    const box = { left: width, right: 0, top: height, bottom: 0 };
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const letter = letterAt(x, y);
        if (letter === null || letter === 'K') continue;
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y);
      }
    const at = (share: number, down: number) =>
      letterAt(
        Math.round(box.left + (box.right - box.left) * share),
        Math.round(box.top + (box.bottom - box.top) * down),
      ) ?? '?';
    return at(0.25, 0.25) + at(0.75, 0.25) + at(0.25, 0.75) + at(0.75, 0.75);
  }

  function letterOf(red: number, green: number, blue: number): string | null {
    const near = (a: number, b: number) => Math.abs(a - b) < 24;
    if (near(red, 255) && near(green, 0) && near(blue, 0)) return 'R';
    if (near(red, 0) && near(green, 255) && near(blue, 0)) return 'G';
    if (near(red, 0) && near(green, 0) && near(blue, 255)) return 'B';
    return near(red, 0) && near(green, 0) && near(blue, 0) ? 'K' : null;
  }
});
