/** A sentence stands as it is written, whichever way the words run that are put into it. */
import { expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { translator } from '../../src/messages/translate.ts';

const t = translator('en', en);

it('holds words from right to left apart from its own', () => {
  expect(t('compare.why.words', { words: '6 أبريل 2026' })).toBe(
    'same words: \u20686 أبريل 2026\u2069',
  );
  expect(t('compare.why.words', { words: 'שלום, 7' })).toBe('same words: \u2068שלום, 7\u2069');
});

it('leaves all others as they are', () => {
  expect(t('compare.why.words', { words: 'Столбцы 6' })).toBe('same words: Столбцы 6');
});
