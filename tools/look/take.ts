/** Takes a picture of one view in one size and theme, and tells what is not right with it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import type { View } from './view.ts';

export interface Look {
  readonly view: View;
  readonly size: Size;
  readonly theme: 'light' | 'dark' | 'forced';
}

export interface Size {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

interface Place {
  readonly address: string;
  readonly folder: string;
}

/** Where axe looks: what it finds hardly hangs on the size. */
const CHECKED = '1280';
const STEP = 6_000;
/** Until what moves has come to rest. */
const REST = 350;
/** Stands in for a photograph. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1067"><defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="#8fa3a8"/><stop offset="1" stop-color="#3d4a48"/></linearGradient></defs><rect width="1600" height="1067" fill="url(#g)"/><rect x="480" y="120" width="640" height="900" fill="#5b4636"/><rect x="620" y="300" width="360" height="240" fill="#efe9d8"/><text x="800" y="410" font-family="serif" font-size="54" text-anchor="middle" fill="#222">CLOSED</text><text x="800" y="480" font-family="serif" font-size="40" text-anchor="middle" fill="#222">inventory</text><circle cx="1050" cy="590" r="20" fill="#c9b26a"/></svg>`;

/**
 * The bridge in memory checks inputs with code that a policy may refuse, and its PDF names a font that it does not have:
 * neither is part of the window.
 */
const NOT_OURS = /TrustedScript|standardFontDataUrl/;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Answers what is not right, a line each. */
export async function take(
  browser: Browser,
  { view, size, theme }: Look,
  { address, folder }: Place,
): Promise<string[]> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'forced' ? 'active' : 'none',
  });
  const name = `${view.name}-${size.name}-${theme}`;
  const page = await context.newPage();
  page.setDefaultTimeout(STEP);
  await page.route('**/blob/*', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: PICTURE }),
  );
  const troubles = listen(page);
  try {
    await page.goto(address + (view.query ?? ''));
    await page.locator('main').first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await view.act?.(page);
    await page.waitForTimeout(REST);
    await page.screenshot({ path: `${folder}/${name}.png` });
    if (size.name === CHECKED && theme !== 'forced') troubles.push(...(await barriers(page)));
    if (await scrollsSideways(page)) troubles.push('scrolls sideways');
  } catch (error) {
    troubles.push(messageOf(error));
    await page.screenshot({ path: `${folder}/${name}-trouble.png` });
  } finally {
    await context.close();
  }
  return troubles.map((trouble) => `${name}: ${trouble}`);
}

/** Grows with what the page reports. */
function listen(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (NOT_OURS.test(message.text())) return;
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  return troubles;
}

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
