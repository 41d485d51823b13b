/** A dossier leaves the window by its profile: what will leave is shown, and a name that must not leave does so only after a word was typed. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { beginArchive, type Begun } from '../helpers/begun.ts';
import type { Walk } from '../helpers/walk.ts';
import { answerDialogs, type Opened, type Places } from '../helpers/window.ts';

const files = join(import.meta.dirname, '../../sample/files');
const words = 'He was later treated for an injury to his right wrist';

let begun: Begun;
let places: Places;
let opened: Opened;
let walk: Walk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  begun = await beginArchive('Night of the choir', 'eleven herons over the salt flats');
  ({ places, opened, walk } = begun);
  await walk.drop([join(files, 'harbour-light-2026-04-02.html')]);
  await walk.takeIn('B-19');
  await walk.doneWithReport();
  await walk.read(/Police check choir rehearsal/);
  await walk.quote(words, { speaker: 'Yulian Zhaleika', tags: [], note: '' });
  await walk.makeDossier('What Zhaleika told', words.slice(0, 30));
  await protect('Yulian Zhaleika');
});

test.afterAll(() => begun.end());

async function protect(name: string): Promise<void> {
  const { page } = opened;
  await walk.go('Settings');
  await walk.button('Names').click();
  await page.getByRole('option', { name }).click();
  await page.getByRole('radio', { name: /^Must not be named/ }).check();
  await walk.go('Dossiers');
  const field = page.getByRole('textbox', { name: 'Title' });
  if (!(await field.isVisible())) await walk.button(/What Zhaleika told/).click();
  await expect(field).toBeVisible();
}

const textOf = (path: string) =>
  execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
const sheet = () => opened.page.getByRole('dialog', { name: 'What will leave' });

async function accessible(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await opened.page.emulateMedia({ colorScheme });
    await expect
      .poll(async () => {
        const { violations } = await new AxeBuilder({ page: opened.page })
          .setLegacyMode()
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => [id, target]));
      })
      .toEqual([]);
  }
}

test('a name that must not be named stops the dossier until a word is typed', async () => {
  const target = join(places.root, 'named.pdf');
  await answerDialogs(opened.app, { save: target });
  await walk.button(/^Save PDF/).click();
  await expect(sheet().getByRole('heading', { name: 'Names were found' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(
    sheet()
      .getByRole('cell', { name: /^Page \d+$/ })
      .first(),
  ).toBeVisible();
  await accessible();
  const despite = sheet().getByRole('button', { name: /^Save it with these names/ });
  await expect(despite).toBeDisabled();
  await opened.page.keyboard.press('Escape');
  await expect(sheet()).toBeHidden();
  await expect(readFile(target)).rejects.toThrow('ENOENT');
});

test('a profile chosen by the keyboard takes the name out of the file, and the sheet says so', async () => {
  const target = join(places.root, 'hidden.pdf');
  await answerDialogs(opened.app, { save: target });
  await walk.button(/^Names:/).click();
  const names = opened.page.getByRole('dialog', { name: 'Names in this dossier' });
  await names.getByRole('radio', { name: 'Nothing replaced' }).focus();
  await opened.page.keyboard.press('ArrowDown');
  await expect(names.getByRole('radio', { name: 'Protect' })).toBeChecked();
  await names.getByLabel('Pseudonym for Yulian Zhaleika').fill('Witness 4');
  await opened.page.keyboard.press('Tab');
  await accessible();
  await opened.page.keyboard.press('Escape');
  await walk.button(/^Save PDF/).click();
  await expect(sheet().getByRole('row', { name: /Yulian Zhaleika.*\[Witness 4\]/ })).toBeVisible({
    timeout: 60_000,
  });
  await accessible();
  await sheet().getByRole('textbox', { name: 'For whom' }).fill('The Ferry Review');
  await opened.page.keyboard.press('Enter');
  await expect(opened.page.getByText(/^The PDF is saved/)).toBeVisible({ timeout: 60_000 });
  const text = textOf(target);
  expect(text).toContain('[Witness 4]');
  expect(text).not.toMatch(/zhaleik|Ferry Review/i);
});

test('the next time it tells when it left and for whom, and what changed since', async () => {
  const { page } = opened;
  await page.getByRole('textbox', { name: 'Matter' }).fill('C-9');
  await page.keyboard.press('Tab');
  await walk.button(/^Save PDF/).click();
  await expect(sheet().getByText(/^Version 1 left on/)).toBeVisible({ timeout: 60_000 });
  await expect(sheet().getByText('The Ferry Review')).toBeVisible();
  await expect(sheet().getByText('Dossier changed × 1')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a package leaves without the name, and its own script finds it sound', async () => {
  const { page } = opened;
  const target = join(places.root, 'package');
  await answerDialogs(opened.app, { save: target });
  await walk.button(/^Save PDF/).click();
  await sheet().getByRole('radio', { name: 'Package: a folder' }).check({ timeout: 60_000 });
  await sheet().getByRole('radio', { name: 'Originals, untouched' }).check();
  await accessible();
  await sheet().getByRole('button', { name: 'Save the package…' }).click();
  await expect(page.getByText(/read back and found whole/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/The file of 1 exhibit stayed/)).toBeVisible();
  const fingerprint = await page.getByTitle(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/).textContent();
  const said = execFileSync('sh', [join(target, 'verify.sh'), fingerprint ?? ''], {
    encoding: 'utf8',
  });
  expect(said).toContain('It is the key that you named.');
  expect(textOf(join(target, 'data/dossier.pdf'))).toContain('[Witness 4]');
  const quotes = await readFile(join(target, 'data/metadata/quotes.jsonld'), 'utf8');
  expect(quotes).toContain('[Witness 4]');
  expect(quotes).not.toMatch(/zhaleik/i);
});

test('with the word typed it leaves, names and all', async () => {
  const target = join(places.root, 'named.pdf');
  await answerDialogs(opened.app, { save: target });
  await walk.button(/^Names:/).click();
  await opened.page.getByRole('radio', { name: 'Nothing replaced' }).check();
  await walk.button('Done').click();
  await walk.button(/^Save PDF/).click();
  await sheet()
    .getByRole('textbox', { name: /type “names leave”/ })
    .fill('names leave', { timeout: 60_000 });
  await sheet()
    .getByRole('button', { name: /^Save it with these names/ })
    .click();
  await expect(opened.page.getByText(/^The PDF is saved/)).toBeVisible({ timeout: 60_000 });
  expect(textOf(target)).toContain('Yulian Zhaleika');
  expect(opened.faults).toEqual([]);
});
