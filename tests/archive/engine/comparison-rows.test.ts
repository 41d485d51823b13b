/** A comparison as printed rows: what is marked in them is just what the two sides do not share, or do. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareTexts } from '../../../archive/compare/index.ts';
import type { WordMark } from '../../../archive/dossier/index.ts';
import { comparisonRows } from '../../../archive/engine/comparison-rows.ts';
import { foldWord, wordsOf } from '../../../archive/text/index.ts';
import { documentOf } from '../compare/cases.ts';

// prettier-ignore
const words = ['police', 'detained', '31', 'people', 'on', 'Tuesday', 'at', 'the', 'quay', 'затрымалі', 'людзей', 'на', 'набярэжнай', 'الشرطة', 'على', 'الرصيف', '—', '«так»', 'two,', 'three.'];
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 });
const edited = fc
  .tuple(sentence, fc.nat(13), fc.nat(3), sentence)
  .map(([before, at, gone, put]) => [
    before.join(' '),
    before.toSpliced(at, gone, ...put.slice(0, 3)).join(' '),
  ]);
const pair = fc.array(edited, { minLength: 1, maxLength: 6 }).map((rows) =>
  rows.reduce<[string[], string[]]>(
    ([a, b], [x = '', y = '']) => [
      [...a, x],
      [...b, y],
    ],
    [[], []],
  ),
);

function without(text: string, marks: readonly WordMark[]): string[] {
  let rest = '';
  let from = 0;
  for (const { start, end } of marks) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  return wordsOf(rest + text.slice(from)).map((word) => foldWord(word));
}

function expectSound(text: string, marks: readonly WordMark[]): void {
  let last = 0;
  for (const { start, end } of marks) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    last = end;
  }
}

it('marks of versions just what one side alone has: the rest is the same in both', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const [left, right] = [documentOf(a, 'en'), documentOf(b, 'en')];
      const rows = comparisonRows(
        compareTexts(left, right, { kind: 'versions' }),
        left.text,
        right.text,
      );
      for (const row of rows) {
        expectSound(row.a, row.marks.a);
        expectSound(row.b, row.marks.b);
        if (row.a !== '' && row.b !== '')
          expect(without(row.a, row.marks.a)).toEqual(without(row.b, row.marks.b));
        else expect([...row.marks.a, ...row.marks.b]).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

it('marks of accounts what both have word for word', () => {
  const said = 'nobody on the quay had seen the harbour master leave before the lamps went out';
  const left = documentOf([`A fisherman said that ${said}, and went home.`], 'en');
  const right = documentOf(['Rain fell all night.', `“${said}”, the paper wrote later.`], 'en');
  const rows = comparisonRows(
    compareTexts(left, right, { kind: 'accounts' }),
    left.text,
    right.text,
  );
  const shared = rows.flatMap(({ a, marks }) =>
    marks.a.map(({ start, end }) => a.slice(start, end)),
  );
  const inOther = rows.flatMap(({ b, marks }) =>
    marks.b.map(({ start, end }) => b.slice(start, end)),
  );
  expect(shared.join(' ')).toContain(said);
  expect(inOther.join(' ')).toContain(said);
  for (const { marks } of rows)
    expect([...marks.a, ...marks.b].every(({ kind }) => kind === 'shared')).toBe(true);
});

it('names no reasons where every word is the same', () => {
  const text = documentOf(['Police detained 31 people on the quay.'], 'en');
  const [row] = comparisonRows(
    compareTexts(text, text, { kind: 'versions' }),
    text.text,
    text.text,
  );
  expect(row).toMatchObject({ verdict: 'same', reasons: [], moved: false });
});
