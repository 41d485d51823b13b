/** Where else wording stands: asked of a sentence or of a whole text by key, told by groups, and a way to each place and back. */
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { passagePieces, shortened } from '../../src/renderer/screens/reader/passage-pieces.ts';
import { sourceId } from './material.ts';
import { openWindow, selectWords } from './open-window.ts';

const panel = page.getByRole('region', { name: 'Where else it stands' });
const sentence = 'Nineteen of those held are students of the teacher-training college';

async function openReport({ copies = true } = {}) {
  const opened = await openWindow();
  if (copies) opened.bridge.addCopies();
  await page.getByRole('button', { name: /Look round/ }).click();
  await expect.element(page.getByRole('listbox', { name: 'Sources' })).toBeVisible();
  opened.app.nav.open({ screen: 'read', source: sourceId(10) });
  await expect
    .element(page.getByRole('article').getByText(/Eleven people are still/))
    .toBeVisible();
  return opened;
}

describe('where else', () => {
  test('all of a text stands is asked by key, told by groups, and left by Esc to the text', async () => {
    await openReport();
    await userEvent.keyboard('w');
    await expect
      .element(panel.getByText('7 other sources have some of this wording.'))
      .toBeVisible();
    await expect
      .element(
        panel.getByRole('heading', { name: '6 sources carry this wording, this one among them' }),
      )
      .toBeVisible();
    await expect
      .element(panel.getByText(/The earliest date here is April 2026; the dates do not tell/))
      .toBeVisible();
    await expect.element(panel.getByText('another version of this page')).toBeVisible();
    await expect
      .element(panel.getByRole('heading', { name: 'Others share passages with it' }))
      .toBeVisible();
    const found = await axe.run(panel.element());
    expect(found.violations.map(({ id }) => id)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(panel).not.toBeInTheDocument();
    await expect.element(page.getByRole('region', { name: 'Text', exact: true })).toHaveFocus();
  });

  test('a sentence stands is shown at its place by Enter, and one comes back to where one was', async () => {
    const { app } = await openReport();
    selectWords(sentence);
    // The selection is told a moment later.
    await expect.element(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
    await page.getByRole('button', { name: /^Where else/ }).click();
    await expect
      .element(panel.getByText('6 other sources have some of this wording.'))
      .toBeVisible();
    await expect.element(panel.getByRole('heading', { name: 'Others have it' })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    const second = panel.getByRole('button', { name: /^Open K-0021 there/ });
    await expect.element(second).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => app.nav.place).toMatchObject({ screen: 'read', source: sourceId(400) });
    await expect.element(page.getByRole('heading', { level: 1, name: /Monitors/ })).toBeVisible();
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await expect.element(second).toHaveFocus();
    await userEvent.click(panel.getByRole('button', { name: 'Compare with K-0021' }));
    expect(app.nav.place).toEqual({ screen: 'compare', a: sourceId(10), b: sourceId(400) });
  });

  test('it stands nowhere is said plainly, and so is what could not be asked', async () => {
    const { bridge } = await openReport({ copies: false });
    await userEvent.keyboard('w');
    await expect.element(panel.getByText(/No other source shares six words/)).toBeVisible();
    bridge.failNext('compare.reuse', 'too-few-words');
    await userEvent.keyboard('{Escape}w');
    await expect.element(panel.getByText(/Fewer than/)).toBeVisible();
  });
});

describe('a passage', () => {
  const passage = {
    ...({ a: [4, 30], b: [2, 27], kind: 'near', similarity: 0.8, words: 6 } as const),
    differences: [{ a: [8, 13], b: [6, 9] }] as const,
    text: 'the old boat left the pier',
  };
  test('is told with what it has in the place of words here', () => {
    expect(passagePieces(passage, '... the heron boat left the pier')).toEqual([
      { kind: 'same', text: 'the ' },
      { kind: 'differs', here: 'heron', there: 'old' },
      { kind: 'same', text: ' boat left the pier' },
    ]);
  });

  test('is shortened where many words are the same, and nothing that differs is left out', () => {
    const long = Array.from({ length: 60 }, (_, at) => `w${at}`).join(' ');
    const pieces = [
      { kind: 'same', text: `${long} ` },
      { kind: 'differs', here: 'a', there: 'b' },
      { kind: 'same', text: ` ${long}` },
    ] as const;
    const kept = shortened(pieces);
    expect(kept.map(({ kind }) => kind)).toEqual([
      'same',
      'left-out',
      'same',
      'differs',
      'same',
      'left-out',
    ]);
    expect(kept[2]).toEqual({ kind: 'same', text: ' w53 w54 w55 w56 w57 w58 w59 ' });
  });
});
