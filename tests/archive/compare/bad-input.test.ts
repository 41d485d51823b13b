/** Texts that nobody would write are compared in time and without a crash. */
import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../archive/compare/index.ts';
import { documentOf } from './cases.ts';

const many = process.env.SLOW === undefined ? 20_000 : 100_000;
const sentence = 'Police of the town searched three flats and took 14 people. ';

describe('a comparison of', () => {
  test('nothing with nothing and with something', () => {
    const empty = documentOf([], 'und');
    const some = documentOf([sentence], 'en');
    expect(compareTexts(empty, empty)).toMatchObject({ a: [], b: [], matches: [], facts: [] });
    expect(compareTexts(empty, some)).toMatchObject({ onlyA: [], onlyB: [0], matches: [] });
    expect(compareTexts(some, empty)).toMatchObject({ onlyA: [0], onlyB: [], matches: [] });
  });

  test('one giant paragraph of sentences with itself', () => {
    const giant = documentOf([sentence.repeat(many / 6)], 'en');
    const result = compareTexts(giant, giant);
    expect(result.onlyA).toEqual([]);
    expect(result.a.every(({ kind }) => kind === 'sentence')).toBe(true);
  });

  test('one giant word with another', () => {
    const result = compareTexts(
      documentOf(['x'.repeat(1_000_000)], 'en'),
      documentOf(['y'.repeat(1_000_000)], 'en'),
    );
    expect(result.matches).toEqual([]);
  });

  test('very many one-word paragraphs, all the same', () => {
    const words = documentOf(new Array<string>(many).fill('word'), 'en');
    expect(compareTexts(words, words).matches).toHaveLength(many);
  });

  test('very many one-word paragraphs, backwards', () => {
    const words = Array.from({ length: many }, (_, at) => `w${(at * 7919) % 997}`);
    const result = compareTexts(documentOf(words, 'en'), documentOf(words.toReversed(), 'en'));
    expect(result.onlyA).toEqual([]);
  });

  test('very many numbers of people', () => {
    const text = (modulus: number) =>
      documentOf(
        [Array.from({ length: many }, (_, at) => `${at % modulus} people`).join(' ')],
        'en',
      );
    const { facts } = compareTexts(text(477), text(483));
    expect(facts.filter(({ verdict }) => verdict === 'same')).toHaveLength(477);
  });

  test('texts without a common word, right to left against left to right', () => {
    const result = compareTexts(
      documentOf(['سقط المطر على الحقول طوال الليل.'], 'ar'),
      documentOf(['Nobody ever paints these old fences green.'], 'en'),
    );
    expect(result.matches).toEqual([]);
    expect(result.shared).toEqual([]);
  });

  test('composed with decomposed letters, with other line ends and with invisible characters', () => {
    const plain =
      'Раніцай міліцыя забрала з бібліятэкі ўсе чытацкія карткі й кнігі, а таксама камп’ютары.';
    const odd = plain
      .normalize('NFD')
      .replace('забрала', 'заб\u00adра\u200bла')
      .replace('карткі ', 'карткі\r\n');
    const result = compareTexts(documentOf([plain], 'be'), documentOf([odd], 'be'));
    expect(result.shared).toHaveLength(1);
    expect(result.shared[0]).toMatchObject({
      kind: 'verbatim',
      a: [0, plain.length - 1],
      b: [0, odd.length - 1],
    });
    expect(result.matches[0]?.diff?.every(({ kind }) => kind === 'same')).toBe(true);
  });

  test('blocks that overlap, lie outside the text or hold nothing', () => {
    const document = {
      ...documentOf([sentence], 'en'),
      blocks: [
        { kind: 'heading' as const, start: 0, end: 30 },
        { kind: 'paragraph' as const, start: 10, end: 50 },
        { kind: 'paragraph' as const, start: 40, end: 9_000 },
        { kind: 'paragraph' as const, start: 9_000, end: 9_100 },
      ],
    };
    const result = compareTexts(document, document);
    expect(result.onlyA).toEqual([]);
    expect(result.a.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3]);
  });
});
