/**
 * Takes pictures of every screen on invented material: `npm run look -- FOLDER [part of a name] [--quick]`.
 * `--quick` takes one size, in the light and the dark theme.
 */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { buildLookWindow } from './look-window.ts';
import { readingViews } from './reading-views.ts';
import { type Look, take } from './take.ts';
import type { View } from './view.ts';
import { workViews } from './work-views.ts';

const usual = { name: '1280', width: 1280, height: 800 };
const large = { name: '1920', width: 1920, height: 1080 };
const small = { name: '1024', width: 1024, height: 640 };

const say = (text: string) => process.stdout.write(`${text}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const [folder, part = ''] = positionals;
if (folder === undefined) throw new Error('Say into which folder the pictures go.');
mkdirSync(folder, { recursive: true });

function looksAt(view: View): readonly Look[] {
  const themes = [
    { view, size: usual, theme: 'light' },
    { view, size: usual, theme: 'dark' },
  ] as const;
  if (values.quick) return themes;
  return [
    ...themes,
    { view, size: usual, theme: 'forced' },
    { view, size: large, theme: 'light' },
    { view, size: small, theme: 'light' },
  ];
}

const { address, close } = await buildLookWindow();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  chromiumSandbox: false,
});
let troubles = 0;
for (const view of [...readingViews, ...workViews].filter(({ name }) => name.includes(part)))
  for (const look of looksAt(view)) {
    const found = await take(browser, look, { address, folder });
    troubles += found.length;
    for (const line of found) say(line);
  }
await browser.close();
await close();
say(troubles === 0 ? 'No troubles.' : `${troubles} troubles.`);
