/** Quoting on the compare screen: what is selected or pointed out in a pane, by the reader's own form, and kept quotes as marks. */
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { begin, endWindow } from '../begin.ts';
import { sourceId, texts } from '../material.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));

afterEach(endWindow);

const textOf = (side: 'A' | 'B') => page.getByRole('region', { name: `Text of ${side}` });
const form = page.getByRole('form', { name: 'New quote' });

async function comparing() {
  const begun = await begin();
  begun.app.nav.open({ screen: 'compare', a: sourceId(10), b: sourceId(9) });
  await expect.element(textOf('A')).toBeVisible();
  return begun;
}

/** Drags over words of a pane, across whatever marks lie on them. */
function drag(side: 'A' | 'B', words: string): void {
  const pieces = [...textOf(side).element().querySelectorAll<HTMLElement>('[data-at]')].map(
    (piece) => ({ node: piece.firstChild as Text, at: Number(piece.dataset.at) }),
  );
  const start = texts.get(sourceId(side === 'A' ? 10 : 9))?.text.indexOf(words) ?? -1;
  const point = (offset: number) => {
    const piece = pieces.find(({ node, at }) => offset >= at && offset <= at + node.length);
    if (!piece || start < 0) throw new Error('the words stand in the pane');
    return [piece.node, offset - piece.at] as const;
  };
  getSelection()?.setBaseAndExtent(...point(start), ...point(start + words.length));
}

const sent = (calls: readonly { readonly name: string; readonly input: unknown }[]) =>
  calls.filter(({ name }) => name === 'quotes.add').map(({ input }) => input);
const marksOn = (name: string) =>
  [...(CSS.highlights.get(name) ?? [])].map((range) =>
    range instanceof StaticRange ? range.startContainer.textContent : '',
  );

it('words selected in the second pane become a quote of that source, at their place', async () => {
  const { bridge } = await comparing();
  const text = texts.get(sourceId(9))?.text ?? '';
  const words = text.slice(text.indexOf(' ', 120) + 1, text.indexOf(' ', 160));
  drag('B', words);
  await expect.element(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
  await userEvent.keyboard('q');
  await expect.element(form.getByText(words)).toBeVisible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(form).not.toBeInTheDocument();
  const start = text.indexOf(words);
  expect(sent(bridge.calls)).toMatchObject([
    {
      source: sourceId(9),
      passage: { kind: 'place', exact: words, start, end: start + words.length },
    },
  ]);
  await expect.poll(() => marksOn('beside-quoted').length).toBeGreaterThan(0);
});

it('what the comparison points out is quoted by keys alone, in whole sentences', async () => {
  const { bridge } = await comparing();
  await userEvent.keyboard('{F8}{F6}q');
  await expect.element(form).toBeVisible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(form).not.toBeInTheDocument();
  const [quote] = sent(bridge.calls) as { source: string; passage: { exact: string } }[];
  expect(quote?.source).toBe(sourceId(10));
  expect(quote?.passage.exact).toMatch(/^\p{Lu}.*[.!?”]$/su);
});

it('S begins with the first sentence in view', async () => {
  await comparing();
  const pane = textOf('A').element();
  pane.focus();
  pane.scrollTop = pane.scrollHeight;
  await expect.poll(() => pane.scrollTop).toBeGreaterThan(0);
  const { scrollTop } = pane;
  await userEvent.keyboard('s');
  await expect.poll(() => getSelection()?.toString()).toBeTruthy();
  const view = pane.getBoundingClientRect();
  const picked = getSelection()?.getRangeAt(0).getBoundingClientRect();
  expect(picked?.top).toBeGreaterThanOrEqual(view.top);
  expect(picked?.bottom).toBeLessThanOrEqual(view.bottom);
  expect(pane.scrollTop).toBe(scrollTop);
});

it('what is picked in one pane stays while words are picked in the other, and Esc lets go of both', async () => {
  const { app } = await comparing();
  drag('A', 'thirty-one people');
  await expect.poll(() => marksOn('beside-picked').length).toBe(1);
  drag('B', texts.get(sourceId(9))?.text.slice(0, 12) ?? '');
  await expect.poll(() => marksOn('beside-picked').length).toBe(2);
  textOf('A').element().focus();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => marksOn('beside-picked').length).toBe(0);
  expect(app.nav.place.screen).toBe('compare');
});

it('quotes that are kept stand in the margin, and open in the form', async () => {
  const { app } = await comparing();
  const bars = page.getByRole('group', { name: 'Quotes in the margin' }).getByRole('button');
  await expect.poll(() => bars.all().length).toBeGreaterThan(0);
  await bars.first().click();
  await expect.element(page.getByRole('form', { name: 'Edit quote' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(app.nav.place.screen).toBe('compare');
});

it('a form with words in it is not thrown away for another pane, and waits when one leaves', async () => {
  const { app } = await comparing();
  drag('A', 'thirty-one people');
  await userEvent.keyboard('q');
  await form.getByRole('textbox', { name: 'Note' }).fill('ask the librarian');
  await userEvent.keyboard('{F6}');
  drag('B', texts.get(sourceId(9))?.text.slice(0, 12) ?? '');
  textOf('B').element().focus();
  await userEvent.keyboard('q');
  await expect
    .element(form.getByRole('textbox', { name: 'Note' }))
    .toHaveValue('ask the librarian');
  app.nav.open({ screen: 'library' });
  await expect.element(form).not.toBeInTheDocument();
  app.nav.back();
  await expect
    .element(form.getByRole('textbox', { name: 'Note' }))
    .toHaveValue('ask the librarian');
});

it('what can be done with picked words is one stop of the Tab key', async () => {
  await comparing();
  drag('A', 'thirty-one people');
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await expect.element(bar).toBeVisible();
  bar
    .getByRole('button', { name: /^Quote/ })
    .element()
    .focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(bar.getByRole('button', { name: /^Where else/ })).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  expect(bar.element().contains(document.activeElement)).toBe(false);
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{End}{Enter}');
  await expect.element(bar).not.toBeInTheDocument();
});

it('has no fault that axe knows of with the form open', async () => {
  await comparing();
  drag('A', 'thirty-one people');
  await expect.element(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
  const bar = await axe.run(document.body);
  expect(bar.violations.map(({ id }) => id)).toEqual([]);
  await userEvent.keyboard('q');
  await expect.element(form).toBeVisible();
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
