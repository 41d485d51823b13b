/** A picture of a text at the window: read by machine, its words selected over it, quoted and found. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { pictureOf } from '../archive/import/pictures-of-text.ts';
import { beginArchive, type Begun, look } from '../helpers/begun.ts';
import type { Walk } from '../helpers/walk.ts';
import type { Opened, Places } from '../helpers/window.ts';

const passphrase = 'four lanterns in a dry well';

let begun: Begun;
let places: Places;
let opened: Opened;
let walk: Walk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  begun = await beginArchive('Lanterns', passphrase);
  ({ places, opened, walk } = begun);
});

test.afterAll(() => begun.end());

test('it is offered when a picture comes in, read, quoted and found', async () => {
  const { page } = opened;
  const file = join(places.root, 'notice.png');
  await writeFile(
    file,
    pictureOf([
      'The lamp in the harbour office burned until nine.',
      'Nobody had seen the second boat leave.',
    ]),
  );
  await walk.drop([file]);
  await walk.takeIn('B-19');
  await look(opened, 'ocr-offer');
  await page.getByRole('dialog').getByRole('button', { name: 'Read 1 source' }).click();
  await walk.doneWithReport();
  await walk.go('Library');
  await page
    .getByRole('option', { name: /notice/ })
    .first()
    .dblclick();
  await expect(page.getByText(/Read by machine, \d+ % sure/)).toBeVisible({ timeout: 120_000 });

  const words = page.getByRole('group', { name: 'Words in the picture' });
  await expect(words.locator('text')).toHaveCount(16);
  await page.evaluate(() => {
    const nodes = [...document.querySelectorAll('svg text')];
    const [first, last] = [nodes.find((node) => node.textContent === 'second'), nodes.at(-1)];
    if (first?.firstChild && last?.firstChild)
      getSelection()?.setBaseAndExtent(first.firstChild, 0, last.firstChild, 5);
  });
  await page.getByRole('button', { name: 'Quote', exact: true }).click();
  await look(opened, 'ocr-quote');
  await page.getByRole('button', { name: /Save quote/ }).click();
  await expect(page.getByText('second boat leave').first()).toBeVisible();
  await expect(words.locator('rect').first()).toBeVisible();
  await look(opened, 'ocr-picture');
  // Not in a page of its own: an Electron window has no other.
  const checked = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(checked.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

  await page.getByText('Text', { exact: true }).first().click();
  await expect(page.getByRole('article')).toContainText('Nobody had seen the second boat leave.');
  await look(opened, 'ocr-text');
  expect(opened.faults).toEqual([]);
});

test('what was taken in unread can be read later, in a language that is chosen', async () => {
  const { page } = opened;
  const file = join(places.root, 'door.png');
  await writeFile(file, pictureOf(['Nikt nie widział drugiej łodzi.']));
  await walk.drop([file]);
  await walk.takeIn('B-19');
  await walk.doneWithReport();
  await walk.go('Library');
  await page.getByRole('option', { name: /door/ }).first().dblclick();
  await page.getByRole('checkbox', { name: 'Polish' }).check();
  await page.getByRole('checkbox', { name: 'English' }).uncheck();
  await look(opened, 'ocr-form');
  await page.getByRole('button', { name: 'Read text from this picture' }).click();
  await expect(page.getByText(/Read by machine, \d+ % sure \(Polish\)/)).toBeVisible({
    timeout: 120_000,
  });
});

test('what was waiting when the archive was locked goes on at the next unlock', async () => {
  const { page } = opened;
  const file = join(places.root, 'ledger.png');
  await writeFile(file, pictureOf(['The ledger was taken from the second drawer.']));
  await walk.drop([file]);
  await walk.takeIn('B-19');
  await page.getByRole('dialog').getByRole('button', { name: 'Read 1 source' }).click();
  await walk.doneWithReport();
  await walk.lock();
  await walk.unlock(passphrase);
  await walk.atDesk();
  await walk.go('Library');
  await page
    .getByRole('option', { name: /ledger/ })
    .first()
    .dblclick();
  await expect(page.getByText(/Read by machine, \d+ % sure/)).toBeVisible({ timeout: 120_000 });
  expect(opened.faults).toEqual([]);
});
