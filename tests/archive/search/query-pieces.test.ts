/** The window's reading of a query agrees with the engine's: a filter that is switched on there is a filter here. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseQuery } from '../../../archive/search/query.ts';
import { toggleFilter, toggleYear } from '../../../src/renderer/screens/search/query-text.ts';

const words = fc.array(fc.stringMatching(/^[a-zа-яў]{3,8}$/), { minLength: 1, maxLength: 3 });
const name = fc.stringMatching(/^[a-zа-яўا-ي][a-zа-яўا-ي0-9 "«».,:~=-]{0,14}[a-zа-яўا-ي]$/);

it.each(['tag', 'speaker', 'source'] as const)('%s with any name is read as that filter', (is) => {
  fc.assert(
    fc.property(words, name, (typed, value) => {
      const query = parseQuery(toggleFilter(typed.join(' '), is, value));
      if (!query.ok) throw new Error(JSON.stringify(query.error));
      expect(query.value.clauses).toHaveLength(typed.filter((one) => one !== 'or').length + 1);
      const [filter] = query.value.clauses.at(-1) ?? [];
      expect(filter).toMatchObject({ is, exact: true });
    }),
  );
});

it('a year is read as both its ends', () => {
  const query = parseQuery(toggleYear('ferry', '2025'));
  expect(query.ok && query.value.clauses.slice(1).flat()).toEqual([
    { is: 'after', value: '2025' },
    { is: 'before', value: '2026' },
  ]);
});
