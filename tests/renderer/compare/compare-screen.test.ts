/** The compare screen: a pair is chosen, put side by side, stepped through and taken into a dossier. */
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { begin, endWindow } from '../begin.ts';
import { sourceId } from '../material.ts';
import { later, type WorkOptions } from '../work-bridge.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));

afterEach(endWindow);

async function comparing(a = sourceId(10), b = later.source.id, options: WorkOptions = {}) {
  const begun = await begin(options);
  begun.app.nav.open({ screen: 'compare', a, b });
  return begun;
}

const textOf = (side: 'A' | 'B') => page.getByRole('region', { name: `Text of ${side}` });

describe('choosing a pair', () => {
  it('goes by keyboard alone', async () => {
    const { app } = await begin();
    app.nav.open({ screen: 'compare' });
    await page.getByRole('combobox', { name: 'Source A' }).click();
    await userEvent.keyboard('K-0010{Enter}');
    await page.getByRole('combobox', { name: 'Source B' }).click();
    await userEvent.keyboard('K-0009{Enter}');
    await expect.element(textOf('A')).toBeVisible();
    expect(app.nav.place).toEqual({ screen: 'compare', a: sourceId(10), b: sourceId(9) });
  });

  it('says why a text and a picture do not go together', async () => {
    await comparing(sourceId(10), sourceId(5));
    await expect.element(page.getByText(/text and a picture/)).toBeVisible();
  });

  it('teaches what is needed while the archive is empty', async () => {
    const { app } = await begin({ empty: true });
    app.nav.open({ screen: 'compare' });
    await expect.element(page.getByText(/nothing to compare yet/)).toBeVisible();
  });
});

