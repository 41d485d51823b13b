/** The query as a person edits it: what is put in can be taken out, and the rest stays. */
import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import {
  filterNames,
  filterText,
  hasFilter,
  piecesOf,
  toggleFilter,
  toggleYear,
  widerThan,
  yearAsked,
} from '../../src/renderer/screens/search/query-text.ts';

const word = fc.stringMatching(/^[a-zа-яў]{3,8}$/);
const value = fc
  .array(fc.constantFrom('a', 'ў', '7', ' ', '"', '-', '~', '“', '»', 'ه', ':'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((letters) => `x${letters.join('')}`.trim());

describe('the pieces of a query', () => {
  test('have their places, signs and values', () => {
    const query = '-tag:"still held" =Žalejka "reading room"~ after:2026 ~lib';
    expect(piecesOf(query).map(({ at, end }) => query.slice(at, end))).toEqual([
      '-tag:"still held"',
      '=Žalejka',
      '"reading room"~',
      'after:2026',
      '~lib',
    ]);
    expect(piecesOf(query)).toMatchObject([
      { name: 'tag', value: 'still held', excluded: true, quoted: true },
      { name: null, value: 'Žalejka', exact: true },
      { name: null, value: 'reading room', fuzzier: true },
      { name: 'after', value: '2026' },
      { name: null, value: 'lib', fuzzier: true },
    ]);
  });

  test('are found in anything that is typed, and cover all but the spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        let at = 0;
        for (const piece of piecesOf(query)) {
          expect(query.slice(at, piece.at).trim()).toBe('');
          expect(piece.end).toBeGreaterThan(piece.at);
          at = piece.end;
        }
        expect(query.slice(at).trim()).toBe('');
      }),
    );
  });
});

describe('a filter', () => {
  test('that is switched on and off again leaves the query as it was, whatever it is called', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 3 }),
        fc.constantFrom(...filterNames),
        value,
        (words, name, wanted) => {
          const query = words.join(' ');
          const on = toggleFilter(query, name, wanted);
          expect(piecesOf(on)).toHaveLength(words.length + 1);
          const [piece] = piecesOf(on).slice(-1);
          // A value with every sort of quotation mark loses one of them.
          if (piece?.value !== wanted) expect(wanted).toMatch(/["».*”]/);
          expect(toggleFilter(on, name, piece?.value ?? '')).toBe(query);
        },
      ),
    );
  });

  test('is asked for exactly where it is a name, so that it leaves what it says', () => {
    expect(filterText('tag', 'still held')).toBe('=tag:"still held"');
    expect(filterText('speaker', 'Іна «Рака» "R"')).toBe('=speaker:“Іна «Рака» "R"”');
    expect(filterText('lang', 'be')).toBe('lang:be');
    expect(hasFilter('ferry =tag:Figures', 'tag', 'figures')).toBe(true);
    expect(hasFilter('ferry -tag:figures', 'tag', 'figures')).toBe(false);
  });

  test('of a kind or a language takes the place of another one; tags add up', () => {
    expect(toggleFilter('ferry kind:quote', 'kind', 'source')).toBe('ferry kind:source');
    expect(toggleFilter('=tag:a ferry', 'tag', 'b')).toBe('=tag:a ferry =tag:b');
  });

  test('by year is both its ends', () => {
    const asked = toggleYear('ferry', '2025');
    expect(asked).toBe('ferry after:2025 before:2026');
    expect(yearAsked(asked)).toBe('2025');
    expect(yearAsked('after:2024 before:2026')).toBeNull();
    expect(toggleYear(asked, '2026')).toBe('ferry after:2026 before:2027');
    expect(toggleYear(asked, '2025')).toBe('ferry');
  });
});

test('what finds nothing is widened one thing at a time', () => {
  expect(widerThan('sokal "reading room" lang:pl -ferry')).toEqual([
    { how: 'fuzzier', query: '~sokal "reading room" lang:pl -ferry', piece: '' },
    { how: 'words', query: 'sokal reading room lang:pl -ferry', piece: '' },
    { how: 'without', query: 'sokal "reading room" -ferry', piece: 'lang:pl' },
    { how: 'without', query: 'sokal "reading room" lang:pl', piece: '-ferry' },
    { how: 'any', query: 'sokal or "reading room" lang:pl -ferry', piece: '' },
  ]);
  expect(widerThan('~sokal')).toEqual([]);
});
