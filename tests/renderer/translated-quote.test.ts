/** The folded part of the quote form for a translation, and what the list shows of it. */
import axe from 'axe-core';
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
  await page.getByText('Translation', { exact: true }).click();
  return opened;
}
const save = () => page.getByRole('button', { name: /^Save quote/ });

test('its words, language, translator and status are saved with the quote and shown in the list', async () => {
  const { bridge } = await quoting();
  await page.getByRole('textbox', { name: 'Words' }).fill('у адной кватэры знялі кожную старонку');
  await save().click();
  await expect.element(page.getByText(/Choose one of the list/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Language' }).fill('bela');
  await userEvent.keyboard('{Enter}');
  await page.getByRole('combobox', { name: 'Translator' }).fill('T-3');
  await page.getByRole('radio', { name: 'checked', exact: true }).last().click();
  await page.getByRole('radio', { name: 'medium' }).click();
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await save().click();
  await expect.element(page.getByText('Quote saved.')).toBeVisible();
  expect(bridge.calls.find(({ name }) => name === 'quotes.add')?.input).toMatchObject({
    translation: {
      text: 'у адной кватэры знялі кожную старонку',
      ...{ language: 'be', translator: 'T-3', status: 'checked' },
    },
    sensitive: false,
    confidence: 'medium',
  });
  await expect.element(page.getByText('Belarusian, by T-3')).toBeVisible();
  await expect.element(page.getByText('confidence medium')).toBeVisible();
});

test('a quote that must not leave says so in the list, and its translator is offered again', async () => {
  const { bridge } = await quoting();
  await page.getByRole('textbox', { name: 'Words' }).fill('slowa');
  await page.getByRole('combobox', { name: 'Language' }).fill('pl');
  await page.getByRole('combobox', { name: 'Translator' }).fill('Ida Rusk');
  await page.getByRole('checkbox', { name: /Must not leave/ }).click();
  await save().click();
  await expect.element(page.getByText('Quote saved.')).toBeVisible();
  await expect.element(page.getByText('stays here')).toBeVisible();
  await page.getByRole('button', { name: 'Edit quote' }).click();
  // It unfolds by itself where there is one.
  await expect.element(page.getByRole('textbox', { name: 'Words' })).toHaveValue('slowa');
  await expect.element(page.getByRole('combobox', { name: 'Language' })).toHaveValue('Polish');
  await page.getByRole('combobox', { name: 'Translator' }).fill('');
  await expect.element(page.getByRole('option', { name: 'Ida Rusk' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('combobox', { name: 'Translator' })).toHaveValue('Ida Rusk');
  await page.getByRole('textbox', { name: 'Words' }).fill('');
  await page.getByRole('button', { name: /^Save changes/ }).click();
  await expect.element(page.getByText('Quote changed.')).toBeVisible();
  expect(bridge.calls.find(({ name }) => name === 'quotes.edit')?.input).toMatchObject({
    patch: { translation: null, sensitive: true },
  });
});
