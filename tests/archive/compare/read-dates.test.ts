/** How days and hours are read of versions: years told beside a month, days of a month, opening hours, minutes in words, in six languages. */
import { expect, test } from 'vitest';
import { toldIn } from './told-in.ts';

/** Read on 6 October 2026, a Tuesday. Dates with `@`. */
const rows: readonly (readonly [language: string, text: string, told: string])[] = [
  // A month, a day or a season of a year that is told beside it.
  ['en', 'It was in November of last year; it began in March last year.', '@2025-11 @2025-03'],
  ['en', 'It began last November and ends next May.', '@2025-11 @2027-05'],
  ['ru', 'В ноябре прошлого года, осенью прошлого года.', '@2025-11 @~autumn-2025'],
  ['ru', 'Двенадцатого декабря следующего года.', '@2027-12-12'],
  ['uk', 'У листопаді торік, у грудні позаторік.', '@2025-11 @2024-12'],
  ['be', 'У лістападзе летась, увосень мінулага года.', '@2025-11 @~autumn-2025'],
  ['pl', 'W listopadzie ubiegłego roku, w marcu tego roku.', '@2025-11 @2026-03'],
  ['ar', 'في نوفمبر من العام الماضي، وفي مارس الماضي.', '@2025-11 @2026-03'],
  ['ru', 'В позапрошлом году.', '@~before-last-year'],
  ['en', 'Oct. 6, 2026, and Nov 3.', '@2026-10-06 @2026-11-03'],
  // A year that ends in the next.
  ['en', 'In the winter of 2023–24, 24 people froze.', '@~winter @2023 24'],
  ['ru', 'Зимой 2023/24 года.', '@~winter-2023'],
  // A price is no year, and a year behind a figure is one.
  ['ru', 'Билет подорожал с 1800 до 2500 рублей.', '1800 2500'],
  ['ar', 'وكانوا 650 في 2021.', '650 @2021'],
  ['en', 'It opened in early 2024 and closed in late 2025.', '@2024 @2025'],
  ['ru', 'В двадцатых числах марта, после полудня.', '@2026-03'],
  // Days of a month that is not named; no floors and no hearings.
  ['ru', 'Выплатят к 20-му, остальное до 15-го числа.', '@~d20 @~d15'],
  ['uk', 'Суд відклали на 12-те.', '@~d12'],
  ['en', 'On the 20th he came back; on the 20th floor they waited.', '@~d20'],
  // Hours by what opens, and the first of two hours.
  ['ru', 'Линия работает с 8 до 20.', '@T08:00 @T20:00'],
  ['en', 'The line is open from 9 to 5. It fell from 9 to 5.', '@T09:00 @T17:00 9 5'],
  ['en', 'Between 2 and 3 p.m. the power failed.', '@T14:00 @T15:00'],
  [
    'ru',
    'С двух до четырёх часов дня; воду дают с 6 до 21 часа.',
    '@T14:00 @T16:00 @T06:00 @T21:00',
  ],
  ['ru', 'С 9.00 до 18.00; с 9.50 до 18.20 рубля.', '@T09:00 @T18:00 9.5–18.2'],
  ['ar', 'من الساعة الثامنة حتى العاشرة.', '@T08:00 @T10:00'],
  ['pl', 'O 10 rano, o 18, do godz. 20; cena wzrosła o 18.', '@T10:00 @T18:00 @T20:00 18'],
  // Minutes in words, and hours of one word.
  ['uk', 'О шостій тридцять, десять хвилин на восьму.', '@T06:30 @T07:10'],
  ['pl', 'O szóstej trzydzieści, dziesięć po siódmej.', '@T06:30 @T07:10'],
  ['en', 'Seven minutes past four; at six forty-five.', '@T04:07 @T06:45'],
  ['ru', 'Десять минут восьмого, в час дня, в час ночи.', '@T07:10 @T13:00 @T01:00'],
  ['be', 'Чвэрць на восьмую, без дваццаці шэсць.', '@T07:15 @T05:40'],
  ['pl', 'O drugiej po południu, pół do ósmej.', '@T14:00 @T07:30'],
  ['ru', 'В 18.40 он вышел, в 2.5 раза больше.', '@T18:40 2.5'],
  ['uk', 'Завтра о 9.', '@2026-10-07 @T09:00'],
  // Days told from the day of writing, or from elsewhere.
  ['en', 'The day before yesterday it rained.', '@2026-10-04'],
  ['en', 'A fortnight ago, a decade ago.', '@~-2W @~-10Y'],
  ['be', 'Паўтара года таму.', '@~-1.5Y'],
  ['pl', 'Dobę później, po dwóch dobach.', '@~+1D @~+2D'],
  ['ar', 'بعد ساعة ونصف، قبل ثلاثة أيام من الانتخابات.', '@~+1.5h @~-3D'],
  ['ar', 'بعد غد، أمس الأول.', '@2026-10-08 @2026-10-04'],
  ['ru', 'В прошлый вторник, в следующую среду.', '@2026-09-29 @2026-10-07'],
  ['uk', 'Минулого вівторка, наступної середи.', '@2026-09-29 @2026-10-07'],
  ['ar', 'الثلاثاء الماضي، الخميس المقبل.', '@2026-09-29 @2026-10-08'],
  ['ar', 'الاثنين، 5 تشرين الأول.', '@2026-10-05'],
  ['be', 'З 6 па 8 кастрычніка.', '@2026-10-06 @2026-10-08'],
];

test.each(rows)('in %s: %s', (language, text, told) => {
  expect(toldIn(text, language)).toBe(told);
});
