/** Parts of a picture are marked as not to leave by keys and by the mouse, with a reason, and kept when they are saved. */
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CoverForm } from '../../src/renderer/screens/library/cover-form.svelte.ts';
import { openWindow } from './open-window.ts';

async function covering() {
  const begun = await openWindow({ open: true });
  await page.getByText('Notice on the reading-room door').first().click();
  await page.getByRole('button', { name: 'Cover parts…' }).click();
  return begun;
}

const part = (number: number) => page.getByRole('button', { name: new RegExp(`^Part ${number}:`) });

test('a part is added, moved and made larger by keys, and saved with its reason', async () => {
  const { bridge, app } = await covering();
  await page.getByRole('button', { name: 'Cover a part' }).click();
  await expect.element(part(1)).toHaveFocus();
  await userEvent.keyboard(
    '{ArrowRight}{ArrowRight}{ArrowUp}{Shift>}{ArrowRight}{ArrowDown}{/Shift}',
  );
  await expect
    .element(part(1))
    .toHaveAccessibleName('Part 1: 42 % from the left, 39 % from the top, 21 by 21 %');
  await page.getByRole('textbox', { name: 'Why part 1 must not leave' }).fill('a face');
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.element(page.getByText('One part must not leave')).toBeVisible();
  const saved = bridge.calls.find(({ name }) => name === 'sources.edit')?.input;
  expect(saved).toMatchObject({ patch: { covered: [{ reason: 'a face', width: 0.21 }] } });
  expect(app.records.sources.get((saved as { id: never }).id)?.covered).toHaveLength(1);
});

test('a part is taken away by a key, and nothing is kept without saving', async () => {
  const { bridge } = await covering();
  await page.getByRole('button', { name: 'Cover a part' }).click();
  await userEvent.keyboard('{Delete}');
  await expect
    .element(page.getByRole('dialog').getByText('All of the picture may leave.'))
    .toBeVisible();
  await page.getByRole('button', { name: 'Cover a part' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(bridge.calls.some(({ name }) => name === 'sources.edit')).toBe(false);
});

test('a stroke of the mouse in any direction marks what it goes over, a click nothing', () => {
  const form = new CoverForm([]);
  form.begin({ x: 0.6, y: 0.5 }, 'B-7');
  form.follow({ x: 0.2, y: 0.9 });
  form.end();
  const [drawn] = form.regions;
  expect(drawn).toMatchObject({ x: 0.2, y: 0.5, by: 'B-7' });
  expect(drawn?.width).toBeCloseTo(0.4);
  expect(drawn?.height).toBeCloseTo(0.4);
  form.begin({ x: 0.1, y: 0.1 }, '');
  form.end();
  expect(form.regions).toHaveLength(1);
  form.grasp(form.parts[0]?.key ?? -1, { x: 0.3, y: 0.6 });
  form.follow({ x: 1, y: 0 });
  form.end();
  const [moved] = form.regions;
  expect(moved?.x).toBeCloseTo(0.6);
  expect(moved?.y).toBe(0);
});

test('parts of several pages stay on theirs, and one that is chosen is shown', () => {
  const first = { x: 0.1, y: 0.1, width: 0.2, height: 0.2, reason: 'a face', by: 'B-7' };
  const form = new CoverForm([first, { ...first, page: 3 }]);
  expect(form.here.map(({ number }) => number)).toEqual([1]);
  form.page = 2;
  form.add('B-7');
  expect(form.here.map(({ number }) => number)).toEqual([3]);
  form.choose(form.parts[1]?.key ?? -1);
  expect(form.page).toBe(3);
  expect(form.regions.map(({ page: on }) => on)).toEqual([undefined, 3, 2]);
});

test('each page of a picture is leafed to, and covered on its own', async () => {
  const { app, bridge } = await openWindow({ open: true });
  await expect.element(page.getByText('Notice on the reading-room door').first()).toBeVisible();
  const place = { x: 0.2, y: 0.2, width: 0.3, height: 0.2, by: '' };
  const pictures = [...app.records.sources.values()].filter(({ kind }) => kind === 'image');
  for (const { id } of pictures)
    bridge.patchSource(id, {
      pages: { count: 3, withoutText: 3 },
      covered: [
        { ...place, reason: 'a face' },
        { ...place, page: 2, reason: 'a name' },
      ],
    });
  await page.getByText('Notice on the reading-room door').first().click();
  await expect.element(page.getByText('2 parts must not leave')).toBeVisible();
  await page.getByRole('button', { name: 'Cover parts…' }).click();
  await expect.element(part(1)).toBeInTheDocument();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect.element(part(2)).toBeInTheDocument();
  expect(part(1).query()).toBeNull();
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('textbox', { name: 'Why part 1 must not leave' }).click();
  await expect.element(part(1)).toBeInTheDocument();
});
