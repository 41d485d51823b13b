/** Names of several words are found in Arabic letters when they are known in other ones, and the other way about; everyday words are not taken for them. */
import { expect, it } from 'vitest';
import { compareTexts, findMentions } from '../../../archive/compare/index.ts';
import { documentOf } from './cases.ts';

const person = (name: string) => ({ kind: 'person' as const, spellings: [name] });
const namedIn = (text: string, ...names: string[]) =>
  findMentions(text, names.map(person)).map(
    ({ entity, start, end }) => `${names[entity]}: ${text.slice(start, end)}`,
  );

it.each([
  ['قال جواد الخطيب إن الباب أغلق', 'Jawad al-Khatib', 'جواد الخطيب'],
  ['وكتب لجواد الخطيب رسالة', 'Jawad al-Khatib', 'لجواد الخطيب'],
  ['رأى علي حسن النهر', 'Али Хасан', 'علي حسن'],
  ['Yesterday Jawad al-Khatib came.', 'جواد الخطيب', 'Jawad al-Khatib'],
  ['Yesterday Jawad Khatib came.', 'جواد الخطيب', 'Jawad Khatib'],
  ['Вчера видели Джавада аль-Хатиба.', 'جواد الخطيب', 'Джавада аль-Хатиба'],
])('%s', (text, name, written) => {
  expect(namedIn(text, name)).toEqual([`${name}: ${written}`]);
});

it('one word alone, or two of few consonants, are not enough', () => {
  expect(namedIn('قال جواد إن الباب أغلق', 'Jawad')).toEqual([]);
  expect(namedIn('جاء جواد جاد', 'Jawad Jad')).toEqual([]);
  expect(namedIn('جاء جواد. الخطيب ذهب', 'Jawad al-Khatib')).toEqual([]);
});

it('what is joined before a word belongs to the first word of a name alone', () => {
  expect(namedIn('ويوسف ناصر', 'Yusuf Naser')).toEqual(['Yusuf Naser: ويوسف ناصر']);
  expect(namedIn('ويشعف ونسرر', 'Yusuf Naser')).toEqual([]);
});

/** Common words, two after another in each order. */
const common =
  'في من على إلى عن مع هذا هذه ذلك التي الذي كان كانت قال قالت وقد لم لن ليس بعد قبل عند بين كل بعض أول آخر يوم أمس غدا صباح مساء ليل سنة شهر ' +
  'رجل امرأة ولد بنت أب أم أخ أخت بيت باب شارع مدينة قرية نهر جسر بحر جبل سيارة شرطة محكمة قاض سجن حارس شاهد رسالة ورقة كتاب قلم ماء خبز نار ' +
  'كبير صغير جديد قديم طويل قصير كثير قليل سعيد حزين كتب قرأ رأى سمع ذهب جاء خرج دخل فتح أغلق أخذ أعطى طلب وجد ترك وصل سأل أجاب عرف نسي';
const known =
  'Jawad al-Khatib, Samira Haddad, Ali Hasan, Omar Said, Khalid Mansour, Walid Darwish, Rami Najjar, Ahmad al-Masri, Mahmoud Hamdan, ' +
  'Yusuf Saleh, Ibrahim Qasim, Nour al-Ahmad, Layla Barakat, Fatima Shaheen, Karim Nasser, Tariq al-Hakim, Bashir Khoury, Adel Rashid, ' +
  'Nabil Jaber, Fadi Habib, Ziad Salman, Salim Issa, Hamza Bitar, Majid Kabir, Amin Kitab, Nadir Walad';

it('everyday words beside each other are nobody', () => {
  const words = common.split(' ');
  const text = words.flatMap((one) => words.map((other) => `${one} ${other}.`)).join(' ');
  expect(namedIn(text, ...known.split(', '))).toEqual([]);
});

it('a comparison pairs the name of one account with that of the other', () => {
  const a = documentOf(['Jawad al-Khatib opened the gate of the old harbour at nine.'], 'en');
  const b = documentOf(['فتح جواد الخطيب بوابة الميناء القديم في التاسعة.'], 'ar');
  const { facts } = compareTexts(a, b, { names: [person('Jawad al-Khatib')] });
  const names = facts.filter(({ kind }) => kind === 'name');
  expect(names.map(({ a: one, b: other }) => [one?.text, other?.text])).toContainEqual([
    'Jawad al-Khatib',
    'جواد الخطيب',
  ]);
});

it.each([
  ['Вахтёры из Сухого Яра ушли.', 'Сухой Яр', 'Сухого Яра'],
  ['У Великому Яру згоріла пристань.', 'Великий Яр', 'Великому Яру'],
  ['До Великого Яру їдуть возами.', 'Великий Яр', 'Великого Яру'],
])('a noun of two letters is inflected beside another word: %s', (text, name, written) => {
  expect(namedIn(text, name)).toEqual([`${name}: ${written}`]);
});

it('a longer word that begins with a noun of two letters is another word', () => {
  expect(namedIn('Сухой Яркий день прошёл.', 'Сухой Яр')).toEqual([]);
  expect(namedIn('Сухой Ярус рухнул.', 'Сухой Яр')).toEqual([]);
});
