/** Folding, scripts and stems. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionOf, foldWord, scriptOf, stem, writtenForm } from '../../../archive/text/index.ts';

describe('foldWord', () => {
  test.each([
    ['ŁUKAŠENKA', 'lukasenka'],
    ['Ёлка', 'елка'],
    ['мой', 'мой'],
    ['МОЙ'.normalize('NFD'), 'мой'],
    ['Воўк', 'воўк'],
    ['за́мок', 'замок'],
    ['сло\u00adво', 'слово'],
    ['ﬁnal', 'final'],
    ['İstanbul', 'istanbul'],
    ['Straße', 'strasse'],
    ['п’яць', "п'яць"],
    ['مُحَمَّد', 'محمد'],
    ['الــكتاب', 'الكتاب'],
    ['أحمد', 'احمد'],
    ['٢٠٢٦', '2026'],
    ['ＡＢＣ', 'abc'],
  ])('%s → %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  test('is the same for composed, decomposed and compatibility forms, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ unit: 'binary' })),
        (word) => {
          const folded = foldWord(word);
          expect(foldWord(word.normalize('NFD'))).toBe(folded);
          expect(foldWord(word.normalize('NFC'))).toBe(folded);
          expect(foldWord(folded)).toBe(folded);
          expect(writtenForm(writtenForm(word))).toBe(writtenForm(word));
        },
      ),
      { numRuns: process.env.SLOW === undefined ? 2_000 : 100_000 },
    );
  });
});

test('scriptOf goes by most letters, directionOf by the first', () => {
  expect(scriptOf('K-12: Лукашэнка')).toBe('cyrillic');
  expect(scriptOf('Minsk')).toBe('latin');
  expect(scriptOf('١٢ كتاب')).toBe('arabic');
  expect(scriptOf('漢字 12')).toBe('other');
  expect(directionOf('12. كتاب of Minsk')).toBe('rtl');
  expect(directionOf('Minsk كتاب')).toBe('ltr');
  expect(directionOf('')).toBe('ltr');
});

describe('stem', () => {
  test.each([
    ['be', 'сведкамі', 'сведка'],
    ['ru', 'свидетелями', 'свидетеля'],
    ['uk', 'свідків', 'свідки'],
    ['pl', 'świadkami', 'świadek'],
    ['en', 'witnesses', 'witness'],
    ['ar', 'والكتاب', 'الكتاب'],
  ])('%s: %s and %s share a beginning', (language, a, b) => {
    const one = stem(foldWord(a), language);
    const two = stem(foldWord(b), language);
    expect(one.slice(0, 4)).toBe(two.slice(0, 4));
    expect(one.length).toBeLessThan(foldWord(a).length);
  });

  test('leaves at least three letters and only ever takes letters off', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constantFrom('be', 'ru', 'uk', 'pl', 'en', 'ar', 'und', 'sr-Latn', ''),
        (word, language) => {
          const stemmed = stem(word, language);
          expect(word).toContain(stemmed);
          expect(stemmed.length).toBeGreaterThanOrEqual(Math.min(3, word.length));
        },
      ),
    );
  });
});
