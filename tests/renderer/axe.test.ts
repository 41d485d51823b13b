import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow, selectWords } from './open-window.ts';

const option = (name: RegExp) => page.getByRole('option', { name }).first();

async function violations(): Promise<readonly string[]> {
  const { violations: found } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** Buttons and fields that are hard to hit: under 24 pixels in either direction (WCAG 2.5.8). */
function smallTargets(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('button, [role=option], select')]
    .filter((target) => target.checkVisibility())
    .map((target) => ({ target, box: target.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < 23.5 || box.height < 23.5))
    .map(({ target, box }) => `${target.outerHTML.slice(0, 120)} ${box.width} × ${box.height}`);
}

const screens: readonly (readonly [name: string, reach: () => Promise<void>])[] = [
  ['the library', () => expect.element(option(/Thirty-one held/)).toBeVisible()],
  ['a source in the library', () => option(/Thirty-one held/).click()],
  [
    'the reader with the quote form',
    async () => {
      await option(/Thirty-one held/).dblClick();
      await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
      selectWords('nineteen years');
      await userEvent.keyboard('q');
      await userEvent.keyboard('a');
    },
  ],
  [
    'a text from right to left',
    async () => {
      await option(/احتجاز/).dblClick();
      await page.getByRole('button', { name: /^Quote 1/ }).click();
    },
  ],
  ['a picture', () => option(/Injuries/).dblClick()],
  [
    'the search',
    async () => {
      await userEvent.keyboard('{Control>}k{/Control}');
      await userEvent.keyboard('sakol');
      await expect.element(page.getByText(/same sound/).first()).toBeVisible();
    },
  ],
  [
    'the import',
    async () => {
      await page.getByRole('button', { name: /Add files/ }).click();
      await expect.element(page.getByRole('dialog')).toBeVisible();
    },
  ],
  ['the list of keys', () => userEvent.keyboard('{Control>}/{/Control}')],
];

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing on', (theme) => {
  test.each(screens)('%s', async (_, reach) => {
    await openWindow({ open: true, theme });
    await expect.element(option(/Thirty-one held/)).toBeVisible();
    await reach();
    expect(await violations()).toEqual([]);
    expect(smallTargets()).toEqual([]);
  });

  test.each(['New archive', 'Open an archive'])('the door “%s”', async (name) => {
    await openWindow({ theme });
    await page.getByRole('button', { name: new RegExp(name) }).click();
    expect(await violations()).toEqual([]);
  });
});
