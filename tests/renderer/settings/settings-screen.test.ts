/** Settings take effect at once; tags and names are changed field by field, and nothing blank is saved. */
import axe from 'axe-core';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Tag } from '../../../archive/model/index.ts';
import {
  settingsTab,
  type SettingsTabName,
} from '../../../src/renderer/screens/settings/settings-tab.svelte.ts';
import { tagRows, withAllBelow } from '../../../src/renderer/screens/settings/tag-tree.ts';
import { begin, endWindow } from '../begin.ts';
import { entityId, tagId } from '../material.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));
afterEach(endWindow);

async function setting(tab: SettingsTabName) {
  const begun = await begin();
  settingsTab.show(tab);
  begun.app.nav.open({ screen: 'settings' });
  await expect.element(page.getByRole('navigation', { name: 'Settings' })).toBeVisible();
  return begun;
}

describe('the window', () => {
  it('turns dark at once', async () => {
    const { app } = await setting('window');
    await page.getByRole('radio', { name: 'Dark' }).click();
    await expect.poll(() => document.documentElement.dataset.theme).toBe('dark');
    expect(app.settings.theme).toBe('dark');
  });

  it('says which languages can be read by machine, and takes a folder of models', async () => {
    await setting('window');
    await expect.element(page.getByText(/^Ready: .*Belarusian/)).toBeVisible();
    await expect.element(page.getByText(/^Missing: Russian/)).toBeVisible();
    await page.getByRole('button', { name: 'Choose a folder of models…' }).click();
    await expect.element(page.getByText('The folder tessdata has: Russian.')).toBeVisible();
    await expect.element(page.getByText(/^Ready: .*Russian/)).toBeVisible();
    await expect.element(page.getByText(/^Missing/)).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Do not use the folder' }).click();
    await expect.element(page.getByText(/^Missing: Russian/)).toBeVisible();
  });

  it('says plainly what never locking means, and what hiding does not do', async () => {
    const { app } = await setting('window');
    await page.getByRole('combobox', { name: 'Lock by itself' }).selectOptions('never');
    await expect.poll(() => app.settings.lockAfterMinutes).toBe(0);
    await expect.element(page.getByText(/can read all of it/)).toBeVisible();
    await expect.element(page.getByText(/on Linux it does nothing/)).toBeVisible();
  });
});

