/** A name is found in letters that only look like its own: of several alphabets in one word, drawn otherwise, or all of another one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames, formsOf, type Named } from '../../../archive/redact/index.ts';
import { readingsOf, wordLook } from '../../../archive/redact/look-alikes.ts';

const people: readonly Named[] = [
  ['Ivan Ivanov'],
  ['Сяргей Саковіч'],
  ['Олександр Ковальчук'],
  ['Katarzyna Kowalska'],
  ['Вера Котова'],
  ['Robert Harrow'],
].map((spellings, at) => ({ id: String(at), kind: 'person', spellings }));
const forms = formsOf(people, [], { alone: true });
const cut = (text: string) =>
  findNames(text, forms).map(({ start, end }) => text.slice(start, end));

describe('letters of several alphabets in one word', () => {
  it.each([
    ['Greek among Latin ones', 'Ιvanov'],
    ['Greek, a small letter', 'Iνanov'],
    ['Cyrillic among Latin ones', 'Kоwаlska'],
    ['the same, inflected', 'Kоwаlskiej'],
    ['Latin among Cyrillic ones, Belarusian', 'Caкoвiч'],
    ['the same, inflected', 'Caкoвiчaм'],
    ['Latin among Cyrillic ones, Ukrainian', 'Koвaльчyкoм'],
    ['Armenian', 'Ivanօv'],
    ['letters for sounds', 'Ivɑnov'],
    ['an old letter', 'Iѵanov'],
    ['another script’s capital', 'ꓲvanov'],
    ['all of the other alphabet', 'Bepa'],
    ['the same in capitals', 'KOTOBA'],
    ['l for I', 'lvanov'],
  ])('%s', (_, word) => {
    expect(cut(`so ${word}, he`)).toEqual([word]);
  });

  it('is looked through in an address too', () => {
    expect(cut('https://example.org/frееsаkovichnow')).toEqual(['frееsаkovichnow']);
  });
});

describe('letters that are drawn otherwise', () => {
  it.each(['𝕴𝖛𝖆𝖓𝖔𝖛', 'ⁱᵛᵃⁿᵒᵛ', 'ɪᴠᴀɴᴏᴠ', 'Ｉｖａｎｏｖ', '🅸🆅🅰🅽🅾🆅', '🅘🅥🅐🅝🅞🅥', '🇮🇻🇦🇳🇴🇻'])(
    '%s',
    (word) => {
      expect(cut(`so ${word}, he`)).toEqual([word]);
    },
  );
});

describe('what is no name', () => {
  it.each(['tam, barn, ham', 'Σωκράτης λέει', 'Він у Cop', 'H2O и pH', 'the Ηarbour'])(
    '%s',
    (text) => {
      const [tarn] = [
        formsOf([{ id: 'one', kind: 'person', spellings: ['Zoya Tarn'] }], [], { alone: true }),
      ];
      expect(cut(text)).toEqual([]);
      expect(findNames(text, tarn)).toEqual([]);
    },
  );

  it('is a word in one script read as it stands', () => {
    for (const word of ['Ivanov', 'Иванов', 'Żalejka', 'Σωκράτης', 'خطيب', 'Hawaiʻi'])
      expect(readingsOf(word)).toEqual([]);
  });
});

/** Letters that look the same, written down by hand: the table is not its own witness. */
const TWINS = new Map(
  [
    'AАΑ',
    'BВΒ',
    'CС',
    'EЕΕ',
    'HНΗ',
    'KКΚ',
    'MМΜ',
    'OОΟ',
    'PРΡ',
    'TТΤ',
    'XХΧ',
    'aаα',
    'cс',
    'eе',
    'iі',
    'oоο',
    'pрρ',
    'xх',
    'yу',
  ].flatMap((group) => Array.from(group, (letter): [string, string] => [letter, group])),
);

it('finds every mixture of letters that look the same', () => {
  const words = people.flatMap(({ spellings }) => spellings.flatMap((one) => one.split(' ')));
  fc.assert(
    fc.property(
      fc.constantFrom(...words, ...words.map((word) => word.toUpperCase())),
      fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }),
      (word, choices) => {
        const mixed = Array.from(word, (letter, at) => {
          const twins = TWINS.get(letter) ?? letter;
          return twins.charAt((choices[at] ?? 0) % twins.length);
        }).join('');
        expect(cut(`so ${mixed}, he`)).toEqual([mixed]);
        expect(wordLook(mixed)).toBe(wordLook(word));
      },
    ),
    { numRuns: process.env.SLOW === '1' ? 20_000 : 1_000 },
  );
});
