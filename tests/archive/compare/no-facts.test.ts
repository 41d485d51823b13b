/** What newsroom pages often have and what is no fact of versions: beside each stands what is one, in six languages. */
import { expect, test } from 'vitest';
import { toldIn } from './told-in.ts';

const rows: readonly (readonly [language: string, text: string, told: string])[] = [
  // One by one.
  ['en', 'They left one by one. One of them fell.', '1'],
  ['ru', 'Их вызывали по одному. Им дали по одной лодке.', '1'],
  ['be', 'Людзей выносілі адзін за адным.', ''],
  ['uk', 'Затриманих виводили один за одним.', ''],
  ['pl', 'Pasażerów wyciągano jeden po drugim.', ''],
  ['ar', 'وفتشوهم واحدا واحدا.', ''],
  // One in sayings.
  ['en', 'On the one hand, one of the oldest men came.', ''],
  ['ru', 'Одним словом, это один из крупнейших заводов.', ''],
  ['uk', 'З одного боку ліс, тут один будинок.', '1'],
  // Which one beside the n-th of a count.
  [
    'en',
    'The third fire. The second boiler was cold. This is the second boiler that burst.',
    '3 2',
  ],
  ['ru', 'Третья авария. Третий котёл отключили, второй чинят. Это второй котёл.', '3 2'],
  ['be', 'Гэта другі пажар. Другі свіран пусты.', '2'],
  ['uk', 'Це третя аварія. Другий міст закрито.', '3'],
  ['pl', 'To trzeci wypadek. Trzeci most jest zamknięty.', '3'],
  ['ar', 'وهذا ثالث مركب يغرق. وكان الرصيف الثالث مغلقا.', '3'],
  ['en', 'They came for the second time. The second time they knocked.', '2'],
  ['ar', 'في المرة الأولى أخذوا هاتفي، وفي المرة الثانية حقيبتي.', ''],
  ['en', 'It is the twenty-first century.', ''],
  // Nowadays.
  ['en', 'Once there were 40 of them; today there are 12.', '40 12'],
  ['en', 'Today there were 12 of them.', '@2026-10-06 12'],
  ['en', 'Today it is a market. In the 1970s it was a mill.', '@~70s'],
  ['en', 'It burned down today. In 2024 it was closed.', '@2026-10-06 @2024'],
  ['ru', 'В 1990-х тут был завод. Сегодня тут рынок.', '@~90s'],
  ['be', 'Сёння такіх вёсак большасць, а дваццаць гадоў таму іх не было.', '@~-20Y'],
  ['be', 'Сёння раніцай было іначай, калісьці тут быў млын.', '@2026-10-06'],
  ['uk', 'Колись тут був млин, сьогодні склад.', ''],
  ['pl', 'W 2005 roku były cztery stacje. Dziś są dwie.', '@2005 4 2'],
  ['ar', 'كانت الرحلة تستغرق ساعتين، وصارت اليوم تستغرق ثلاث ساعات.', '2 3'],
  // Names with figures, telephones, ages from which on.
  ['en', 'A Boeing 737 with 12 people, open 24/7, films for 18+.', '12'],
  ['ru', 'Телефон 112, Боинг 737, фильм 18+.', ''],
  ['ar', 'رقم الحساب 44120.', ''],
  // Only a vague word.
  ['en', 'Several dozen people, a few hundred boats, two hundred goats.', '200'],
  ['ru', 'Несколько тысяч человек и пять тысяч коз.', '5000'],
  ['be', 'Некалькі тысяч чалавек.', ''],
  ['uk', 'Кілька тисяч людей.', ''],
  ['pl', 'Kilka tysięcy osób.', ''],
  ['ar', 'عدة آلاف شخص.', ''],
  // Read now: hours and spans; of a rate only how often.
  ['pl', 'Droga będzie zamknięta od godziny 10 do godziny 12.', '@T10:00 @T12:00'],
  ['pl', 'Kolejka stanęła po godzinie 15, ruszyła po godzinie.', '@T15:00 @~+1h'],
  ['pl', 'Rozprawa za dwa dni, poprzednia była przed trzema tygodniami.', '@~+2D @~-3W'],
  ['be', 'Аўтобус ходзіць двойчы на дзень, машына раз на два тыдні.', '2 2'],
  ['ar', 'مصير الاثنين الآخرين. وصل يوم الاثنين.', '@2026-10-05'],
];

test.each(rows)('in %s: %s', (language, text, told) => {
  expect(toldIn(text, language)).toBe(told);
});
