/** Somebody is found by what they are called: a short form beside the family name is the name, alone it is told as possible. */
import { describe, expect, it } from 'vitest';
import { findHints, findNames, formsOf, type Named } from '../../../archive/redact/index.ts';
import { linesOf } from '../../../archive/redact/given-names.ts';
import { givenNames } from '../../../archive/redact/short-names.ts';

const person = (name: string, id = name): Named => ({ id, kind: 'person', spellings: [name] });
const forms = (hidden: readonly string[], kept: readonly string[] = []) =>
  formsOf(
    hidden.map((name) => person(name)),
    kept.map((name) => person(name)),
    { alone: true },
  );
const whole = (text: string, ...names: string[]) =>
  findNames(text, forms(names)).map(({ start, end, entity }) => [text.slice(start, end), entity]);
const hints = (text: string, ...names: string[]) =>
  findHints(text, forms(names)).map(({ start, end, why }) => [text.slice(start, end), why]);

describe('a short form beside the family name', () => {
  it.each([
    ['Иван Петрович Иванов', 'видели Ваню Иванова', 'Ваню Иванова'],
    ['Иван Иванов', 'Иванов Ваня, 16', 'Иванов Ваня'],
    ['Иван Иванов', 'by Vanya Ivanov', 'Vanya Ivanov'],
    ['Аляксандр Саковіч', 'бачылі Алеся Саковіча', 'Алеся Саковіча'],
    ['Наталля Жалейка', 'Наташа Жалейка', 'Наташа Жалейка'],
    ['Олександр Ковальчук', 'із Сашком Ковальчуком', 'Сашком Ковальчуком'],
    ['Katarzyna Wróblewska', 'o Kasi Wróblewskiej', 'Kasi Wróblewskiej'],
    ['Elizabeth Harrow', 'saw Betty Harrow', 'Betty Harrow'],
    ['Саша Крук', 'Аляксандр Крук', 'Аляксандр Крук'],
  ])('%s: %s', (name, text, found) => {
    expect(whole(text, name)).toEqual([[found, name]]);
  });

  it('is nobody’s when it may be two people’s', () => {
    expect(whole('Саша Крук', 'Александр Крук', 'Александра Крук')).toEqual([['Саша Крук', null]]);
  });

  it('stays with somebody who may be named and is called so', () => {
    const found = findNames('Саша Крук', forms(['Александр Крук'], ['Саша Крук']));
    expect(found).toEqual([]);
  });
});

describe('a short form alone', () => {
  it.each([
    ['Иван Иванов', 'Ваню видели'],
    ['Сяргей Саковіч', 'Сярожа казаў'],
    ['Сяргей Саковіч', 'Сергея видели'],
    ['Дмитро Бондаренко', 'Митька каже'],
    ['Katarzyna Wróblewska', 'Kasi nie było'],
    ['Elizabeth Harrow', 'Lizzie said so'],
    ['Иван Иванов', 'Vanya said so'],
  ])('%s: %s', (name, text) => {
    expect(findNames(text, forms([name]))).toEqual([]);
    expect(hints(text, name)).toEqual([[text.split(' ')[0], 'given-name']]);
  });

  it.each([
    ['in small letters', 'ваня', 'Иван Иванов'],
    ['in capitals', 'NATO, ANY, БЫЛО', 'Наталья Иванова'],
    ['a common word', 'Коли він прийде, Will it be', 'Николай Крук'],
    ['another name', 'Петя и Маша', 'Иван Иванов'],
  ])('is nothing: %s', (_, text, name) => {
    expect(hints(text, name)).toEqual([]);
  });
});

