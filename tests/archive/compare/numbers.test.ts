/** Numbers are read as people write them, in digits and in words. */
import { describe, expect, test } from 'vitest';
import { accountOf } from '../../../archive/compare/account.ts';
import { Vocabulary } from '../../../archive/compare/words.ts';
import { documentOf } from './cases.ts';

function numbersOf(text: string, language: string): (number | string)[] {
  const account = accountOf(documentOf([text], language), new Vocabulary(), null, []);
  return account.numbers.map(({ number }) => (number.percent ? `${number.value}%` : number.value));
}

const cases: readonly (readonly [
  language: string,
  text: string,
  values: readonly (number | string)[],
])[] = [
  ['en', 'thirty-one people', [31]],
  ['en', 'one hundred and twenty houses', [120]],
  ['en', 'two thousand three hundred and five letters', [2305]],
  ['en', 'More than 1,200 people and 1.5 million refugees', [1200, 1_500_000]],
  ['en', 'fell by 18 per cent, then by 3.5% and 4 percent', ['18%', '3.5%', '4%']],
  ['en', 'no one of them came, and one man left', [1]],
  ['en', 'thousands of people', []],
  ['en', 'twenty, thirty or forty flats', [20, 30, 40]],
  ['ru', 'тридцать один человек', [31]],
  ['ru', 'сто двадцать пять тысяч рублей', [125_000]],
  ['ru', 'Более 1 200 человек, 1,5 млн рублей, 15 процентов', [1200, 1_500_000, '15%']],
  ['ru', 'двумстам двадцати двум жителям', [222]],
  ['ru', 'пятеро детей', [5]],
  ['be', 'трыццаць адзін чалавек', [31]],
  ['be', 'каля сарака чалавек', [40]],
  ['be', 'дзвюх тысяч жыхароў', [2000]],
  ['be', 'дваццаць двух студэнтаў', [22]],
  ['uk', 'тридцять один студент', [31]],
  ['uk', 'п’ятдесят шість осіб', [56]],
  ['uk', '3,5 тисячі мешканців', [3500]],
  ['pl', 'trzydziestu jeden robotników', [31]],
  ['pl', 'dwadzieścia jeden osób', [21]],
  ['pl', 'sto dwanaście kobiet', [112]],
  ['ar', 'واحد وثلاثون شخصا', [31]],
  ['ar', 'ثلاثة عشر عاملا', [13]],
  ['ar', 'أحد عشر عاملا', [11]],
  ['ar', 'مئة وخمسة وعشرون منزلا', [125]],
  ['ar', '٣٥ شخصا و 12 مليون', [35, 12_000_000]],
  ['ar', 'شقتين', [2]],
];

describe('the numbers of a text', () => {
  test.each(cases)('in %s: %s', (language, text, values) => {
    expect(numbersOf(text, language)).toEqual(values);
  });

  test('dates, hours and ordinals are no counts', () => {
    expect(numbersOf('On 24.02.2022 at 10:30, and on 5 May 2021, 12 people', 'en')).toEqual([12]);
    expect(numbersOf('24 лютого 2022 року о 10:30 затримали 12 людей', 'uk')).toEqual([12]);
    expect(numbersOf('на 5-й день пришли 7 человек', 'ru')).toEqual([7]);
  });

  test('how sure a number is, and in which direction', () => {
    const [about, over, upTo, least] = accountOf(
      documentOf(['About 90 attacks, over 30 fires, up to 12 days, no fewer than 5 men'], 'en'),
      new Vocabulary(),
      null,
      [],
    ).numbers.map(({ number }) => number);
    expect(about).toMatchObject({ value: 90, approximate: true });
    expect(over).toMatchObject({ value: 30, approximate: false, bound: 'at-least' });
    expect(upTo).toMatchObject({ value: 12, bound: 'at-most' });
    expect(least).toMatchObject({ value: 5, bound: 'at-least' });
  });
});
