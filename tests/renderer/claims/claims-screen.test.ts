/** The screen of claims: begun, filled from a comparison and from a quote, put in order, and printed. */
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { App } from '../../../src/renderer/lib/app.svelte.ts';
import { begin, endWindow } from '../begin.ts';
import { sourceId } from '../material.ts';
import type { WorkOptions } from '../work-bridge.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));

afterEach(endWindow);

const sheet = (name: string | RegExp) => page.getByRole('dialog', { name });

/** A claim out of the first figures in which the two accounts differ. */
async function withClaim(options: WorkOptions = {}) {
  const begun = await begin(options);
  const { app } = begun;
  app.nav.open({ screen: 'compare', a: sourceId(10), b: sourceId(9) });
  const row = page.getByRole('row', { name: /differs/ }).first();
  await row.getByRole('button', { name: 'Add to a claim' }).click();
  await sheet('Add to a claim').getByRole('textbox', { name: 'Question' }).fill('How many held?');
  await sheet('Add to a claim').getByRole('button', { name: 'Add 2 rows' }).click();
  await expect.poll(() => app.records.claims.size).toBe(1);
  return begun;
}

const onlyClaim = ({ records }: App) => {
  const [claim] = records.claims.values();
  if (!claim) throw new Error('there is a claim');
  return claim;
};

async function open(app: App): Promise<void> {
  app.nav.open({ screen: 'claims', claim: onlyClaim(app).id });
  await expect.element(page.getByRole('table', { name: 'Rows of the claim' })).toBeVisible();
}

describe('a claim', () => {
  it('is begun by its question, and says what is missing', async () => {
    const { app } = await begin();
    await userEvent.keyboard('{Control>}4{/Control}');
    await page.getByRole('button', { name: 'New claim' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('A claim needs a question.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Question' }).fill('Where were they taken?');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByRole('heading', { name: /Where were they/ })).toBeVisible();
    expect(app.records.claims.size).toBe(1);
  });

  it('takes both facts of a comparison, each with a quote of its sentence, in one change', async () => {
    const { app } = await withClaim();
    const { rows } = onlyClaim(app);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ quote }) => app.records.quotes.get(quote)?.source)).size).toBe(2);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => app.records.claims.size).toBe(0);
  });

  it('offers who said it in whatever script and form one types the name', async () => {
    const { app } = await withClaim();
    const [entity] = [...app.records.entities.values()].filter(({ name }) =>
      name.includes('Sokal'),
    );
    if (!entity) throw new Error('the archive knows a Sokal');
    await open(app);
    await page.getByRole('button', { name: 'Edit the row' }).first().click();
    const saidBy = sheet(/row/i).getByRole('combobox', { name: 'Said by' });
    await saidBy.fill('сокалам');
    await page.getByRole('option', { name: /Sokal/ }).click();
    await expect.element(saidBy).toHaveValue(entity.name);
    await page.getByRole('button', { name: 'Save the row' }).click();
    await expect
      .poll(() => onlyClaim(app).rows.map(({ saidBy: speaker }) => speaker))
      .toContain(entity.id);
  });

  it('takes a quote from the list beside the text', async () => {
    const { app } = await begin();
    await app.records.needQuotes();
    const quote = [...app.records.quotes.values()].find(
      ({ anchor }) => anchor.kind === 'text' && /\d/.test(anchor.exact),
    );
    if (quote?.anchor.kind !== 'text') throw new Error('a quote has a figure');
    app.nav.open({ screen: 'read', source: quote.source, quote: quote.id });
    await page.getByRole('button', { name: 'Add to a claim' }).click();
    const dialog = sheet('Add to a claim');
    await dialog.getByRole('textbox', { name: 'Question' }).fill('How many held?');
    await dialog.getByRole('textbox', { name: 'As written' }).fill('not in it');
    await dialog.getByRole('button', { name: 'Add the row' }).click();
    await expect.element(page.getByText('These words do not stand in the quote.')).toBeVisible();
    const word = /\d+/.exec(quote.anchor.exact)?.[0] ?? '';
    await dialog.getByRole('textbox', { name: 'As written' }).fill(word);
    await dialog.getByRole('button', { name: 'Add the row' }).click();
    await expect.poll(() => app.records.claims.size).toBe(1);
    expect(onlyClaim(app).rows).toMatchObject([{ quote: quote.id, written: word }]);
  });
});

