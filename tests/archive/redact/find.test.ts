/** Names are found in every script, case and inflection, as whole words, and nothing beside them is. */
import { describe, expect, it } from 'vitest';
import { findNames, formsOf, type Named } from '../../../archive/redact/index.ts';

const person = (...spellings: string[]): Named => ({ id: 'one', kind: 'person', spellings });
const place = (...spellings: string[]): Named => ({ id: 'one', kind: 'place', spellings });

function cut(text: string, named: Named, kept: readonly Named[] = []): string[] {
  return findNames(text, formsOf([named], kept, { alone: true })).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('a whole name', () => {
  it.each([
    ['MARTA VESNA said', 'Marta Vesna', ['MARTA VESNA']],
    ['Then Märta  Vesna, 16', 'Marta Vesna', ['Märta  Vesna']],
    ['Marta-Vesna.jpg', 'Marta Vesna', ['Marta-Vesna']],
    ['Vesna, Marta', 'Marta Vesna', ['Vesna, Marta']],
    ['with Łukasz Ćwik', 'lukasz cwik', ['Łukasz Ćwik']],
    ['Пришла Марта Весна вечером', 'Marta Vesna', ['Марта Весна']],
    ['видели Марту Весну у дома', 'Марта Весна', ['Марту Весну']],
    ['rozmawiał z Janem Kowalskim', 'Jan Kowalski', ['Janem Kowalskim']],
    ['Ihar Marozau', 'Ігар Марозаў', ['Ihar Marozau']],
    ['قالت مَارتا فيسنا', 'مارتا فيسنا', ['مَارتا فيسنا']],
    ['وقالت ومارتا فيسنا', 'مارتا فيسنا', ['ومارتا فيسنا']],
    ['قالت مارتا فيسنا', 'Marta Vesna', ['مارتا فيسنا']],
    ['وقال جواد الخطيب إن', 'Jawad al-Khatib', ['جواد الخطيب']],
    ['إلى مريم حداد', 'Mariam Haddad', ['مريم حداد']],
    ['ليوسف الشريف', 'Yusuf ash-Sharif', ['ليوسف الشريف']],
    ['فاطمة أحمدي', 'Fatimah Ahmadi', ['فاطمة أحمدي']],
    ['جواد الخطيب', 'Джавад аль-Хатиб', ['جواد الخطيب']],
    ['Then Jawad al-Khatib spoke', 'جواد الخطيب', ['Jawad al-Khatib']],
    ['сказал Джавад аль-Хатиб', 'جواد الخطيب', ['Джавад аль-Хатиб']],
    ['with Mariam Haddad', 'مريم حداد', ['Mariam Haddad']],
    ['سامر حبيب', 'Samir Habib', ['سامر حبيب']],
    ['Jawad Khatib, 16', 'Jawad al-Khatib', ['Jawad Khatib']],
    ['Ma\u00adrta\u200b Ves\u202ena', 'Marta Vesna', ['Ma\u00adrta\u200b Ves\u202ena']],
    ['Ⓜⓐⓡⓣⓐ Ｖｅｓｎａ', 'Marta Vesna', ['Ⓜⓐⓡⓣⓐ Ｖｅｓｎａ']],
    ['Marta Vesna’s flat', 'Marta Vesna', ['Marta Vesna']],
    ['Mar-\nta Vesna', 'Marta Vesna', ['Mar-\nta', 'Vesna']],
    ['write to martavesna1987@example.org', 'Marta Vesna', ['martavesna1987']],
    ['V e s n a', 'Vesna', ['V e s n a']],
    ['张伟说', '张伟', ['张伟']],
  ])('%s', (text, name, found) => {
    expect(cut(text, person(name))).toEqual(found);
  });

  it('hides in percent codes, and takes the address with it', () => {
    expect(cut('see https://example.org/marta%20vesna now', place('Marta Vesna'))).toEqual([
      'https://example.org/marta%20vesna',
    ]);
    expect(cut('https://example.org/%D0%92%D1%8F%D1%81%D0%BD%D0%B0', place('Вясна'))).toHaveLength(
      1,
    );
    expect(cut('x/%2556esna', place('Vesna'))).toHaveLength(1);
  });
});

describe('a part of a name', () => {
  it('is found alone when it is a person’s', () => {
    expect(cut('Marta left. Vesna stayed; vesnu', person('Marta Vesna'))).toEqual([
      'Marta',
      'Vesna',
      'vesnu',
    ]);
    expect(cut('the police of Ostrava', place('Police of Ostrava Nova'))).toEqual([]);
  });

  it('does not say whose it is', () => {
    const [alone] = findNames('Marta', formsOf([person('Marta Vesna')], [], { alone: true }));
    expect(alone?.entity).toBeNull();
  });

  it('is left in the whole name of somebody who may be named', () => {
    const other: Named = { id: 'two', kind: 'person', spellings: ['Marta Kovach'] };
    expect(cut('Marta Kovach met Marta', person('Marta Vesna'), [other])).toEqual(['Marta']);
  });
});

describe('what is no name', () => {
  it('shares but a few consonants with one in other letters', () => {
    const text = 'هذا الحق لكل فرد، وبهذا الإعلان. وذلك سرا، والمرض والعجز.';
    for (const name of ['Olga Haddad', 'Nadia Qasim', 'Omar Said', 'Mariam Haddad', 'Adam Wahidi'])
      expect(cut(text, person(name))).toEqual([]);
  });

  it.each([
    ['a list of flats', 'Li'],
    ['several very long veranda nights', 'Vera'],
    ['more and more, mar and mare', 'Maria'],
    ['romantic adamant', 'Adam'],
    ['', 'Marta'],
    ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'Beda'],
    ['anything', '…'],
  ])('%s is not %s', (text, name) => {
    expect(cut(text, person(name))).toEqual([]);
  });
});
