/** Sound spellings: one name's written forms meet, unlike names do not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skeleton, SoundPattern, sounds, soundSimilarity } from '../../../archive/text/index.ts';

const near = (a: string, b: string) =>
  Math.max(...sounds(a).flatMap((one) => sounds(b).map((two) => soundSimilarity(one, two))));

/** Public names of places and public figures, as newspapers of several countries write them. */
const names: readonly (readonly string[])[] = [
  ['Lukashenka', 'Lukashenko', 'Łukašenka', 'Lukašenko', 'Lukaschenko', 'Loukachenko', 'Lukaszenka', "Lukashenka's", 'Łukaszenki', 'Лукашэнка', 'Лукашенко', 'Лукашенка', 'Лукашенку', 'Лукашэнкі', 'لوكاشينكو'],
  ['Tsikhanouskaya', 'Tikhanovskaya', 'Cichanouskaja', 'Cichanoŭskaja', 'Tichanowskaja', 'Ціханоўская', 'Тихановская', 'تيخانوفسكايا'],
  ['Babruysk', 'Bobruisk', 'Babrujsk', 'Bobrujsk', 'Бабруйск', 'Бобруйск', 'بابرويسك'],
  ['Zelensky', 'Zelenskyy', 'Zelenskiy', 'Selenskyj', 'Zełenski', 'Зеленский', 'Зеленський', 'زيلينسكي'],
  ['Kyiv', 'Kiev', 'Kijów', 'Київ', 'Киев', 'Кіеў', 'كييف'],
  ['Mariupol', 'Marioupol', 'Маріуполь', 'Мариуполь', 'Mariupil', 'ماريوبول'],
]; // prettier-ignore

describe('sounds', () => {
  test.each(names.map((forms) => [forms[0] ?? '', forms] as const))(
    'every written form of %s is near every other',
    (_, forms) => {
      for (const a of forms)
        for (const b of forms) expect(near(a, b), `${a} ~ ${b}`).toBeGreaterThanOrEqual(0.7);
    },
  );

  test('no written form of one name is as near to any form of another', () => {
    for (const one of names)
      for (const two of names)
        if (one !== two)
          for (const a of one)
            for (const b of two) expect(near(a, b), `${a} ~ ${b}`).toBeLessThan(0.7);
  });

  test('answers at most as many as asked, without repeats or empty ones, for any word', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: fc.constantFrom(...Array.from('cchouzjwyاوجثف')) }),
        ),
        fc.integer({ min: 1, max: 6 }),
        (word, most) => {
          const found = sounds(word, most);
          expect(found.length).toBeLessThanOrEqual(most);
          expect(new Set(found).size).toBe(found.length);
          expect(found).not.toContain('');
        },
      ),
    );
  });

  test('reads a word of a megabyte by its beginning', () => {
    expect(sounds('ш'.repeat(1_000_000))).toEqual(['x']);
  });

  test('skeletons ignore how vowels were written', () => {
    expect(skeleton('lukaxenka')).toBe(skeleton('lukaxinku'));
    expect(skeleton('')).toBe('');
  });
});

describe('soundSimilarity', () => {
  const sound = fc.string({
    unit: fc.constantFrom(...Array.from('aeiubpvfkhtdcszxjqlmnr09漢')),
    maxLength: 50,
  });

  test('is symmetric, between 0 and 1, and 1 for the same', () => {
    fc.assert(
      fc.property(sound, sound, (a, b) => {
        const both = soundSimilarity(a, b);
        expect(both).toBeGreaterThanOrEqual(0);
        expect(both).toBeLessThanOrEqual(1);
        expect(soundSimilarity(b, a)).toBeCloseTo(both, 5);
        if (a !== '') expect(soundSimilarity(a, a)).toBe(1);
      }),
    );
  });

  test('a prepared pattern with a floor answers the same or nothing', () => {
    fc.assert(
      fc.property(sound, sound, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, floor) => {
        const plain = soundSimilarity(a, b);
        const floored = new SoundPattern(a).similarity(b, floor);
        expect(floored).toBe(plain < floor ? 0 : plain);
      }),
    );
  });

  test('does not take one number for another', () => {
    expect(soundSimilarity('2021', '2022')).toBeLessThan(0.7);
    expect(soundSimilarity('rum12', 'rum13')).toBeLessThan(0.8);
  });

  test('weighs an ending less than the middle', () => {
    expect(soundSimilarity('lukaxenka', 'lukaxenki')).toBeGreaterThan(
      soundSimilarity('lukaxenka', 'lukixenka') - 1e-6,
    );
    expect(soundSimilarity('lukaxenka', 'lukaxenkam')).toBeGreaterThan(
      soundSimilarity('lukaxenka', 'lmukaxenka'),
    );
  });
});
