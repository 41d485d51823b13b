/** Pictures leave without anything but the picture. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDossierPdf } from '../../../archive/dossier/index.ts';
import { stripPicture } from '../../../archive/dossier/picture/strip.ts';
import { chunk } from '../../../bench/dossier/large-dossier.ts';
import { secretGif, secretJpeg, secretPng, secretWebp, SECRET } from './pictures-with-secrets.ts';
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

describe.each(PICTURES)('a %s', (_, bytes) => {
  it('is stripped of all metadata and keeps its size', () => {
    expect(holdsSecret(bytes)).toBe(true);
    const stripped = stripPicture(bytes);
    if (!stripped.ok) throw new Error(stripped.error.code);
    expect(holdsSecret(stripped.value.bytes)).toBe(false);
    expect([stripped.value.width, stripped.value.height]).toEqual([24, 16]);
    expect(stripPicture(stripped.value.bytes)).toEqual(stripped);
  });

  it('brings nothing but itself into the finished file', async () => {
    const made = await makeDossierPdf(sampleMaterial({ picture: { bytes, mediaType: 'image/x' } }));
    if (!made.ok) throw new Error(made.error.code);
    expect(holdsSecret(made.value.pdf)).toBe(false);
    expect(holdsSecret(inflated(made.value.pdf))).toBe(false);
  });

  it('is refused, not fatal, when cut anywhere', () => {
    for (let length = 0; length < bytes.length; length += 7) {
      const stripped = stripPicture(bytes.subarray(0, length));
      if (!stripped.ok) expect(stripped.error.code).toBe('image-unreadable');
    }
  });
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
        expect(stripped.ok || stripped.error.code === 'image-unreadable').toBe(true);
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
])('refuses %s and names the exhibit only', async (_, bytes) => {
  const made = await makeDossierPdf(
    sampleMaterial({ picture: { bytes: new Uint8Array(bytes), mediaType: 'image/png' } }),
  );
  expect(made).toMatchObject({ ok: false, error: { code: 'image-unreadable' } });
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

/** Four quarters: red, green / blue, white. */
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
  it.each([
    [1, 'RGBK'],
    [2, 'GRKB'],
    [3, 'KBGR'],
    [4, 'BKRG'],
    [5, 'RBGK'],
    [6, 'BRKG'],
    [7, 'KGBR'],
    [8, 'GKRB'],
  ])('stands upright with orientation %i', async (orientation, expected) => {
    const sample = sampleMaterial({
      picture: { bytes: quarters(240, 160), mediaType: 'image/png' },
      orientation,
    });
    const exhibits = sample.exhibits.map((exhibit) =>
      exhibit.image ? { ...exhibit, quotes: [] } : exhibit,
    );
    const sections = [...sample.dossier.sections.slice(0, 2)];
    const made = await makeDossierPdf({
      ...sample,
      exhibits,
      dossier: { ...sample.dossier, sections },
    });
    if (!made.ok) throw new Error(made.error.code);
    expect(cornersOf(made.value)).toBe(expected);
  });

  function cornersOf({ pdf, pages }: { pdf: Uint8Array; pages: number }): string {
    for (let page = pages; page > 0; page--) {
      if (!flatTextIn(pdf, page).includes('printed without its metadata')) continue;
      const { width, height, pixels } = renderedPage(pdf, page, 36);
      const places: { x: number; y: number; letter: string }[] = [];
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const at = (y * width + x) * 3;
          const letter = letterOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
          if (letter) places.push({ x, y, letter });
        }
      const pure = places.filter(({ letter }) => letter !== 'K');
      const box = {
        left: Math.min(...pure.map(({ x }) => x)),
        right: Math.max(...pure.map(({ x }) => x)),
        top: Math.min(...pure.map(({ y }) => y)),
        bottom: Math.max(...pure.map(({ y }) => y)),
      };
      const at = (share: number, down: number) =>
        places.find(
          ({ x, y }) =>
            x === Math.round(box.left + (box.right - box.left) * share) &&
            y === Math.round(box.top + (box.bottom - box.top) * down),
        )?.letter ?? '?';
      return at(0.25, 0.25) + at(0.75, 0.25) + at(0.25, 0.75) + at(0.75, 0.75);
    }
    throw new Error('no page with the picture');
  }

  function letterOf(red: number, green: number, blue: number): string | null {
    const near = (a: number, b: number) => Math.abs(a - b) < 24;
    if (near(red, 255) && near(green, 0) && near(blue, 0)) return 'R';
    if (near(red, 0) && near(green, 255) && near(blue, 0)) return 'G';
    if (near(red, 0) && near(green, 0) && near(blue, 255)) return 'B';
    return near(red, 0) && near(green, 0) && near(blue, 0) ? 'K' : null;
  }
});
