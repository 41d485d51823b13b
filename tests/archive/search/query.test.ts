/** The query language. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../archive/search/index.ts';

/** A query as one line: words, `[a b]` for phrases, `|` between alternatives, `-` before what is left out. */
function read(query: string): string {
  const parsed = parseQuery(query);
  if (!parsed.ok) {
    const { reason, at, length } = parsed.error.detail ?? {};
    return `${reason ?? ''} at ${at ?? ''}+${length ?? ''}`;
  }
  const show = (atom: (typeof parsed.value.excluded)[number]): string => {
    if (atom.is !== 'words') return `${atom.is}:${atom.value}`;
    const words = atom.words.map(({ written }) => written).join(' ');
    const signs = `${atom.exact ? '=' : ''}${atom.fuzzier ? '~' : ''}`;
    return `${signs}${atom.phrase ? `[${words}]` : words}${atom.unfinished ? '…' : ''}`;
  };
  return [
    ...parsed.value.clauses.map((clause) => clause.map(show).join('|')),
    ...parsed.value.excluded.map((atom) => `-${show(atom)}`),
  ].join(' ');
}

describe('parseQuery', () => {
  test.each([
    ['two words', 'two words…'],
    ['two words ', 'two words'],
    ['"two words"', '[two words]'],
    ['«two words»', '[two words]'],
    ['one -two', 'one -two…'],
    ['one -"two three"', 'one -[two three]'],
    ['one or two three', 'one|two three…'],
    ['one OR "two three" OR four ', 'one|[two three]|four'],
    ['or', 'or…'],
    ['one or', 'one or…'],
    ['=Łukašenka', '=łukašenka'],
    ['~minsk', '~minsk…'],
    ['minsk~', '~minsk'],
    ['tag:torture', 'tag:torture'],
    ['tag:"arbitrary detention" -tag:x', 'tag:arbitrary detention -tag:x'],
    ['TAG:a or tag:b', 'tag:a|tag:b'],
    ['speaker:Ivan lang:be kind:quotes has:image', 'speaker:Ivan language:be kind:quote has:image'],
    ['before:2020 after:2019-05-01', 'before:2020 after:2019-05-01'],
    ['https://example.org/x', 'https example org x…'],
    ['12:30', '12 30…'],
    ['Грыб-Каліноўскі', 'грыб каліноўскі…'],
    ["Lukashenka's", 'lukashenka…'],
    ['', 'empty at 0+0'],
    ['?! 💥', 'empty at 0+5'],
    ['(.*)+[', 'empty at 0+6'],
    ['one "two', 'quote-open at 4+4'],
    ['one tag:', 'value-missing at 4+4'],
    ['kind:film', 'kind-unknown at 0+9'],
    ['has:time', 'has-unknown at 0+8'],
    ['before:yesterday', 'date-invalid at 0+16'],
    ['after:2020-13', 'date-invalid at 0+13'],
  ])('%s', (query, expected) => {
    expect(read(query)).toBe(expected);
  });

  test('explains a query that is too long', () => {
    expect(read('a'.repeat(10_001))).toBe('too-long at 10000+1');
  });

  test('reads or explains anything, and points inside the query', () => {
    const pieces = fc.constantFrom(
      ...['"', '-', '=', '~', ':', 'tag:', 'or', ' ', 'слово', '\u0000', '😀', '\ud800', '“', '('],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
        ),
        (query) => {
          const parsed = parseQuery(query);
          if (parsed.ok) return;
          const { at, length } = parsed.error.detail ?? {};
          expect(Number(at)).toBeGreaterThanOrEqual(0);
          expect(Number(at) + Number(length)).toBeLessThanOrEqual(query.length);
        },
      ),
      { numRuns: process.env.SLOW === undefined ? 1_000 : 50_000 },
    );
  });
});
