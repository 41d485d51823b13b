/** Dates are read in six languages, and days told from the day of writing are worked out. */
import { describe, expect, test } from 'vitest';
import { accountOf } from '../../../archive/compare/account.ts';
import { Vocabulary } from '../../../archive/compare/words.ts';
import { documentOf } from './cases.ts';

const datesOf = (text: string, language: string, published: string | null): string[] =>
  accountOf(documentOf([text], language), new Vocabulary(), published, []).dates.map(
    ({ value }) => value,
  );

// 9 April 2026 is a Thursday.
const published = '2026-04-09';

const cases: readonly (readonly [language: string, text: string, values: readonly string[]])[] = [
  ['en', 'on 6 April', ['2026-04-06']],
  ['en', 'on April 6, 2024', ['2024-04-06']],
  ['en', 'between 6 and 8 April', ['2026-04-06', '2026-04-08']],
  ['en', 'in March 2025 and in May', ['2025-03', '2026-05']],
  ['en', 'they may march', []],
  ['en', '24.02.2022, 24/02/2022 and 2022-02-24', ['2022-02-24', '2022-02-24', '2022-02-24']],
  ['en', 'at 10:30, at six in the morning, at 7 p.m.', ['T10:30', 'T06:00', 'T19:00']],
  ['en', 'at 4.40 a.m. and at 10.30, but 4.40 crowns', ['T04:40', 'T10:30']],
  ['en', 'yesterday, on Monday, three days ago', ['2026-04-08', '2026-04-06', '2026-04-06']],
  ['en', 'since 2019', ['2019']],
  ['be', 'раніцай 6 красавіка', ['2026-04-06']],
  ['be', 'учора а шостай раніцы', ['2026-04-08', 'T06:00']],
  ['be', '2 студзеня 2024 года', ['2024-01-02']],
  ['ru', 'с 6 по 8 апреля', ['2026-04-06', '2026-04-08']],
  ['ru', 'в 1991 году', ['1991']],
  ['ru', 'около семи утра', ['T07:00']],
  ['ru', 'во вторник, три дня назад', ['2026-04-07', '2026-04-06']],
  ['uk', 'в ніч на 10 березня', ['2026-03-10']],
  ['uk', 'до шостої ранку', ['T06:00']],
  ['uk', 'два дні тому', ['2026-04-07']],
  ['pl', 'w nocy na 10 kwietnia', ['2026-04-10']],
  ['pl', 'o szóstej rano 3 maja 2025 r.', ['T06:00', '2025-05-03']],
  ['ar', 'في 12 نيسان', ['2026-04-12']],
  ['ar', 'في 12 أبريل 2025', ['2025-04-12']],
  ['ar', 'منذ 3 كانون الثاني', ['2026-01-03']],
  ['ar', 'الساعة السادسة صباحا', ['T06:00']],
  ['ar', 'قبل ثلاثة أيام', ['2026-04-06']],
];

describe('the dates of a text', () => {
  test.each(cases)('in %s: %s', (language, text, values) => {
    expect(datesOf(text, language, published)).toEqual(values);
  });

  test('without a day of publication, years stay open and relative days stay relative', () => {
    expect(datesOf('yesterday, on Monday, on 6 April', 'en', null)).toEqual([
      '-P1D',
      'W1',
      '--04-06',
    ]);
  });

  test('a day that lies far ahead of publication is of the year before', () => {
    expect(datesOf('on 20 December', 'en', '2026-01-05')).toEqual(['2025-12-20']);
  });
});
