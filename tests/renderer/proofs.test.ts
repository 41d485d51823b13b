/** What proves an original stands in its details: each with its outcome in words, the bad ones first, and what it does not prove. */
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sourceId } from './material.ts';
import { openWindow } from './open-window.ts';

const option = (name: RegExp) => page.getByRole('option', { name }).first();

async function violations(): Promise<readonly string[]> {
  const { violations: found } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

test('proofs of a picture are told in words, and opened by keyboard', async () => {
  await openWindow({ open: true });
  await option(/Notice on the reading-room/).click();
  const proofs = page.getByRole('region', { name: 'Proofs' });
  await expect.element(proofs.getByText('3 good, 1 bad, 1 not to be checked.')).toBeVisible();
  const [first] = proofs.getByRole('listitem').elements();
  expect(first?.textContent).toMatch(/proof\.csv\.asc is bad: the file or the signature/);
  await expect.element(proofs.getByText(/ 9c1f9c1f….asc is good/)).toBeVisible();
  await expect.element(proofs.getByText(/^Key 5A1C 90E7 5A1C/).last()).toBeVisible();
  await expect.element(proofs.getByText(/2026-04-08 05:51:14 UTC/)).toBeVisible();

  const own = proofs.getByText(/only that whoever held it made both/);
  await expect.element(own).toBeVisible();
  const limits = proofs.getByText('What this does not prove');
  (limits.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(own).not.toBeVisible();
  const stamp = proofs.getByText(/says Invented Authority/);
  stamp.element().closest('summary')?.focus();
  await userEvent.keyboard('{Enter}');
  await expect
    .element(proofs.getByText('The digest in it is that of what it is of.'))
    .toBeVisible();
  expect(await violations()).toEqual([]);

  // They are told once: not again among what the file says of itself.
  await expect.element(page.getByText('What the file says of itself (4)')).toBeVisible();
});

test('of many the first are told, and the others when they are asked for', async () => {
  const { app, bridge } = await openWindow({ open: true });
  const readings = Array.from({ length: 40 }, (_, at) => ({
    field: 'check' as const,
    value: 'agrees',
    from: `Save: ${at}.jpg.meta.json`,
  }));
  await expect.element(option(/Thirty-one held/)).toBeVisible();
  const metadata = app.records.sources.get(sourceId(10))?.metadata;
  if (!metadata) throw new Error('no such source');
  bridge.patchSource(sourceId(10), { metadata: { ...metadata, readings } });
  await option(/Thirty-one held/).click();
  const proofs = page.getByRole('region', { name: 'Proofs' });
  await expect
    .element(proofs.getByText('The digest in 0.jpg.meta.json (Save) fits.'))
    .toBeVisible();
  expect(proofs.getByText(/meta\.json/).elements()).toHaveLength(12);
  await proofs.getByRole('button', { name: 'Show all 40' }).click();
  expect(proofs.getByText(/meta\.json/).elements()).toHaveLength(40);
  expect(await violations()).toEqual([]);
});

test('a source without any has no such section', async () => {
  await openWindow({ open: true });
  await option(/Thirty-one held/).click();
  await expect.element(page.getByRole('heading', { name: 'Original' })).toBeVisible();
  await expect.element(page.getByRole('region', { name: 'Proofs' })).not.toBeInTheDocument();
});
