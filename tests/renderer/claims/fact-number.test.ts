/** What is no count never becomes the exact value of a row. */
import { expect, test } from 'vitest';
import type { Fact } from '../../../archive/compare/comparison.ts';
import { numberOfFact } from '../../../src/renderer/screens/claims/fact-number.ts';

const fact = (value: string, more: Partial<Fact> = {}): Fact => ({
  start: 0,
  end: 1,
  text: value,
  value,
  mentions: [],
  passage: 0,
  ...more,
});

test('a count is exact, about, bounded or a range, as the text says it', () => {
  expect(numberOfFact(fact('31'))).toEqual({ kind: 'exact', value: 31 });
  expect(numberOfFact(fact('31', { approximate: true }))).toEqual({ kind: 'about', value: 31 });
  expect(numberOfFact(fact('31', { bound: 'at-least' }))).toEqual({ kind: 'at-least', value: 31 });
  expect(numberOfFact(fact('40', { upTo: '50' }))).toEqual({ kind: 'range', from: 40, to: 50 });
});

test.each(['nth', 'share', 'which'] as const)('%s is none', (noCount) => {
  expect(numberOfFact(fact('3', { noCount }))).toBeNull();
});
