/** Two sources are put side by side by keys alone. */
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow } from '../open-window.ts';

it('the first side without a source has the keyboard', async () => {
  await openWindow({ open: true });
  await expect.element(page.getByRole('listbox', { name: 'Sources' })).toBeVisible();
  await userEvent.keyboard('{Control>}3{/Control}');
  for (const [side, words] of [
    ['A', 'library raids'],
    ['B', 'Call notes'],
  ] as const) {
    await expect.element(page.getByRole('combobox', { name: `Source ${side}` })).toHaveFocus();
    await userEvent.keyboard(words);
    await expect.element(page.getByRole('option', { name: new RegExp(words) })).toBeVisible();
    await userEvent.keyboard('{Enter}');
  }
  await expect.element(page.getByRole('button', { name: 'Swap' })).toBeVisible();
});
