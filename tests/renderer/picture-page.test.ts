/** The page of a picture: looked at larger and turned, with the words that were read in it where they stand. */
import axe from 'axe-core';
import { beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  nextScale,
  turned,
  type Turn,
  unturned,
} from '../../src/renderer/screens/reader/picture-geometry.ts';
import { textOf } from './material.ts';
import { openWindow } from './open-window.ts';
import { quietPictures } from './quiet-pictures.ts';

beforeAll(quietPictures);

const option = (name: RegExp) => page.getByRole('option', { name }).first();
const scale = () => document.querySelector('.scale')?.textContent;
const boxOf = (selector: string): DOMRect => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`nothing is ${selector}`);
  return element.getBoundingClientRect();
};

test('keys and buttons make it larger, smaller, as large as it is, fit it again; only by Ctrl does the wheel', async () => {
  await openWindow({ open: true });
  await option(/Notice on/).dblClick();
  await expect.element(page.getByRole('img')).toBeVisible();
  const fitted = scale();
  expect(boxOf('.sheet').width).toBeLessThanOrEqual(boxOf('.frame').width);
  await userEvent.keyboard('1');
  await expect.poll(scale).toBe('100 %');
  expect(boxOf('.sheet').width).toBe(1600);
  await userEvent.keyboard('+');
  await expect.poll(scale).toBe('150 %');
  await userEvent.keyboard('-');
  await expect.poll(scale).toBe('100 %');
  await page.getByRole('button', { name: 'Smaller' }).click();
  await expect.poll(scale).toBe('70 %');
  const element = document.querySelector('.frame');
  const wheel = { deltaY: -200, clientX: 600, clientY: 400, bubbles: true, cancelable: true };
  element?.dispatchEvent(new WheelEvent('wheel', wheel));
  await expect.poll(scale).toBe('70 %');
  element?.dispatchEvent(new WheelEvent('wheel', { ...wheel, ctrlKey: true }));
  await expect.poll(scale).toBe('115 %');
  await userEvent.keyboard('0');
  await expect.poll(scale).toBe(fitted);
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('what stands above it is one stop of the Tab key, with arrows from button to button', async () => {
  await openWindow({ open: true });
  await option(/Notice on/).dblClick();
  await expect.element(page.getByRole('img')).toBeVisible();
  const bar = page.getByRole('toolbar', { name: 'Tools for the picture' });
  const button = (name: string) => bar.getByRole('button', { name });
  await expect.element(button('Smaller')).toBeEnabled();
  button('Smaller').element().focus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(button('Quote a part by its outline')).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  expect(bar.element().contains(document.activeElement)).toBe(false);
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Home}{ArrowRight}');
  await expect.element(button('Larger')).toHaveFocus();
});

test('what is under the pointer stays there when it grows, and a drag or arrow moves it', async () => {
  await openWindow({ open: true });
  await option(/Notice on/).dblClick();
  await expect.element(page.getByRole('img')).toBeVisible();
  await userEvent.keyboard('1');
  await expect.poll(scale).toBe('100 %');
  const element = document.querySelector<HTMLElement>('.frame');
  if (!element) throw new Error('no picture is shown');
  const view = element.getBoundingClientRect();
  const at = { clientX: view.left + 150, clientY: view.top + 120 };
  const share = () => (at.clientX - boxOf('.sheet').left) / boxOf('.sheet').width;
  const before = share();
  const wheel = { deltaY: -200, ...at, ctrlKey: true, bubbles: true, cancelable: true };
  element.dispatchEvent(new WheelEvent('wheel', wheel));
  await expect.poll(() => boxOf('.sheet').width).toBeGreaterThan(1500);
  expect(share()).toBeCloseTo(before, 2);
  const { scrollLeft } = element;
  const image = page.getByRole('img').element();
  const point = { button: 0, buttons: 1, bubbles: true, cancelable: true };
  image.dispatchEvent(new PointerEvent('pointerdown', { ...point, ...at }));
  window.dispatchEvent(new PointerEvent('pointermove', { ...point, clientX: at.clientX - 40 }));
  window.dispatchEvent(new PointerEvent('pointerup'));
  expect(element.scrollLeft).toBe(scrollLeft + 40);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => element.scrollTop).toBeGreaterThan(0);
});

test('words lie where they stand in the picture when it is turned and enlarged', async () => {
  const { app, bridge } = await openWindow({ open: true });
  await expect.element(option(/Notice on/)).toBeVisible();
  const [notice, read] = ['Notice on the reading-room door', 'Thirty-one held'].map((title) =>
    [...app.records.sources.values()].find((source) => source.title.startsWith(title)),
  );
  if (!notice || !read?.text) throw new Error('the material has a picture and a text');
  bridge.setText(notice.id, textOf(['Gate'], 'en'));
  const run = { start: 0, end: 4, x: 160, y: 100, width: 400, height: 100 };
  const pages = [{ width: 1600, height: 1067, runs: [run] }];
  bridge.setLayout(notice.id, { version: 1, pages });
  bridge.patchSource(notice.id, { text: read.text });
  await option(/Notice on/).dblClick();
  await expect.element(page.getByRole('group', { name: 'Words in the picture' })).toBeVisible();
  const placeOf = () => {
    const [word, sheet] = [boxOf('svg text'), boxOf('.sheet')];
    return [
      (word.left + word.width / 2 - sheet.left) / sheet.width,
      (word.top + word.height / 2 - sheet.top) / sheet.height,
    ] as const;
  };
  const near = ([x, y]: readonly [number, number]) => {
    const [a, b] = placeOf();
    return Math.max(Math.abs(a - x), Math.abs(b - y)) < 0.03;
  };
  const [x, y] = placeOf();
  await userEvent.keyboard(']');
  await expect.poll(() => near([1 - y, x])).toBe(true);
  await userEvent.keyboard('1]');
  await expect.poll(() => near([1 - x, 1 - y])).toBe(true);
  await userEvent.keyboard('[[[[[[');
  await expect.poll(() => near([y, 1 - x])).toBe(true);
});

test('a covered picture is neither enlarged nor turned, and its cover lies over all of the view', async () => {
  await openWindow({ open: true });
  await option(/Injuries/).dblClick();
  await expect.element(page.getByText('This picture is marked as graphic.')).toBeVisible();
  const fitted = scale();
  await userEvent.keyboard('1+]');
  expect(scale()).toBe(fitted);
  expect(boxOf('.cover').width).toBe(boxOf('.stage').width);
  await expect.element(page.getByRole('button', { name: 'Larger' })).toBeDisabled();
  await page.getByRole('button', { name: 'Show it' }).click();
  await page.getByRole('button', { name: 'Turn to the right' }).click();
  await expect
    .poll(() => document.querySelector('.sheet')?.getAttribute('style'))
    .toContain('90deg');
});

test('points go into the turned picture and back; steps of the size lead up and down', () => {
  for (const turn of [0, 1, 2, 3] as const satisfies readonly Turn[]) {
    const back = unturned(turned({ x: 0.2, y: 0.7 }, turn), turn);
    expect(back.x).toBeCloseTo(0.2);
    expect(back.y).toBeCloseTo(0.7);
  }
  expect(turned({ x: 0, y: 0 }, 1)).toEqual({ x: 1, y: 0 });
  expect(nextScale(0.42, 1)).toBe(0.5);
  expect(nextScale(0.42, -1)).toBe(0.35);
  expect(nextScale(8, 1)).toBe(8);
});
