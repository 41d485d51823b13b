/** On the compare screen: another source for a pane, and where else the words of a pane stand. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { begin, endWindow } from '../begin.ts';
import { sourceId } from '../material.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));

afterEach(endWindow);

const textOf = (side: 'A' | 'B') => page.getByRole('region', { name: `Text of ${side}` });

async function comparing(options: Parameters<typeof begin>[0] = {}) {
  const begun = await begin(options);
  begun.app.nav.open({ screen: 'compare', a: sourceId(10), b: sourceId(9) });
  await expect.element(textOf('A')).toBeVisible();
  return begun;
}

it('what stands in a pane is not offered for another one, and Esc leaves the choice', async () => {
  await comparing();
  const another = page.getByRole('button', { name: 'Choose another source for A' });
  await userEvent.click(another);
  const field = page.getByRole('combobox', { name: 'Source A' });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('K-00');
  await expect.element(page.getByRole('option', { name: /K-0008/ })).toBeVisible();
  await expect.element(page.getByRole('option', { name: /K-0009/ })).not.toBeInTheDocument();
  // The first closes the list.
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.element(field).not.toBeInTheDocument();
  await expect.element(another).toHaveFocus();
});

it('words of a pane are asked for by key, and the answer stands in the reader at their place', async () => {
  const { app, bridge } = await comparing();
  textOf('B').element().focus();
  await userEvent.keyboard('sw');
  await expect.poll(() => app.nav.place).toMatchObject({ screen: 'read', source: sourceId(9) });
  await expect.element(page.getByRole('region', { name: 'Where else it stands' })).toBeVisible();
  const asked = bridge.calls.findLast(({ name }) => name === 'compare.reuse')?.input;
  expect(asked).toMatchObject({ source: sourceId(9), part: { start: 0 } });
});

it('what is looked for can be stopped', async () => {
  await comparing({ untilStopped: 'compare.reuse' });
  textOf('A').element().focus();
  await userEvent.keyboard('sw');
  const panel = page.getByRole('region', { name: 'Where else it stands' });
  await userEvent.click(panel.getByRole('button', { name: 'Stop' }));
  await expect.element(panel.getByText('It was stopped.')).toBeVisible();
});
