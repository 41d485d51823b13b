/** Three and four sources side by side: added, moved, taken away, stepped through, quoted from, and their facts in one table. */
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { begin, endWindow } from '../begin.ts';
import { sourceId } from '../material.ts';
import { later } from '../work-bridge.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));

afterEach(endWindow);

const textOf = (side: string) => page.getByRole('region', { name: `Text of ${side}` });

async function comparing(more = [sourceId(9)]) {
  const begun = await begin();
  const [a, b] = [later.source.id, sourceId(10)];
  begun.app.nav.open({ screen: 'compare', a, b, more });
  await expect.element(textOf(more.length === 1 ? 'C' : 'D')).toBeVisible();
  return begun;
}

const shelfmarks = () =>
  [...document.querySelectorAll('main header .shelf')].map(({ textContent }) => textContent);

it('a third source is added by keys alone, and taken away', async () => {
  const { app } = await begin();
  app.nav.open({ screen: 'compare', a: later.source.id, b: sourceId(10) });
  await expect.element(textOf('B')).toBeVisible();
  const add = page.getByRole('button', { name: 'Add a source' }).element() as HTMLElement;
  add.focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('K-0009{Enter}');
  await expect.element(textOf('C')).toBeVisible();
  expect(app.nav.place).toMatchObject({ more: [sourceId(9)] });
  await page.getByRole('button', { name: 'Take A away' }).click();
  await expect.element(textOf('C')).not.toBeInTheDocument();
  await expect.element(textOf('B')).toBeVisible();
  expect(app.nav.place).toEqual({ screen: 'compare', a: sourceId(10), b: sourceId(9) });
});

it('four stand side by side, no fifth is asked for, and they change places', async () => {
  await comparing([sourceId(9), sourceId(7)]);
  expect(page.getByRole('button', { name: 'Add a source' }).all()).toEqual([]);
  expect(shelfmarks()).toEqual(['K-0011', 'K-0010', 'K-0009', 'K-0007']);
  await page.getByRole('button', { name: 'Move C to the left' }).click();
  await expect.poll(shelfmarks).toEqual(['K-0011', 'K-0009', 'K-0010', 'K-0007']);
  await expect.element(textOf('D')).toBeVisible();
});

it('F8 steps through the differences of all neighbours', async () => {
  await comparing();
  const columns = new Set<string>();
  await userEvent.keyboard('{F8}');
  const said = page.getByText(/Difference 1 of \d+/);
  await expect.element(said).toBeVisible();
  const count = Number(/of (\d+)/.exec(said.element().textContent)?.[1]);
  for (let step = 0; step < count; step += 1) {
    for (const passage of document.querySelectorAll('p[aria-current]'))
      columns.add(passage.closest('section')?.getAttribute('aria-label') ?? '');
    await userEvent.keyboard('{F8}');
  }
  expect([...columns].sort()).toEqual(['Source A', 'Source B', 'Source C']);
});

it('a row says what each source states, and leads to all of the places', async () => {
  await comparing();
  const row = page.getByRole('row', { name: /differs/ }).first();
  // What three sources state, the verdict, and what can be done.
  expect(row.getByRole('cell').all()).toHaveLength(5);
  await row.getByRole('rowheader').getByRole('button').click();
  await expect.poll(() => document.querySelectorAll('p[aria-current]').length).toBe(3);
  expect(row.element().getAttribute('aria-current')).toBe('true');
});

it('a row of three is parted at one of them, paired again by keys, and left to the comparison', async () => {
  const { app, bridge } = await comparing();
  const row = page.getByRole('row', { name: /^students, held/ });
  const decisions = () => [...app.records.pairings.values()].map(({ decision }) => decision);
  await row.getByRole('button', { name: 'Not a pair' }).click();
  await expect.element(page.getByText(/Choose which of them/)).toBeVisible();
  await row.getByRole('button', { name: 'Part “19” from the others' }).click();
  // From both of the others, and as one decision.
  await expect.poll(decisions).toEqual(['broken', 'broken']);
  await expect.element(page.getByText(/“19” stands alone now/)).toBeVisible();
  // Whoever works by keys goes on at what stayed of the row.
  await expect
    .poll(() => document.activeElement?.closest('tr')?.textContent)
    .toMatch(/^students, held.*not mentioned.*by hand/);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(decisions).toEqual([]);
  await row.getByRole('button', { name: 'Not a pair' }).click();
  await row.getByRole('button', { name: 'Part “19” from the others' }).click();
  await expect.poll(decisions).toEqual(['broken', 'broken']);
  const alone = page.getByRole('row', { name: /^students, held.*only in C by hand/ });
  await expect.element(alone).toBeVisible();
  (alone.getByRole('button', { name: 'Pair with…' }).first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const answer = page.getByRole('button', { name: /^Pair with “/ });
  (answer.first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(decisions).toContain('made');
  await page.getByRole('button', { name: 'Leave it to the comparison' }).first().click();
  await expect.poll(decisions).not.toContain('made');
  const decided = bridge.calls.filter(({ name }) => name === 'pairs.decide');
  expect(decided).toHaveLength(3);
});

it('the table takes most of the window and gives it back', async () => {
  await comparing();
  const table = page.getByRole('region', { name: 'Facts side by side' });
  const height = () => table.element().getBoundingClientRect().height;
  const before = height();
  const tall = page.getByRole('button', { name: 'A taller table' });
  await tall.click();
  await expect.poll(height).toBeGreaterThan(before * 1.5);
  await expect.element(textOf('A')).toBeVisible();
  await tall.click();
  await expect.poll(height).toBe(before);
});

it('what all three state becomes rows of one claim', async () => {
  const { bridge } = await comparing();
  const row = page
    .getByRole('row')
    .filter({ hasText: /¶.*¶.*¶/ })
    .first();
  await row.getByRole('button', { name: 'Add to a claim' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add to a claim' });
  await sheet.getByRole('textbox', { name: 'Question' }).fill('How many were held?');
  await sheet.getByRole('button', { name: 'Add 3 rows' }).click();
  await expect.element(sheet).not.toBeInTheDocument();
  const added = bridge.calls.filter(({ name }) => name.startsWith('claims.'));
  expect(JSON.stringify(added)).toContain(sourceId(9));
});

it('the third pane is quoted from, and words of the first and the third are told to be of the same', async () => {
  const { app, bridge } = await comparing();
  textOf('C').element().focus();
  await userEvent.keyboard('sq');
  const form = page.getByRole('form', { name: 'New quote' });
  await expect.element(form).toBeVisible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(form).not.toBeInTheDocument();
  expect(bridge.calls.filter(({ name }) => name === 'quotes.add')).toMatchObject([
    { input: { source: sourceId(9) } },
  ]);
  for (const side of ['A', 'C']) {
    textOf(side).element().focus();
    await userEvent.keyboard('s');
  }
  await userEvent.keyboard('p');
  await expect
    .poll(() => [...app.records.pairings.values()])
    .toMatchObject([{ kind: 'words', a: { source: later.source.id }, b: { source: sourceId(9) } }]);
});

it('one pane leads all others', async () => {
  await comparing();
  const panes = ['A', 'B', 'C'].map((side) => textOf(side).element());
  const last = panes[2];
  if (!last) throw new Error('three panes');
  last.scrollTop = last.scrollHeight;
  await expect
    .poll(() => panes.map((pane) => pane.scrollHeight - pane.clientHeight - pane.scrollTop < 4))
    .toEqual([true, true, true]);
});

it('has no fault that axe knows of', async () => {
  await comparing([sourceId(9), sourceId(7)]);
  await userEvent.keyboard('{F8}');
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
