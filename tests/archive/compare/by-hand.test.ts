/** What a person decided of facts goes before what the comparison says, for these very texts and for no other. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTexts, type FactPair, withPairings } from '../../../archive/compare/index.ts';
import {
  type FactPlace,
  newPairingId,
  newSourceId,
  type Pairing,
  stated,
} from '../../../archive/model/index.ts';
import { sha256 } from '../../helpers/records.ts';
import { documentOf } from './cases.ts';

const left = documentOf(
  [
    'The ministry told of 80 acts of sabotage on the railway in March.',
    'By 6 April 40 people were detained in Stolbin.',
  ],
  'en',
);
const right = documentOf(
  ['Railway workers spoke of about 90 attacks in March.', '40 people were detained, police said.'],
  'en',
);
const comparison = compareTexts(left, right);
const a = { source: newSourceId(), textSha256: sha256(left.text) };
const b = { source: newSourceId(), textSha256: sha256(right.text) };

function place(side: 'a' | 'b', exact: string): FactPlace {
  const { text } = side === 'a' ? left : right;
  const start = text.indexOf(exact);
  return { ...(side === 'a' ? a : b), start, end: start + exact.length, exact };
}

const decided = (
  decision: Pairing['decision'],
  ofA: string,
  ofB: string,
  more: Partial<Pairing> = {},
): Pairing => ({
  id: newPairingId(),
  decision,
  kind: 'number',
  a: place('a', ofA),
  b: place('b', ofB),
  by: stated('B-7'),
  at: '2026-04-10T08:00:00.000Z',
  ...more,
});

const pairs = (facts: readonly FactPair[]) =>
  facts
    .filter(({ kind }) => kind === 'number')
    .map(({ a: inA, b: inB, verdict, byHand }) => [
      inA?.text ?? null,
      inB?.text ?? null,
      verdict,
      byHand?.decision ?? null,
    ]);

describe('a pair that is none', () => {
  test('is parted: each fact stands alone, and it is said that a person did so', () => {
    expect(pairs(comparison.facts)).toContainEqual(['40', '40', 'same', null]);
    const { facts } = withPairings(comparison, [decided('broken', '40', '40')], a, b);
    expect(pairs(facts)).toContainEqual(['40', null, 'only-a', 'broken']);
    expect(pairs(facts)).toContainEqual([null, '40', 'only-b', 'broken']);
  });
});

describe('a pair that is missing', () => {
  const made = decided('made', '80', '90');

  test('is made, with what its facts say', () => {
    const apart = withPairings(comparison, [decided('broken', '80', '90')], a, b);
    const { facts } = withPairings(apart, [made], a, b);
    expect(pairs(facts)).toContainEqual(['80', '90', 'differs', 'made']);
    expect(pairs(facts).filter(([inA, inB]) => inA === '80' || inB === '90')).toHaveLength(1);
  });

  test('leaves alone what its facts were paired with before', () => {
    const { facts } = withPairings(comparison, [decided('made', '40', '90')], a, b);
    expect(pairs(facts)).toContainEqual(['40', '90', 'differs', 'made']);
    expect(pairs(facts)).toContainEqual([null, '40', 'only-b', null]);
  });

  test('may be of words in which no fact was found', () => {
    const words = decided('made', 'The ministry', 'Railway workers', { kind: 'name' });
    const { facts } = withPairings(comparison, [words], a, b);
    expect(facts.find(({ byHand }) => byHand)).toMatchObject({
      a: { text: 'The ministry', passage: 0 },
      b: { text: 'Railway workers', passage: 0 },
      verdict: 'differs',
    });
  });

  test('holds whichever side is A', () => {
    const turned = compareTexts(right, left);
    const { facts } = withPairings(turned, [decided('made', '40', '90')], b, a);
    expect(pairs(facts)).toContainEqual(['90', '40', 'differs', 'made']);
  });
});

test('nothing is decided for another text, nor for other sources', () => {
  const other = { ...b, textSha256: sha256('another') };
  const elsewhere = { ...b, source: newSourceId() };
  for (const side of [other, elsewhere])
    expect(withPairings(comparison, [decided('broken', '40', '40')], a, side)).toBe(comparison);
});

test('whatever is decided, each fact of either side stands in exactly one row', () => {
  const numbers = (side: 'a' | 'b') => comparison.facts.flatMap((pair) => pair[side] ?? []);
  const [inA, inB] = [numbers('a'), numbers('b')];
  const all = (facts: readonly FactPair[], side: 'a' | 'b') =>
    facts.flatMap((pair) => pair[side]?.start ?? []).sort((x, y) => x - y);
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          decision: fc.constantFrom('made' as const, 'broken' as const),
          kind: fc.constantFrom('number' as const, 'date' as const),
          one: fc.nat({ max: inA.length - 1 }),
          other: fc.nat({ max: inB.length - 1 }),
        }),
        { maxLength: 6 },
      ),
      (choices) => {
        const pairings = choices.flatMap(({ decision, kind, one, other }): Pairing[] => {
          const [factA, factB] = [inA[one], inB[other]];
          const kindOf = (side: 'a' | 'b', fact: typeof factA) =>
            comparison.facts.find((pair) => pair[side] === fact)?.kind;
          if (!factA || !factB || kindOf('a', factA) !== kind || kindOf('b', factB) !== kind)
            return [];
          const at = ({ start, end, text }: typeof factA) => ({ start, end, exact: text });
          return [
            decided(decision, '40', '40', {
              kind,
              a: { ...a, ...at(factA) },
              b: { ...b, ...at(factB) },
            }),
          ];
        });
        const { facts } = withPairings(comparison, pairings, a, b);
        expect(all(facts, 'a')).toEqual(all(comparison.facts, 'a'));
        expect(all(facts, 'b')).toEqual(all(comparison.facts, 'b'));
      },
    ),
  );
});
