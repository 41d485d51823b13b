/** Enter takes a name or a tag as it was written; one that is known and near is chosen by arrow keys. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow, selectWords } from './open-window.ts';

async function quoting() {
  const opened = await openWindow({ open: true });
  await page
    .getByRole('option', { name: /Thirty-one held/ })
    .first()
    .dblClick();
  await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
  selectWords('in one flat the officers photographed every page');
  await userEvent.keyboard('q');
  return opened;
}

async function saved({ bridge }: Awaited<ReturnType<typeof quoting>>) {
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('Quote saved.')).toBeVisible();
  return bridge.calls.find(({ name }) => name === 'quotes.add')?.input;
}

test('what is near a known speaker and a known tag is new', async () => {
  const opened = await quoting();
  await userEvent.keyboard('Viktar Soka{Enter}{Tab}');
  const tags = page.getByRole('combobox', { name: 'Tags' });
  await tags.fill('deten');
  await userEvent.keyboard('{Enter}');
  expect(await saved(opened)).toMatchObject({
    speaker: { name: 'Viktar Soka' },
    tags: [{ name: 'deten' }],
  });
});

test('by an arrow key it is the known one, and what is written whole is known at once', async () => {
  const opened = await quoting();
  await userEvent.keyboard('sokal{ArrowDown}{Enter}');
  await expect.element(page.getByRole('combobox', { name: 'Speaker' })).toHaveValue('Viktar Sokal');
  const tags = page.getByRole('combobox', { name: 'Tags' });
  await tags.fill('DETENTION');
  await userEvent.keyboard('{Enter}');
  expect(await saved(opened)).toMatchObject({
    speaker: { entity: expect.any(String) as string },
    tags: [{ tag: expect.any(String) as string }],
  });
});
