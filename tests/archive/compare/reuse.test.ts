/** Wording that stands elsewhere: the quick way finds what the slow one finds, and every range is of the original text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReuseFinder, ReuseGroups } from '../../../archive/compare/index.ts';
import { createSearchIndex } from '../../../archive/search/index.ts';
import { foldWord, withoutPossessive, wordsOf } from '../../../archive/text/index.ts';

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

describe('wording that two texts share', () => {
  it('is cut out of both by its ranges, and the same outside of what is told to differ', () => {
    fc.assert(
      fc.property(text, text, (asked, other) => {
        const found = new ReuseFinder(asked).in(other);
        for (const { a, b, differences, kind } of found?.shared ?? []) {
          expect(kind).toBe(differences.length === 0 ? 'verbatim' : 'near');
          let at = { a: a[0], b: b[0] };
          for (const end of [...differences, { a: [a[1], a[1]], b: [b[1], b[1]] }]) {
            const [one, two] = [asked.slice(at.a, end.a[0]), other.slice(at.b, end.b[0])];
            expect(folded(one)).toEqual(folded(two));
            expect(folded(one)).not.toEqual([]);
            at = { a: end.a[1], b: end.b[1] };
          }
        }
      }),
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
