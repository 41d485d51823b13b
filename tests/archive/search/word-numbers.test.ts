/** Numbers of words by their letters: the same answers as a map of strings gives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordNumbers } from '../../../archive/search/word-numbers.ts';

const word = fc.string({
  unit: fc.constantFrom(...Array.from('abЖжي\u0301漢')),
  minLength: 1,
  maxLength: 4,
});

test('finds each word where it stands in a text, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 600 }),
      fc.array(word, { maxLength: 50 }),
      fc.nat(0xffff_ffff),
      (added, asked, first) => {
        const twin = new Map<string, number>();
        const numbers = new WordNumbers();
        for (const one of added) {
          if (twin.has(one)) continue;
          const number = (first + twin.size * 40_000) % 2 ** 32;
          twin.set(one, number);
          numbers.add(number, `-${one}-`, 1, 1 + one.length);
        }
        expect(numbers.size).toBe(twin.size);
        for (const one of [...added, ...asked]) {
          expect(numbers.find(one)).toBe(twin.get(one) ?? -1);
          expect(numbers.find(`ab${one}ab`, 2, 2 + one.length)).toBe(twin.get(one) ?? -1);
        }
        numbers.clear();
        for (const one of added) expect(numbers.find(one)).toBe(-1);
      },
    ),
  );
});

test('tells as many words apart as an archive has', () => {
  const numbers = new WordNumbers();
  const count = 100_000;
  for (let number = 0; number < count; number++) numbers.add(number, `word${number}`);
  let wrong = 0;
  for (let number = 0; number < count; number++)
    if (numbers.find(`word${number}`) !== number) wrong++;
  expect(wrong).toBe(0);
  expect(numbers.find(`word${count}`)).toBe(-1);
});
