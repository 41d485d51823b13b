/** Choosing among the pages of a web archive, in the sheet in which it waits to be taken in. */
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow } from './open-window.ts';

async function dropped(name: string) {
  const opened = await openWindow({ open: true });
  await opened.app.importer.drop([new File(['x'], 'note.txt'), new File(['x'], name)]);
  return opened;
}

const pick = () => page.getByRole('button', { name: /^light-\d+\.wacz: Choose/ });
const list = () => page.getByRole('listbox', { name: 'What it holds' });
const option = (words: RegExp) => list().getByRole('option', { name: words });
const imports = ({ bridge }: Awaited<ReturnType<typeof dropped>>) =>
  bridge.calls.filter(({ name }) => name === 'sources.import').map(({ input }) => input);

test('by the keyboard alone, and only what is ticked is asked for', async () => {
  const opened = await dropped('light-5.wacz');
  await expect.element(page.getByText(/Choose parts: 3.of.5/)).toBeVisible();
  pick().element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('searchbox', { name: /^Title, address/ })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown} ');
  await expect.element(page.getByText('2 of 5 chosen.')).toBeVisible();
  // What cannot be had cannot be ticked.
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown} ');
  await expect.element(page.getByText('2 of 5 chosen.')).toBeVisible();
  await expect.element(option(/day 1 /)).toHaveAttribute('aria-selected', 'false');
  await expect.element(option(/There already as K-0001/)).toBeVisible();
  await expect.element(option(/Its digest differs/)).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Escape}');
  await expect.element(pick()).toHaveFocus();
  await page.getByRole('button', { name: 'Take in 2 files' }).click();
  await expect.element(page.getByRole('heading', { name: 'What came in' })).toBeVisible();
  const [ticket] = opened.bridge.calls
    .filter(({ name }) => name === 'sources.parts')
    .map(({ input }) => (input as { file: string }).file)
    .slice(1);
  expect(imports(opened)).toMatchObject([
    { chosen: [{ file: ticket, sha256: 'a'.repeat(64), numbers: [3, 5] }] },
  ]);
});

test('nothing is said of a choice where everything comes in', async () => {
  const opened = await dropped('light-5.wacz');
  await expect.element(pick()).toBeVisible();
  await page.getByRole('button', { name: 'Take in 2 files' }).click();
  await expect.element(page.getByRole('heading', { name: 'What came in' })).toBeVisible();
  expect(imports(opened)[0]).not.toHaveProperty('chosen');
});

test('among ten thousand: found by words, all and none of what is shown, few rows on the page, and axe finds nothing', async () => {
  const opened = await dropped('light-10000.wacz');
  await pick().click();
  await expect.element(page.getByText('9,998 of 10,000 chosen.')).toBeVisible();
  expect(list().getByRole('option').elements().length).toBeLessThan(40);
  await page.getByRole('button', { name: 'None' }).click();
  await page.getByRole('searchbox', { name: /^Title, address/ }).fill('DAY 999');
  await expect.element(page.getByText(/19 shown\./)).toBeVisible();
  await page.getByRole('button', { name: 'All' }).click();
  await expect.element(page.getByText(/19 of 10,000 chosen\./)).toBeVisible();
  await option(/day 9990 /).click();
  await expect.element(page.getByText(/18 of 10,000 chosen\./)).toBeVisible();
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Take in 2 files' }).click();
  await expect.element(page.getByRole('heading', { name: 'What came in' })).toBeVisible();
  expect(imports(opened)).toMatchObject([
    {
      chosen: [
        {
          numbers: Array.from({ length: 10_000 }, (_, at) => at).filter(
            (number) => String(number).includes('999') && number !== 9_990,
          ),
        },
      ],
    },
  ]);
});
