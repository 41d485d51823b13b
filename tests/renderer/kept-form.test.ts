/** What was typed for one quote never gets into another, and is forgotten when the archive is locked. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow, selectWords } from './open-window.ts';

const note = () => page.getByRole('textbox', { name: 'Note' });

async function typing() {
  const opened = await openWindow({ open: true });
  await page
    .getByRole('option', { name: /Thirty-one held/ })
    .first()
    .dblClick();
  await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
  selectWords('in one flat the officers photographed every page');
  await userEvent.keyboard('q');
  await note().fill('ask the neighbour');
  return opened;
}

test('the form for the next passage is empty after a quote was saved, and that of another quote has its own', async () => {
  const { app } = await typing();
  await page.getByRole('button', { name: /^Save quote/ }).click();
  await expect.element(page.getByText('Quote saved.')).toBeVisible();
  expect(app.keptDrafts.size).toBe(0);
  selectWords('Eleven people are still');
  await userEvent.keyboard('q');
  await expect.element(note()).toHaveValue('');
  await note().fill('another thing');
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: /^Quote 1,/ }).click();
  await page.getByRole('button', { name: 'Edit quote' }).click();
  await expect.element(note()).not.toHaveValue('another thing');
});

test('an open form stays when another quote is to be edited', async () => {
  await typing();
  await page.getByRole('button', { name: /^Quote 1,/ }).click();
  await page.getByRole('button', { name: 'Edit quote' }).click();
  await expect.element(page.getByText(/Save or cancel the open quote/)).toBeVisible();
  await expect.element(note()).toHaveValue('ask the neighbour');
});

test('nothing of it is kept when the archive is locked', async () => {
  const { app } = await typing();
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(note()).not.toBeInTheDocument();
  expect(app.keptDrafts.size).toBe(0);
});
