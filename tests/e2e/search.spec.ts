/** The search screen in the true window, on the sample: found in another alphabet, narrowed, saved, and a list of names. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Walk } from '../helpers/walk.ts';
import { answerDialogs, makePlaces, openWindow, removePlaces } from '../helpers/window.ts';

test('the search screen, from a question to what leaves', async () => {
  test.setTimeout(180_000);
  const places = await makePlaces();
  const { app, page, faults } = await openWindow(places);
  const walk = new Walk(page);
  const query = page.getByRole('combobox', { name: 'What to look for' });
  const results = page.getByRole('listbox', { name: 'Results' });
  const reading = page.getByRole('article');

  await test.step('opens by its key, and finds a name in another alphabet', async () => {
    await walk.button(/^Look round/).click();
    await walk.atDesk();
    await page.keyboard.press('Control+Shift+F');
    await expect(query).toBeFocused();
    await query.fill('Жалейка');
    await expect(results.getByText(/same sound/).first()).toBeVisible({ timeout: 20_000 });
  });

  await test.step('is narrowed to as many as the facet said', async () => {
    const facet = page.getByRole('navigation', { name: 'Narrow by' }).getByRole('button', {
      name: /^Quotes/,
    });
    const count = /[\d,]+\s*$/.exec((await facet.textContent()) ?? '')?.[0].trim() ?? '';
    await facet.click();
    await expect(query).toHaveValue('Жалейка kind:quote');
    await expect(page.getByRole('status').filter({ hasText: `${count} found` })).toBeVisible();
  });

  await test.step('opens a result at its place by keyboard, and is there when one comes back', async () => {
    await query.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(reading).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(query).toHaveValue('Жалейка kind:quote');
    await expect(results).toBeFocused();
  });

  await test.step('keeps it under a name', async () => {
    await page.keyboard.press('Control+s');
    await page.getByLabel('Name of the search').fill('What he said');
    await page.keyboard.press('Enter');
    await expect(walk.button('What he said').first()).toBeVisible();
    await query.fill('');
    await walk.button('What he said').first().click();
    await expect(query).toHaveValue('Жалейка kind:quote');
  });

  await test.step('says what shares its text, and puts the two side by side', async () => {
    await query.fill('kind:source Police check choir rehearsal');
    await results.getByText('Police check choir rehearsal').first().click();
    await page.keyboard.press('m');
    await expect(page.getByText(/% shared/).first()).toBeVisible();
    await page
      .getByRole('button', { name: /^Compare with/ })
      .first()
      .click();
    await expect(page.getByText('Facts side by side')).toBeVisible({ timeout: 20_000 });
  });

  await test.step('says where else the wording of an agency stands, and shows it there', async () => {
    await walk.read(/В Ластовицке проведена/);
    await page.keyboard.press('w');
    const answer = page.getByRole('region', { name: 'Where else it stands' });
    await expect(answer.getByText('2 sources carry this wording')).toBeVisible();
    await expect(answer.getByText('Ластовицкая новь').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(reading.getByText('На консервном прошла проверка').first()).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(answer.getByRole('button', { name: /^Open K-/ }).first()).toBeFocused();
  });

  await test.step('looks a list of names up, and hands the report out as a table', async () => {
    const list = join(places.root, 'names.csv');
    const table = join(places.root, 'report.csv');
    await writeFile(list, 'name;town\n"Жалейка";x\n=Qwxzq();x\nQuendolin Brastelow;x\n');
    await answerDialogs(app, { open: [list], save: table });
    await walk.go('Search');
    await page.getByRole('radio', { name: 'A list of names' }).click();
    await page.getByRole('button', { name: /Choose a file/ }).click();
    await page.getByRole('button', { name: 'Look them up' }).click();
    const report = page.getByRole('region', { name: 'What was found' });
    await expect(report.getByRole('status')).toHaveText('3 names, 2 without a find');
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: 'Save as CSV…' }).click();
    await expect(page.getByText(/The report is saved/)).toBeVisible();
    const rows = (await readFile(table, 'utf8')).split('\r\n');
    expect(rows[0]).toBe('\uFEFFname,found,spellings,shelfmarks');
    expect(rows[1]).toMatch(/^Жалейка,[1-9]/);
    expect(rows[2]).toBe(`'=Qwxzq(),0,,`);
  });

  await test.step('is gone with the lock', async () => {
    await walk.lock();
    await expect(page.getByText('Жалейка')).toHaveCount(0);
    expect(faults).toEqual([]);
    await app.close();
    await removePlaces(places);
  });
});
