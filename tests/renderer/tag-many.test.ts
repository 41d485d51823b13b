/** Many sources and quotes are tagged at once: in the library, in what a search found, and beside a text. */
import axe from 'axe-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { App } from '../../src/renderer/lib/app.svelte.ts';
import { begin, endWindow } from './begin.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { sourceId } from './material.ts';

vi.mock('../../archive/lib/ids.ts', () => import('./without-node.ts'));

let app: App;
let bridge: FakeBridge;

beforeEach(async () => {
  ({ app, bridge } = await begin());
});
afterEach(endWindow);

const asked = () =>
  bridge.calls.flatMap(({ name, input }) => (name === 'tags.many' ? [input] : []));
const button = (name: string) => page.getByRole('button', { name, exact: true });
async function faults(): Promise<unknown[]> {
  const changing = document.getAnimations().filter((each) => each instanceof CSSTransition);
  await Promise.allSettled(changing.map(({ finished }) => finished));
  const { violations } = await axe.run(document.body);
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
/** Puts a new tag on what is chosen, by keyboard. */
async function tagAll(name: string): Promise<void> {
  await button('Tags…').click();
  await expect.element(page.getByRole('combobox', { name: 'Put on' })).toHaveFocus();
  await userEvent.keyboard(`${name}{Enter}`);
  expect(await faults()).toEqual([]);
  await button('Change tags').click();
}

it('chosen in the library by keyboard, sources get a new tag in one call', async () => {
  const list = page.getByRole('listbox', { name: 'Sources' });
  await expect.element(list).toBeVisible();
  await userEvent.keyboard('{Control>}{Shift>}a{/Shift}{/Control}');
  list.element().focus();
  await userEvent.keyboard(' {ArrowDown}{ArrowDown} ');
  await expect.element(page.getByText('2 chosen')).toBeVisible();
  expect(list.element().getAttribute('aria-multiselectable')).toBe('true');
  await tagAll('raid');
  await expect.element(page.getByText('2 items were changed.')).toBeVisible();
  expect(asked()).toHaveLength(1);
  const raid = [...app.records.tags.values()].find(({ name }) => name === 'raid');
  const tagged = app.shelf.all.filter(({ tags }) => tags.some((id) => id === raid?.id));
  expect(tagged).toHaveLength(2);
  await button('Done').click();
  await expect.element(page.getByText('2 chosen')).not.toBeInTheDocument();
});

it('all in the list are chosen at once, and what was typed narrows them', async () => {
  await page
    .getByRole('searchbox', { name: 'Filter by title, publisher or shelfmark' })
    .fill('library');
  const { length } = app.shelf.sources;
  expect(length).toBeLessThan(app.shelf.all.length);
  await button('Choose several').click();
  await button('All in the list').click();
  await expect.element(page.getByText(`${String(length)} chosen`)).toBeVisible();
});

it('that everything has a tag already is said, and the sheet stays', async () => {
  await button('Choose several').click();
  await button('All in the list').click();
  await tagAll('raid');
  await expect.element(page.getByText(/items were changed/)).toBeVisible();
  await button('Tags…').click();
  await userEvent.keyboard('raid{Enter}');
  await button('Change tags').click();
  await expect.element(page.getByText(/has these tags already/)).toBeVisible();
});

it('quotes beside a text are ticked and tagged', async () => {
  app.nav.open({ screen: 'read', source: sourceId(10) });
  await button('Choose several').click();
  await page.getByRole('checkbox', { name: 'Choose quote 1' }).click();
  await page.getByRole('checkbox', { name: 'Choose quote 3' }).click();
  await tagAll('raid');
  await expect.element(page.getByText('2 items were changed.')).toBeVisible();
  expect(asked()).toMatchObject([{ items: { sources: [], quotes: { length: 2 } } }]);
});

it('results of a search are sources and quotes, all of which can be chosen', async () => {
  app.nav.open({ screen: 'search' });
  await page.getByRole('combobox', { name: 'What to look for' }).fill('library');
  await expect.element(page.getByRole('listbox', { name: 'Results' })).toBeVisible();
  await button('Choose several').click();
  await button('All in the list').click();
  const { total } = app.finding;
  await expect.element(page.getByText(`${String(total)} chosen`)).toBeVisible();
  await tagAll('raid');
  const [input] = asked() as { items: { sources: string[]; quotes: string[] } }[];
  expect(input?.items.sources.length).toBeGreaterThan(0);
  expect((input?.items.sources.length ?? 0) + (input?.items.quotes.length ?? 0)).toBe(total);
});

it('a tag that is typed in full is taken, not one before it with the word in its name', async () => {
  await button('Choose several').click();
  await button('All in the list').click();
  await tagAll('night raids');
  await tagAll('raid');
  await button('Tags…').click();
  await userEvent.keyboard('raid{Enter}');
  await expect.element(page.getByRole('button', { name: 'Remove raid' })).toBeVisible();
});
