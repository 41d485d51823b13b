/** Pages of a PDF beside its text are made larger, turned and moved, as pictures are; of the file nothing changes. */
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { plainPdf } from './dossiers/plain-pdf.ts';
import { openWindow } from './open-window.ts';

beforeEach(() => {
  const pdf = plainPdf(['The first sheet', 'The second sheet', 'The third sheet']);
  const usual = window.fetch.bind(window);
  vi.spyOn(window, 'fetch').mockImplementation((what, how) =>
    typeof what === 'string' && what.startsWith('/pdf/')
      ? Promise.resolve(new Response(pdf.slice().buffer))
      : usual(what, how),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
});

const sheets = () => [...document.querySelectorAll<HTMLElement>('.original .page')];
const sizeOf = (at: number) => {
  const { width, height } = sheets()[at]?.getBoundingClientRect() ?? new DOMRect();
  return { width: Math.round(width), height: Math.round(height) };
};

test('by buttons, by keys and by the wheel, about the page that is looked at', async () => {
  await page.viewport(1280, 800);
  const { app } = await openWindow({ open: true });
  const read = page.getByRole('option', { name: /Thirty-one held/ }).first();
  await expect.element(read).toBeVisible();
  const source = app.shelf.all.find(({ shelfmark }) => shelfmark === 'K-0010');
  if (!source) throw new Error('there is such a source');
  const original = { ...source.original, mediaType: 'application/pdf' };
  app.records.sources.set(source.id, { ...source, kind: 'file', original });
  await read.dblClick();
  await page.getByRole('button', { name: 'As it looked' }).click();
  await expect.element(page.getByText('page 1 of 3')).toBeVisible();
  await expect.poll(() => sizeOf(0).height).toBeGreaterThan(200);
  const fitting = sizeOf(0);

  page.getByRole('button', { name: 'Smaller' }).element().focus();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  await expect.poll(() => sizeOf(0).width).toBeGreaterThan(fitting.width);
  const box = page.getByRole('region', { name: 'Pages of the PDF' }).element();
  // It can be read to its left edge when it is wider than the view.
  await page.getByRole('button', { name: 'True size, 1 : 1' }).click();
  await expect.poll(() => sizeOf(0).width).toBe(793);
  box.scrollLeft = 0;
  expect(sheets()[0]?.getBoundingClientRect().left).toBeGreaterThanOrEqual(
    box.getBoundingClientRect().left,
  );

  // What is under the pointer stays there.
  sheets()[1]?.scrollIntoView();
  const middle = box.getBoundingClientRect();
  const at = { clientX: middle.left + 80, clientY: middle.top + 200 };
  const placeIn = (element: HTMLElement) => {
    const { top, height } = element.getBoundingClientRect();
    return (at.clientY - top) / height;
  };
  const second = sheets()[1];
  if (!second) throw new Error('there are three pages');
  const before = placeIn(second);
  box.dispatchEvent(
    new WheelEvent('wheel', {
      ...at,
      deltaY: -200,
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    }),
  );
  await expect.poll(() => sizeOf(0).width).toBeGreaterThan(1_200);
  expect(placeIn(second)).toBeCloseTo(before, 1);

  await page.getByRole('region', { name: 'Pages of the PDF' }).click();
  await userEvent.keyboard('0');
  await expect.poll(() => sizeOf(0).width).toBe(fitting.width);
  await userEvent.keyboard(']');
  await expect.poll(() => sizeOf(0).height).toBeLessThan(sizeOf(0).width);
  await expect.poll(() => sheets()[0]?.querySelector('canvas')?.width ?? 0).toBeGreaterThan(0);
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
