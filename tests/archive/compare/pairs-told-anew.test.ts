/** Pairs of facts of two versions that are told in other words: spans and lengths of time, one of a measure, days that stay open. */
import { expect, test } from 'vitest';
import { accountOf } from '../../../archive/compare/account.ts';
import { compareTexts } from '../../../archive/compare/index.ts';
import { Vocabulary } from '../../../archive/compare/words.ts';
import { documentOf } from './cases.ts';

type Days = readonly [string | null, string | null];

/** As `kind words | words verdict`. */
function pairsOf(
  a: string,
  b: string,
  language: string,
  published: Days = ['2026-10-05', '2026-10-08'],
) {
  const { facts } = compareTexts(documentOf([a], language), documentOf([b], language), {
    kind: 'versions',
    published,
  });
  return facts.flatMap(({ kind, a: one, b: other, verdict }) =>
    one === null || other === null ? [] : [`${kind} ${one.text} | ${other.text} ${verdict}`],
  );
}

test.each([
  [
    'ru',
    'В субботу хлеб в булочной кончился через 50 минут.',
    'Хлеба в булочной хватило на 50 минут.',
    'number 50 | 50 same',
  ],
  [
    'en',
    'The harp was found after 3 days of search, the players said.',
    'Three days later the harp was found, the players said.',
    'number 3 | Three same',
  ],
])('in %s a length of time is held against a span: %s', (language, a, b, pair) => {
  expect(pairsOf(a, b, language)).toContain(pair);
});

test('two spans are days, and a span that answers to a day is no length', () => {
  const a = 'The harp was found two weeks later, and the players waited for two weeks.';
  const b = 'The harp was found three weeks later, and the players waited for two weeks.';
  expect(pairsOf(a, b, 'en')).toEqual([
    'date two weeks later | three weeks later differs',
    'number two | two same',
  ]);
});

test('where it is told what befell so many, they are of what was told before', () => {
  const document = documentOf(['Police beat the weavers; six were taken to hospital.'], 'en');
  const { numbers } = accountOf(document, new Vocabulary(), null, []);
  expect(numbers.map(({ counted }) => counted.noun)).toEqual([null]);
});

test('a day is one of a measure in all its cases', () => {
  const a = 'Злива за добу вилила місячну норму, і млин затопило.';
  const b = 'Злива за дві доби вилила місячну норму, і млин затопило.';
  expect(pairsOf(a, b, 'uk')).toEqual(['number добу | дві differs']);
});

test('"yesterday" of pages without a day may be two days, but not in a sentence that was taken over', () => {
  const [a, b] = [
    'The harp was found yesterday by two players.',
    'The harp was found yesterday by four players.',
  ];
  const isDate = (pair: string) => pair.startsWith('date');
  expect(pairsOf(a, b, 'en', [null, null]).filter(isDate)).toEqual([]);
  expect(pairsOf(a, a, 'en', [null, null]).filter(isDate)).toEqual([
    'date yesterday | yesterday same',
  ]);
  expect(pairsOf(a, b, 'en', ['2026-10-05', '2026-10-05']).filter(isDate)).toEqual([
    'date yesterday | yesterday same',
  ]);
});

test('of accounts "6.30am" is an hour and no figure', () => {
  const text = 'The harpists left the hall at 6.30am and came back at 11:45pm.';
  const { facts } = compareTexts(documentOf([text], 'en'), documentOf([text], 'en'), {
    kind: 'accounts',
  });
  expect(facts.map(({ kind, a }) => `${kind} ${a?.value}`)).toEqual(['date T06:30', 'date T23:45']);
});

test('hryvnias are money and no games', () => {
  const document = documentOf(['Квиток коштує 500 гривень, а взимку 300 грн.'], 'uk');
  const { numbers } = accountOf(document, new Vocabulary(), null, []);
  expect(numbers.map(({ counted }) => counted.concept?.family)).toEqual(['money', 'money']);
});
