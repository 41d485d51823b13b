/** Words of which a person said that they tell of the same, or that they do not: passages are matched, or parted. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTexts, type Comparison, withPairings } from '../../../archive/compare/index.ts';
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
    'The gate of the paper mill in Vilhota stayed shut on 3 May.',
    'Somebody had cut the cable of the loudspeaker during the night.',
    'Eleven fitters were led away by men without badges, their families said.',
    'The gate was opened again at noon.',
  ],
  'en',
);
const right = documentOf(
  [
    'Eleven fitters of the Vilhota paper mill were led away on 3 May.',
    'No sound came out of the yard that morning: the wire was found severed.',
    'Shops in the town were closed as on any holiday.',
  ],
  'en',
);
const comparison = compareTexts(left, right, { kind: 'accounts' });
const a = { source: newSourceId(), textSha256: sha256(left.text) };
const b = { source: newSourceId(), textSha256: sha256(right.text) };

function place(side: 'a' | 'b', exact: string): FactPlace {
  const { text } = side === 'a' ? left : right;
  const start = text.indexOf(exact);
  if (start < 0) throw new Error('the words stand in the text');
  return { ...(side === 'a' ? a : b), start, end: start + exact.length, exact };
}

const told = (decision: Pairing['decision'], ofA: FactPlace, ofB: FactPlace): Pairing => ({
  id: newPairingId(),
  decision,
  kind: 'words',
  a: ofA,
  b: ofB,
  by: stated('B-7'),
  at: '2026-05-10T08:00:00.000Z',
});

const links = ({ matches }: Comparison) =>
  matches.flatMap((match) => match.a.flatMap((i) => match.b.map((j) => `${i}-${j}`)));
const wordsOf = ({ facts }: Comparison) =>
  facts
    .filter(({ kind }) => kind === 'words')
    .map((pair) => [pair.a?.text, pair.b?.text, pair.verdict, pair.byHand?.decision]);

const cable = told('made', place('a', 'cut the cable'), place('b', 'the wire was found severed'));

describe('words that tell of the same', () => {
  test('match their passages, whatever their words are, and stand among the facts', () => {
    expect(links(comparison)).not.toContain('1-1');
    const decided = withPairings(comparison, [cable], a, b);
    expect(links(decided)).toContain('1-1');
    expect(decided.onlyA).not.toContain(1);
    expect(decided.onlyB).not.toContain(1);
    expect(wordsOf(decided)).toEqual([
      ['cut the cable', 'the wire was found severed', 'same', 'made'],
    ]);
  });

  test('are found with the sides swapped, too', () => {
    const swapped = compareTexts(right, left, { kind: 'accounts' });
    expect(links(withPairings(swapped, [cable], b, a))).toContain('1-1');
  });

  test('leave a match that is there as it is, and mark it', () => {
    expect(links(comparison)).toContain('2-0');
    const same = told('made', place('a', 'Eleven fitters'), place('b', 'Eleven fitters'));
    const decided = withPairings(comparison, [same], a, b);
    expect(links(decided)).toEqual(links(comparison));
    expect(decided.matches.find(({ byHand }) => byHand)?.byHand?.id).toBe(same.id);
  });
});

describe('words that do not tell of the same', () => {
  test('part their passages, which stand alone from then on', () => {
    const other = told('broken', place('a', 'Eleven fitters'), place('b', 'led away on 3 May'));
    const decided = withPairings(comparison, [other], a, b);
    expect(links(decided)).not.toContain('2-0');
    expect(decided.onlyA).toContain(2);
    expect(wordsOf(decided)).toEqual([
      ['Eleven fitters', undefined, 'only-a', 'broken'],
      [undefined, 'led away on 3 May', 'only-b', 'broken'],
    ]);
  });

  test('are parted again when they were matched by hand before', () => {
    const later = { ...told('broken', cable.a, cable.b), at: '2026-05-11T08:00:00.000Z' };
    expect(links(withPairings(comparison, [later, cable], a, b))).toEqual(links(comparison));
  });
});

test('whatever is decided, each passage is matched or alone, and nothing else moves', () => {
  const at = (text: string, side: 'a' | 'b') =>
    fc.tuple(fc.nat(text.length - 2), fc.integer({ min: 1, max: 90 })).map(([start, length]) => {
      const end = Math.min(text.length, start + length);
      return { ...(side === 'a' ? a : b), start, end, exact: text.slice(start, end) };
    });
  const decision = fc
    .tuple(
      fc.constantFrom('made' as const, 'broken' as const),
      at(left.text, 'a'),
      at(right.text, 'b'),
    )
    .map(([how, ofA, ofB]) => told(how, ofA, ofB));
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 5 }), (decisions) => {
      const decided = withPairings(comparison, decisions, a, b);
      for (const [side, only] of [
        ['a', decided.onlyA],
        ['b', decided.onlyB],
      ] as const) {
        const matched = new Set(decided.matches.flatMap((match) => match[side]));
        expect([...matched, ...only].sort((x, y) => x - y)).toEqual(
          decided[side].map((_, index) => index),
        );
      }
      for (const match of decided.matches)
        expect(match.a.length * match.b.length).toBeGreaterThan(0);
      expect(decided.facts.filter(({ kind }) => kind !== 'words')).toEqual(comparison.facts);
      expect(decided.shared).toEqual(comparison.shared);
    }),
    { numRuns: 60 },
  );
});
