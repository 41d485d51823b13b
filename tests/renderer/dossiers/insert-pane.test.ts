/** What the archive has is dragged into a dossier or put in by keys, found by its words, and taken back by undo. */
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { dataDroppedBy, NOTHING_BUT_THAT_IT_IS_OURS } from '../dropped-data.ts';
import { begin, endWindow } from '../begin.ts';
import { dossier } from '../work-bridge.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));
afterEach(endWindow);

async function opened(options: Parameters<typeof begin>[0] = {}) {
  const begun = await begin(options);
  begun.app.nav.open({ screen: 'dossiers', dossier: dossier.id });
  await page.getByRole('button', { name: 'To put in' }).click();
  const sections = () => begun.app.records.dossiers.get(dossier.id)?.sections ?? [];
  return { ...begun, sections, kinds: () => sections().map(({ kind }) => kind) };
}

const rows = (kind: string) => page.getByRole('list', { name: kind }).getByRole('listitem');
const choose = (kind: string) => page.getByRole('radio', { name: kind, exact: true }).click();
const before = dossier.sections.map(({ kind }) => kind);

it('a source is dragged between two sections, said, and taken back by undo', async () => {
  const { kinds } = await opened();
  await choose('Sources');
  const third = page.getByRole('listitem', { name: 'Quote, 3 of 6' });
  const source = rows('Sources').first();
  const data = await dataDroppedBy(() => source.dropTo(third, { targetPosition: { x: 80, y: 4 } }));
  await expect
    .poll(kinds)
    .toEqual(['heading', 'text', 'source', 'quote', 'heading', 'comparison', 'source']);
  expect(data).toEqual(NOTHING_BUT_THAT_IT_IS_OURS);
  await expect.element(page.getByText('Source put in at place 3 of 7.')).toBeInTheDocument();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(kinds).toEqual(before);
});

it('below the last section it comes to the end', async () => {
  const { kinds } = await opened();
  await choose('Comparisons');
  const end = page.getByText(/move the section you are in/);
  await rows('Comparisons').first().dropTo(end);
  await expect.poll(kinds).toEqual([...before, 'comparison']);
});

it('is reached and put in by keys, behind the section that the person was in', async () => {
  const { kinds, sections } = await opened();
  await choose('Quotes');
  await page.getByRole('textbox', { name: 'Text' }).click();
  await page.getByRole('searchbox', { name: /Words, name/ }).fill('alena hryb');
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  const name = document.activeElement?.getAttribute('aria-label') ?? '';
  expect(name).toMatch(/^Put in: /);
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(kinds)
    .toEqual(['heading', 'text', 'quote', 'quote', 'heading', 'comparison', 'source']);
  expect(sections()[2]?.kind).toBe('quote');
  // The keyboard stays where it is: the next one follows.
  expect(document.activeElement?.getAttribute('aria-label')).toBe(name);
  await userEvent.keyboard('{ArrowUp}{Enter}');
  await expect.poll(() => kinds().length).toBe(8);
});

it('has every kind, and no fault that axe knows', async () => {
  await opened();
  for (const kind of ['Pictures', 'Comparisons', 'Chronologies', 'Sources', 'Quotes']) {
    await choose(kind);
    await expect.element(rows(kind).first()).toBeVisible();
  }
  await choose('Claims');
  await expect.element(page.getByText('The archive has none yet.')).toBeVisible();
  await choose('Quotes');
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
