/** A PDF whose fonts name other letters than they show is told, and its noise is no title. */
import { describe, expect, test } from 'vitest';
import { isLegible } from '../../../archive/import/pdf/legible.ts';
import { read } from '../../../archive/import/read.ts';
import { namedLetters } from './named-letters.ts';

describe('what is legible', () => {
  const words = (word: string, count = 40) => Array.from({ length: count }, () => word).join(' ');

  test.each([
    'Людей задержали у библиотеки на Wilson Street в 6:40',
    'זה כתוב מימין לשמאל and this is not',
    'اعتقل واحد وثلاثون شخصا في 6 أبريل',
    '世界人权宣言 条',
    'α-particles of H₂O, Δx = µm and naïve cafés',
  ])('%s', (text) => {
    expect(isLegible(words(text))).toBe(true);
  });

  test.each(['ଋҨǥƹ̽ୡȥဎ', 'Aбв\ue012', '\ue001\ue002', 'ǬයܓБ'])('and what is not: %j', (text) => {
    expect(isLegible(words(text))).toBe(false);
  });

  test('of a few words nothing is said', () => {
    expect(isLegible(words('ǬයܓБ', 5))).toBe(true);
  });
});

test('noise is told, and the file gives the title', async () => {
  const named = { a: 'Ǭ', b: 'Б', c: 'ය', d: 'ب', e: '\ue010' };
  const drawn = Array.from({ length: 8 }, () => 'abc bcde eda abcd');
  const draft = await read(namedLetters(named, drawn), { name: 'court-order.pdf' });
  expect(draft.notes).toContain('letters-unclear');
  expect(draft.title).toBe('court-order');
  const plain = { a: 'н', b: 'о', c: 'ч', d: 'ь', e: 'ю' };
  const read2 = await read(namedLetters(plain, drawn), { name: 'court-order.pdf' });
  expect(read2.notes).not.toContain('letters-unclear');
  expect(read2.title).toMatch(/^ноч/);
});
