/** The marked pairs are sound, and comparisons are as right on them as was promised. */
import { expect, test } from 'vitest';
import {
  addTallies,
  casesOf,
  compareCase,
  judgeFacts,
  judgeMatches,
  placeOf,
  precisionOf,
  recallOf,
  type Case,
} from './cases.ts';

const judged = casesOf('judged');

test('there are enough pairs, and every mark is in its text', () => {
  expect(judged.filter(({ kind }) => kind === 'versions').length).toBeGreaterThanOrEqual(14);
  expect(judged.filter(({ kind }) => kind === 'accounts').length).toBeGreaterThanOrEqual(6);
  expect(judged.filter(({ crossScript }) => crossScript).length).toBeGreaterThanOrEqual(3);
  for (const example of [...judged, ...casesOf('held'), ...casesOf('tuning')]) {
    for (const fact of example.facts ?? []) {
      placeOf(example.a, fact.a);
      placeOf(example.b, fact.b);
    }
    for (const [a, b] of example.matches) {
      expect([example.id, example.a.paragraphs.length > a]).toEqual([example.id, true]);
      expect([example.id, example.b.paragraphs.length > b]).toEqual([example.id, true]);
    }
  }
});

test('versions and accounts are told apart', () => {
  for (const example of judged)
    expect([example.id, compareCase(example).kind]).toEqual([example.id, example.kind]);
});

/** A little below what was measured, so that a change for the worse is seen and a rounding is not. */
const promised: readonly [string, (example: Case) => boolean, number, number][] = [
  ['versions', ({ kind }) => kind === 'versions', 0.95, 0.95],
  [
    'accounts in one script',
    ({ kind, crossScript }) => kind === 'accounts' && !crossScript,
    0.85,
    0.8,
  ],
  ['accounts across scripts', ({ crossScript }) => crossScript, 0.9, 0.85],
];

test.each(promised)(
  '%s: precision and recall of passages and facts',
  (_, chosen, precision, recall) => {
    const examples = judged.filter(chosen);
    const passages = addTallies(
      examples.map((example) => judgeMatches(example, compareCase(example))),
    );
    expect(precisionOf(passages)).toBeGreaterThanOrEqual(precision);
    expect(recallOf(passages)).toBeGreaterThanOrEqual(recall);
    const facts = addTallies(examples.map((example) => judgeFacts(example, compareCase(example))));
    expect(precisionOf(facts)).toBeGreaterThanOrEqual(0.85);
    expect(recallOf(facts)).toBeGreaterThanOrEqual(0.7);
  },
);
