/** What is only told of versions: the n-th of a count, duals, "one", seasons and days told from elsewhere, paired by their place. */
import { describe, expect, test } from 'vitest';
import { accountOf } from '../../../archive/compare/account.ts';
import { compareTexts } from '../../../archive/compare/index.ts';
import { Vocabulary } from '../../../archive/compare/words.ts';
import { documentOf } from './cases.ts';

const inVersions = (text: string, language: string, published: string | null = '2026-10-06') =>
  accountOf(documentOf([text], language), new Vocabulary(), published, []).inVersions;

const counts: readonly (readonly [language: string, text: string, values: readonly number[]])[] = [
  ['en', 'the third fire and the 21st raid', [3, 21]],
  ['en', 'the fourth there since May', [4]],
  ['en', 'on the second floor, at the first hearing, in the Second World War', []],
  ['en', 'a second of silence, every time', []],
  ['en', 'one of the harpists, one zither', [1, 1]],
  ['en', 'no one, one another, one of the most', []],
  ['ru', 'седьмое дело, в третий раз, 5-й день', [7, 3, 5]],
  ['ru', 'двадцать первое заседание, двадцать второй день', [21, 22]],
  ['pl', 'po raz trzeci', [3]],
  ['ru', 'на втором этаже, по второй части, две пятых', []],
  ['ru', 'один из арфистов', [1]],
  ['be', 'шостая справа, на чацвёртым паверсе', [6]],
  ['uk', 'восьмий день, третя аварія, у другу зміну', [8, 3]],
  ['pl', 'trzeci wypadek, szóste posiedzenie, na drugim piętrze', [3, 6]],
  ['ar', 'للمرة الثالثة', [3]],
  ['ar', 'في الطابق الثالث', []],
  ['ar', 'احترق صندوقان وعيادتان', [2, 2]],
  ['ar', 'وصل ممرضين', []],
  ['ar', 'لم يرد أحد', []],
];

const days: readonly (readonly [language: string, text: string, values: readonly string[]])[] = [
  ['en', 'a week later, two weeks later, the night after', ['~+1W', '~+2W', '~+1N']],
  [
    'en',
    'since the start of the year, this autumn, last winter',
    ['~start-of-year', '~autumn-2026', '~winter-2025'],
  ],
  ['en', 'this morning', ['2026-10-06']],
  ['en', 'a spring in the mattress', []],
  ['ru', 'через неделю, накануне, с начала года', ['~+1W', '~-1D', '~start-of-year']],
  ['ru', 'прошлой осенью, через 2 месяца, десять лет', ['~autumn-2025', '~+2M']],
  ['be', 'праз тыдзень, увосень', ['~+1W', '~autumn']],
  ['uk', 'наступної ночі, минулої зими', ['~+1N', '~winter-2025']],
  ['pl', 'dwa tygodnie później, ubiegłej jesieni', ['~+2W', '~autumn-2025']],
  ['ar', 'وبعد أسبوع، في الصيف الماضي', ['~+1W', '~summer-2025']],
];

describe('what is only told of versions', () => {
  test.each(counts)('counts in %s: %s', (language, text, values) => {
    expect(inVersions(text, language).numbers.map(({ number }) => number.value)).toEqual(values);
  });

  test.each(days)('days in %s: %s', (language, text, values) => {
    const { dates } = inVersions(text, language);
    expect(dates.map(({ value }) => value)).toEqual(values);
    for (const { start, end } of dates) expect(text.slice(start, end).trim()).not.toBe('');
  });

  test('without a day of publication the season of which year stays open', () => {
    expect(inVersions('last winter', 'en', null).dates.map(({ value }) => value)).toEqual([
      '~winter:-1',
    ]);
  });
});

const pairsOf = (a: string, b: string, published?: readonly [string, string]) =>
  compareTexts(documentOf([a], 'en'), documentOf([b], 'en'), {
    kind: 'versions',
    ...(published === undefined ? {} : { published }),
  }).facts.map(({ a: left, b: right, verdict }) => [left?.text, right?.text, verdict]);

