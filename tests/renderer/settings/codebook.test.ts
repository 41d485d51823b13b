/** The codebook is worked on as a whole: tags merged, their uses moved, deleted, written about, and counted in tables. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { App } from '../../../src/renderer/lib/app.svelte.ts';
import { settingsTab } from '../../../src/renderer/screens/settings/settings-tab.svelte.ts';
import { begin, endWindow } from '../begin.ts';
import type { FakeBridge } from '../fake-bridge.ts';
import * as material from '../material.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));

let app: App;
let bridge: FakeBridge;

beforeEach(async () => {
  ({ app, bridge } = await begin());
  settingsTab.show('codebook');
  app.nav.open({ screen: 'settings' });
  await expect.element(page.getByRole('listbox', { name: 'Tags' })).toBeVisible();
});
afterEach(endWindow);

const choose = (name: RegExp) => page.getByRole('option', { name }).first().click();
const button = (name: string | RegExp) => page.getByRole('button', { name });
const tagNamed = (name: string) => [...app.records.tags.values()].find((tag) => tag.name === name);
const asked = (name: string) => bridge.calls.filter((call) => call.name === name);
/** Once nothing changes its colour any more. */
async function faults(): Promise<unknown[]> {
  const changing = document.getAnimations().filter((each) => each instanceof CSSTransition);
  await Promise.allSettled(changing.map(({ finished }) => finished));
  const { violations } = await axe.run(document.body);
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

describe('a tag', () => {
  it('is merged into the one that is typed, by keyboard alone', async () => {
    const from = tagNamed('figures');
    await choose(/figures/);
    await button('Merge…').click();
    await expect.element(page.getByRole('combobox', { name: 'Into' })).toHaveFocus();
    expect(await faults()).toEqual([]);
    await userEvent.keyboard('deten{Enter}');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/“figures” is merged into/)).toBeVisible();
    expect(from && app.records.tags.has(from.id)).toBe(false);
    const into = page.getByRole('textbox', { name: 'Name', exact: true });
    await expect.element(into).toHaveValue('detention');
  });

  it('gives chosen uses to another, which may be new', async () => {
    await choose(/detention/);
    await button('Move uses…').click();
    await page.getByRole('combobox', { name: 'To' }).fill('at dawn');
    await userEvent.keyboard('{Enter}');
    const uses = page.getByRole('listbox', { name: /Uses of/ });
    await uses.getByRole('option').first().click();
    expect(await faults()).toEqual([]);
    await button('Move 1').click();
    await expect.element(page.getByText('1 use was moved to “at dawn”.')).toBeVisible();
    expect(tagNamed('at dawn')).toBeDefined();
  });

  it('that is used is deleted only when it is said that it comes off', async () => {
    await choose(/figures/);
    await button('Delete…').click();
    await button('Delete').last().click();
    await expect.element(page.getByText(/items? ha(s|ve) this tag\. Merge it/)).toBeVisible();
    expect(tagNamed('figures')).toBeDefined();
    await button(/and take it off/).click();
    await expect.element(page.getByText('“figures” is deleted.')).toBeVisible();
    expect(tagNamed('figures')).toBeUndefined();
  });

  it('has memos with their date, which can be taken away', async () => {
    await choose(/figures/);
    await page.getByText(/^Examples, when to use/).click();
    await page.getByRole('textbox', { name: 'New memo' }).fill('Ask Vera.');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    const memos = page.getByRole('list', { name: 'Memos, newest first' });
    await expect.element(memos.getByText('Ask Vera.')).toBeVisible();
    await page.getByRole('textbox', { name: 'When to use it' }).fill('For numbers.');
    await userEvent.tab();
    await expect.poll(() => tagNamed('figures')?.whenToUse).toBe('For numbers.');
    expect(await faults()).toEqual([]);
    await button(/^Delete the memo of/).click();
    await expect.element(memos).not.toBeInTheDocument();
  });

  it('that looks like another one is told so, and can be merged', async () => {
    await choose(/figures/);
    // All letters but the second are Latin.
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('mіnors');
    await expect.element(page.getByText(/^Looks like “minors”/)).toBeVisible();
  });
});

it('of ten thousand tags has a few on the page, and completes a few', async () => {
  const [model] = material.tags;
  if (!model) throw new Error('the material has no tag');
  const puts = Array.from({ length: 10_000 }, (_, at) => ({
    collection: 'tags' as const,
    record: { ...model, id: material.tagId(20_000 + at), name: `gate ${String(at)}` },
  }));
  bridge.emit('changed', { seq: 5_000, puts, deletes: [], quoteCounts: {} });
  await expect.poll(() => app.records.tags.size).toBeGreaterThan(10_000);
  await choose(/^gate/);
  const count = () => document.querySelectorAll('[role=option]').length;
  expect(count()).toBeLessThan(110);
  await page.getByRole('combobox', { name: 'Stands below' }).fill('gate 9999');
  await expect.element(page.getByRole('option', { name: 'gate 9999' }).last()).toBeVisible();
  expect(count()).toBeLessThan(110);
});

describe('a table', () => {
  it('says where tags meet, by source, and how often', async () => {
    await page.getByRole('radio', { name: 'Tables' }).click();
    const cells = page.getByRole('region', { name: 'Where tags meet' }).getByRole('cell');
    await expect.element(cells.first()).toBeVisible();
    expect(await faults()).toEqual([]);
    await page.getByRole('radio', { name: 'By source' }).click();
    await expect
      .element(page.getByRole('region', { name: 'By source' }).getByRole('rowheader').first())
      .toBeVisible();
    expect(await faults()).toEqual([]);
    await page.getByRole('radio', { name: 'How often' }).click();
    await expect.element(page.getByRole('columnheader', { name: 'Quotes' })).toBeVisible();
    expect(asked('codes.table').map(({ input }) => input)).toEqual([
      { kind: 'matrix', most: 20 },
      { kind: 'by-source', most: 20 },
      { kind: 'counts', most: 20 },
    ]);
  });

  it('that names somebody leaves only when a word is typed', async () => {
    await page.getByRole('radio', { name: 'Tables' }).click();
    await button('Save…').click();
    await page.getByRole('radio', { name: 'Picture (SVG)' }).click();
    await button('Save').last().click();
    await expect.element(page.getByText(/names 2 persons or groups/)).toBeVisible();
    expect(await faults()).toEqual([]);
    await page.getByRole('textbox', { name: /Type/ }).fill('names leave');
    await button('Save it although they are named').click();
    await expect.element(page.getByText('The table is saved.')).toBeVisible();
    expect(asked('codes.export').at(-1)?.input).toMatchObject({
      format: 'svg',
      despiteNames: true,
    });
  });
});
