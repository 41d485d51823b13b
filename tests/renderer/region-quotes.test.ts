/** Parts of a picture are drawn by pointer or by keys, quoted with what is seen, and shown on the picture and in the list. */
import axe from 'axe-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RegionAnchor } from '../../archive/model/index.ts';
import { openWindow } from './open-window.ts';
import { quietPictures } from './quiet-pictures.ts';
import {
  RegionDrawing,
  type Shape,
  withCorner,
} from '../../src/renderer/screens/reader/region-drawing.svelte.ts';

beforeAll(quietPictures);

const button = (name: string | RegExp) => page.getByRole('button', { name });
const seen = () => page.getByRole('textbox', { name: 'What is seen' });
const layer = (): HTMLElement => {
  const element = document.querySelector<HTMLElement>('.drawing');
  if (!element) throw new Error('nothing is drawn on');
  return element;
};

async function looking() {
  const opened = await openWindow({ open: true });
  await page
    .getByRole('option', { name: /Notice on/ })
    .first()
    .dblClick();
  await expect.element(page.getByRole('img')).toBeVisible();
  const added = () =>
    opened.bridge.calls.filter(({ name }) => name === 'quotes.add').map(({ input }) => input) as {
      passage: { region: RegionAnchor };
      seen?: string;
    }[];
  return { ...opened, added };
}

/** A pointer at a place of the window's picture, in shares of what is seen. */
function point(type: string, x: number, y: number): void {
  const box = layer().getBoundingClientRect();
  layer().dispatchEvent(
    new PointerEvent(type, {
      ...{ clientX: box.left + x * box.width, clientY: box.top + y * box.height },
      ...{ bubbles: true, cancelable: true, button: 0, buttons: 1, pointerId: 1, isPrimary: true },
    }),
  );
}

test('a rectangle is dragged, adjusted by its corners, and saved with what is seen', async () => {
  const { added } = await looking();
  // The pointer is made up, so there is none to capture.
  HTMLElement.prototype.setPointerCapture = () => undefined;
  await userEvent.keyboard('r');
  await expect.element(page.getByText(/Drag from one corner/)).toBeVisible();
  point('pointerdown', 0.4, 0.3);
  point('pointermove', 0.5, 0.4);
  point('pointerup', 0.6, 0.5);
  await expect.element(seen()).toHaveFocus();
  await expect
    .element(page.getByText(/40 % from the left, 30 % from the top, 20 × 20 %/))
    .toBeVisible();
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await button(/^Corner 3, at 60 % and 50 %/).click();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
  await expect.element(button(/^Corner 3, at 62 % and 51 %/)).toBeVisible();
  await seen().fill('A notice without a stamp');
  await button(/^Save quote/).click();
  await expect.element(page.getByText('Quote saved.')).toBeVisible();
  const [{ passage, seen: words } = { passage: null }] = added();
  expect(words).toBe('A notice without a stamp');
  const { x = 0, width = 0, height = 0 } = passage?.region ?? {};
  expect([x, width, height].map((share) => Math.round(share * 100))).toEqual([40, 22, 21]);
  expect(passage?.region).not.toHaveProperty('polygon');
  await expect.element(button(/^Part 1: A notice without a stamp/)).toBeVisible();
  await button('Edit quote').click();
  await seen().fill('A notice, handwritten');
  await button(/^Save changes/).click();
  await expect.element(button(/^Part 1: A notice, handwritten/)).toBeVisible();
});

test('an outline is drawn by keys alone, in the turned picture too', async () => {
  const { added } = await looking();
  await userEvent.keyboard(']');
  await userEvent.keyboard('p');
  await expect.poll(() => document.activeElement === layer()).toBe(true);
  await userEvent.keyboard('{Enter}{ArrowRight>10/}{Enter}{ArrowDown>10/}{Enter}');
  await userEvent.keyboard('{Enter}');
  await expect.element(seen()).toHaveFocus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('Quote saved.')).toBeVisible();
  const [first] = added();
  const corners = first?.passage.region.polygon?.map((corner) =>
    corner.map((one) => Math.round(one * 100)),
  );
  // To the right as it is seen is up in the picture, down is to its right.
  expect(corners).toEqual([
    [50, 50],
    [50, 40],
    [60, 40],
  ]);
});

