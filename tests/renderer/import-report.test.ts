/** The report of an import: files with what came out of them, and thousands of rows that stay readable. */
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ImportOutcome, NearDuplicates } from '../../archive/face/index.ts';
import { sourceId } from './material.ts';
import { openWindow } from './open-window.ts';

const taken = (name: string, parts?: readonly ImportOutcome[]): ImportOutcome => ({
  name,
  ...(parts && { parts }),
  result: {
    state: 'taken',
    source: sourceId(1),
    shelfmark: 'K-0001',
    notes: parts ? ['digests-agree'] : [],
    versionOf: null,
  },
});
const failed = (name: string, code: string): ImportOutcome => ({
  name,
  result: { state: 'failed', code },
});

async function showReport(
  outcomes: readonly ImportOutcome[],
  near: readonly NearDuplicates[] = [],
): Promise<Awaited<ReturnType<typeof openWindow>>> {
  const opened = await openWindow({ open: true });
  const { app } = opened;
  app.importer.near = near;
  app.importer.report = { outcomes, cancelled: false };
  app.importer.phase = 'done';
  app.importer.shown = true;
  await expect.element(page.getByRole('heading', { name: 'What came in' })).toBeVisible();
  return opened;
}

const rows = () => page.getByRole('dialog').getByRole('listitem').elements().length;

test('a thousand rows are put on the page in steps, and what was not taken is one click away', async () => {
  const many = Array.from({ length: 1_000 }, (_, at) => taken(`note-${at}.txt`));
  const locked = failed('deep/secret.pdf', 'part-encrypted');
  await showReport([...many, taken('case.zip', [taken('deep/a.txt'), locked])]);
  await expect.element(page.getByText('1,002 sources taken in.')).toBeVisible();
  expect(rows()).toBe(200);
  await page.getByRole('button', { name: 'Show 200 more' }).click();
  expect(rows()).toBe(400);
  await page.getByRole('radio', { name: 'Not taken' }).click();
  expect(rows()).toBe(1);
  await expect.element(page.getByText('case.zip › deep/secret.pdf')).toBeVisible();
  await expect.element(page.getByText(/locked with a password/)).toBeVisible();
});

test('parts stand below what they came out of, and axe finds nothing', async () => {
  const there: ImportOutcome = {
    name: 'row 2: https://a.example/',
    result: { state: 'already-there', source: sourceId(1), shelfmark: 'K-0001', same: 'address' },
  };
  await showReport([taken('case.wacz', [taken('a.html'), there, failed('b', 'part-damaged')])]);
  expect(rows()).toBe(4);
  await expect.element(page.getByText('The proofs that came along agree.')).toBeVisible();
  await expect.element(page.getByText(/The same address is in the archive/)).toBeVisible();
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('what was chosen of a file, and what was added to a source, is told', async () => {
  const again: ImportOutcome = {
    name: 'gate.html',
    result: {
      state: 'already-there',
      source: sourceId(1),
      shelfmark: 'K-0001',
      same: 'bytes',
      added: ['page-files', 'checks'],
    },
  };
  const gone = failed('7-9', 'part-missing');
  await showReport([{ ...taken('case.wacz', [taken('a.html'), gone]), ofParts: 6 }, again]);
  await expect.element(page.getByText(/^Taken out of it: 1 of 6\./)).toBeVisible();
  await expect.element(page.getByText('There is no such part in it.')).toBeVisible();
  await expect.element(page.getByText(/^The pictures and styles that came along/)).toBeVisible();
  await expect.element(page.getByText(/^The checks of the proofs that came along/)).toBeVisible();
});

test('what is much the same as something that was there can be kept as a version, or removed', async () => {
  const near: NearDuplicates[] = [
    {
      source: sourceId(2),
      near: [
        {
          by: 'text',
          id: sourceId(1),
          kind: 'source',
          sourceId: sourceId(1),
          shelfmark: 'K-0001',
          title: 'The earlier page',
          share: 0.93,
        },
      ],
    },
  ];
  const { bridge } = await showReport([taken('a.html')], near);
  const pair = page.getByRole('listitem', { name: 'K-0002 and K-0001' });
  await expect.element(pair.getByText('93 % alike')).toBeVisible();
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await pair.getByRole('button', { name: 'Keep as a later version' }).click();
  await expect.element(pair.getByText('Kept as a later version of K-0001.')).toBeVisible();
  expect(bridge.calls.filter(({ name }) => name === 'sources.edit')).toMatchObject([
    { input: { id: sourceId(2), patch: { versionOf: sourceId(1) } } },
  ]);
  await pair.getByRole('button', { name: 'Compare' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('what lies in the trash too says so, and comes back in the place of what was taken in anew', async () => {
  const { app, bridge } = await openWindow({ open: true });
  await expect
    .element(page.getByRole('option', { name: /Пошукі|Thirty-one/ }).first())
    .toBeVisible();
  const [old, anew] = app.shelf.all;
  if (!old || !anew) throw new Error('there are sources');
  const moved = await app.command('sources.delete', {
    id: old.id,
    deleting: { used: true, parts: true },
  });
  const item = moved?.value.id;
  if (!item) throw new Error('it was deleted');
  const trashed = { item, shelfmark: old.shelfmark, quotes: 2 };
  const { id: source, shelfmark } = anew;
  const result = {
    state: 'taken',
    source,
    shelfmark,
    notes: [],
    versionOf: null,
    trashed,
  } as const;
  app.importer.report = { outcomes: [{ name: 'again.txt', result }], cancelled: false };
  app.importer.phase = 'done';
  app.importer.shown = true;
  await expect.element(page.getByText(/lies in the trash as .*, with 2 quotes/)).toBeVisible();
  await page.getByRole('button', { name: `Put ${old.shelfmark} back instead` }).click();
  await expect
    .element(page.getByText(/is back\. What was taken in anew is in the trash/))
    .toBeVisible();
  expect(bridge.calls.findLast(({ name }) => name === 'trash.putBackInstead')?.input).toEqual({
    ...{ id: item, instead: [source] },
  });
  expect(app.records.sources.has(old.id)).toBe(true);
  // What went is not opened from here any more.
  await expect.element(page.getByRole('button', { name: shelfmark, exact: true })).toBeDisabled();
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