describe('its rows', () => {
  it('are put apart in doubt, with why', async () => {
    const { app } = await withClaim();
    await open(app);
    await page.getByRole('button', { name: 'Edit the row' }).first().click();
    await page.getByRole('checkbox', { name: 'In doubt' }).click();
    await page.getByRole('textbox', { name: 'Why' }).fill('Told by one side.');
    await page.getByRole('button', { name: 'Save the row' }).click();
    const doubted = page.getByRole('table', { name: 'In doubt' });
    await expect.element(doubted).toBeVisible();
    await expect.element(doubted.getByText('Told by one side.')).toBeVisible();
    await expect.element(page.getByRole('status').getByText(/1 origin/)).toBeVisible();
  });

  it('have one origin when a person says so, and that is taken off again', async () => {
    const { app } = await withClaim();
    await open(app);
    for (const box of page.getByRole('checkbox').all()) await box.click();
    await page.getByRole('button', { name: /2 selected/ }).click();
    await page.getByRole('textbox', { name: 'Origin' }).fill('The night agency');
    await page.getByRole('button', { name: 'They have one origin' }).click();
    await expect
      .poll(() => onlyClaim(app).origins.map(({ name }) => name))
      .toEqual(['The night agency']);
    await expect.element(page.getByRole('status').getByText(/1 origin/)).toBeVisible();
    await page.getByRole('button', { name: 'Take the origin off' }).first().click();
    await page.getByRole('button', { name: 'Take the origin off' }).click();
    await expect.poll(() => onlyClaim(app).origins).toEqual([]);
  });

  it('are gone through by keys, and lead to their quote', async () => {
    const { app } = await withClaim();
    await open(app);
    await userEvent.keyboard('j');
    await expect.poll(() => document.querySelectorAll('tr[aria-current]').length).toBe(1);
    await userEvent.keyboard('{Enter}');
    expect(app.nav.place.screen).toBe('read');
  });

  it('go into a dossier as a table', async () => {
    const { app } = await withClaim();
    await open(app);
    await page.getByRole('button', { name: 'Add to dossier' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add to dossier' }).click();
    await expect
      .poll(() =>
        [...app.records.dossiers.values()].some(({ sections }) =>
          sections.some((section) => section.kind === 'claim'),
        ),
      )
      .toBe(true);
  });
});

it('is picked in the builder of a dossier, and shown there with the way to it', async () => {
  const { app } = await withClaim();
  const [dossier] = app.records.dossiers.values();
  if (!dossier) throw new Error('there is a dossier');
  app.nav.open({ screen: 'dossiers', dossier: dossier.id });
  await page.getByRole('button', { name: 'Claims', exact: true }).last().click();
  await page.getByRole('checkbox', { name: /How many held/ }).click();
  await page.getByRole('button', { name: 'Add 1' }).click();
  await page.getByRole('button', { name: 'Show the claim' }).click();
  expect(app.nav.place).toEqual({ screen: 'claims', claim: onlyClaim(app).id });
});

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing on', (theme) => {
  const violations = async () => {
    const { violations: found } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  };

  it('a claim and the form of a row', async () => {
    const { app } = await withClaim({ theme });
    await open(app);
    await userEvent.keyboard('j');
    app.toasts.clear();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Edit the row' }).first().click();
    await page.getByRole('checkbox', { name: 'In doubt' }).click();
    expect(await violations()).toEqual([]);
  });

  it('the facts of a comparison that are taken into a claim', async () => {
    const { app } = await begin({ theme });
    app.nav.open({ screen: 'compare', a: sourceId(10), b: sourceId(9) });
    const row = page.getByRole('row', { name: /differs/ }).first();
    await row.getByRole('button', { name: 'Add to a claim' }).click();
    expect(await violations()).toEqual([]);
  });
});

it('is saved as a table, although a name stands in it only when a word is typed', async () => {
  const { app, bridge } = await withClaim();
  await open(app);
  await page.getByRole('button', { name: 'Save as a table' }).click();
  await sheet('Save as a table').getByRole('button', { name: 'Save…' }).click();
  await expect.element(page.getByText(/Nothing was written/)).toBeVisible();
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('textbox', { name: /Type/ }).fill('names leave');
  await page.getByRole('button', { name: 'Save with these names…' }).click();
  await expect.element(page.getByText('Saved: 3 rows.')).toBeVisible();
  const asked = bridge.calls.filter(({ name }) => name === 'claims.export');
  const claim = onlyClaim(app).id;
  expect(asked.map(({ input }) => input)).toEqual([
    { claim, despiteNames: false },
    { claim, despiteNames: true },
  ]);
  await page.getByRole('button', { name: 'Save all as a table…' }).click();
  await expect.element(sheet('Save as a table')).toBeVisible();
});
