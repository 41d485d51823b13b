/** A source gets another text, and what is known of it is corrected: quotes are followed, nothing is thrown away unasked. */
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sourceId } from './material.ts';
import { openWindow, selectWords } from './open-window.ts';

const option = (name: RegExp) => page.getByRole('option', { name }).first();

async function details() {
  const opened = await openWindow({ open: true });
  await option(/Thirty-one held/).dblClick();
  await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
  await page.getByRole('radio', { name: 'Details' }).click();
  await expect.element(page.getByRole('heading', { name: 'What is known of it' })).toBeVisible();
  return opened;
}

async function violations(): Promise<readonly string[]> {
  const { violations: found } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

describe('the text of a source', () => {
  test('is read again in another encoding, and put back', async () => {
    const { app, bridge } = await details();
    await page.getByRole('button', { name: 'Read again…' }).click();
    await page.getByRole('combobox', { name: 'Encoding' }).selectOptions('windows-1251');
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Read again', exact: true }).click();
    await expect
      .element(page.getByText(/The text was read again. Quotes: \d+ as before/))
      .toBeVisible();
    expect(bridge.calls.find(({ name }) => name === 'sources.readAgain')?.input).toEqual({
      id: sourceId(10),
      how: { encoding: 'windows-1251' },
    });
    await page.getByText('1 earlier text').click();
    await page.getByRole('button', { name: 'Put back' }).click();
    await expect.element(page.getByText(/The earlier text is back/)).toBeVisible();
    expect(app.records.sources.get(sourceId(10))?.text?.encoding?.label).toBe('utf-8');
  });

  test('is read again where none was found, and it is said when there is still none', async () => {
    const { app, bridge } = await openWindow({ open: true });
    await option(/Town council minutes/).dblClick();
    await page.getByRole('radio', { name: 'Details' }).click();
    const file = [...app.records.sources.values()].find(({ kind }) => kind === 'file');
    await expect.element(page.getByText('No words were read out of the original.')).toBeVisible();
    await page.getByRole('button', { name: 'Read again…' }).click();
    await expect.element(page.getByText(/by what this version can read/)).toBeVisible();
    await expect.element(page.getByRole('combobox', { name: 'Encoding' })).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Read again', exact: true }).click();
    await expect.element(page.getByText('That source has no readable text.')).toBeVisible();
    expect(bridge.calls.find(({ name }) => name === 'sources.readAgain')?.input).toEqual({
      id: file?.id,
      how: { encoding: null },
    });
  });

  test('is corrected by hand with who and why; what is typed is not thrown away unasked', async () => {
    const { app, bridge } = await details();
    const placed = [...app.records.quotes.values()].flatMap(({ id, source, anchor }) =>
      source === sourceId(10) && anchor.kind === 'text' ? [{ id, anchor }] : [],
    );
    // One that no other quote overlaps.
    const quoted = placed.find(({ id, anchor: { start, end } }) =>
      placed.every(
        ({ id: other, anchor }) => other === id || anchor.end <= start || anchor.start >= end,
      ),
    );
    const exact = quoted?.anchor.exact ?? '';
    await page.getByRole('button', { name: 'Correct…' }).click();
    const field = page.getByRole('textbox', { name: 'Text', exact: true });
    await expect.element(field).toBeVisible();
    const before = (field.element() as HTMLTextAreaElement).value;
    await field.fill(before.replace(exact, 'xxxx'));
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText(/not saved. Throw it away/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Corrected by' }).fill('Ida Rusk');
    await page.getByRole('textbox', { name: 'Reason' }).fill('misread');
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await expect.element(page.getByText(/1 without a place/)).toBeVisible();
    expect(bridge.calls.find(({ name }) => name === 'sources.correctText')?.input).toMatchObject({
      correction: { by: 'Ida Rusk', reason: 'misread' },
    });
    await expect.element(page.getByText(/Corrected by Ida Rusk/)).toBeVisible();

    // The quote that lost its place is shown, and gets the one that is selected.
    await page.getByRole('radio', { name: 'Text' }).click();
    await expect.element(page.getByRole('heading', { name: '1 quote to look at' })).toBeVisible();
    await expect.element(page.getByText('Not in this text')).toBeVisible();
    expect(await violations()).toEqual([]);
    selectWords('xxxx');
    await page.getByRole('button', { name: 'Put at the selection' }).click();
    await expect
      .poll(() => {
        const anchor = app.records.quotes.get(quoted?.id ?? '')?.anchor;
        return anchor?.kind === 'text' ? anchor.exact : '';
      })
      .toBe('xxxx');
    await expect.element(page.getByRole('heading', { name: /to look at/ })).not.toBeInTheDocument();
  });
});

describe('what is known of a source', () => {
  test('is shown with where it was read; a contradiction is chosen among', async () => {
    const { app, bridge } = await details();
    await expect.element(page.getByText('The file contradicts itself in 1 thing.')).toBeVisible();
    const claims = page.getByRole('list', { name: 'Published: what the file says' });
    await expect.element(claims.getByText('article:published_time')).toBeVisible();
    await claims.getByRole('button', { name: /Keep .*11/ }).click();
    await expect
      .poll(() => app.records.sources.get(sourceId(10))?.metadata.published)
      .toBe('2026-04-11');
    expect(bridge.calls.filter(({ name }) => name === 'sources.edit')).toHaveLength(1);
    await expect.element(page.getByText(/by hand, /)).toBeVisible();
  });

  test('is written by hand, and refused where it cannot be kept', async () => {
    const { app } = await details();
    await page.getByRole('button', { name: 'Correct: Published' }).click();
    const field = page.getByRole('textbox', { name: 'Published' });
    await field.fill('the other day');
    await expect.element(page.getByText(/cannot be kept so/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Save' })).toBeDisabled();
    expect(await violations()).toEqual([]);
    await field.fill('7 April 2026');
    await page.getByRole('textbox', { name: 'Reason' }).fill('the print edition');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => app.records.sources.get(sourceId(10))?.metadata)
      .toMatchObject({ published: '2026-04-07', byHand: [{ reason: 'the print edition' }] });
  });
});

describe('a later version', () => {
  test('takes over the quotes of the one before: all exact ones, or one by one, with the words side by side', async () => {
    const { app, bridge } = await openWindow({ open: true });
    await expect.element(option(/Thirty-one held/)).toBeVisible();
    bridge.patchSource(sourceId(3), { versionOf: sourceId(10) });
    await option(/Кому мешают/).click();
    await page.getByRole('button', { name: /Carry over its \d+ quotes/ }).click();
    await expect.element(page.getByText('other words', { exact: true })).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: /Carry over 1 that is exact/ }).click();
    await expect.element(page.getByText('1 quote carried over.')).toBeVisible();
    const carried = () =>
      [...app.records.quotes.values()].filter(({ carriedFrom }) => carriedFrom !== undefined);
    expect(carried()).toHaveLength(1);
    await page.getByRole('button', { name: 'Carry over', exact: true }).first().click();
    await expect.poll(() => carried().length).toBe(2);
  });
});

describe('an original that is not what was collected', () => {
  test('is shown over every screen, and in its details', async () => {
    const { bridge } = await openWindow({ open: true });
    await expect.element(option(/Thirty-one held/)).toBeVisible();
    const lastCheck = { at: '2026-04-21T09:00:00.000Z', intact: false };
    bridge.patchSource(sourceId(4), { lastCheck });
    await expect.element(page.getByRole('alert').getByText(/original of K-0004/)).toBeVisible();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Show K-0004' }).click();
    await expect.element(page.getByText(/was not what had been collected/)).toBeVisible();
    expect(await violations()).toEqual([]);
    bridge.patchSource(sourceId(4), { lastCheck: { ...lastCheck, intact: true } });
    await expect.element(page.getByText(/original of K-0004/)).not.toBeInTheDocument();
  });
});
