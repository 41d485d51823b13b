/** A tag that gets another name is asked for by it: what a query asks for besides stays as it was typed. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseQuery } from '../../../archive/search/query.ts';
import { renameTag } from '../../../archive/search/rename-tag.ts';

it.each([
  ['tag:gate', 'tag:yard'],
  ['vans -=TAG:"gate"~ or words', 'vans -=~tag:yard or words'],
  ['tag:gat tag:gates speaker:gate gate "tag:gate"', null],
  ['tag:«Gate» tag:„gate”', 'tag:yard tag:yard'],
  ['tag:gate "open', null],
])('%s', (query, renamed) => {
  expect(renameTag(query, 'Gate', 'yard')).toBe(renamed ?? query);
});

it('puts names of more words into marks that do not stand in them', () => {
  expect(renameTag('tag:gate', 'gate', 'the "old" yard')).toBe('tag:«the "old" yard»');
});

it('asks for the new name exactly as the old one was asked for', () => {
  const name = fc.string({
    minLength: 1,
    maxLength: 12,
    unit: fc.constantFrom(...Array.from('ab Łё-"»”~:')),
  });
  fc.assert(
    fc.property(name, (into) => {
      fc.pre(/\p{L}/u.test(into));
      const parsed = parseQuery(renameTag('one =tag:gate two', 'gate', into));
      if (!parsed.ok) throw new Error(parsed.error.code);
      const words = (text: string) => text.match(/\p{L}+/gu);
      const asked = parsed.value.clauses.flat().flatMap((atom) => (atom.is === 'tag' ? atom : []));
      expect(parsed.value.clauses).toHaveLength(3);
      expect(asked).toMatchObject([{ exact: true }]);
      expect(words(asked[0]?.value ?? '')).toEqual(words(into));
    }),
  );
});
