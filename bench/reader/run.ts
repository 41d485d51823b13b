/**
 * How quick the reader stays with a source of 300,000 words and 5,000 quotes: frames while it scrolls, and the time
 * from a selection to its mark. Beside it, in the same browser and run, the same words as a bare page, and as a page
 * with an element for each quote, as is common.
 *
 * npm run bench -- reader [--words N] [--quotes N] [--seconds N]
 */
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { ensureChromium } from '../../tools/chromium.ts';
import { Walk } from '../../tests/helpers/walk.ts';
import { answerDialogs, makePlaces, openWindow, removePlaces } from '../../tests/helpers/window.ts';
import { type Frames, scrollFrames, untilMarked } from './in-page.ts';
import { makeArchive, paragraphsOf, passphrase, stretchesOf } from './long-source.ts';

const { values } = parseArgs({
  options: {
    words: { type: 'string', default: '300000' },
    quotes: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '5' },
  },
});
const words = Number(values.words);
const quotes = Number(values.quotes);
const milliseconds = 1_000 * Number(values.seconds);
/** Pixels at each frame: a slow read, a quick look, a fling. */
const speeds = [4, 40, 400];
const MARKS = 15;

const say = (line: string) => process.stdout.write(`${line}\n`);
const fixed = (value: number, digits = 1) => value.toFixed(digits);

async function measure(name: string, page: Page, selector: string): Promise<void> {
  for (const pixels of speeds) {
    await page.evaluate(
      (scroller) => document.querySelector(scroller)?.scrollTo(0, 2_000),
      selector,
    );
    const frames: Frames = await page.evaluate(scrollFrames, [
      selector,
      pixels,
      milliseconds,
    ] as const);
    say(
      `| ${name} | ${pixels} | ${fixed(frames.perSecond)} | ${fixed(frames.p99)} | ${fixed(frames.worst)} |`,
    );
  }
}

async function measureReader(): Promise<readonly number[]> {
  const places = await makePlaces();
  try {
    await makeArchive(places.archive, places.temporary, words, quotes);
    const { app, page } = await openWindow(places);
    try {
      await page.setViewportSize({ width: 1280, height: 800 });
      const walk = new Walk(page);
      await answerDialogs(app, { open: [places.archive] });
      await walk.unlock(passphrase);
      await walk.atDesk();
      await walk.read(/.*/);
      await page.locator('.scroller .bars button').first().waitFor();
      await measure('Kuferak', page, '.scroller.scroll');
      return await marks(page);
    } finally {
      await app.close();
    }
  } finally {
    await removePlaces(places);
  }
}

async function marks(page: Page): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let at = 0; at < MARKS; at++) {
    await page.evaluate(
      ([share]) => {
        const scroller = document.querySelector('.scroller.scroll');
        scroller?.scrollTo(0, share * scroller.scrollHeight);
      },
      [(at + 1) / (MARKS + 2)] as const,
    );
    await page.locator('.scroller.scroll').focus();
    taken.push(await page.evaluate(untilMarked, '.scroller.scroll'));
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !CSS.highlights.has('draft'));
  }
  return taken.sort((a, b) => a - b);
}

/** The text cut at the ends of its quotes. */
function withElements(paragraphs: readonly string[]): string {
  const text = paragraphs.join('\n\n');
  const stretches = stretchesOf(text.length, quotes);
  let html = '';
  let at = 0;
  for (const { start, end } of stretches) {
    if (start < at || text.slice(start, end).includes('\n')) continue;
    html += `${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`;
    at = end;
  }
  return (html + text.slice(at))
    .split('\n\n')
    .map((block) => `<p>${block}</p>`)
    .join('');
}

async function measurePages(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    chromiumSandbox: false,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const paragraphs = paragraphsOf(words);
    const bodies = {
      'bare page': paragraphs.map((block) => `<p>${block}</p>`).join(''),
      'an element a quote': withElements(paragraphs),
    };
    for (const [name, body] of Object.entries(bodies)) {
      await page.setContent(
        `<!doctype html><style>body{margin:0 auto;max-width:42rem;font:18px/1.6 serif}</style>${body}`,
      );
      await measure(name, page, 'html');
    }
  } finally {
    await browser.close();
  }
}

say(`${words} words, ${quotes} quotes\n`);
say('| page | pixels a frame | frames a second | p99 ms | worst ms |');
say('| --- | ---: | ---: | ---: | ---: |');
const taken = await measureReader();
await measurePages();
const median = taken[taken.length >> 1] ?? 0;
say(
  `\nFrom a selection to its mark, ${MARKS} times: median ${fixed(median)} ms, worst ${fixed(taken.at(-1) ?? 0)} ms`,
);
