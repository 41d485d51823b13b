/** Names of months and days, and words for days told from the day of writing, in six languages, as data. */
import { foldWord } from '../text/index.ts';
import type { ListedLanguage } from './language.ts';

type Lists = Readonly<Record<Exclude<ListedLanguage, 'other'>, string>>;

/** Twelve months parted by `|`; forms parted by spaces. `_` stands for a space inside a form. */
const months: Lists = {
  en: 'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec',
  be: 'студзень студзеня студзені студзенем студзеню|люты лютага лютым лютаму|сакавік сакавіка сакавіку сакавіком|красавік красавіка красавіку красавіком|май мая маі маем травень траўня траўні|чэрвень чэрвеня чэрвені чэрвеню чэрвенем|ліпень ліпеня ліпені ліпеню ліпенем|жнівень жніўня жніўні жніўню жніўнем|верасень верасня верасні верасню верасням|кастрычнік кастрычніка кастрычніку кастрычнікам|лістапад лістапада лістападзе лістападу лістападам|снежань снежня снежні снежню снежнем',
  ru: 'январь января январе январю январем|февраль февраля феврале февралю февралем|март марта марте марту мартом|апрель апреля апреле апрелем апрелю|май мая мае маю маем|июнь июня июне июню июнем|июль июля июле июлю июлем|август августа августе августу августом|сентябрь сентября сентябре сентябрю сентябрем|октябрь октября октябре октябрю октябрем|ноябрь ноября ноябре ноябрю ноябрем|декабрь декабря декабре декабрю декабрем',
  uk: 'січень січня січні січню січнем|лютий лютого лютому лютим|березень березня березні березню березнем|квітень квітня квітні квітнем|травень травня травні травню травнем|червень червня червні червню червнем|липень липня липні липню липнем|серпень серпня серпні серпню серпнем|вересень вересня вересні вересню вереснем|жовтень жовтня жовтні жовтню жовтнем|листопад листопада листопаді листопаду листопадом|грудень грудня грудні грудню груднем',
  pl: 'styczeń stycznia styczniu styczniem|luty lutego lutym lutemu|marzec marca marcu marcem|kwiecień kwietnia kwietniu kwietniem|maj maja maju majem|czerwiec czerwca czerwcu czerwcem|lipiec lipca lipcu lipcem|sierpień sierpnia sierpniu sierpniem|wrzesień września wrześniu wrześniem|październik października październiku październikiem|listopad listopada listopadzie listopadowi listopadem|grudzień grudnia grudniu grudniem',
  ar: 'يناير كانون_الثاني جانفي|فبراير شباط فيفري|مارس آذار|أبريل إبريل نيسان أفريل|مايو أيار ماي|يونيو يونيه حزيران جوان|يوليو يوليه تموز جويلية|أغسطس آب أوت|سبتمبر أيلول|أكتوبر تشرين_الأول|نوفمبر تشرين_الثاني|ديسمبر كانون_الأول',
};

/** Monday to Sunday. */
const weekdays: Lists = {
  en: 'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
  be: 'панядзелак панядзелка панядзелку панядзелкам|аўторак аўторка аўторку аўторкам|серада сераду серады серадзе серадой|чацвер чацвярга чацвяргу чацвяргом|пятніца пятніцу пятніцы пятніцай|субота суботу суботы суботай суботе суботаю|нядзеля нядзелю нядзелі нядзеляй',
  ru: 'понедельник понедельника понедельнику понедельником|вторник вторника вторнику вторником|среда среду среды|четверг четверга четвергу четвергом|пятница пятницу пятницы пятнице пятницей|суббота субботу субботы субботе субботой|воскресенье воскресенья воскресенью воскресеньем',
  uk: "понеділок понеділка понеділку понеділком|вівторок вівторка вівторку вівторком|середа середу середи середі середою|четвер четверга четвергу четвергом|п'ятниця п'ятницю п'ятниці п'ятницею|субота суботу суботи суботі суботою|неділя неділю неділі неділею",
  pl: 'poniedziałek poniedziałku poniedziałkiem poniedziałkowi|wtorek wtorku wtorkiem|środa środę środy środzie środą|czwartek czwartku czwartkiem|piątek piątku piątkiem|sobota sobotę soboty sobocie sobotą|niedziela niedzielę niedzieli niedzielą',
  ar: 'الاثنين الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد',
};