test('Escape drops what is drawn and nothing is asked; a crossing outline is not closed', async () => {
  const { added } = await looking();
  await userEvent.keyboard('p');
  await expect.poll(() => document.activeElement === layer()).toBe(true);
  for (const [x, y] of [
    [0.1, 0.1],
    [0.5, 0.5],
    [0.5, 0.1],
    [0.1, 0.5],
  ] as const)
    point('pointerdown', x, y);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/crosses itself/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText(/crosses itself/)).not.toBeInTheDocument();
  await expect.element(seen()).not.toBeInTheDocument();
  expect(added()).toEqual([]);
});

test('keys lead from part to part, and the list chooses on the picture', async () => {
  const { app } = await looking();
  for (const corner of ['{ArrowUp>20/}', '{ArrowDown>20/}']) {
    await userEvent.keyboard('r');
    await expect.poll(() => document.activeElement === layer()).toBe(true);
    await userEvent.keyboard(`${corner}{Enter}{ArrowRight>9/}{ArrowDown>9/}{Enter}`);
    await expect.element(seen()).toHaveFocus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(seen()).not.toBeInTheDocument();
  }
  const marks = page.getByRole('group', { name: 'Quoted parts of the picture' });
  await expect.element(marks.getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true');
  await userEvent.keyboard('k');
  await expect.element(marks.getByRole('button').nth(0)).toHaveAttribute('aria-current', 'true');
  const rows = page
    .getByRole('region', { name: 'In this source' })
    .getByRole('button', { name: /A part/ });
  await rows.nth(1).click();
  await expect.element(marks.getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true');
  expect(
    [...app.records.quotes.values()].filter(({ anchor }) => anchor.kind === 'region'),
  ).toHaveLength(2);
});

test('on a covered picture nothing is drawn', async () => {
  await openWindow({ open: true });
  await page
    .getByRole('option', { name: /Injuries/ })
    .first()
    .dblClick();
  await expect.element(page.getByText('This picture is marked as graphic.')).toBeVisible();
  await userEvent.keyboard('r');
  expect(document.querySelector('.drawing')).toBe(null);
  await expect.element(button('Quote a part, as a rectangle')).toBeDisabled();
});

describe('what is drawn', () => {
  test('two corners in one place are no rectangle, and nothing lies outside of the picture', () => {
    const done: Shape[] = [];
    const drawing = new RegionDrawing(
      (shape) => done.push(shape),
      () => undefined,
    );
    drawing.begin('rectangle');
    drawing.set();
    drawing.set();
    expect(done).toEqual([]);
    drawing.moveTo([1.4, -0.2]);
    drawing.set();
    expect(done).toEqual([{ x: 0.5, y: 0, width: 0.5, height: 0.5 }]);
  });

  test('a corner cannot be moved so that the outline crosses itself', () => {
    const square = { x: 0, y: 0, width: 0.5, height: 0.5 };
    const polygon: [number, number][] = [
      [0, 0],
      [0.5, 0],
      [0.5, 0.5],
      [0, 0.5],
    ];
    expect(withCorner({ ...square, polygon }, 0, [0.9, 0.3])).toBe(null);
    expect(withCorner({ ...square, polygon }, 0, [0.1, 0.1])?.polygon?.[0]).toEqual([0.1, 0.1]);
    expect(withCorner(square, 0, [0.5, 0.2])).toBe(null);
    expect(withCorner(square, 0, [0.1, 0.2])).toEqual({ x: 0.1, y: 0.2, width: 0.4, height: 0.3 });
  });
});
