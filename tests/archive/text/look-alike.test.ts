/** Names that an eye takes for each other have one look; those that it tells apart do not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lookOf } from '../../../archive/text/index.ts';

it.each([
  ['Ёлка', 'Елка'],
  ['КОТ', 'KOT'],
  ['сот', 'cот'],
  ['РОСС', 'POCC'],
  ['Іван', 'Iван'],
  ['Łódź', 'Lodz'],
  ['anti-war', 'anti war'],
  ['ΟΜΟΝ', 'OMOH'.replace('H', 'N')],
  ['⊬', '⊢\u0338'],
])('%s and %s', (one, other) => {
  expect(lookOf(one)).toBe(lookOf(other));
});

it.each([
  ['мой', 'мои'],
  ['gate', 'gates'],
  ['арест', 'арест 2'],
  ['!', '?'],
])('not %s and %s', (one, other) => {
  expect(lookOf(one)).not.toBe(lookOf(other));
});

it('is the same for a name with its marks apart, and is never nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (name) => {
      fc.pre(name.trim() !== '');
      expect(lookOf(name.normalize('NFD'))).toBe(lookOf(name.normalize('NFC')));
      expect(lookOf(name)).not.toBe('');
    }),
  );
});
