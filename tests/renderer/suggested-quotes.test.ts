/** Direct speech is offered beside the text, and kept only when somebody makes a quote of it. */
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow } from './open-window.ts';

async function reading() {
  const opened = await openWindow({ open: true });
  await page
    .getByRole('option', { name: /Thirty-one held/ })
    .first()
    .dblClick();
  await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
  return opened;
}
const suggested = () => page.getByRole('region', { name: 'Suggested' });
const eleven = () => suggested().getByRole('button', { name: /^Eleven people/ });

test('taking one opens the form with who probably said it; when it is saved, it is no longer offered', async () => {
  const { bridge } = await reading();
  await expect.element(eleven()).toBeVisible();
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(bridge.calls.some(({ name }) => name === 'quotes.add')).toBe(false);
  await eleven().click();
  await expect.element(page.getByRole('combobox', { name: 'Speaker' })).toHaveValue('Viktar Sokal');
  await page.getByRole('button', { name: /^Save quote/ }).click();
  await expect.element(page.getByText('Quote saved.')).toBeVisible();
  const added = bridge.calls.find(({ name }) => name === 'quotes.add')?.input as {
    passage: { exact: string };
    speaker: unknown;
  };
  expect(added.passage.exact).toMatch(/^Eleven people are still inside tonight/);
  expect(added.speaker).toHaveProperty('entity');
  await expect.element(eleven()).not.toBeInTheDocument();
});

test('by keys alone: to the next one, and a quote of it', async () => {
  await reading();
  await expect.element(eleven()).toBeVisible();
  await page.getByRole('region', { name: 'Text', exact: true }).click();
  await userEvent.keyboard('gq');
  await expect.element(page.getByRole('combobox', { name: 'Speaker' })).toHaveValue('Viktar Sokal');
});

test('one that is put aside goes, and all go when they are not wanted', async () => {
  await reading();
  await expect
    .element(page.getByRole('group', { name: 'Suggested quotes in the margin' }))
    .toBeVisible();
  await suggested().getByRole('button', { name: 'Put aside' }).first().click();
  await expect.element(eleven()).not.toBeInTheDocument();
  const heading = suggested().getByRole('button', { name: /Suggested/ });
  await heading.click();
  await expect.element(heading).toHaveAttribute('aria-expanded', 'false');
  await expect
    .element(page.getByRole('group', { name: 'Suggested quotes in the margin' }))
    .not.toBeInTheDocument();
});
