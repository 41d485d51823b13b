/** A family name is found in its cases, its plural, its other gender and in what is derived of it; a word that only begins alike is not. */
import { describe, expect, it } from 'vitest';
import { findNames, formsOf } from '../../../archive/redact/index.ts';

const cut = (text: string, name: string) =>
  findNames(
    text,
    formsOf([{ id: 'one', kind: 'person', spellings: [name] }], [], { alone: true }),
  ).map(({ start, end }) => text.slice(start, end));

describe('of one family', () => {
  it.each([
    ['Иван Иванов', 'Иванова Ивановой Ивановы Ивановых ивановский ивановцы ивановски ивановщина'],
    ['Анна Лебедева', 'Лебедев Лебедевым Лебедевы'],
    ['Михаил Кравец', 'Кравца Кравцом Кравцы Кравцов'],
    ['Аляксей Іваноў', 'Іванова Івановай Іванавай Івановы Івановых'],
    ['Сяргей Саковіч', 'Саковічы Саковічаў Саковічава саковічаўскі'],
    ['Марыя Жалейка', 'Жалейкі Жалейцы Жалейку Жалейкін'],
    ['Олександр Ковальчук', 'Ковальчука Ковальчукові Ковальчуки Ковальчуків ковальчуківський'],
    ['Катерина Бойко', 'Бойка Бойкові Бойки Бойків Бойкова'],
    ['Jan Kowalski', 'Kowalska Kowalskiego Kowalskimi Kowalscy Kowalskich'],
    ['Maria Wróblewska', 'Wróblewski Wróblewskich Wróblewscy'],
    ['Robert Harrow', 'Harrows Harrow’s'],
    ['Ivan Ivanov', 'ivanovskii ivanovtsy Ivanova Ivanovs Ivanoff Iwanoff'],
  ])('%s: %s', (name, words) => {
    for (const word of words.split(' '))
      expect(cut(`— ${word} —`, name).join(), word).toBe(word.replace(/’s$/, ''));
  });

  it('is a given name in its cases, with another consonant or without a vowel', () => {
    expect(cut('да Вользе', 'Вольга Крук')).toEqual(['Вользе']);
    expect(cut('u Marka', 'Marek Wrona')).toEqual(['Marka']);
    expect(cut('o Piotrze', 'Piotr Wrona')).toEqual(['Piotrze']);
  });
});

describe('of another', () => {
  it.each([
    ['Ivan', 'Ivan Kruk', 'сказал Иванов, и Ивановский'],
    ['Роман', 'Роман Лис', 'сказал Романов'],
    ['Stone', 'William Stone', 'Станция и Станций'],
    ['Marek', 'Marek Wrona', 'marka, markowy, mark'],
    ['Навык', 'Piotr Nowicki', 'много навыков'],
    ['Бойко', 'Катерина Бойко', 'великий бойкот, бойня'],
  ])('%s', (_, name, text) => {
    expect(cut(text, name)).toEqual([]);
  });
});
