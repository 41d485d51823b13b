/** The same dossier as HTML, printed by Chromium: what we are compared with. It says less and looks plainer. */
import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';
import type { DossierMaterial, Exhibit } from '../../archive/dossier/index.ts';

const { resolve } = createRequire(import.meta.url);
const font = (name: string, folder: string, file: string) =>
  `@font-face{font-family:"${name}";src:url("file://${resolve(`@expo-google-fonts/${folder}/400Regular/${file}_400Regular.ttf`)}")}`;
const STYLE = `${font('Serif', 'noto-serif', 'NotoSerif')}${font('Naskh', 'noto-naskh-arabic', 'NotoNaskhArabic')}
@page{size:A4;margin:30mm 26mm 27mm 30mm}body{font:10pt Serif,Naskh}section{break-before:page}
dt{float:left;width:33mm;clear:left}dd{margin-left:33mm;border-bottom:.3pt solid #bbb}mark{background:#e3eeec;text-decoration:underline}img{max-width:100%}`;

const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function sectionOf({ number, source, text, image, quotes }: Exhibit): string {
  const facts = [
    ['Publisher', source.metadata.publisher ?? 'not known'],
    ['Published', source.metadata.published ?? 'not known'],
    ['Added', source.addedAt],
    ['Address', source.metadata.address ?? 'not known'],
    ['SHA-256', source.original.sha256],
  ].map(([label = '', value = '']) => `<dt>${label}</dt><dd>${safe(value)}</dd>`);
  const blocks = quotes.map(({ anchor, speakerName }) => {
    if (anchor.kind !== 'text' || !text) return '';
    const { start, end, exact } = anchor;
    return `<p>${safe(text.text.slice(Math.max(0, start - 300), start))}<mark>${safe(exact)}</mark>${safe(text.text.slice(end, end + 300))}</p><dl><dt>Speaker</dt><dd>${safe(speakerName ?? '')}</dd></dl>`;
  });
  const picture = image
    ? `<img alt="" src="data:${image.mediaType};base64,${Buffer.from(image.bytes).toString('base64')}">`
    : '';
  return `<section lang="${text?.language ?? 'en'}" dir="auto"><h2>Exhibit ${number}. ${safe(source.title)}</h2><dl>${facts.join('')}</dl>${picture}${blocks.join('')}</section>`;
}

/** Seconds for starting the browser and for printing, and the number of bytes. */
export async function printTwin(
  material: DossierMaterial,
): Promise<{ starting: number; printing: number; megabytesOfFile: number }> {
  const start = performance.now();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    chromiumSandbox: false,
  });
  try {
    const page = await browser.newPage();
    const started = performance.now();
    await page.setContent(
      `<!doctype html><html lang="en"><title>Dossier</title><style>${STYLE}</style>${material.exhibits.map(sectionOf).join('')}`,
    );
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    const done = performance.now();
    return {
      starting: (started - start) / 1_000,
      printing: (done - started) / 1_000,
      megabytesOfFile: pdf.length / 1e6,
    };
  } finally {
    await browser.close();
  }
}
