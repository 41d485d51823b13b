/** Words of a text with their offsets. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachWord, foldWord, wordsOf } from '../../../archive/text/index.ts';

const runs = process.env.SLOW === undefined ? 300 : 10_000;

/** Words that real texts are made of, in the forms that go wrong. */
const pieces = fc.constantFrom(
  'Łukašenka',
  'Лукашэнка',
  'ﬁnal',
  'сло\u00adво',
  'л\u0301',
  'й'.normalize('NFD'),
  'الــكتاب',
  'كَتَبَ',
  "п'яць",
  'it’s',
  '𝔸𝔹𝔸',
  '😀',
  '👩‍👩‍👧',
  '❤️',
  '\u200f',
  '\ud800',
  '\udc00',
  'a\u0301\u0323b',
  '-',
  '_',
  "'",
  ' ',
  '\n\n',
  '\t',
  '٢٠٢٦',
  '漢字',
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

function ranges(text: string): [number, number][] {
  const found: [number, number][] = [];
  eachWord(text, (start, end) => found.push([start, end]));
  return found;
}

describe('eachWord', () => {
  test('keeps apostrophes, soft hyphens, marks and tatweel inside words and parts at hyphens', () => {
    expect(
      wordsOf("don't сло\u00adво a\u0301b 😀x الــكتاب ❤️ foo_bar it’s' K-0142 п'яць 'so'"),
    ).toEqual([
      "don't",
      'сло\u00adво',
      'a\u0301b',
      'x',
      'الــكتاب',
      'foo',
      'bar',
      'it’s',
      'K',
      '0142',
      "п'яць",
      'so',
    ]);
  });

  test('gives ordered, separate, non-empty ranges that begin with a letter or digit', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const [start, end] of ranges(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}]/u);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: runs },
    );
  });

  test('never leaves a letter or digit outside a word', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let rest = '';
        let last = 0;
        for (const [start, end] of ranges(text)) {
          rest += `${text.slice(last, start)} `;
          last = end;
        }
        rest += text.slice(last);
        // Tatweel is a letter to Unicode and only lengthens a word to readers. Without it two lone surrogates would meet.
        expect(rest.replace(/\u0640/g, ' ')).not.toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: runs },
    );
  });

  test('never parts a letter from its combining marks nor a surrogate pair', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const [start, end] of ranges(text)) {
          expect(text.slice(end)).not.toMatch(/^\p{M}/u);
          for (const edge of [start, end]) {
            const pair =
              /[\ud800-\udbff]/.test(text.charAt(edge - 1)) &&
              /[\udc00-\udfff]/.test(text.charAt(edge));
            expect(pair).toBe(false);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  test('finds the same words in a composed and a decomposed text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const composed = wordsOf(text.normalize('NFC')).map(foldWord);
        const decomposed = wordsOf(text.normalize('NFD')).map(foldWord);
        expect(decomposed).toEqual(composed);
      }),
      { numRuns: runs },
    );
  });

  test('reads a word of a megabyte and a text of marks alone', () => {
    expect(ranges('ж'.repeat(1_000_000))).toEqual([[0, 1_000_000]]);
    expect(ranges('\u0301'.repeat(100_000))).toEqual([]);
    expect(ranges("'".repeat(300_000) + 'a')).toEqual([[300_000, 300_001]]);
    expect(ranges('a' + "'".repeat(300_000))).toEqual([[0, 1]]);
  });
});
