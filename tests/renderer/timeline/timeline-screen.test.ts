/** The timeline shows dates in order with what they are of, narrows by words, and opens what has the date. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { begin, endWindow } from '../begin.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));
afterEach(endWindow);

it('narrows by words and by kind of date, and opens a quote by Enter', async () => {
  const { app } = await begin();
  app.nav.open({ screen: 'timeline' });
  const list = page.getByRole('listbox', { name: 'Timeline' });
  await expect.element(list).toBeVisible();
  await page.getByRole('searchbox', { name: 'Words, name or date' }).fill('alena');
  await expect.poll(() => page.getByRole('option').all().length).toBe(1);
  await page.getByRole('option').click();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => app.nav.place.screen).toBe('read');
  expect(app.nav.place).toHaveProperty('quote');
  app.nav.back();
  await page.getByRole('checkbox', { name: 'published' }).click();
  await page.getByRole('checkbox', { name: 'said' }).click();
  await expect.element(page.getByText('Nothing fits.')).toBeVisible();
});
