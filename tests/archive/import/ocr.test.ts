/** Reading by machine: each script, each kind of picture, bad pictures, stopping, and that nothing leaves the worker. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createRecogniser, ocrLanguages, type ToRecognise } from '../../../archive/import/index.ts';
import { slanted, slantOf, straightened } from '../../../archive/import/ocr/straighten.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import type { OcrLanguage } from '../../../archive/model/index.ts';
import { must } from '../../helpers/archives.ts';
import { makePng } from './made-images.ts';
import { tiffOfPages } from './made-pictures.ts';
import { leafOf, pictureOf, scanOf } from './pictures-of-text.ts';

const recogniser = createRecogniser();
afterAll(() => recogniser.close());

const requestOf = (
  bytes: Uint8Array,
  languages: OcrLanguage[] = ['en'],
  mediaType = 'image/png',
): ToRecognise => ({ bytes, mediaType, orientation: 1, languages, known: null });

const read = async (bytes: Uint8Array, languages?: OcrLanguage[], mediaType?: string) =>
  recogniser.read(requestOf(bytes, languages, mediaType), quietJob);

/** Letters that differ, of a hundred. */
function wrong(wanted: string, got: string): number {
  const letters = (text: string) => Array.from(text.replaceAll(/\s+/g, ' ').trim());
  const [a, b] = [letters(wanted), letters(got)];
  let before = b.map((_, index) => index).concat(b.length);
  for (const [row, letter] of a.entries()) {
    const now = [row + 1];
    for (const [column, other] of b.entries())
      now.push(
        Math.min(
          (before[column + 1] ?? 0) + 1,
          (now[column] ?? 0) + 1,
          (before[column] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    before = now;
  }
  return (100 * (before.at(-1) ?? 0)) / a.length;
}

const texts: Readonly<Record<OcrLanguage, readonly string[]>> = {
  en: [
    'The lamp in the harbour office burned until nine.',
    'Nobody had seen the second boat leave.',
  ],
  ru: ['Лампа в портовой конторе горела до девяти.', 'Никто не видел, как ушла вторая лодка.'],
  be: ['Лямпа ў партовай канторы гарэла да дзявятай.', 'Ніхто не бачыў, як адышла другая лодка.'],
  uk: ['Лампа в портовій конторі горіла до дев’ятої.', 'Ніхто не бачив, як відійшов другий човен.'],
  pl: [
    'Lampa w kantorze portowym paliła się do dziewiątej.',
    'Nikt nie widział, jak odpłynęła druga łódź.',
  ],
  ar: ['بقي المصباح مضاء في مكتب الميناء حتى التاسعة', 'ولم ير أحد القارب الثاني وهو يغادر المكان'],
};

describe('a picture of a text', () => {
  it.for(Object.entries(texts) as [OcrLanguage, readonly string[]][])(
    'is read in its language: %s',
    async ([language, lines], { skip }) => {
      if (!ocrLanguages().includes(language)) skip('its model is not on this computer');
      const bytes = pictureOf(lines, { rightToLeft: language === 'ar' });
      const { document, layout, confidence } = must(await read(bytes, [language]));
      expect(wrong(lines.join(' '), document.text)).toBeLessThanOrEqual(3);
      expect(document.direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
      expect(confidence).toBeGreaterThan(70);
      const runs = layout.pages[0]?.runs ?? [];
      expect(runs.map(({ start, end }) => document.text.slice(start, end))).toEqual(
        document.text.split(/\s+/),
      );
    },
  );

  it('has each word at its place in the picture', async () => {
    const { document, layout } = must(await read(pictureOf(texts.en)));
    const [page] = layout.pages;
    expect(page).toMatchObject({ width: 760, height: 168 });
    const boat = page?.runs.find(({ start, end }) => document.text.slice(start, end) === 'boat');
    expect(boat?.y).toBeGreaterThan(75);
    expect(boat?.y).toBeLessThan(110);
    expect(boat?.confidence).toBeGreaterThan(70);
  });

  it('is read as JPEG, as WebP, by night, and turned', async () => {
    const [first, second] = texts.en;
    const wanted = `${first} ${second}`;
    for (const kind of ['jpeg', 'webp'] as const) {
      const { document } = must(await read(pictureOf(texts.en, { kind }), ['en'], `image/${kind}`));
      expect(wrong(wanted, document.text)).toBeLessThanOrEqual(3);
    }
    const { document } = must(await read(pictureOf(texts.en, { dark: true })));
    expect(wrong(wanted, document.text)).toBeLessThanOrEqual(3);
    const four = [...texts.en, ...texts.en];
    const turned = must(await read(pictureOf(four, { turned: 3 })));
    expect(wrong(four.join(' '), turned.document.text)).toBeLessThanOrEqual(3);
  });
});

describe('a scan of several pages', () => {
  const tiff = (bytes: Uint8Array, job = quietJob) =>
    recogniser.read(requestOf(bytes, ['en'], 'image/tiff'), job);

  it('is read page by page, and each paragraph knows its page', async () => {
    const [first = '', second = ''] = texts.en;
    const told: number[][] = [];
    const { document, layout, pages } = must(
      await tiff(scanOf([[first], [], [second]]), {
        ...quietJob,
        progress: (done, total = 0) => told.push([done, total]),
      }),
    );
    expect(document.text).toBe(`${first}\n\n${second}`);
    expect(document.blocks.map(({ page }) => page)).toEqual([1, 3]);
    expect(layout.pages.map(({ runs }) => runs.length)).toEqual([9, 0, 7]);
    const last = layout.pages[2]?.runs.at(-1);
    expect(last && document.text.slice(last.start, last.end)).toBe('leave.');
    expect(pages).toEqual([1, 2, 3]);
    expect(told.at(-1)).toEqual([3, 3]);
  });

  it('is read as far as it can be, and the next one holds nothing of it', async () => {
    const large = { width: 60_000, height: 60_000, shades: new Uint8Array(9) };
    const scan = tiffOfPages([leafOf(texts.en), large, leafOf(['The last page is whole.'])]);
    const { document, layout, pages } = must(await tiff(scan));
    expect(document.text).toMatch(/leave\.\s+The last page is whole\./);
    expect(pages).toEqual([1, 3]);
    expect(layout.pages[1]).toEqual({ width: 0, height: 0, runs: [] });
    expect(await tiff(tiffOfPages([large, large]))).toMatchObject({
      error: { code: 'image-too-large' },
    });
    expect(await tiff(scanOf([[], []]))).toMatchObject({ error: { code: 'ocr-nothing' } });
  });

  it('stops between two pages, and the next one begins anew', async () => {
    const stop = new AbortController();
    const stopped = await tiff(scanOf([texts.en, texts.en]), {
      signal: stop.signal,
      progress: (done) => {
        if (done === 1) stop.abort();
      },
    });
    expect(stopped).toMatchObject({ error: { code: 'cancelled' } });
    const { document } = must(await tiff(scanOf([['One.'], ['Two.']])));
    expect(document.text).toBe('One.\n\nTwo.');
  });
});

describe('what is no readable picture', () => {
  it('ends in a plain code, and the next picture is read none the worse', async () => {
    const good = pictureOf(texts.en);
    const codes = [];
    for (const [bytes, type] of [
      [good.subarray(0, 700), 'image/png'],
      [Buffer.from('no picture at all, whatever it is called'), 'image/png'],
      [makePng(40_000, 40_000), 'image/png'],
      [pictureOf([]), 'image/png'],
      [good, 'image/gif'],
      [good, 'image/svg+xml'],
      [Buffer.from('%PDF-1.7 and nothing more'), 'application/pdf'],
    ] as const) {
      const answer = await read(bytes, ['en'], type);
      codes.push(answer.ok ? 'read' : answer.error.code);
    }
    expect(codes).toEqual([
      'image-damaged',
      'image-damaged',
      'image-too-large',
      'ocr-nothing',
      'image-damaged',
      'not-a-picture',
      'document-damaged',
    ]);
    expect(must(await read(good)).document.text).toContain('harbour');
  });

  it('never gives the text of the picture before', async () => {
    must(await read(pictureOf(texts.en)));
    expect(await read(pictureOf(texts.en).subarray(0, 900))).toMatchObject({
      error: { code: 'image-damaged' },
    });
  });

  it('ends in a code wherever it was cut or changed', async () => {
    const good = pictureOf(['A short line.'], { kind: 'jpeg' });
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
        const changed = Uint8Array.from(good);
        changed[at] = byte;
        const answer = await read(changed, ['en'], 'image/jpeg');
        if (!answer.ok) expect(answer.error.code).toMatch(/^(?:image-|ocr-)/);
      }),
      { numRuns: 12 },
    );
  });
});

describe('reading', () => {
  it('stops at once when it is not wanted any more, and can begin again', async () => {
    const control = new AbortController();
    const job = {
      signal: control.signal,
      progress: () => {
        control.abort();
      },
    };
    const answer = await recogniser.read(requestOf(pictureOf(texts.en)), job);
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(must(await read(pictureOf(texts.en))).document.text).toContain('harbour');
  });

  it('is stopped when it takes too long', async () => {
    const hasty = createRecogniser({ milliseconds: 1, heapMegabytes: 512 });
    const answer = await hasty.read(requestOf(pictureOf(texts.en)), quietJob);
    await hasty.close();
    expect(answer).toMatchObject({ ok: false, error: { code: 'reading-timed-out' } });
  });

  it('writes nothing, loads no native code, and asks no network', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kuferak-ocr-'));
    try {
      await writeFile(join(folder, 'picture.png'), pictureOf(texts.en));
      const done = spawnSync(
        process.execPath,
        [
          '--permission',
          '--allow-fs-read=*',
          '--allow-worker',
          `--import=${join(import.meta.dirname, 'without-network.ts')}`,
          join(import.meta.dirname, 'read-alone.ts'),
          join(folder, 'picture.png'),
        ],
        { cwd: folder, encoding: 'utf8' },
      );
      expect(done.stdout).toContain('harbour');
      expect(readdirSync(folder)).toEqual(['picture.png']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a picture that lies aslant', () => {
  it('is straightened, and its words keep their places', () => {
    const width = 800;
    const height = 400;
    const baseline = (y: number, slope: number) => ({
      x0: 100,
      y0: y,
      x1: 700,
      y1: y + 600 * slope,
    });
    const lineAt = (y: number, slope: number) => ({
      bbox: { x0: 100, y0: y - 20, x1: 700, y1: y + 600 * slope },
      baseline: baseline(y, slope),
      words: [],
    });
    const blank = { width, height, shades: new Uint8Array(width * height).fill(255) };
    const slant = slantOf([[80, 160, 240, 320].map((y) => lineAt(y, 0.02 + y / 20_000))], blank);
    if (!slant) throw new Error('it lies aslant');
    blank.shades[200 * width + 600] = 0;
    const straight = straightened(blank, slant);
    const at = straight.shades.findIndex((shade) => shade < 200);
    const word = {
      text: 'x',
      confidence: 90,
      bbox: { x0: 600, x1: 600, y0: Math.floor(at / width), y1: Math.floor(at / width) },
    };
    const [[line] = []] = slanted([[{ ...lineAt(0, 0), words: [word] }]], slant);
    expect(Math.abs((line?.words[0]?.bbox.y0 ?? 0) - 200)).toBeLessThanOrEqual(1);
    expect(slantOf([[80, 160, 240].map((y) => lineAt(y, 0.001))], blank)).toBeNull();
  });
});
