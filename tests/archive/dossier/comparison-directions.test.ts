/** What speaks for a pair is printed side by side, whichever way each side runs. */
import { expect, it } from 'vitest';
import { composeComparison } from '../../../archive/dossier/compose-comparison.ts';
import { Printable } from '../../../archive/dossier/printable.ts';
import { wordsFor } from '../../../archive/dossier/words/catalogue.ts';
import { sampleMaterial } from './sample.ts';

const EVERY_WAY = 7;

function printed(reason: string) {
  const material = sampleMaterial();
  const [pair] = material.comparisons;
  const [row] = pair?.rows ?? [];
  if (!pair || !row) throw new Error('the sample has a comparison');
  const printable = new Printable(() => EVERY_WAY);
  const setting = { material, words: wordsFor('en'), printable, redactor: null };
  const changed = { ...pair, rows: [{ ...row, reasons: [reason] }] };
  return composeComparison(setting, changed, 1).rows[0]?.reasons[0];
}

it('keeps the figures of a date in Arabic at their own side of the sign', () => {
  expect(printed('6 أبريل 2026 ≠ 7 April 2026')).toMatchObject({
    t: '\u20686 أبريل 2026\u2069 ≠ \u20687 April 2026\u2069',
    dir: 'ltr',
  });
});

it('leaves others as they are', () => {
  expect(printed('Стоўбцы = Stolbtsy')?.t).toBe('Стоўбцы = Stolbtsy');
});
