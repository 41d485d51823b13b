/** A common word in small letters that only sounds like a hidden name is none for sure; whatever is spelled like the name stays one. */
import { describe, expect, it } from 'vitest';
import { transliterations } from '../../../archive/text/transliterate.ts';
import { commonness } from '../../../archive/redact/common-words.ts';
import { everydayWords, pronouns } from '../../../archive/redact/common-words-data.ts';
import {
  findAllNames,
  findHints,
  findNames,
  formsOf,
  type Named,
} from '../../../archive/redact/index.ts';
import { givenNames } from '../../../archive/redact/short-names.ts';

const formsFor = (...spellings: string[]) => {
  const person: Named = { id: 'one', kind: 'person', spellings };
  return formsOf([person], [], { alone: true });
};
const sure = (text: string, ...spellings: string[]) =>
  findNames(text, formsFor(...spellings)).map(({ start, end }) => text.slice(start, end));
const possible = (text: string, ...spellings: string[]) =>
  findHints(text, formsFor(...spellings)).map(({ start, end, why }) => [
    text.slice(start, end),
    why,
  ]);

describe('a word that is never a name', () => {
  it.each([
    ['see the list below, he said', 'Иван Белов'],
    ['widział ją wczoraj', 'Jan Kruk'],
    ['he had gone, it has more', 'Peter Good', 'Peter Haas', 'Peter Moore'],
    ['one by one', 'Anne Harrow'],
    ['а она сказала (она): «она».', 'Анна Крук'],
    ['так, как было?', 'Robert Cook'],
    ['якая хата, якой хаты', 'Якаў Крук'],
    ['jako świadek', 'Якаў Крук'],
    ['ذهب إلى البيت، وإلى السوق', 'Илья Крук'],
    ['قال إنه هنا، وقال أيضا', 'Robert Cole'],
  ])('%s: neither found nor told', (text, ...names) => {
    expect(sure(text, ...names)).toEqual([]);
    expect(possible(text, ...names)).toEqual([]);
  });
});

describe('an everyday word', () => {
  it.each([
    ['такі стан, у стане', 'William Stone', ['стан', 'стане']],
    ['цэлы год.', 'Peter Good', ['год']],
    ['chleb z solą', 'Глеб Крук', ['chleb']],
    ['to było rok temu', 'Иван Рак', ['rok']],
    ['crimes of the state', 'كريم حداد', ['crimes']],
    ['في شهر مايو', 'Майя Крук', ['مايو']],
  ])('%s, of %s: told, and holds nothing back', (text, name, words) => {
    expect(sure(text, name).filter((word) => words.includes(word))).toEqual([]);
    const told = possible(text, name).filter(([, why]) => why === 'common-word');
    expect(told.map(([word]) => word)).toEqual(words);
  });

  it('is a name beside the rest of the name', () => {
    expect(sure('тут марта стан была', 'Marta Stone')).toEqual(['марта стан']);
  });

  it('is a name in the script of the name: it may be a slip', () => {
    expect(sure('so broke said', 'Robert Brook')).toEqual(['broke']);
  });
});

describe('stays a name', () => {
  it.each([
    ['with a capital', 'Below it; BELOW', ['Below', 'BELOW']],
    ['in an address', 'https://example.org/below/', ['below']],
    ['in a hashtag', 'so #below', ['below']],
    ['in an address of mail', 'below@example.org', ['below']],
    ['in the name of a file', 'see below.pdf and below_2.jpg', ['below', 'below']],
    ['in the name of a file that has several words', 'scan of below.jpg', ['below']],
    ['a file’s name by itself', 'below 2.jpg', ['below']],
    [
      'marked',
      '**below**, [below](a), <i>below</i>, `below`',
      ['below', 'below', 'below', 'below'],
    ],
    ['cut by marks', 'be**low**', ['be**low**']],
    ['cut by what is not seen', 'be\u200blow', ['be\u200blow']],
    ['in a compound', 'Kruk-below', ['below']],
    ['spaced', 'b e l o w', ['b e l o w']],
    ['broken', 'be-\nlow', ['be-\nlow']],
    ['in letters of two alphabets', 'so b\u0435low', ['b\u0435low']],
    ['with figures', 'so b3low', ['b3low']],
    ['beside figures', 'so below1987', ['below1987']],
    ['in codes', 'so %62elow', ['%62elow']],
  ])('%s', (_, text, found) => {
    expect(sure(text, 'Иван Белов')).toEqual(found);
  });

  it.each([
    ['its own letters', 'a stone', 'William Stone', 'stone'],
    ['its own letters, inflected', 'о морозе', 'Павло Мороз', 'морозе'],
    ['transliterated letter by letter', 'казав мороз', 'Pavlo Moroz', 'мороз'],
    ['the same, inflected', 'бачив мороза', 'Pavlo Moroz', 'мороза'],
    ['the other way about', 'mówił lis', 'Павло Лис', 'lis'],
    ['a given name as well', 'сам сказал', 'Sam Harrow', 'сам'],
    ['as an Arabic name is read', 'усі крім них', 'كريم حداد', 'крім'],
    ['a word that only a few would say', 'бачив каваля', 'Pavel Koval', 'каваля'],
  ])('%s: %s', (_, text, name, found) => {
    expect(sure(text, name)).toEqual([found]);
  });

  it('however a given name is written in other letters', () => {
    for (const name of givenNames.flatMap(({ full }) => full)) {
      const forms = formsFor(name);
      for (const spelling of [name, ...transliterations(name)]) {
        const text = `so ${spelling.toLowerCase()} said`;
        const places = (setting: 'prose' | 'disguise') => findAllNames(text, forms, setting).found;
        expect(places('prose'), `${name}: ${spelling}`).toEqual(places('disguise'));
      }
    }
  });
});

describe('the words', () => {
  const lists = [...Object.values(pronouns), ...Object.values(everydayWords)];
  const words = lists.flatMap((list) => list.split(' '));

  it('are no given names in their own letters, unless short ones', () => {
    const given = givenNames.flatMap(({ full }) => full).map((name) => name.toLowerCase());
    expect(words.filter((word) => given.includes(word))).toEqual([]);
    expect(given.filter((name) => commonness(name) !== null)).toEqual([]);
  });

  it('stand once in each list, as they are looked for', () => {
    for (const list of lists) expect(list.split(' ')).toEqual([...new Set(list.split(' '))]);
    expect(words.filter((word) => commonness(word) === null)).toEqual([]);
  });
});
