/** Deleting in the window: at once, with a way back; asked about where something else holds it; and the trash. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sourceId } from './material.ts';
import { openWindow } from './open-window.ts';

const option = (name: RegExp) => page.getByRole('option', { name }).first();
const trashButton = () => page.getByRole('button', { name: /^Trash:/ });
const deleted = (calls: readonly { name: string }[]) =>
  calls.filter(({ name }) => name === 'sources.delete');

test('a source that nothing else holds goes to the trash by a key, and comes back', async () => {
  const { app } = await openWindow({ open: true });
  await option(/Ператрусы/).click();
  await userEvent.keyboard('{Delete}');
  await expect.element(page.getByText(/is in the trash/)).toBeVisible();
  await expect.element(option(/Ператрусы/)).not.toBeInTheDocument();
  await trashButton().click();
  const sheet = page.getByRole('dialog', { name: 'Trash' });
  await expect.element(sheet.getByText(/Ператрусы/)).toBeVisible();
  await expect.element(sheet.getByText(/goes/)).toBeVisible();
  await sheet.getByRole('button', { name: /^Put back: / }).click();
  await expect.element(sheet.getByText('Nothing is in the trash.')).toBeVisible();
  expect(app.records.trashed.size).toBe(0);
  await userEvent.keyboard('{Escape}');
  await expect.element(option(/Ператрусы/)).toBeVisible();
});

test('what came out of a source goes along only when somebody says so', async () => {
  const { bridge } = await openWindow({ open: true });
  await expect.element(option(/Ператрусы/)).toBeVisible();
  bridge.patchSource(sourceId(2), { partOf: sourceId(10) });
  await option(/Thirty-one held/).click();
  const shelfmark = /Move K-\d+ to the trash\?/;
  await page.getByRole('button', { name: 'Move to the trash' }).click();
  const question = page.getByRole('dialog', { name: shelfmark });
  await expect.element(question.getByText('1 source that came out of it')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(question).not.toBeInTheDocument();
  expect(deleted(bridge.calls)).toEqual([]);
  await page.getByRole('button', { name: 'Move to the trash' }).click();
  await question.getByRole('button', { name: 'Move to the trash' }).click();
  await expect.element(page.getByText(/and 1 source that came out of it are in/)).toBeVisible();
  expect(deleted(bridge.calls)).toHaveLength(1);
});

test('is deleted for good in a second step, with a reason', async () => {
  const { bridge } = await openWindow({ open: true });
  await option(/Ператрусы/).click();
  await userEvent.keyboard('{Delete}');
  await trashButton().click();
  await page.getByRole('button', { name: /^Delete for good… / }).click();
  const sheet = page.getByRole('dialog', { name: /for good\?/ });
  await sheet.getByRole('button', { name: 'Delete for good' }).click();
  await expect.element(sheet.getByText('Say why.')).toBeVisible();
  expect(bridge.calls.map(({ name }) => name)).not.toContain('trash.destroy');
  await sheet.getByLabelText('Why').fill('came by mistake');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('1 thing is gone for good.')).toBeVisible();
  await expect.element(page.getByText('Nothing is in the trash.')).toBeVisible();
  const asked = bridge.calls.find(({ name }) => name === 'trash.destroy');
  expect(asked?.input).toMatchObject({ reason: 'came by mistake' });
});