/** Two days ago, one day ago, today, tomorrow. */
const nearDays: Lists = {
  en: '|yesterday|today|tomorrow',
  be: 'пазаўчора|учора ўчора|сёння|заўтра',
  ru: 'позавчера|вчера|сегодня|завтра',
  uk: 'позавчора|вчора учора|сьогодні|завтра',
  pl: 'przedwczoraj|wczoraj|dziś dzisiaj|jutro',
  ar: '|أمس البارحة|اليوم|غدا',
};
const NEAR_DAY_OFFSETS = [-2, -1, 0, 1];

function readLists(lists: Lists): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return new Map(
    Object.entries(lists).map(([language, list]) => {
      const values = new Map<string, number>();
      list.split('|').forEach((forms, at) => {
        for (const form of forms.split(' '))
          if (form !== '') values.set(form.split('_').map(foldWord).join(' '), at);
      });
      return [language, values];
    }),
  );
}

const monthsOf = readLists(months);
const weekdaysOf = readLists(weekdays);
const nearDaysOf = readLists(nearDays);

/** 1 to 12. `next` is the word after it: two of the Levantine names are two words. `words` says how many were read. */
export function monthOf(
  folded: string,
  next: string,
  language: ListedLanguage,
): { readonly month: number; readonly words: number } | null {
  const map = monthsOf.get(language);
  if (map === undefined) return null;
  // "and", "in", "of" are written as one with an Arabic month.
  const forms = language === 'ar' ? [folded, folded.replace(/^[وبفل]/, '')] : [folded];
  for (const form of forms) {
    const pair = map.get(`${form} ${next}`);
    if (pair !== undefined) return { month: pair + 1, words: 2 };
    const one = map.get(form);
    if (one !== undefined) return { month: one + 1, words: 1 };
  }
  return null;
}

/** 1 (Monday) to 7. */
export function weekdayOf(folded: string, language: ListedLanguage): number | null {
  const at = weekdaysOf.get(language)?.get(folded);
  return at === undefined ? null : at + 1;
}

/** Days from the day of writing: -2 to 1. */
export function nearDayOf(folded: string, language: ListedLanguage): number | null {
  const at = nearDaysOf.get(language)?.get(folded);
  return at === undefined ? null : (NEAR_DAY_OFFSETS[at] ?? null);
}

const listOf = (words: string) => new Set(words.split(' ').map(foldWord));

/** "between 6 and 8 April", "с 6 по 8 апреля": what may stand between the two days of a range. */
export const rangeWords = listOf('and to till until по па до да і и й do i oraz a إلى الى و حتى');
/** After a count of days or weeks: so long before the day of writing. */
export const agoWords = listOf('ago таму назад тому temu');
/** Before a count of days, in Arabic. */
export const agoBefore = listOf('قبل');
export const nextWords = listOf(
  'next coming following будучы будучую наступны наступную наступнага наступнай следующий следующую следующего следующей следующее будущий будущую ближайший ближайшую наступний наступну наступного наступної наступній najbliższy najbliższą najbliższego przyszły przyszłą następny następną następnego',
);
export const lastWords = listOf(
  'last past мінулы мінулую мінулага мінулай прошлый прошлую прошлого прошлой прошлое минувший минувшую минувшего минувшей минулий минулу минулого минулої ubiegły ubiegłą ubiegłego zeszły zeszłą zeszłego miniony minioną',
);
/** In Arabic they stand behind the day. */
export const nextBehind = listOf('المقبل المقبلة القادم القادمة');
export const lastBehind = listOf('الماضي الماضية المنصرم الفائت');
export const yearMarks = listOf(
  'года годе год г году годам годзе гадоў р року році рік roku r rok عام سنة لعام годах гадах годы гады роках роки',
);
export const yearBefore = listOf('in since during of в с у з із w od roku latach от عام سنة منذ');
/** Morning and after noon, for hours. */
export const morningWords = listOf(
  'am morning раніцы ранку ночы утра ночи вранці ночі rano nocy صباحا فجرا صباح',
);
export const eveningWords = listOf(
  'pm evening afternoon вечара дня вечера вечора дня wieczorem południu مساء ليلا ظهرا عصرا',
);
export const clockWords = listOf(
  "o'clock oclock гадзін гадзіне гадзіны часов часа час годині годин година godzinie godziny godz الساعة",
);