describe('facts of two versions', () => {
  test('are paired by the place they stand in, whatever is counted', () => {
    expect(
      pairsOf(
        'Marlow, 44, said that eleven crates of salt and eight crates of glass were lost.',
        'Marlow, 46, said that eight crates of salt and nine crates of glass were lost.',
      ),
    ).toEqual([
      ['44', '46', 'differs'],
      ['eleven', 'eight', 'differs'],
      ['eight', 'nine', 'differs'],
    ]);
  });

  test('one figure told twice is two facts when only one of them changed', () => {
    expect(
      pairsOf(
        'They were held for three days in a cellar. Relatives searched for three days in vain.',
        'They were held for three days in a cellar. Relatives searched for five days in vain.',
      ),
    ).toEqual([
      ['three', 'three', 'same'],
      ['three', 'five', 'differs'],
    ]);
  });

  test('other units in one place are not the same figure', () => {
    expect(
      pairsOf(
        'The wall of the old depot burned for three hours before anybody came.',
        'The wall of the old depot burned for three days before anybody came.',
      ),
    ).not.toContainEqual(['three', 'three', 'same']);
  });

  test('"yesterday" in a sentence that was taken over unchanged is the day that it was', () => {
    const published = ['2026-03-02', '2026-03-05'] as const;
    const first = 'Nobody at the office had answered by yesterday evening.';
    expect(pairsOf(first, first, published)).toEqual([['yesterday', 'yesterday', 'same']]);
    expect(
      pairsOf(
        'Shells fell on the office yesterday and wounded 14 people in the yard.',
        'Shells fell on the office yesterday and wounded 19 people in the yard.',
        published,
      ),
    ).toContainEqual(['yesterday', 'yesterday', 'differs']);
  });

  test('what only tells which one is no fact', () => {
    expect(
      pairsOf(
        'The pupils of school No. 4 were sent home again by the guards.',
        'The pupils of school No. 5 were sent home again by the guards.',
      ),
    ).toEqual([]);
  });

  test('a number that is no count says so', () => {
    const told = (a: string, b: string, kind: 'versions' | 'accounts') =>
      compareTexts(documentOf([a], 'en'), documentOf([b], 'en'), { kind }).facts.map(
        ({ a: left, b: right }) => [left?.value, right?.value, left?.noCount],
      );
    expect(
      told(
        'It was the third fire at the mill, and a quarter of the 40 looms burned.',
        'It was the fourth fire at the mill, and a third of the 40 looms burned.',
        'versions',
      ).map(([, , noCount]) => noCount),
    ).toEqual(['nth', 'share', undefined]);
    expect(
      told('Guards took 14 weavers to room 12.', 'Guards took 14 weavers to room 12.', 'accounts'),
    ).toEqual([
      ['14', '14', undefined],
      ['12', '12', 'which'],
    ]);
  });

  test('amounts are the same in whatever unit, and a range is one number', () => {
    expect(
      pairsOf(
        'The march of half a kilometre lasted two weeks and cost 40–50 million crowns in the end.',
        'The march of 500 metres lasted fourteen days and cost 40–60 million crowns in the end.',
      ),
    ).toEqual([
      ['half', '500', 'same'],
      ['two', 'fourteen', 'same'],
      ['40–50 million', '40–60 million', 'differs'],
    ]);
  });

  test('what is told to be put right does not answer to what it was', () => {
    expect(
      pairsOf(
        'Guards led 40 weavers out of the mill on the first night of the strike.',
        'Not 40, but 63 weavers were led out of the mill by guards on that night.',
      ),
    ).toContainEqual(['40', '63', 'differs']);
  });

  test('a figure that leaves out its millions is the same, and so is a year that is told from this one', () => {
    const published = ['2026-03-02', '2026-03-05'] as const;
    const facts = pairsOf(
      'The town asked for 9 million crowns to mend the mill last year.',
      'To mend the mill the town asked in 2025 for nine: not one of them came.',
      published,
    );
    expect(facts).toContainEqual(['9 million', 'nine', 'same']);
    expect(facts).toContainEqual(['last year', '2025', 'same']);
  });

  test('a weekday told ahead is the day that it came to', () => {
    const facts = pairsOf(
      'A meeting with the governor of the district is set for Thursday in the hall of the mill.',
      'A meeting with the governor of the district was held on 21 May in the hall of the mill.',
      ['2026-05-20', '2026-05-29'],
    );
    expect(facts).toEqual([['Thursday', '21 May', 'same']]);
  });

  test('the n-th of a count may become the count', () => {
    expect(
      pairsOf(
        'It is the third raid on the market since May, traders said.',
        'There were three raids on the market since May, traders said.',
      ),
    ).toContainEqual(['third', 'three', 'same']);
  });

  test('in a sentence told anew a figure is known by the words around it', () => {
    expect(
      pairsOf(
        'The looms of the mill are old. Some 64 were built before the war. Another 37 have no brakes at all.',
        'The looms of the mill are old. As many as 37 have no brakes at all. And 61 were built before the war.',
      ),
    ).toEqual([
      ['64', '61', 'differs'],
      ['37', '37', 'same'],
    ]);
  });
});
