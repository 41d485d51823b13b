/**
 * How well texts are read by machine: our own texts as screenshots in six languages, clean, small, scanned and
 * photographed. Prints for each the share of wrong characters and the seconds of a page.
 *
 * npm run bench -- ocr [--pages N] [--lang en,ar] [--looks clean,photo]
 */
import { parseArgs } from 'node:util';
import { createRecogniser, ocrLanguages } from '../../archive/import/index.ts';
import { quietJob } from '../../archive/lib/job.ts';
import { OcrLanguage } from '../../archive/model/index.ts';
import { photographed, scanned } from './degrade.ts';
import { type Look, openBrowser, screenshot } from './render.ts';
import { pagesIn } from './texts.ts';

interface Condition {
  readonly name: string;
  readonly mediaType: string;
  readonly look: Omit<Look, 'family'>;
  readonly worse: (png: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

const asItIs = (png: Uint8Array) => png;
const conditions: readonly Condition[] = [
  { name: 'clean', mediaType: 'image/png', look: { size: 17, density: 1 }, worse: asItIs },
  { name: 'small', mediaType: 'image/png', look: { size: 13, density: 1 }, worse: asItIs },
  { name: 'scan', mediaType: 'image/png', look: { size: 17, density: 2 }, worse: scanned },
  { name: 'photo', mediaType: 'image/jpeg', look: { size: 17, density: 2 }, worse: photographed },
];

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '2' },
    lang: { type: 'string', default: OcrLanguage.options.join(',') },
    looks: { type: 'string', default: conditions.map(({ name }) => name).join(',') },
    show: { type: 'boolean', default: false },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);
const there = ocrLanguages();
const languages = values.lang.split(',').map((language) => OcrLanguage.parse(language));
const looks = conditions.filter(({ name }) => values.looks.split(',').includes(name));
const browser = await openBrowser();
const recogniser = createRecogniser();
say('| language | picture | characters | wrong, % | surely, % | seconds a page |');
say('| --- | --- | ---: | ---: | ---: | ---: |');
for (const language of languages) {
  if (!there.includes(language)) {
    say(`| ${language} | no model on this computer | | | | |`);
    continue;
  }
  const pages = pagesIn(language, Number(values.pages));
  for (const condition of looks) say(await lineOf(language, pages, condition));
}
await recogniser.close();
await browser.close();

async function lineOf(
  language: OcrLanguage,
  pages: readonly string[][],
  { name, mediaType, look, worse }: Condition,
): Promise<string> {
  let [characters, wrong, sure, milliseconds] = [0, 0, 0, 0];
  for (const [index, paragraphs] of pages.entries()) {
    const family = index % 2 === 0 ? 'Page' : 'Sans';
    const clean = await screenshot(browser, paragraphs, language, { ...look, family });
    const bytes = await worse(clean);
    const began = performance.now();
    const request = { bytes, mediaType, orientation: 1, languages: [language], known: null };
    const read = await recogniser.read(request, quietJob);
    milliseconds += performance.now() - began;
    const wanted = plain(paragraphs.join(' '));
    const got = read.ok ? plain(read.value.document.text) : '';
    if (values.show) say(`${wanted}\n${got}\n`);
    characters += wanted.length;
    wrong += edits(wanted, got);
    sure += read.ok ? read.value.confidence : 0;
  }
  const share = ((100 * wrong) / characters).toFixed(2);
  const seconds = (milliseconds / 1000 / pages.length).toFixed(1);
  return `| ${language} | ${name} | ${characters} | ${share} | ${(sure / pages.length).toFixed(0)} | ${seconds} |`;
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/** Characters put in, left out or changed, at the least. */
function edits(wanted: string, got: string): number {
  let before = Uint32Array.from({ length: got.length + 1 }, (_, index) => index);
  for (let row = 1; row <= wanted.length; row++) {
    const now = new Uint32Array(got.length + 1);
    now[0] = row;
    for (let column = 1; column <= got.length; column++) {
      const other = wanted[row - 1] === got[column - 1] ? 0 : 1;
      now[column] = Math.min(
        (before[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (before[column - 1] ?? 0) + other,
      );
    }
    before = now;
  }
  return before[got.length] ?? 0;
}