describe('side by side', () => {
  it('shows both texts in their language and direction', async () => {
    await comparing(sourceId(10), sourceId(7));
    await expect.element(textOf('B')).toBeVisible();
    const text = textOf('B').element().firstElementChild;
    expect(text?.getAttribute('lang')).toBe('ar');
    expect(text?.getAttribute('dir')).toBe('rtl');
  });

  it('is come back to at the difference and the place where she left', async () => {
    const { app } = await comparing();
    await expect.element(textOf('A')).toBeVisible();
    await userEvent.keyboard('{F8}{F8}');
    await expect.element(page.getByText(/Difference 2 of \d/)).toBeVisible();
    const pane = textOf('B').element();
    // What is stepped to is brought into view in two frames.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    pane.scrollTop = 60;
    await expect.poll(() => pane.scrollTop).toBeGreaterThan(0);
    const { scrollTop } = pane;
    // The page is told of its own scrolling with the next frame.
    await new Promise(requestAnimationFrame);
    app.nav.open({ screen: 'library' });
    await expect.element(textOf('A')).not.toBeInTheDocument();
    app.nav.back();
    await expect.element(page.getByText(/Difference 2 of \d/)).toBeVisible();
    await expect.poll(() => textOf('B').element().scrollTop).toBe(scrollTop);
    expect(document.querySelectorAll('p[aria-current]').length).toBeGreaterThan(0);
  });

  it('steps through the differences by F8 and back by Shift+F8, round the ends', async () => {
    await comparing();
    await expect.element(textOf('A')).toBeVisible();
    await userEvent.keyboard('{F8}');
    await expect.element(page.getByText(/Difference 1 of \d/)).toBeVisible();
    expect(document.querySelectorAll('p[aria-current]').length).toBeGreaterThan(0);
    await userEvent.keyboard('{Shift>}{F8}{/Shift}');
    await expect.element(page.getByText(/Difference (\d) of \1/)).toBeVisible();
  });

  it('folds what is alike when only differences are asked for', async () => {
    await comparing();
    await expect.element(textOf('A')).toBeVisible();
    const before = document.querySelectorAll('[data-kind]').length;
    await userEvent.keyboard('o');
    await expect.element(page.getByText(/passages? without a difference/).first()).toBeVisible();
    expect(document.querySelectorAll('[data-kind]').length).toBeLessThan(before);
  });

  it('swaps the sides', async () => {
    const { app } = await comparing();
    await expect.element(textOf('A')).toBeVisible();
    await userEvent.keyboard('x');
    expect(app.nav.place).toEqual({ screen: 'compare', a: later.source.id, b: sourceId(10) });
    await expect
      .poll(() => document.querySelector('main h2')?.parentElement?.textContent)
      .toContain('K-0011');
  });

  it('leads from a row of the facts to the places where they stand', async () => {
    await comparing(sourceId(10), sourceId(9));
    const row = page.getByRole('row', { name: /differs/ }).first();
    await row.getByRole('rowheader').getByRole('button').click();
    await expect.poll(() => document.querySelectorAll('p[aria-current]').length).toBe(2);
    expect(row.element().getAttribute('aria-current')).toBe('true');
  });

  it('says a failure in a plain sentence and tries again', async () => {
    const { app, bridge } = await begin();
    bridge.failNext('compare.pair', 'damaged');
    app.nav.open({ screen: 'compare', a: sourceId(10), b: sourceId(9) });
    await expect.element(page.getByText(/archive is damaged/)).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(textOf('A')).toBeVisible();
  });

  it('can be stopped', async () => {
    await comparing(sourceId(10), sourceId(9), { untilStopped: 'compare.pair' });
    await page.getByRole('main').getByRole('button', { name: 'Stop' }).click();
    await expect.element(page.getByText('The comparison was stopped.')).toBeVisible();
  });

  it('goes into a dossier once', async () => {
    const { app, bridge } = await comparing();
    await expect.element(textOf('A')).toBeVisible();
    await page.getByRole('button', { name: 'Add to dossier' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add to dossier' }).click();
    await expect
      .poll(() =>
        [...app.records.dossiers.values()].some((dossier) =>
          dossier.sections.some(
            (section) => section.kind === 'comparison' && section.b === later.source.id,
          ),
        ),
      )
      .toBe(true);
    expect(bridge.calls.filter(({ name }) => name === 'dossiers.edit')).toHaveLength(1);
    await page.getByRole('button', { name: 'Add to dossier' }).click();
    await expect.element(page.getByText('It is there already')).toBeVisible();
  });

  it('leaves nothing on the page when the archive locks', async () => {
    const { app } = await comparing();
    await expect.element(textOf('A')).toBeVisible();
    app.lock();
    await expect.poll(() => document.body.textContent.includes('Stary Dvor')).toBe(false);
  });

  it('has no fault that axe knows of', async () => {
    await comparing(sourceId(10), sourceId(9));
    await expect.element(textOf('A')).toBeVisible();
    await userEvent.keyboard('{F8}');
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

const savedOf = (calls: readonly { readonly name: string; readonly input: unknown }[]) =>
  calls.filter(({ name }) => name === 'compare.export').map(({ input }) => input);
const focusOn = (found: Locator) => {
  const element = found.element();
  if (element instanceof HTMLElement) element.focus();
};

describe('saving', () => {
  it('gives the comparison out in the form that was chosen, by keyboard alone', async () => {
    const { bridge } = await comparing();
    await expect.element(textOf('A')).toBeVisible();
    focusOn(page.getByRole('button', { name: 'Save…' }));
    await userEvent.keyboard('{Enter}');
    const sheet = page.getByRole('dialog', { name: 'Save the comparison' });
    await expect.element(sheet).toBeVisible();
    expect((await axe.run(sheet.element())).violations).toEqual([]);
    sheet
      .getByRole('radio', { name: /^Table/ })
      .element()
      .focus();
    await userEvent.keyboard('{ArrowDown}');
    await sheet.getByRole('button', { name: 'Save…' }).click();
    await expect.element(page.getByText('The comparison is saved.')).toBeVisible();
    expect(savedOf(bridge.calls)).toEqual([
      { a: sourceId(10), b: later.source.id, format: 'annotations', despiteNames: false },
    ]);
  });

  it('names nobody who must not be named until two words are typed', async () => {
    const { bridge } = await comparing(later.source.id, sourceId(10));
    await expect.element(textOf('A')).toBeVisible();
    await page.getByRole('button', { name: 'Save…' }).click();
    const sheet = page.getByRole('dialog', { name: 'Save the comparison' });
    await sheet.getByRole('button', { name: 'Save…' }).click();
    const despite = sheet.getByRole('button', { name: 'Save with these names…' });
    await expect.element(despite).toBeDisabled();
    await sheet.getByRole('textbox', { name: /^Type/ }).fill('names leave');
    expect((await axe.run(sheet.element())).violations).toEqual([]);
    await despite.click();
    await expect.element(page.getByText('The comparison is saved.')).toBeVisible();
    expect(savedOf(bridge.calls)).toMatchObject([{ despiteNames: false }, { despiteNames: true }]);
  });
});
