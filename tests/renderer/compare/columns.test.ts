/** Sources in columns: nothing of a text is lost between two neighbours, and a row of facts has one fact of a source. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compareTexts } from '../../../archive/compare/index.ts';
import type { PairingId } from '../../../archive/model/index.ts';
import {
  allDifferences,
  mergedPassages,
  type ComparedColumns,
} from '../../../src/renderer/screens/compare/columns.ts';
import { factRows, named } from '../../../src/renderer/screens/compare/fact-rows.ts';
import { labelOf } from '../../../src/renderer/screens/compare/say-fact.ts';
import { passagesOf } from '../../../src/renderer/screens/compare/passages.ts';
import { sourceId, texts, textOf } from '../material.ts';
import { later } from '../work-bridge.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));

const told = (paragraphs: readonly string[]) => textOf(paragraphs, 'en');
const three = [
  told(['Police detained 31 people in Stolbin on 6 April.', 'Two flats were searched.']),
  told(['On 6 April 31 people were detained in Stolbin, police said.', 'It rained all day.']),
  told([
    'Police say that 40 people were detained in Stolbin on 6 April.',
    'Two flats were searched.',
  ]),
] as const;

function compared(documents: readonly Parameters<typeof compareTexts>[0][]): ComparedColumns[] {
  return documents.flatMap((left, at) =>
    documents.slice(at + 1).map((right, step) => {
      const comparison = compareTexts(left, right, { kind: 'accounts' });
      return { left: at, right: at + 1 + step, comparison };
    }),
  );
}
/** Neighbours first, as the screen asks for them. */
const inOrder = (all: readonly ComparedColumns[]) =>
  all.toSorted((one, other) => one.right - one.left - (other.right - other.left));

describe('rows of facts', () => {
  const rows = factRows(inOrder(compared(three)), 3);

  it('chain what neighbours say alike, and say that one source differs', () => {
    const held = rows.find(({ facts }) => facts[0]?.text === '31');
    expect(held?.facts.map((fact) => fact?.text)).toEqual(['31', '31', '40']);
    expect(held?.verdict).toBe('differs');
  });

  it('join sources that do not stand beside each other', () => {
    const flats = rows.find(({ facts }) => facts[0]?.text === 'Two');
    expect(flats?.facts.map((fact) => fact?.text ?? null)).toEqual(['Two', null, 'Two']);
    expect(flats?.verdict).toBe('same');
  });

  it('have each a name of its own, also where a person paired one fact twice', () => {
    const twice = [...rows, ...rows.slice(0, 1)];
    expect(new Set(named(twice).map(([name]) => name)).size).toBe(twice.length);
  });

  it('call a day that is not known by its words, and a known one by its date', () => {
    const documents = [
      told(['On Sunday 31 people were detained in Stolbin, and one on 4 August.']),
      told(['31 people were detained in Stolbin on Sunday.', 'One was held on 4 August.']),
    ];
    const dates = factRows(inOrder(compared(documents)), 2).filter(({ kind }) => kind === 'date');
    expect(dates.map(labelOf).sort()).toEqual(['4 August', 'Sunday']);
  });

  it('say of each source whether another one states the same', () => {
    const held = rows.find(({ facts }) => facts[0]?.text === '31');
    expect(held?.agrees).toEqual([true, true, false]);
    const flats = rows.find(({ facts }) => facts[0]?.text === 'Two');
    expect(flats?.agrees).toEqual([true, null, true]);
  });

  it('hold a fact once that is told twice, whichever mention a comparison takes', () => {
    const twice = told([
      'Police detained 31 people in Stolbin on 6 April.',
      'The mayor of Stolbin gave a feast on Sunday evening.',
      'That 31 people were detained was confirmed by a lawyer who spoke to their families.',
    ]);
    const first = told(['On 6 April police detained 31 people in Stolbin, it says.']);
    const last = told([
      'A lawyer confirmed that 31 people were detained; she spoke to their families.',
    ]);
    const all = factRows(inOrder(compared([first, twice, last])), 3);
    expect(all.filter(({ facts }) => facts.some((fact) => fact?.text === '31'))).toHaveLength(1);
  });

  it('put what a person paired before what was found', () => {
    const [one, two, third] = compared(three);
    if (!one || !two || !third) throw new Error('three pairs of texts');
    const apart = third.comparison.facts.flatMap((pair) => (pair.b?.text === '40' ? [pair.b] : []));
    const flats = one.comparison.facts.find((pair) => pair.a?.text === 'Two');
    if (!flats?.a || !apart[0]) throw new Error('there are such facts');
    const byHand = { id: 'pairing' as PairingId, decision: 'made' as const };
    const made = { ...flats, b: apart[0], verdict: 'differs' as const, byHand };
    const comparison = { ...two.comparison, facts: [made] };
    const decided = factRows(inOrder([one, { ...two, comparison }, third]), 3);
    const row = decided.find(({ facts }) => facts[0]?.text === 'Two');
    expect(row?.facts[2]?.text).toBe('40');
    expect(decided.find(({ facts }) => facts[0]?.text === '31')?.facts[2]).toBeNull();
  });

  it('hold each fact of each source once', () => {
    for (const { left, right, comparison } of compared(three))
      for (const [column, side] of [
        [left, 'a'],
        [right, 'b'],
      ] as const)
        for (const pair of comparison.facts) {
          const fact = pair[side];
          if (!fact) continue;
          const holding = rows.filter(
            (row) => row.kind === pair.kind && row.facts[column]?.start === fact.start,
          );
          expect(holding).toHaveLength(1);
        }
  });
});

describe('the passages of a column between two', () => {
  it('joined, give the words of the source, with the marks of both sides', () => {
    const text = texts.get(sourceId(10));
    const other = texts.get(sourceId(9));
    if (!text || !other) throw new Error('there are such texts');
    const before = compareTexts(later.text, text);
    const after = compareTexts(text, other);
    const merged = mergedPassages(passagesOf('b', before, text), passagesOf('a', after, text));
    const units = after.a.map(({ start, end }) => text.text.slice(start, end));
    expect(merged.map(({ pieces }) => pieces.map((piece) => piece.text).join(''))).toEqual(units);
    for (const { pieces } of merged)
      for (const piece of pieces) expect(text.text.startsWith(piece.text, piece.start)).toBe(true);
    const marks = new Set(merged.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.marks)));
    expect(marks).toContain('added');
    expect(marks).toContain('fact-differs');
  });

  it('never lose or double a letter, whatever the texts', () => {
    const text = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(text, text, text, (one, two, last) => {
        const middle = told(two);
        const before = compareTexts(told(one), middle, { kind: 'versions' });
        const after = compareTexts(middle, told(last), { kind: 'accounts' });
        const merged = mergedPassages(
          passagesOf('b', before, middle),
          passagesOf('a', after, middle),
        );
        expect(merged.map(({ pieces }) => pieces.map((piece) => piece.text).join(''))).toEqual(
          after.a.map(({ start, end }) => middle.text.slice(start, end)),
        );
      }),
      { numRuns: 40 },
    );
  });
});

it('differences of all neighbours come in the order of reading', () => {
  const all = compared(three).filter(({ left, right }) => right === left + 1);
  const differences = allDifferences(all);
  expect(differences.length).toBeGreaterThan(1);
  const places = differences.map(({ column, at }) => at / (all[column]?.comparison.a.length ?? 1));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});
