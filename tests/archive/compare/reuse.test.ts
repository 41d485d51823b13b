/** Wording that stands elsewhere: the quick way finds what the slow one finds, and every range is of the original text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReuseFinder, ReuseGroups, type SharedWording } from '../../../archive/compare/index.ts';
import { createSearchIndex } from '../../../archive/search/index.ts';
import { eachWord, foldWord, withoutPossessive, wordsOf } from '../../../archive/text/index.ts';

const runs = process.env.SLOW === undefined ? 200 : 5_000;

/** Few words, so that they meet; each in several ways that a reader takes for one. */
const word = fc.constantFrom(
  ...['šum', 'sum', 'ŠUM', "pier's", 'pi\u00ader', 'pier', 'Ёлка', 'е\u0301лка', 'елка'],
  ...['أمس', 'امس', 'أ\u0650مس', '7', '٧', '𝒜', 'a'],
);
const gap = fc.constantFrom(' ', ' ', ' ', ' ', '\n', '\r\n', ' — ', '. ', '\n\n', '\u200b ', ' «');
const text = fc
  .array(fc.tuple(word, gap), { maxLength: 60, size: 'max' })
  .map((pieces) => pieces.flat().join(''));

const folded = (words: string) =>
  wordsOf(words).map((written) => withoutPossessive(foldWord(written)));

/** What stands between what is told to differ is the same on both sides. */
function expectSameBetween(asked: string, other: string, found: SharedWording | null): void {
  for (const { a, b, differences, kind } of found?.shared ?? []) {
    expect(kind).toBe(differences.length === 0 ? 'verbatim' : 'near');
    let at = { a: a[0], b: b[0] };
    for (const end of [...differences, { a: [a[1], a[1]], b: [b[1], b[1]] }]) {
      const [one, two] = [asked.slice(at.a, end.a[0]), other.slice(at.b, end.b[0])];
      expect(folded(one)).toEqual(folded(two));
      at = { a: end.a[1], b: end.b[1] };
    }
  }
}

describe('wording that two texts share', () => {
  it('is cut out of both by its ranges, and the same outside of what is told to differ', () => {
    fc.assert(
      fc.property(text, text, (asked, other) => {
        expectSameBetween(asked, other, new ReuseFinder(asked).in(other));
      }),
      { numRuns: runs },
    );
  });

  it('is cut out of both when a part is asked for, and stands in that part', () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.nat(40),
        fc.integer({ min: 4, max: 12 }),
        (asked, other, at, length) => {
          const places: [number, number][] = [];
          eachWord(asked, (start, end) => places.push([start, end]));
          const [first, last] = [places[at], places[at + length - 1]];
          fc.pre(first !== undefined && last !== undefined);
          const found = new ReuseFinder(asked, [first[0], last[1]]).in(other);
          expectSameBetween(asked, other, found);
          for (const { a } of found?.shared ?? []) {
            expect(a[0]).toBeGreaterThanOrEqual(first[0]);
            expect(a[1]).toBeLessThanOrEqual(last[1]);
          }
        },
      ),
      { numRuns: runs },
    );
  });

  it('is found by the index wherever reading every text finds it', () => {
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 6 }), (asked, others) => {
        const index = createSearchIndex();
        const ids = others.map((_, at) => `s${at}`);
        index.add(
          others.map((other, at) => ({
            ...{ id: ids[at] ?? '', kind: 'source' as const, sourceId: '', text: other },
            ...{ language: 'und', title: '' },
          })),
        );
        const place = { text: asked, start: 0, end: asked.length };
        const candidates = index.wordingCandidates(place);
        const found = index.withWording(place, candidates.ids);
        const finder = new ReuseFinder(asked);
        const slowly = ids.filter((_, at) => finder.in(others[at] ?? '') !== null);
        expect(found).toEqual(expect.arrayContaining(slowly));
      }),
      { numRuns: runs },
    );
  });

  it('is told to the edges of what was asked for, with the words that stand there instead', () => {
    const asked = 'Nineteen are students of the college; the youngest is seventeen.';
    const other = 'He wrote: “Twenty are students of the college; the youngest is sixteen.”';
    const found = new ReuseFinder(asked, [0, asked.length]).in(other)?.shared[0];
    const cut = (text: string, [start, end]: readonly [number, number]) => text.slice(start, end);
    expect(found?.differences.map(({ a, b }) => [cut(asked, a), cut(other, b)])).toEqual([
      ['Nineteen', 'Twenty'],
      ['seventeen', 'sixteen'],
    ]);
    expect(found).toMatchObject({ kind: 'near', words: 10, similarity: 0.8 });
    const short = 'Students of the college; the youngest is';
    const ends = new ReuseFinder(`They ${asked}`, [5, 5 + asked.length]).in(short)?.shared[0];
    expect(ends?.differences.map(({ b }) => cut(short, b))).toEqual(['', '']);
  });

  it('is not a turn of speech', () => {
    const finder = new ReuseFinder('Nobody had asked for a list of their names before it left.');
    expect(
      finder.in('They say that nobody had asked. Then it left, before it left again.'),
    ).toBeNull();
    expect(finder.in('A list of their names before lunch.')?.shared[0]?.words).toBe(6);
  });
});

describe('groups', () => {
  const day = (date: number) => ({ start: date, end: date + 1 });
  const of = (word: string, count = 40) =>
    Array.from({ length: count }, (_, at) => `${word}${at}`).join(' ');
  const members = (groups: ReuseGroups<string>) =>
    groups.groups().map(({ members: of }) => of.join(' '));

  it('hold what is mostly in an earlier one, and not what is mostly in a later one', () => {
    const groups = new ReuseGroups({ id: 'asked', at: day(5) }, 100);
    groups.take({ id: 'cut', at: day(7) }, '', 0.2, 1);
    groups.take({ id: 'roundup', at: day(8) }, '', 1, 0.1);
    groups.take({ id: 'undated', at: null }, '', 1, 0.1);
    groups.take({ id: 'that-month', at: { start: 1, end: 30 } }, '', 1, 0.1);
    expect(members(groups)).toEqual(['that-month asked cut', 'roundup', 'undated']);
  });

  it('are found among others, one of which joins two that had nothing in common', () => {
    const groups = new ReuseGroups({ id: 'asked', at: null }, 100);
    groups.take({ id: 'first', at: day(1) }, of('ash'), 0.1, 0.1);
    groups.take({ id: 'second', at: day(2) }, of('birch'), 0.1, 0.1);
    groups.take({ id: 'third', at: day(3) }, of('cedar'), 0.1, 0.1);
    groups.take({ id: 'both', at: day(4) }, `${of('ash')} ${of('birch')}`, 0.1, 0.1);
    const told = groups.groups();
    expect(told.map(({ members: of }) => of)).toEqual([
      ['asked'],
      ['first', 'second', 'both'],
      ['third'],
    ]);
    expect(told.map(({ earliest, undated }) => [earliest, undated])).toEqual([
      [[], 1],
      [['first'], 0],
      [['third'], 0],
    ]);
  });
});
