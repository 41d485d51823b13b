/** Stars, how far something was read, and collections in the window. */
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { dataDroppedBy, NOTHING_BUT_THAT_IT_IS_OURS } from './dropped-data.ts';
import { openWindow } from './open-window.ts';

const option = (name: RegExp) => page.getByRole('option', { name }).first();
const row = (at: number) => page.getByRole('option').all()[at]?.element() ?? document.body;
const filters = () => page.getByRole('navigation', { name: 'Filters' });

test('a source is starred and read by keys, and the library narrows to it', async () => {
  await openWindow({ open: true });
  await option(/Ператрусы/).click();
  await userEvent.keyboard('{Control>}d{/Control}');
  await expect.element(page.getByText('K-0009 is starred.')).toBeVisible();
  await userEvent.keyboard('{Control>}{Shift>}D{/Shift}{/Control}');
  await expect.element(page.getByText('K-0009: Reading.')).toBeVisible();
  await filters()
    .getByRole('button', { name: /^Starred/ })
    .click();
  await expect.element(option(/Thirty-one held/)).not.toBeInTheDocument();
  await expect.element(option(/Ператрусы/)).toBeVisible();
  await filters().getByRole('button', { name: 'Clear filters' }).click();
  await filters()
    .getByRole('button', { name: /^Unread/ })
    .click();
  await expect.element(option(/Ператрусы/)).not.toBeInTheDocument();
});

test('a collection is made with what is chosen, gets more, and is deleted without its sources', async () => {
  const { app } = await openWindow({ open: true });
  await option(/Ператрусы/).click();
  await filters().getByRole('button', { name: 'New collection…' }).click();
  await page.getByRole('dialog').getByLabelText('Name').fill('Raids');
  await userEvent.keyboard('{Enter}');
  const raids = filters().getByRole('button', { name: /^Raids/ });
  await expect.element(raids).toBeVisible();
  await option(/Thirty-one held/).click();
  await page.getByLabelText('Put into a collection…').selectOptions('Raids');
  await expect.element(page.getByRole('button', { name: 'Remove Raids' })).toBeVisible();
  await raids.click();
  await expect.element(page.getByText('2 of 10 sources')).toBeVisible();
  await filters().getByRole('button', { name: 'Edit the collection…' }).click();
  await page.getByRole('button', { name: 'Delete the collection' }).click();
  await expect.element(page.getByText(/Its sources stay/)).toBeVisible();
  expect(app.records.gatherings.size).toBe(0);
  expect(app.records.sources.size).toBe(10);
});

test('several that are chosen are put into a new collection, and others into one that is there', async () => {
  const { app, bridge } = await openWindow({ open: true });
  await expect.element(option(/Ператрусы/)).toBeVisible();
  await page.getByRole('button', { name: 'Choose several' }).click();
  const open = page.getByRole('button', { name: 'To a collection…' });
  await expect.element(open).toBeDisabled();
  await page.getByRole('button', { name: 'All in the list' }).click();
  await open.click();
  await page.getByRole('button', { name: 'Put into it' }).click();
  await expect.element(page.getByText('Give it a name.')).toBeVisible();
  await page.getByRole('dialog').getByLabelText('Name').fill('Raids');
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('10 sources are in “Raids”.')).toBeVisible();
  await page.getByRole('button', { name: 'None' }).click();
  await option(/Ператрусы/).click();
  await app.command('collections.add', { name: 'Later', note: '', sources: [] });
  await open.click();
  await page.getByLabelText('Collection', { exact: true }).selectOptions('Later');
  await page.getByRole('button', { name: 'Put into it' }).click();
  await expect.element(page.getByText('1 source is in “Later”.')).toBeVisible();
  const asked = bridge.calls.filter(({ name }) => name.startsWith('collections.'));
  expect(asked.map(({ name }) => name)).toEqual([
    'collections.add',
    'collections.add',
    'collections.edit',
  ]);
});

test('a collection has an order of its own: moved by keys, by buttons and by dragging, one step each to undo', async () => {
  const { app } = await openWindow({ open: true });
  await expect.element(option(/Ператрусы/)).toBeVisible();
  const shown = () => app.shelf.sources.map(({ shelfmark }) => shelfmark);
  const sources = ['K-0010', 'K-0009', 'K-0008', 'K-0004'].map(
    (mark) => app.shelf.all.find(({ shelfmark }) => shelfmark === mark)?.id ?? '',
  );
  await app.command('collections.add', { name: 'Raids', note: '', sources });
  // In the order of when they were added nothing is moved.
  await expect.element(page.getByText(/In an order of its own/)).not.toBeInTheDocument();
  await filters()
    .getByRole('button', { name: /^Raids/ })
    .click();
  await option(/Ператрусы/).click();
  await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
  await expect.poll(shown).toEqual(['K-0010', 'K-0008', 'K-0004', 'K-0009']);
  await expect.element(page.getByText('K-0009 is now 4 of 4.')).toBeInTheDocument();
  await page.getByRole('button', { name: 'Move up' }).click();
  await expect.poll(shown).toEqual(['K-0010', 'K-0008', 'K-0009', 'K-0004']);
  const data = await dataDroppedBy(() =>
    page.elementLocator(row(3)).dropTo(page.elementLocator(row(0)), {
      targetPosition: { x: 60, y: 4 },
    }),
  );
  expect(data).toEqual(NOTHING_BUT_THAT_IT_IS_OURS);
  await expect.poll(shown).toEqual(['K-0004', 'K-0010', 'K-0008', 'K-0009']);
  await app.undo();
  await expect.poll(shown).toEqual(['K-0010', 'K-0008', 'K-0009', 'K-0004']);
  // By title the order is not a person's.
  await page.getByRole('radio', { name: 'Title' }).click();
  await expect.element(page.getByText(/In an order of its own/)).not.toBeInTheDocument();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await page.getByRole('radio', { name: 'Own order' }).click();
  expect(shown()).toEqual(['K-0010', 'K-0008', 'K-0009', 'K-0004']);
});
