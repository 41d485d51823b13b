/** What is drawn is what the sources say, letter by letter, and every difference can be stepped to. */
import { describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { compareTexts } from '../../../archive/compare/index.ts';
import { differencesOf } from '../../../src/renderer/screens/compare/differences.ts';
import { passagesOf } from '../../../src/renderer/screens/compare/passages.ts';
import { sourceId, texts, textOf } from '../material.ts';
import { later } from '../work-bridge.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));

const textAt = (number: number) => {
  const text = texts.get(sourceId(number));
  if (!text) throw new Error('no such text');
  return text;
};

const pairs = [
  [textAt(10), textAt(9)],
  [textAt(10), textAt(7)],
  [textAt(10), later.text],
] as const;

describe('the passages of a side', () => {
  it.each(pairs)('joined, give the words of the source at their places', (a, b) => {
    const comparison = compareTexts(a, b);
    for (const [side, text] of [
      ['a', a],
      ['b', b],
    ] as const) {
      const passages = passagesOf(side, comparison, text);
      expect(passages).toHaveLength(comparison[side].length);
      for (const [index, passage] of passages.entries()) {
        const unit = comparison[side][index];
        const words = passage.pieces.map((piece) => piece.text).join('');
        expect(words).toBe(text.text.slice(unit?.start, unit?.end));
      }
    }
  });

  it('mark in versions what was removed in the first and what was added in the second', () => {
    const a = textOf(['The guards counted forty parcels at the gate on Monday.'], 'en');
    const b = textOf(['The guards counted fifty parcels at the gate on Monday.'], 'en');
    const comparison = compareTexts(a, b, { kind: 'versions' });
    const marked = (side: 'a' | 'b', mark: 'removed' | 'added') =>
      passagesOf(side, comparison, side === 'a' ? a : b)
        .flatMap(({ pieces }) => pieces)
        .filter(({ marks }) => marks.includes(mark))
        .map(({ text }) => text.trim());
    expect(marked('a', 'removed')).toEqual(['forty']);
    expect(marked('b', 'added')).toEqual(['fifty']);
  });

  it('never lose or double a letter, whatever the texts', () => {
    const paragraph = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('versions' as const, 'accounts' as const),
        (first, second, kind) => {
          const a = textOf(first, 'und');
          const b = textOf(second, 'und');
          const comparison = compareTexts(a, b, { kind });
          for (const [index, { pieces }] of passagesOf('a', comparison, a).entries())
            expect(pieces.map(({ text }) => text).join('')).toBe(
              a.text.slice(comparison.a[index]?.start, comparison.a[index]?.end),
            );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the differences', () => {
  it.each(pairs)('name each passage that only one side has exactly once', (a, b) => {
    const comparison = compareTexts(a, b);
    const differences = differencesOf(comparison);
    const only = (side: 'a' | 'b') =>
      differences
        .filter(({ kind }) => kind === `only-${side}`)
        .flatMap((difference) => difference[side])
        .sort((one, other) => one - other);
    expect(only('a')).toEqual([...comparison.onlyA].sort((one, other) => one - other));
    expect(only('b')).toEqual([...comparison.onlyB].sort((one, other) => one - other));
  });

  it('are none between a text and itself', () => {
    const text = textAt(10);
    expect(differencesOf(compareTexts(text, text))).toEqual([]);
  });

  it('come in the order of reading the first side', () => {
    const comparison = compareTexts(textAt(10), later.text);
    const starts = differencesOf(comparison)
      .filter(({ a }) => a.length > 0)
      .map(({ a }) => a[0] ?? 0);
    expect(starts.length).toBeGreaterThan(2);
    expect(starts).toEqual([...starts].sort((one, other) => one - other));
  });
});
