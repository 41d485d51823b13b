/** Tells numbers that only say which one it is ("room 14", "маршрут 7", a telephone number) from those that count. */
import { foldWord } from '../text/index.ts';
import type { CountedNumber } from './account.ts';
import type { ListedLanguage } from './language.ts';
import { isCounted } from './lexicon.ts';
import type { Meanings } from './meaning.ts';
import { isScale } from './number-words.ts';
import type { FoundNumber } from './numbers.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

type Listed = Exclude<ListedLanguage, 'other'>;

/** Beginnings of words that a number right behind them tells from others. */
const named: Readonly<Record<Listed, string>> = {
  en: 'room flat apartment house floor bus tram route line unit school hospital ward gate platform group cell building warehouse block section entrance law order decree act form page channel camp exhibit chapter volume paragraph article clause grade class lane pier dock shaft pit tower checkpoint door box locker zone sector district hall courtroom stage phase kilometre brigade regiment battalion polling station colony barrack shop trolleybus flight train case file phone dial account',
  ru: 'кабинет комнат квартир дом этаж автобус троллейбус трамва маршрут лини часть част школ больниц палат групп камер барак корпус подъезд стат закон приказ указ постановлени форм страниц канал отряд секци цех склад шахт участ пункт километр сектор зон зал бригад полк батальон лице гимнази колони рейс поезд вагон ворот платформ стол окно телефон номер счет',
  be: 'кабінет пако кватэр дом паверх аутобус аўтобус тралейбус трамва маршрут лін частк част школ бальніц палат груп камер барак корпус пад’езд артыкул закон загад указ пастанов форм старон канал атрад секц цэх склад шахт участ пункт кіламетр сектар зон зал брыгад полк батальён ліцэ гімназі калон рэйс цягнік вагон варот платформ тэлефон нумар рахун',
  uk: "кабінет кімнат квартир будин поверх автобус тролейбус трамва маршрут ліні частин школ лікарн палат груп камер барак корпус під'їзд статт закон наказ указ постанов форм сторін канал загін загон секці цех склад шахт дільниц пункт кілометр сектор зон зал бригад полк батальйон ліце гімназі колоні рейс потяг поїзд вагон воріт платформ гуртожит телефон номер рахун",
  pl: 'pokój pokoj mieszkani dom piętr autobus tramwaj trolejbus lini trasa trasy trasie jednostk szkoł szpital sala sali salę grup cela celi celę barak blok klatk artykuł ustaw rozporządzeni formularz stron kanał oddział sekcj hala hali halę magazyn szyb punkt kilometr sektor stref brygad pułk batalion lice koloni lot pociąg wagon bram peron telefon numer kont',
  ar: 'غرفه الغرفه شقه الشقه منزل المنزل الطابق الحافله حافله الخط المسار مدرسه المدرسه مستشفي المستشفي الجناح القاعه قاعه الماده ماده القانون المرسوم الصفحه صفحه القناه البوابه بوابه الرصيف المبني مبني القسم الوحده وحده اللواء الكتيبه القطاع المنطقه العنبر الزنزانه رقم الحساب حساب',
};
const ENDING = 4;
const namedOf = new Map<ListedLanguage, readonly string[]>(
  Object.entries(named).map(([language, list]) => [
    language as Listed,
    list.split(' ').map(foldWord),
  ]),
);
/** Short forms with a full stop: "кв. 8", "ul. Polna 14". */
const SHORT_FORM =
  /(?:^|[\s(,])(?:кв|каб|корп|буд|оф|к|д|м|с|стр|гр|лок|lok|bud|m|p|pp|str|s|flt|apt|rm|bldg|ext|tel|тел|т|вн|доб)\. ?$/iu;
/** "Boeing 737", "iPhone 15". */
const MODELS = new Set(
  'boeing боинг боінг боїнг airbus аэробус аеробус iphone айфон айфон windows covid ковид ковід'
    .split(' ')
    .map(foldWord),
);
/** "18+": from which age on. */
const RATINGS = new Set(['0', '6', '12', '16', '18']);
/** Round the clock, and a day of September. */
const WITH_SLASH = new Set(['24/7', '9/11']);

/** Figures that are a name. */
function isSaying(words: Words, first: number, last: number): boolean {
  const from = startAt(words, first);
  const written = words.text.slice(from, endAt(words, last));
  if (RATINGS.has(written) && words.text.charAt(from + written.length) === '+') return true;
  if (MODELS.has(foldedAt(words, first - 1)) && MODEL_GAP.test(gapAfter(words, first - 1)))
    return true;
  const before = words.text.slice(startAt(words, first - 1), from + written.length);
  const behind = words.text.slice(from, endAt(words, last + 1));
  return WITH_SLASH.has(before) || WITH_SLASH.has(behind);
}

const MODEL_GAP = /^[ \u00a0-]$/;
const STREETS = new Set(
  'улица улице улицы улицу ул проспект проспекте пр переулок переулке проезд площадь площади пл шоссе бульвар вуліца вуліцы вуліцу вул праспект праспекце завулак плошча плошчы бульвары вулиця вулиці вулицю проспекті провулок провулку площа площі ulica ulicy ulicę ul aleja alei plac placu pl osiedle شارع بشارع الشارع'
    .split(' ')
    .map(foldWord),
);
const ENGLISH_STREETS = new Set(
  'street st lane road rd avenue ave square drive row terrace way close court hill gardens quay boulevard'.split(
    ' ',
  ),
);
const STREET_REACH = 4;
const PLAIN_GAP = /^[ \u00a0\u202f]$/;
const ADDRESS_GAP = /^,?[ \u00a0\u202f]$/;
const ADDRESS_END = /[.!?;:()\n]/;
const HYPHEN = /^[-‑–]$/;
const LIST_GAP = /^,? ?$/;
const DIGIT = /^\d/;
/** Endings of what is counted, where the word itself is not known. */
const COUNTED_ENDING = /(?:ов|ев|ей|ий|аў|яў|ів|їв|ow|ek|ок|ак|s)$/;
/** After two, three and four: "84 охоронці", "23 санітарки"; no past tense of a verb. */
const FEW = /(?:^|[2-9])[234]$/;
const FEW_ENDING = /(?:[нкцвтрсг]і|[кгх]и|[нтр]ы|[нтр]и)$/;
const PHONE_GAP = /^(?:[ \u00a0()-]{1,2})$/;
const PHONE = /^\d+(?:-\d+)+$/;
const LEAST_PHONE_GROUPS = 3;

const isDigits = (words: Words, at: number) => DIGIT.test(words.text.charAt(startAt(words, at)));

function isNamed(folded: string, language: ListedLanguage): boolean {
  const list = namedOf.get(language) ?? [];
  if (language === 'ar') return list.includes(folded);
  const ending = language === 'en' ? 2 : ENDING;
  return list.some((word) => folded.startsWith(word) && folded.length - word.length <= ending);
}

/** Whether a thing is counted right after a number, as far as its word tells. */
function countsNext(words: Words, meanings: Meanings, last: number): boolean {
  if (!PLAIN_GAP.test(gapAfter(words, last))) return false;
  const next = meanings.at(words, last + 1);
  if (next.stop || next.digits || words.capital[last + 1] === 1) return false;
  if (next.concept !== null && isCounted(next.concept)) return true;
  if (meanings.language === 'ar' || (next.concept?.sort ?? 'word') !== 'word') return false;
  return (
    (next.concept === null && COUNTED_ENDING.test(next.folded)) ||
    (FEW.test(foldedAt(words, last)) && FEW_ENDING.test(next.folded))
  );
}

function isOfAddress(words: Words, first: number, last: number, language: ListedLanguage): boolean {
  if (language === 'en') {
    if (words.capital[last + 1] !== 1 || !PLAIN_GAP.test(gapAfter(words, last))) return false;
    for (let at = last + 2; at <= last + STREET_REACH; at++) {
      if (ENGLISH_STREETS.has(foldedAt(words, at)) && words.capital[at] === 1) return true;
      if (words.capital[at] !== 1) return false;
    }
    return false;
  }
  if (!ADDRESS_GAP.test(gapAfter(words, first - 1))) return false;
  if (language !== 'ar' && words.capital[first - 1] !== 1) return false;
  for (let at = first - 2; at >= 0 && at >= first - STREET_REACH; at--) {
    const gap = gapAfter(words, at);
    if (STREETS.has(foldedAt(words, at))) return true;
    if (ADDRESS_END.test(gap)) return false;
  }
  return false;
}

/** Groups of figures that stand together: "8 017 200-30-40". */
function phoneWords(words: Words): Uint8Array {
  const inPhone = new Uint8Array(words.count);
  let from = -1;
  for (let at = 0; at <= words.count; at++) {
    const goesOn =
      at < words.count &&
      isDigits(words, at) &&
      (from < 0 || PHONE_GAP.test(gapAfter(words, at - 1)));
    if (goesOn) {
      if (from < 0) from = at;
      continue;
    }
    const written =
      from < 0 || at === 0 ? '' : words.text.slice(startAt(words, from), endAt(words, at - 1));
    // "5-04-04", but "14 2-3" may be two numbers and more.
    const least = PHONE.test(written) ? LEAST_PHONE_GROUPS : LEAST_PHONE_GROUPS + 1;
    const hyphens = written.includes('-');
    const plus = from >= 0 && words.text.charAt(startAt(words, from) - 1) === '+';
    if (from >= 0 && ((hyphens && at - from >= least) || (plus && at - from >= 2)))
      inPhone.fill(1, from, at);
    from = at < words.count && isDigits(words, at) ? at : -1;
  }
  return inPhone;
}

const isScaled = (words: Words, meanings: Meanings, { first, last }: FoundNumber): boolean =>
  last > first && !isDigits(words, last) && isScale(meanings.at(words, last).cardinal ?? 0);

/** The numbers that count something. Linear in the text. */
export function withoutWhichOne(
  words: Words,
  meanings: Meanings,
  numbers: readonly CountedNumber[],
): CountedNumber[] {
  const { language } = meanings;
  const phones = phoneWords(words);
  const labels = new Set<number>();
  const ends = new Set(numbers.map(({ number }) => number.last));
  return numbers.filter(({ number }) => {
    const { first, last } = number;
    const drop = () => {
      labels.add(last);
      return false;
    };
    if (number.label || phones[first] === 1) return drop();
    // "040", "0142"
    if (/^0\d/.test(foldedAt(words, first)) && first === last) return drop();
    if (isDigits(words, first) && isSaying(words, first, last)) return drop();
    // "Two in five" is one share.
    if (language === 'en' && foldedAt(words, first - 1) === 'in' && ends.has(first - 2))
      return false;
    // "The hospital serves 210 thousand" people.
    if (!isDigits(words, first) || number.percent || isScaled(words, meanings, number)) return true;
    const gap = gapAfter(words, first - 1);
    if (HYPHEN.test(gap) && !isDigits(words, first - 1) && words.capital[first - 1] === 1)
      return drop();
    const counts = countsNext(words, meanings, last);
    const start = startAt(words, first);
    const direct = PLAIN_GAP.test(gap) && isNamed(foldedAt(words, first - 1), language);
    const short = SHORT_FORM.test(words.text.slice(Math.max(0, start - 7), start));
    const address = isOfAddress(words, first, last, language);
    const listed =
      (labels.has(first - 1) && LIST_GAP.test(gap)) ||
      (labels.has(first - 2) && meanings.at(words, first - 1).stop);
    return (direct || short || address || listed) && !counts ? drop() : true;
  });
}
