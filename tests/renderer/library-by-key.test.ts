/** From a name that is typed to the sentence in its text, without the mouse. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow } from './open-window.ts';

const filter = () =>
  page.getByRole('searchbox', { name: 'Filter by title, publisher or shelfmark' });
const text = () => page.getByRole('region', { name: 'Text', exact: true });

test('Enter in the filter opens the first that fits, and the text has the keyboard', async () => {
  await openWindow({ open: true });
  await expect.element(filter()).toBeVisible();
  await userEvent.keyboard('{Control>}f{/Control}');
  await expect.element(filter()).toHaveFocus();
  await userEvent.keyboard('library raids{Enter}');
  await expect.element(text()).toHaveFocus();
  await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
});

test('the arrow down leads from the filter into the list', async () => {
  await openWindow({ open: true });
  await expect.element(filter()).toBeVisible();
  await userEvent.keyboard('{Control>}f{/Control}{ArrowDown}');
  const list = page.getByRole('listbox', { name: 'Sources' });
  await expect.element(list).toHaveFocus();
  const [first, second] = list.getByRole('option').all();
  expect(first?.element().getAttribute('aria-selected')).toBe('true');
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => second?.element().getAttribute('aria-selected')).toBe('true');
});

test('a quote says its tags in the list', async () => {
  const { app } = await openWindow({ open: true });
  await filter().fill('library raids');
  await filter().click();
  await userEvent.keyboard('{Enter}');
  const tagged = [...app.records.quotes.values()].find(({ tags }) => tags.length > 0);
  const [id] = tagged?.tags ?? [];
  const name = (id && app.records.tags.get(id)?.name) ?? 'none';
  const list = page.getByRole('region', { name: 'In this source' });
  await expect.element(list.getByText(name, { exact: true }).first()).toBeVisible();
});
