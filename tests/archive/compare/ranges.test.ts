/** Every range that a comparison reports can be cut out of the original text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts, type Comparison, type Range } from '../../../archive/compare/index.ts';
import type { TextDocument } from '../../../archive/model/index.ts';
import { foldWord, wordsOf } from '../../../archive/text/index.ts';
import { documentOf } from './cases.ts';

// prettier-ignore
const pieces = [
  'police', 'detained', 'thirty-one', 'people', '31', '1,200', '6 April', 'yesterday', 'Stolbtsy', 'Столбцы', 'затрымалі', 'людзей', 'задержаны', 'сорок',
  'п’ять', 'осіб', 'łódź', 'zatrzymano', 'واحد', 'وثلاثون', 'شخصا', 'الستولبتسي', 'a\u0301b', 'e\u0301', 'й', 'и\u0306', 'zero\u200bwidth', 'so\u00adft', '\u200f', '\u202b', '👩‍👩‍👧', '𝔘', '\ud800',
  '.', '.', '! ', ' — ', '«', '»', '“', '”', ', ', '\r\n', '\n', '\t', '%', '10:30', '24.02.2022', 'т. е.', 'Dr.', 'on Monday', 'the', 'of', 'and',
  'third fire', '5-й день', 'седьмое дело', 'a week later', '2 weeks later', 'через', 'неделю', 'this autumn', 'one', 'قذيفتين', 'الصيف الماضي', 'للمرة الثالثة',
];
const paragraph = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', ' ', '\u00a0', '')), {
    maxLength: 40,
  })
  .map((parts) => parts.flat().join(''));
const language = fc.constantFrom('en', 'be', 'ru', 'uk', 'pl', 'ar', 'de', 'und');
const text = fc
  .tuple(fc.array(paragraph, { maxLength: 6 }), language)
  .map(([paragraphs, tag]) => documentOf(paragraphs, tag));
/** Two texts of which the second often repeats paragraphs of the first. */
const pair = fc
  .tuple(text, text, fc.array(fc.nat(5), { maxLength: 4 }))
  .map(([a, b, taken]): [TextDocument, TextDocument] => {
    const partsOf = ({ text: whole, blocks }: TextDocument) =>
      blocks.map(({ start, end }) => whole.slice(start, end));
    const repeated = taken.flatMap((at) => partsOf(a)[at] ?? []);
    return [a, documentOf([...repeated, ...partsOf(b)], b.language)];
  });
const names = [
  ['Stolbtsy', 'Столбцы', 'ستولبتسي'],
  { kind: 'place' as const, spellings: ['Łódź'] },
];

const folded = (whole: string, [start, end]: Range) =>
  wordsOf(whole.slice(start, end)).map((word) => foldWord(word));

function expectInside(whole: string, [start, end]: Range, from = 0, to = whole.length): void {
  expect(start).toBeGreaterThanOrEqual(from);
  expect(start).toBeLessThanOrEqual(end);
  expect(end).toBeLessThanOrEqual(to);
}

function expectSoundRanges(a: string, b: string, result: Comparison): void {
  for (const [whole, units] of [[a, result.a] as const, [b, result.b] as const]) {
    let last = 0;
    for (const unit of units) {
      expectInside(whole, [unit.start, unit.end], last);
      expect(whole.slice(unit.start, unit.end).trim()).toBe(whole.slice(unit.start, unit.end));
      last = unit.end;
    }
  }
  for (const { a: rangeA, b: rangeB, kind, differences } of result.shared) {
    if (kind === 'verbatim') expect(folded(a, rangeA)).toEqual(folded(b, rangeB));
    for (const gap of differences) {
      expectInside(a, gap.a, rangeA[0], rangeA[1]);
      expectInside(b, gap.b, rangeB[0], rangeB[1]);
    }
  }
  for (const match of result.matches) {
    for (const reason of match.reasons) {
      expect(a).toContain(reason.a);
      expect(b).toContain(reason.b);
    }
    for (const sentence of match.sentences) {
      expectInside(a, sentence.a);
      expectInside(b, sentence.b);
    }
    let lastA = 0;
    let lastB = 0;
    for (const part of match.diff ?? []) {
      if (part.a !== null) expectInside(a, part.a, lastA);
      if (part.b !== null) expectInside(b, part.b, lastB);
      lastA = part.a?.[1] ?? lastA;
      lastB = part.b?.[1] ?? lastB;
    }
  }
  for (const fact of result.facts) {
    for (const [whole, side] of [[a, fact.a] as const, [b, fact.b] as const]) {
      if (side === null) continue;
      expect(whole.slice(side.start, side.end)).toBe(side.text);
      expect(side.text.trim()).not.toBe('');
      for (const mention of side.mentions) expectInside(whole, mention);
    }
  }
  const matchedA = new Set(result.matches.flatMap((match) => match.a));
  const matchedB = new Set(result.matches.flatMap((match) => match.b));
  expect([...matchedA, ...result.onlyA].sort((x, y) => x - y)).toEqual(result.a.map((_, at) => at));
  expect([...matchedB, ...result.onlyB].sort((x, y) => x - y)).toEqual(result.b.map((_, at) => at));
}

const runs = process.env.SLOW === undefined ? 200 : 5_000;

test('ranges are of the original texts, in both kinds, and every passage is matched or left over', () => {
  fc.assert(
    fc.property(pair, fc.constantFrom('versions' as const, 'accounts' as const), ([a, b], kind) => {
      const result = compareTexts(a, b, { kind, names, published: ['2026-04-09', null] });
      expectSoundRanges(a.text, b.text, result);
    }),
    { numRuns: runs },
  );
});

test('a text compared with itself is the same throughout', () => {
  fc.assert(
    fc.property(text, (document) => {
      const result = compareTexts(document, document, { kind: 'versions' });
      expect(result.onlyA).toEqual([]);
      expect(result.onlyB).toEqual([]);
      for (const match of result.matches) {
        expect(match.a).toEqual(match.b);
        expect(match.moved).toBe(false);
        expect((match.diff ?? []).every((part) => part.kind === 'same')).toBe(true);
      }
      expect(result.facts.every((fact) => fact.verdict === 'same')).toBe(true);
    }),
    { numRuns: runs },
  );
});