describe('other hints', () => {
  it.each([
    ['initials', 'Так. И. И. ушёл', 'Иван Иванов', [['И. И.', 'initials']]],
    ['initials in other letters', 'so I.I. said', 'Иван Иванов', [['I.I.', 'initials']]],
    ['initials of three', 'Б. П. А. казаў', 'Алесь Бутрым', [['Б. П. А.', 'initials']]],
    ['initials of a name beside them', 'И. И. Петров, J. K. Rowe', 'Иван Иванов', []],
    ['a word that sounds so', 'قال حداد ذلك', 'Mariam Haddad', [['حداد', 'consonants']]],
    ['consonants alone', 'وقسم منها', 'Fatima Qasim', []],
    ['a letter turned about', 'so Iavnov said', 'Ivan Ivanov', [['Iavnov', 'slip']]],
    [
      'another letter in a name with two capitals',
      'so MacFarlene said',
      'John MacFarlane',
      [['MacFarlene', 'slip']],
    ],
    [
      'another letter in capitals',
      'SO KOWALCZYG SAID',
      'Stefan Kowalczyk',
      [['KOWALCZYG', 'slip']],
    ],
    ['a letter less', 'казаў Саковч', 'Сяргей Саковіч', [['Саковч', 'slip']]],
    ['a letter else, in small letters', 'narrow paths', 'Robert Harrow', []],
    ['figures in a short name', 'the Kr0l', 'Jan Król', [['Kr0l', 'figures']]],
  ])('%s', (_, text, name, told) => {
    expect(hints(text, name)).toEqual(told);
  });

  it('are not told of the name of somebody who may be named', () => {
    const both = forms(['Алексей Иванов'], ['Алексей Петров', 'Лёша Сыч']);
    expect(findHints('Алексей Петров и Лёша Сыч', both)).toEqual([]);
    expect(findHints('Лёша Петров', both)).toHaveLength(1);
  });

  it('are not told of what is found for sure', () => {
    expect(hints('Ваня Иванов и Iv4n0v', 'Иван Иванов')).toEqual([]);
  });
});

describe('figures in the place of letters', () => {
  it.each(['Iv4n0v', '1van0v', 'Ив4нов', 'И8анов', 'Иван0ва', '|vanov', 'Iv@nov'])('%s', (word) => {
    expect(whole(`so ${word} said`, 'Иван Иванов')).toEqual([[word, null]]);
  });

  it.each(['4th', 'x86', 'h264', '3GPP', 'i18n', 'a1b2c3d4e5', '2021'])('%s is none', (word) => {
    expect(whole(word, 'Иван Иванов', 'Jan Król')).toEqual([]);
    expect(hints(word, 'Иван Иванов', 'Jan Król')).toEqual([]);
  });
});

describe('a family name in Arabic letters that is known in others', () => {
  it.each(['الخطيب', 'والخطيب', 'للخطيب'])('%s, with its article', (word) => {
    expect(whole(`قال ${word} ذلك`, 'Jawad al-Khatib')).toEqual([[word, null]]);
  });

  it('written together with it in Latin letters', () => {
    expect(whole('so Alkhatib said', 'Jawad al-Khatib')).toEqual([['Alkhatib', null]]);
  });

  it.each([
    ['Ivan Ivanov', 'إيفانوف'],
    ['Ivan Ivanov', 'ايڤانوف'],
    ['Jan Kowalski', 'كوفالسكي'],
    ['Сяргей Саковіч', 'ساكوفيتش'],
  ])('as Arabic papers write %s: %s', (name, word) => {
    expect(whole(`قال ${word} ذلك`, name)).toEqual([[word, null]]);
  });

  it('without it is a word', () => {
    expect(whole('قال خطيب ذلك', 'Jawad al-Khatib')).toEqual([]);
    expect(hints('قال خطيب ذلك', 'Jawad al-Khatib')).toEqual([['خطيب', 'consonants']]);
  });
});

describe('the table of given names', () => {
  it('has each form as one word, and finds each line by each of its full forms', () => {
    for (const [line, { full, short }] of givenNames.entries()) {
      for (const name of [...full, ...short]) expect(name).toMatch(/^\p{Lu}[\p{Ll}'’]+$/u);
      for (const name of full) expect([...linesOf(name)], name).toContain(line);
    }
    expect(givenNames.length).toBeGreaterThan(200);
  });
});
