/** The timeline shows dates in order with what they are of, narrows by words, and opens what has the date. */
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { begin, endWindow } from '../begin.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));
afterEach(endWindow);

it('narrows by words and by kind of date, and opens a quote by Enter', async () => {
  const { app } = await begin();
  app.nav.open({ screen: 'timeline' });
  const list = page.getByRole('listbox', { name: 'Timeline' });
  await expect.element(list).toBeVisible();
  await page.getByRole('searchbox', { name: 'Words, name or date' }).fill('alena');
  await expect.poll(() => list.getByRole('option').all().length).toBe(1);
  await list.getByRole('option').click();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => app.nav.place.screen).toBe('read');
  expect(app.nav.place).toHaveProperty('quote');
  app.nav.back();
  // What was asked for is still there.
  await expect
    .element(page.getByRole('searchbox', { name: 'Words, name or date' }))
    .toHaveValue('alena');
  await page.getByRole('checkbox', { name: 'published' }).click();
  await page.getByRole('checkbox', { name: 'said' }).click();
  await expect.element(page.getByText('Nothing fits.')).toBeVisible();
});

it('narrows by name, kind and span, and what is shown leaves as a table or goes to a dossier', async () => {
  const { app, bridge } = await begin();
  app.nav.open({ screen: 'timeline' });
  const list = page.getByRole('listbox', { name: 'Timeline' });
  await expect.element(list).toBeVisible();
  const rows = () => list.getByRole('option').all().length;
  await page.getByRole('combobox', { name: 'Kind of source' }).selectOptions('image');
  await expect.poll(rows).toBe(1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('March 2026');
  await expect.poll(rows).toBe(1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('combobox', { name: 'Speaks or is named' }).fill('alena');
  await userEvent.keyboard('{Enter}');
  await expect.poll(rows).toBe(1);
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.getByRole('button', { name: 'Save…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await dialog.getByRole('textbox').fill('names leave');
  await dialog.getByRole('button', { name: /^Save it although/ }).click();
  await expect.element(page.getByText('The timeline is saved.')).toBeVisible();
  const asked = bridge.calls.findLast(({ name }) => name === 'timeline.export')?.input;
  const { name } = app.timeline;
  expect(asked).toMatchObject({ despiteNames: true, request: { named: name, kinds: [] } });

  await page.getByRole('button', { name: 'To a dossier…' }).click();
  await page.getByRole('radio', { name: /new dossier/i }).click();
  await page.getByRole('button', { name: 'Add to dossier' }).click();
  await expect
    .poll(() => bridge.calls.findLast(({ name: call }) => call === 'dossiers.add')?.input)
    .toMatchObject({ sections: [{ kind: 'chronology', entries: [{ kind: 'quote' }] }] });
});
