/** Profiles of collecting in the window: saved from the form, taken when something is added, and removed. */
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openWindow } from './open-window.ts';

async function adding() {
  const begun = await openWindow({ open: true });
  await begun.app.importer.choose();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  return begun;
}

const field = (name: string) => page.getByRole('dialog').getByLabelText(name, { exact: true });

test('a profile is saved from what stands in the form, and fills it in again', async () => {
  const { app, bridge } = await adding();
  await field('Collected by').fill('B-7');
  await field('Sensitivity').fill('names of detained people');
  await page.getByRole('button', { name: 'Save as a profile…' }).click();
  await field('Name').fill('Monitors');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.element(page.getByText('Saved as “Monitors”.')).toBeVisible();

  app.importer.close();
  app.importer.capture = { ...app.importer.capture, collectedBy: { state: 'unknown' } };
  await app.importer.choose();
  await expect.element(field('Collected by')).toHaveValue('');
  await field('Profile').selectOptions('Monitors');
  await expect.element(field('Collected by')).toHaveValue('B-7');
  await expect.element(field('Sensitivity')).toHaveValue('names of detained people');
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.getByRole('button', { name: /^Take in/ }).click();
  await expect
    .poll(() => bridge.calls.find(({ name }) => name === 'sources.import')?.input)
    .toMatchObject({ capture: { collectedBy: { state: 'value', value: 'B-7' } } });
});

test('a profile is removed, and the form stays as it is', async () => {
  await adding();
  await field('Where').fill('Reedmouth');
  await page.getByRole('button', { name: 'Save as a profile…' }).click();
  await field('Name').fill('Reedmouth');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Remove the profile' }).click();
  await expect.element(page.getByText('No profile yet')).toBeInTheDocument();
  await expect.element(field('Where')).toHaveValue('Reedmouth');
});
