/** Screenshots of pages as a browser shows them, in the window's own fonts. */
import { chromium, type Browser } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OcrLanguage } from '../../archive/model/index.ts';
import { findChromium } from '../../tools/chromium.ts';

const packages = join(import.meta.dirname, '..', '..', 'node_modules');

interface Face {
  readonly family: string;
  readonly file: string;
  readonly range: string;
}

const serif = '@fontsource-variable/source-serif-4/files/source-serif-4';
const sans = '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans';
const naskh = '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic';
const LATIN = 'U+0000-00FF,U+2000-22FF';
const CYRILLIC = 'U+0400-04FF';

const faces: readonly Face[] = [
  { family: 'Page', file: `${serif}-latin-wght-normal.woff2`, range: LATIN },
  { family: 'Page', file: `${serif}-latin-ext-wght-normal.woff2`, range: 'U+0100-02FF' },
  { family: 'Page', file: `${serif}-cyrillic-wght-normal.woff2`, range: CYRILLIC },
  { family: 'Sans', file: `${sans}-latin-wght-normal.woff2`, range: LATIN },
  { family: 'Sans', file: `${sans}-latin-ext-wght-normal.woff2`, range: 'U+0100-02FF' },
  { family: 'Sans', file: `${sans}-cyrillic-wght-normal.woff2`, range: CYRILLIC },
  { family: 'Naskh', file: `${naskh}-arabic-wght-normal.woff2`, range: 'U+0600-06FF' },
];

export interface Look {
  /** CSS pixels of the letters. */
  readonly size: number;
  /** Pixels of the screenshot for each of them. */
  readonly density: number;
  readonly family: 'Page' | 'Sans';
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not installed');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

export async function screenshot(
  browser: Browser,
  paragraphs: readonly string[],
  language: OcrLanguage,
  { size, density, family }: Look,
): Promise<Uint8Array> {
  const context = await browser.newContext({
    deviceScaleFactor: density,
    viewport: { width: 760, height: 400 },
  });
  try {
    const page = await context.newPage();
    const direction = language === 'ar' ? 'rtl' : 'ltr';
    await page.setContent(
      `<!doctype html><html lang="${language}" dir="${direction}"><style>${styles()}
      body { margin: 0; padding: 40px; font: ${size}px/1.55 ${family}, Naskh; color: #222 }
      [dir=rtl] body { font-size: ${size + 2}px; line-height: 1.75 } p { margin: 0 0 0.8em }</style>
      <body>${paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('')}`,
    );
    await page.evaluate('document.fonts.ready');
    return await page.screenshot({ fullPage: true });
  } finally {
    await context.close();
  }
}

function styles(): string {
  return faces
    .map(({ family, file, range }) => {
      const bytes = readFileSync(join(packages, file)).toString('base64');
      return `@font-face { font-family: ${family}; unicode-range: ${range}; src: url(data:font/woff2;base64,${bytes}) }`;
    })
    .join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
