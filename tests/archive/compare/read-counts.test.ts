/** How counts are read of versions: number words, scales, shares, the n-th, ranges, in six languages. */
import { expect, test } from 'vitest';
import { toldIn } from './told-in.ts';

/** Numbers to two places; of what is read as a date it is told by `@`. */
const rows: readonly (readonly [language: string, text: string, told: string])[] = [
  // Figures joined by a hyphen are two numbers, and no n-th.
  ['en', 'A crowd of 200-300 people; the score was 2-1.', '200–300 2 1'],
  ['ru', '200-300 человек, 5-6 лет, пять-шесть раз.', '200–300 5–6 5–6'],
  ['ar', 'نحو 200-300 شخص.', '200–300'],
  // A spaced dash joins figures, not a sentence to its ellipsis.
  ['be', 'Двум далі 15 сутак, тром — 10, чатыром — штраф.', '2 15 3 10 4'],
  ['en', 'It cost 40 – 50 million.', '40000000–50000000'],
  // What is below a scale word goes with it.
  ['ru', '2 тыс. 300 человек, 1 млн 200 тыс. рублей.', '2300 1200000'],
  ['pl', '2 tys. 300 osób, 1 mln 200 tys. złotych.', '2300 1200000'],
  ['ar', 'ألفان وثلاثمئة شخص، ألفين وخمسمئة دينار.', '2300 2500'],
  // A scale word of many by itself is no figure.
  ['ar', 'عشرات الأشخاص، مئات المنازل، آلاف الأسر.', ''],
  // Collective numerals in all cases.
  ['be', 'Забралі сямёх, восьмярых, дзевяцярых і дзесяцярых.', '7 8 9 10'],
  ['be', 'Сямюдзесяццю галасамі.', '70'],
  ['uk', 'Чотирьома голосами, вісьмома руками; двійко дітей.', '4 8 2'],
  ['pl', 'Dwiema ustawami, dwóm kobietom, trojgu dzieciom.', '2 2 3'],
  // Of a bunch in the genitive there is one where a word of estimate stands before.
  ['ru', 'Было около сотни человек, больше десятка машин; сотни ушли.', '100 10'],
  ['pl', 'Było około setki osób, setki wyszły.', '100'],
  ['uk', 'Близько сотні людей, пів сотні машин.', '100 50'],
  ['ru', 'До полусотни домов, полтораста человек.', '50 150'],
  // Parts of a whole.
  ['ru', 'Десятая часть сгорела, четверть миллиона ушла.', '0.1 250000'],
  ['uk', "Десята частина згоріла, п'ята частина мешканців виїхала.", '0.1 0.2'],
  ['be', 'Дзясятая частка згарэла.', '0.1'],
  ['pl', 'Dziesiąta część spłonęła.', '0.1'],
  ['en', 'One in five left; one family in four stayed; four out of ten agreed.', '0.2 0.25 0.4'],
  ['en', 'They found three bodies in four houses.', '3 4'],
  ['en', 'One hour in 24 hours.', '1 24'],
  ['ar', 'واحد من كل خمسة عمال.', '0.2'],
  ['en', 'It took a third of it, of which a third came from fishermen.', '0.33 0.33'],
  // A rate is no count.
  ['en', 'They come once a week; once every month they vote. Only once did he come.', '1'],
  // The n-th that is told from others, and the one that counts.
  ['pl', 'Drugi i trzeci kupiła spółka.', ''],
  ['uk', "Другий і третій під'їзди обшукали.", ''],
  ['be', 'Двое параненыя. Трэцяга адпусцілі.', '2'],
  ['uk', 'Двоє тримали, третій рахував удари.', '2'],
  ['ru', 'Третье дело за год; второй обстрел школы.', '3 2'],
  ['uk', 'Це вже третій, четвертий за рахунком.', '3 4'],
  ['en', 'He is already the third to die.', '3'],
  ['ru', 'Один из пяти задержанных болен.', '1 5'],
  // Arabic duals: "both" is no count, an adjective of two goes with what it describes, one stands behind what is one.
  ['ar', 'كلا الرجلين، عاملان جريحان.', '2'],
  ['ar', 'قتل رجل واحد وامرأة واحدة وطفلان.', '1 1 2'],
  ['ar', 'نصف العاملين.', '0.5'],
  // Arabic numbers with an article, and of two words.
  ['ar', 'دون السادسة عشرة، في الثالثة والأربعين من عمره، تجاوز الخمسين.', '16 43 50'],
  ['ar', 'الطفايات الست والعمال الثلاثة، القتيل الحادي عشر.', '6 3 11'],
  ['ar', 'خمس السكان، خمس سيارات، ربع مليون، مليون ونصف المليون.', '0.2 5 250000 1500000'],
  ['ar', 'ساعة وعشرون دقيقة، كل عاشر شجرة.', '80 0.1'],
  ['ar', 'لم يدفع الراتبان، وعدت الوزارة براتبين.', '2 2'],
  ['ar', 'يخدم المستشفى 210 آلاف نسمة، ويخصم منها الخمس للسكن.', '210000 0.2'],
  // "One" behind what it counts; somebody who is alone is no count.
  ['uk', 'Обігрівач один, і він стоїть там.', '1'],
  ['ru', 'Скорая была одна; старик жил один.', '1'],
  ['en', 'One was killed, two wounded; only one of the 12 came.', '1 2 1 12'],
  ['ru', 'Один погиб, двое ранены.', '1 2'],
  ['ru', 'Сто первый день, сорок второй раз.', '101 42'],
  ['ar', 'مليون و200 ألف دينار.', '1200000'],
  // A figure with a leading zero counts nothing.
  ['en', 'Call 040, or 0142.', ''],
  // Measures of a rate.
  ['pl', 'Jechał 88 kilometrów na godzinę.', '88'],
  ['be', 'Гэта сёмая зачыненая школа. Гэтая — сёмая.', '7 7'],
  // An hour and the minutes behind it.
  ['uk', 'Годину сорок чекали швидку, годину сорок хвилин.', '100 100'],
  ['pl', 'Godzinę czterdzieści czekali na karetkę.', '100'],
  // Units written as one with decimals.
  ['en', 'It cost $1.2m, €300k and 2.5km.', '1200000 300000 2.5'],
  // Ages as nouns; guards of a colony are no number of it.
  ['pl', 'Dwie kobiety po siedemdziesiątce, 40-latek.', '2 70 40'],
  ['uk', "У колонії 84 охоронці на 610 в'язнів, у колонії 84.", '84 610'],
  // A figure at the end of a paragraph is no day of the next one.
  ['be', 'Пры норме 80. На 27 красавіка.', '80 @2026-04-27'],
];

test.each(rows)('in %s: %s', (language, text, told) => {
  expect(toldIn(text, language)).toBe(told);
});
