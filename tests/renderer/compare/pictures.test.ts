/** Two pictures are looked at side by side, at one place through a loupe, and in turns. */
import axe from 'axe-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { begin, endWindow } from '../begin.ts';
import { quietPictures } from '../quiet-pictures.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));

let loud: () => void;
beforeEach(() => {
  loud = quietPictures();
});
afterEach(() => {
  loud();
  endWindow();
});

async function looking() {
  const { app } = await begin();
  const [a, b] = [...app.records.sources.values()].filter(({ kind }) => kind === 'image');
  if (!a || !b) throw new Error('two pictures');
  app.nav.open({ screen: 'compare', a: a.id, b: b.id });
  await expect.element(page.getByRole('toolbar', { name: 'How to look' })).toBeVisible();
  for (const show of page.getByRole('button', { name: 'Show the picture' }).all())
    await show.click();
}

const loupes = () => [...document.querySelectorAll<HTMLElement>('.loupe')];

it('the loupe stands at the same place of both, and is moved by keys', async () => {
  await looking();
  await userEvent.keyboard('l');
  await expect.poll(() => loupes().length).toBe(2);
  page.getByRole('group', { name: 'The two pictures' }).element().focus();
  // No picture comes here: they are given a size.
  for (const picture of document.querySelectorAll<HTMLElement>('.frame > img'))
    picture.style.cssText = 'inline-size: 300px; block-size: 200px';
  const across = () => loupes().map((one) => one.querySelector('img')?.style.left);
  await expect.poll(across).toEqual(['-360px', '-360px']);
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  await expect.poll(across).toEqual(['-387px', '-387px']);
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await userEvent.keyboard('l');
  await expect.poll(() => loupes().length).toBe(0);
});

it('the ways to look are one stop of the Tab key, also while there is one more of them', async () => {
  await looking();
  const bar = page.getByRole('toolbar', { name: 'How to look' });
  const button = (name: RegExp) => bar.getByRole('button', { name });
  button(/^Loupe/)
    .element()
    .focus();
  await userEvent.keyboard('{ArrowRight}b{ArrowRight}');
  await expect.element(button(/^The other one/)).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  expect(bar.element().contains(document.activeElement)).toBe(false);
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.element(button(/^The other one/)).toHaveFocus();
  await userEvent.keyboard('{Home}');
  await expect.element(button(/^Loupe/)).toHaveFocus();
});

it('in turns, one is shown at a time, and by hand too', async () => {
  await looking();
  const shown = () =>
    ['A', 'B'].filter((side) => {
      const section = document.querySelector(`section[aria-label="Source ${side}"]`);
      return section && getComputedStyle(section).visibility === 'visible';
    });
  expect(shown()).toEqual(['A', 'B']);
  await userEvent.keyboard('b');
  await expect.poll(shown).toHaveLength(1);
  const [one, other] = document.querySelectorAll('.pictures > section');
  expect(one?.getBoundingClientRect()).toEqual(other?.getBoundingClientRect());
  const [first] = shown();
  await expect.poll(() => shown()[0], { timeout: 5_000 }).not.toBe(first);
  await userEvent.keyboard('{F6}');
  expect(shown()).toHaveLength(1);
  await userEvent.keyboard('b');
  await expect.poll(shown).toHaveLength(2);
});
