/** Pairs by hand on the compare screen: broken, made by keys alone, said who decided, and left to the comparison again. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { subjectName } from '../../../src/renderer/screens/log/subjects.ts';
import { begin, endWindow } from '../begin.ts';
import { sourceId } from '../material.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));

afterEach(endWindow);

async function comparing() {
  const begun = await begin();
  begun.app.nav.open({ screen: 'compare', a: sourceId(10), b: sourceId(9) });
  await expect.element(page.getByRole('region', { name: 'Text of A' })).toBeVisible();
  return begun;
}

it('a pair is parted, said by whom, and left to the comparison again', async () => {
  const { app } = await comparing();
  const differing = page.getByRole('row', { name: /differs/ });
  const before = differing.all().length;
  await differing.first().getByRole('button', { name: 'Not a pair' }).click();
  await expect.poll(() => differing.all().length).toBe(before - 1);
  await expect.element(page.getByText(/parted by hand: M. K., /).first()).toBeInTheDocument();
  const [pairing, ...more] = app.records.pairings.values();
  expect(more).toEqual([]);
  // The log tells of it by the words.
  const { a, b, id } = pairing ?? {};
  const said = subjectName(app.records, id ?? '').replace(/[\u2066-\u2069]/g, '');
  expect(said).toBe(`“${a?.exact ?? ''}” and “${b?.exact ?? ''}”`);
  await page.getByRole('button', { name: 'Leave it to the comparison' }).first().click();
  await expect.poll(() => differing.all().length).toBe(before);
});

it('a missing pair is made by keys alone, and undo takes it back', async () => {
  const { app } = await comparing();
  await page
    .getByRole('row', { name: /differs/ })
    .first()
    .getByRole('button', { name: 'Not a pair' })
    .click();
  await expect.element(page.getByText(/parted by hand/).first()).toBeInTheDocument();
  const alone = page
    .getByRole('row', { name: /only in A/ })
    .getByRole('button', { name: 'Pair with…' });
  (alone.first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/Choose what in another source/)).toBeVisible();
  const answer = page.getByRole('button', { name: /^Pair with “/ });
  await expect.element(answer.first()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/paired by hand: M. K., /).first()).toBeInTheDocument();
  await expect.poll(() => document.activeElement?.closest('tbody')).not.toBeNull();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect
    .poll(() => [...app.records.pairings.values()].map(({ decision }) => decision))
    .not.toContain('made');
});

it('words selected on both sides are told to be of the same, or of two things, by keys alone', async () => {
  const { app } = await comparing();
  const pick = async (side: string) => {
    page
      .getByRole('region', { name: `Text of ${side}` })
      .element()
      .focus();
    await userEvent.keyboard('s');
  };
  await pick('A');
  await userEvent.keyboard('p');
  await expect.element(page.getByText(/Select words on the other side/).first()).toBeVisible();
  await pick('B');
  await userEvent.keyboard('p');
  const told = page.getByRole('row', { name: /^Words/ });
  await expect.poll(() => told.all().length).toBe(1);
  expect([...app.records.pairings.values()]).toMatchObject([{ kind: 'words', decision: 'made' }]);
  await expect.poll(() => page.getByRole('toolbar', { name: 'Selection' }).all().length).toBe(0);
  await told.first().getByRole('button', { name: 'Leave it to the comparison' }).click();
  await expect.poll(() => told.all().length).toBe(0);
  await pick('A');
  await pick('B');
  await userEvent.keyboard('{Shift>}p{/Shift}');
  await expect.poll(() => told.all().length).toBe(2);
  expect([...app.records.pairings.values()]).toMatchObject([{ kind: 'words', decision: 'broken' }]);
});

it('two figures selected on both sides are paired as figures', async () => {
  const { app } = await comparing();
  const select = (side: string, words: string) => {
    const region = page.getByRole('region', { name: `Text of ${side}` }).element();
    const piece = [...region.querySelectorAll('[data-at]')].find(
      ({ textContent }) => textContent === words,
    );
    if (!piece?.firstChild) throw new Error('the figure is marked');
    getSelection()?.selectAllChildren(piece);
  };
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  select('A', 'two');
  await expect.element(bar).toBeVisible();
  select('B', 'сарака');
  await page.getByRole('button', { name: /These tell of the same/ }).click();
  await expect
    .poll(() => [...app.records.pairings.values()])
    .toMatchObject([{ kind: 'number', decision: 'made', a: { exact: 'two' } }]);
});

it('decisions about another text are told, and can be taken away', async () => {
  const { app, bridge } = await comparing();
  await page
    .getByRole('row', { name: /differs/ })
    .first()
    .getByRole('button', { name: 'Not a pair' })
    .click();
  await expect.poll(() => app.records.pairings.size).toBe(1);
  const source = app.records.sources.get(sourceId(9));
  if (!source?.text) throw new Error('it has a text');
  const record = { ...source, text: { ...source.text, sha256: 'f'.repeat(64) } };
  // Between two changes of the bridge, whose numbers are its own.
  bridge.emit('changed', {
    seq: app.records.seq + 0.5,
    puts: [{ collection: 'sources', record }],
    deletes: [],
    quoteCounts: {},
  });
  await page.getByText(/1 decision was made for another text/).click();
  await page.getByRole('group').getByRole('button', { name: 'Leave it to the comparison' }).click();
  await expect.poll(() => app.records.pairings.size).toBe(0);
});

it('two sources of which something was decided are offered to begin with', async () => {
  const { app } = await comparing();
  await page
    .getByRole('row', { name: /differs/ })
    .first()
    .getByRole('button', { name: 'Not a pair' })
    .click();
  await expect.poll(() => app.records.pairings.size).toBe(1);
  // From where two stand side by side, too.
  await page.getByRole('button', { name: 'Choose other sources to compare' }).click();
  await page.getByRole('button', { name: /1 decision by hand/ }).click();
  await expect.element(page.getByText(/parted by hand/).first()).toBeInTheDocument();
});