describe('who works here', () => {
  it('is saved when it is asked for, not while it is typed', async () => {
    const { bridge } = await setting('window');
    const field = page.getByLabelText('Name or code');
    await field.fill('B-7');
    expect(bridge.calls.filter(({ name }) => name === 'archive.setActor')).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(page.getByText('From now on the log says so.')).toBeVisible();
    expect(bridge.calls.find(({ name }) => name === 'archive.setActor')?.input).toEqual({
      actor: { state: 'value', value: 'B-7' },
    });
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('the codebook', () => {
  it('keeps a definition when its field is left', async () => {
    const { app } = await setting('codebook');
    await page.getByRole('option', { name: /figures/ }).click();
    await page.getByRole('textbox', { name: 'Definition' }).fill('A number of people.');
    await userEvent.tab();
    await expect.poll(() => app.records.tags.get(tagId(2))?.definition).toBe('A number of people.');
  });

  it('never leaves a tag without a name', async () => {
    const { app, bridge } = await setting('codebook');
    await page.getByRole('option', { name: /figures/ }).click();
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('  ');
    await userEvent.tab();
    await expect.element(name).toHaveValue('figures');
    expect(app.records.tags.get(tagId(2))?.name).toBe('figures');
    expect(bridge.calls.some((call) => call.name === 'tags.edit')).toBe(false);
  });

  it('shows every tag once, whatever their parents', () => {
    const shape = fc.array(fc.option(fc.nat(11), { nil: null }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(shape, (parents) => {
        const tags: Tag[] = parents.map((parent, index) => ({
          id: tagId(index),
          name: `tag ${index}`,
          colour: 1,
          definition: '',
          parent: parent === null ? null : tagId(parent),
        }));
        const ids = tagRows(tags).map(({ id }) => id);
        expect([...ids].sort()).toEqual(tags.map(({ id }) => id).sort());
        for (const { id } of tags) expect(withAllBelow(tags, id).has(id)).toBe(true);
      }),
    );
  });
});

describe('the names', () => {
  it('take spellings one to a line, without doubles', async () => {
    const { app } = await setting('names');
    await page.getByRole('option', { name: /Zapis/ }).click();
    await page
      .getByRole('textbox', { name: 'Other spellings' })
      .fill('Запіс\nZapis\n\nЗапись\nЗапіс');
    await userEvent.tab();
    await expect
      .poll(() => app.records.entities.get(entityId(3))?.spellings)
      .toEqual(['Запіс', 'Запись']);
  });

  it('are offered in other letters, and take only what is chosen', async () => {
    const { app } = await setting('names');
    await page.getByRole('option', { name: /Zapis/ }).click();
    const offered = page.getByRole('button', { name: 'Take Запис as a spelling' });
    await expect.element(offered).toBeVisible();
    expect(app.records.entities.get(entityId(3))?.spellings).toEqual(['Запіс']);
    await offered.click();
    await expect
      .poll(() => app.records.entities.get(entityId(3))?.spellings)
      .toEqual(['Запіс', 'Запис']);
    await expect.element(offered).not.toBeInTheDocument();
  });

  it('are protected by one choice', async () => {
    const { app } = await setting('names');
    await page.getByRole('option', { name: /Alena Hryb/ }).click();
    await page.getByRole('radio', { name: /Must not be named/ }).click();
    await expect
      .poll(() => app.records.entities.get(entityId(2))?.protection)
      .toBe('must-not-be-named');
  });
});

describe('names as a whole', () => {
  const option = (name: RegExp) => page.getByRole('option', { name });

  it('are made one, with the stricter protection told before, and two again by undo', async () => {
    const { app } = await setting('names');
    await option(/Alena Hryb/).click();
    await page.getByRole('radio', { name: /Must not be named/ }).click();
    await option(/Zapis/).click();
    await page.getByRole('button', { name: 'Is the same as…' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('searchbox', { name: 'Find the other name' }).fill('alena');
    await sheet.getByRole('radio', { name: /Alena Hryb/ }).click();
    await expect.element(sheet.getByText('Must not be named').last()).toBeVisible();
    const make = sheet.getByRole('button', { name: 'Make one name' });
    const despite = sheet.getByRole('checkbox', { name: /all the same/ });
    await expect.element(make).toBeDisabled();
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id }) => id)).toEqual([]);
    await despite.click();
    await make.click();
    await expect.poll(() => app.records.entities.has(entityId(2))).toBe(false);
    expect(app.records.entities.get(entityId(3))?.spellings).toContain('Alena Hryb');
    await expect
      .element(page.getByRole('textbox', { name: 'Other spellings' }))
      .toHaveValue(expect.stringContaining('Alena Hryb') as string);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(() => app.records.entities.has(entityId(2))).toBe(true);
  });

  it('are made two by spellings, never leaving one without any', async () => {
    const { app } = await setting('names');
    await option(/Alena Hryb/).click();
    const spellings = ['Alena Hryb', ...(app.records.entities.get(entityId(2))?.spellings ?? [])];
    await page.getByRole('button', { name: 'Is two…' }).click();
    const sheet = page.getByRole('dialog');
    for (const spelling of spellings)
      await sheet.getByRole('checkbox', { name: spelling, exact: true }).click();
    await expect.element(sheet.getByText('One spelling has to stay.')).toBeVisible();
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id }) => id)).toEqual([]);
    await sheet.getByRole('checkbox', { name: 'Alena Hryb', exact: true }).click();
    await sheet.getByRole('button', { name: 'Make two names' }).click();
    await expect.poll(() => app.records.entities.get(entityId(2))?.spellings).toEqual([]);
    const names = [...app.records.entities.values()].map(({ name }) => name);
    expect(names).toContain(spellings[1]);
  });

  it('are looked for in all texts, and open the reader at the place', async () => {
    const { app } = await setting('names');
    await option(/Sokal/).click();
    await page.getByRole('button', { name: 'Look in all texts' }).click();
    await expect
      .element(page.getByRole('heading', { name: /^Mentioned in \d+ sources/ }))
      .toBeVisible();
    await page.getByRole('button', { name: 'Viktara Sokala 3: take it as a spelling' }).click();
    await expect
      .poll(() => app.records.entities.get(entityId(1))?.spellings)
      .toContain('Viktara Sokala');
    document.querySelector('details')?.setAttribute('open', '');
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByText(/other place.*titles, notes, quotes/).click();
    await expect.element(page.getByText(/K-\d+ speaks/).first()).toBeVisible();
    document.querySelector<HTMLElement>('details li button')?.click();
    await expect.poll(() => app.nav.place).toMatchObject({ screen: 'read' });
    expect(app.nav.place).toHaveProperty('at');
  });

  it('are narrowed to a kind, counted, and saved as a table', async () => {
    const { bridge } = await setting('names');
    await page.getByRole('radio', { name: 'Organisations' }).click();
    await expect.element(option(/Zapis/)).toBeVisible();
    await expect.element(option(/Sokal/)).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Count in all texts' }).click();
    await expect.element(option(/named \d+ times/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Save as CSV…' }).click();
    bridge.failNext('entities.export', 'names-protected');
    await page.getByRole('button', { name: 'Save…', exact: true }).click();
    await page.getByRole('textbox', { name: /^Type/ }).fill('names leave');
    await page.getByRole('button', { name: 'Save with these names…' }).click();
    await expect
      .poll(() => bridge.calls.at(-1)?.input)
      .toEqual({
        kind: 'organisation',
        despiteNames: true,
      });
  });

  it('stay while something uses them, and say why', async () => {
    const { app } = await setting('names');
    await option(/Alena Hryb/).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(app.records.entities.has(entityId(2))).toBe(true);
  });
});

it.each(['window', 'codebook', 'names', 'keys', 'keyboard'] as const)(
  'has no fault that axe knows of: %s',
  async (tab) => {
    await setting(tab);
    const first = document.querySelector<HTMLElement>('[role="option"]');
    first?.click();
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  },
);
