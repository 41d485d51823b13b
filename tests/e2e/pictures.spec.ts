/** Pictures at the window: small in the lists, a scan shown by its copy, and what looks like another told in the report. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from '@playwright/test';
import { scene } from '../../bench/pictures/scenes.ts';
import { redCornerTiff } from '../archive/import/made-pictures.ts';
import { scanOf } from '../archive/import/pictures-of-text.ts';
import { beginArchive, type Begun, look } from '../helpers/begun.ts';
import type { Walk } from '../helpers/walk.ts';
import type { Opened, Places } from '../helpers/window.ts';

let begun: Begun;
let places: Places;
let opened: Opened;
let walk: Walk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  begun = await beginArchive('Lanterns', 'four lanterns in a dry well');
  ({ places, opened, walk } = begun);
});

test.afterAll(() => begun.end());

async function put(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(places.root, name);
  await writeFile(path, bytes);
  return path;
}

test('they stand small in the lists', async () => {
  const { page } = opened;
  await walk.drop([
    await put('street.jpg', scene('street', 701).toBuffer('image/jpeg', 90)),
    await put('hills.png', scene('landscape', 702).toBuffer('image/png')),
    await put('scan.tif', redCornerTiff(640, 480)),
  ]);
  await walk.takeIn('B-19');
  await walk.doneWithReport();
  await walk.go('Library');
  const small = page.getByRole('listbox').locator('img');
  await expect(small).toHaveCount(3);
  for (const picture of await small.all())
    await expect
      .poll(() => picture.evaluate((node) => (node as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(100);
  await look(opened, 'pictures-library');
});

test('what a window cannot show is shown by its copy', async () => {
  const { page } = opened;
  await page.getByRole('option', { name: /scan/ }).first().dblclick();
  const picture = page.getByRole('img', { name: 'Picture: scan' });
  await expect
    .poll(() => picture.evaluate((node) => (node as HTMLImageElement).naturalWidth))
    .toBe(640);
  await look(opened, 'pictures-tiff');
});

test('a scan of several pages is leafed through, and quoted with its page', async () => {
  const { page } = opened;
  await walk.drop([
    await put('file.tif', scanOf([['The first page.'], ['The boat left at nine.']])),
  ]);
  await walk.takeIn('B-19');
  await walk.doneWithReport();
  await walk.go('Library');
  await page.getByRole('option', { name: /file/ }).first().dblclick();
  await page.getByRole('button', { name: 'Read text from this picture' }).click();
  await expect(page.getByText(/2 pages read by machine, \d+ % sure/i)).toBeVisible({
    timeout: 120_000,
  });
  await page.getByText('Picture', { exact: true }).first().click();
  const words = page.getByRole('group', { name: 'Words in the picture' });
  await expect(words).toContainText('first');
  await expect(page.getByRole('button', { name: 'Previous page' })).toBeDisabled();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText('page 2 of 2', { exact: true })).toBeVisible();
  await expect(words).toContainText('boat');
  const picture = page.getByRole('img', { name: 'Picture: file' });
  await expect
    .poll(() => picture.evaluate((node) => (node as HTMLImageElement).naturalWidth))
    .toBe(760);
  await look(opened, 'pictures-pages');
  await page.keyboard.press('ControlOrMeta+f');
  await page.getByRole('searchbox', { name: 'Find in this source' }).fill('first');
  await expect(page.getByText('page 1 of 2', { exact: true })).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('one that looks like another is told in the report, and can be removed', async () => {
  const { page } = opened;
  const street = scene('street', 701);
  const smaller = createCanvas(street.width / 2, street.height / 2);
  smaller.getContext('2d').drawImage(street, 0, 0, smaller.width, smaller.height);
  await walk.drop([await put('sent.webp', smaller.toBuffer('image/webp', 70))]);
  await walk.takeIn('B-19');
  const pair = page.getByRole('listitem', { name: 'K-0005 and K-0001' });
  await expect(pair.getByText(/looks like/)).toBeVisible({ timeout: 30_000 });
  await look(opened, 'pictures-near');
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await pair.getByRole('button', { name: 'Remove K-0005' }).click();
  await expect(pair.getByText('Removed.')).toBeVisible();
  await pair.getByRole('button', { name: 'Open K-0001' }).click();
  await expect(page.getByRole('img', { name: 'Picture: street' })).toBeVisible();
});
