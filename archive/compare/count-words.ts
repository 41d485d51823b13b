/** Words that tell a count without a number word: "twice", "полгода", "двухлетний", "sotnia", in six languages, as data. */
import { foldWord } from '../text/index.ts';
import type { ListedLanguage } from './language.ts';

type Listed = Exclude<ListedLanguage, 'other'>;
type Lists = Readonly<Record<Listed, string>>;

const readNumbers = (list: string): ReadonlyMap<string, number> =>
  new Map(
    list.split(' ').flatMap((entry) => {
      const [value = '', forms = ''] = entry.split(':', 2);
      return forms === ''
        ? []
        : forms.split(',').map((form): [string, number] => [foldWord(form), Number(value)]);
    }),
  );

const byLanguage = <T>(lists: Lists, read: (list: string) => T): ReadonlyMap<string, T> =>
  new Map(Object.entries(lists).map(([language, list]) => [language, read(list)]));

/** How often: `value:form,form`, parted by spaces. */
const timesOf = byLanguage(
  {
    en: '2:twice,twofold 3:thrice,threefold,triple 4:fourfold 5:fivefold 6:sixfold 10:tenfold',
    ru: '1:единожды,однократно 2:дважды,двукратно,вдвое 3:трижды,трехкратно,втрое 4:вчетверо 5:впятеро 4:четырежды,четырехкратно 5:пятикратно',
    be: '2:двойчы,двухразова,удвая,ўдвая,удвух,удвайне 3:тройчы,утрая,ўтрая 4:чатыройчы',
    uk: '1:одноразово 2:двічі,дворазово,вдвічі,удвічі,вдвоє 3:тричі,втричі,утричі 4:чотириразово,вчетверо,учетверо',
    pl: '1:jednokrotnie 2:dwukrotnie,dwakroć 3:trzykrotnie 4:czterokrotnie 5:pięciokrotnie 6:sześciokrotnie 7:siedmiokrotnie 8:ośmiokrotnie 9:dziewięciokrotnie 10:dziesięciokrotnie',
    ar: '',
  },
  readNumbers,
);

/** For the n-th time. */
const nthTimesOf = byLanguage(
  {
    en: '',
    ru: '2:вторично',
    be: '2:удругое 3:утрэцяе',
    uk: "2:вдруге,удруге 3:втретє,утретє 4:вчетверте,учетверте 5:вп'яте,уп'яте 6:вшосте,ушосте",
    pl: '',
    ar: '',
  },
  readNumbers,
);

/** Counted by these, so many at once: "two dozen", "три сотни". Alone and in the singular they are one. */
const bunchesOf = byLanguage(
  {
    en: '12:dozen',
    ru: '10:десяток,десятка,десятку,десятков 12:дюжина,дюжину,дюжины,дюжин 100:сотня,сотню,сотни,сотен',
    be: '10:дзясятак,дзясятка,дзясяткаў 12:тузін,тузіна,тузіны,тузінаў 100:сотня,сотню,сотні,сотняў',
    uk: '10:десяток,десятка,десятків 12:дюжина,дюжину,дюжини,дюжин 100:сотня,сотню,сотні,сотень',
    pl: '12:tuzin,tuzina,tuziny,tuzinów 100:setka,setkę,setki,setek',
    ar: '',
  },
  readNumbers,
);
const oneBunch = byLanguage(
  {
    en: 'dozen',
    ru: 'десяток дюжина дюжину сотня сотню',
    be: 'дзясятак тузін сотня сотню',
    uk: 'десяток дюжина дюжину сотня сотню',
    pl: 'tuzin setka setkę',
    ar: '',
  },
  (list) => new Set(list.split(' ').map(foldWord)),
);

/** "Half a": what follows may be a measure or a scale. */
const halves: Readonly<Record<Listed, RegExp>> = {
  en: /^half$/,
  ru: /^(?!)/,
  be: /^(?!)/,
  uk: /^пів$/,
  pl: /^pol$/,
  ar: /^[بل]?نصف$/,
};
/** Written as one word with what there is half of. */
const halfOf: Readonly<Record<Listed, RegExp | null>> = {
  en: null,
  ru: /^пол(?=у?сот|[^у])у?(года|часа|дня|месяца|минуты|недели|суток|века|километра|метра|литра|тонны|кило|миллиона|миллиарда|тысячи|сотни|сотню|сотня)$/,
  be: /^паў(года|гадзіны|дня|месяца|хвіліны|тыдня|сутак|стагоддзя|кіламетра|метра|літра|тоны|мільена|мільярда|тысячы|сотні)$/,
  uk: /^пів(року|години|дня|місяця|хвилини|тижня|доби|століття|кілометра|метра|літра|тонни|мільйона|мільярда|тисячі|сотні)$/,
  pl: null,
  ar: null,
};
/** After a number or what it counts: "two and a half", "ثلاث ساعات ونصف". */
const andHalf = byLanguage(
  {
    en: 'and_a_half',
    ru: 'с_половиной',
    be: 'з_паловай',
    uk: 'з_половиною із_половиною',
    pl: 'i_pół z_połową',
    ar: 'ونصف والنصف',
  },
  (list) => list.split(' ').map((phrase) => phrase.split('_').map(foldWord)),
);

/** Beginnings of words like "двухлетний": the count. */
const adjectiveCounts: Lists = {
  en: '',
  ru: '1:одно 2:двух,дву 3:трех 4:четырех 5:пяти 6:шести 7:семи 8:восьми 9:девяти 10:десяти 11:одиннадцати 12:двенадцати 13:тринадцати 14:четырнадцати 15:пятнадцати 16:шестнадцати 17:семнадцати 18:восемнадцати 19:девятнадцати 20:двадцати 25:двадцатипяти 30:тридцати 40:сорока 50:пятидесяти 60:шестидесяти 70:семидесяти 80:восьмидесяти 90:девяносто 100:сто 1.5:полутора 0.5:полу',
  be: '1:адна 2:двух 3:трох 4:чатырох 5:пяці 6:шасці 7:сямі 8:васьмі 9:дзевяці 10:дзесяці 11:адзінаццаці 12:дванаццаці 13:трынаццаці 14:чатырнаццаці 15:пятнаццаці 16:шаснаццаці 17:сямнаццаці 18:васямнаццаці 19:дзевятнаццаці 20:дваццаці 30:трыццаці 40:сарака 50:пяцідзесяці 60:шасцідзесяці 70:сямідзесяці 80:васьмідзесяці 1.5:паўтара 0.5:паў',
  uk: "1:одно 2:дво,двох 3:три,трьох 4:чотири,чотирьох 5:п'яти 6:шести 7:семи 8:восьми 9:дев'яти 10:десяти 11:одинадцяти 12:дванадцяти 13:тринадцяти 14:чотирнадцяти 15:п'ятнадцяти 16:шістнадцяти 17:сімнадцяти 18:вісімнадцяти 19:дев'ятнадцяти 20:двадцяти 30:тридцяти 40:сорока 50:п'ятдесяти 60:шістдесяти 70:сімдесяти 80:вісімдесяти 1.5:півтора 0.5:пів",
  pl: '1:jedno 2:dwu 3:trzy 4:cztero 5:pięcio 6:sześcio 7:siedmio 8:ośmio 9:dziewięcio 10:dziesięcio 11:jedenasto 12:dwunasto 13:trzynasto 14:czternasto 15:piętnasto 16:szesnasto 17:siedemnasto 18:osiemnasto 19:dziewiętnasto 20:dwudziesto 30:trzydziesto 40:czterdziesto 50:pięćdziesięcio 60:sześćdziesięcio 70:siedemdziesięcio 80:osiemdziesięcio 1.5:półtora 0.5:pół',
  ar: '',
};
/** What they count: `word of the lexicon:beginning,beginning`; endings follow. */
const adjectiveNouns: Lists = {
  en: '',
  ru: 'лет:летн,годичн,годовал,годов дней:дневн недель:недельн месяцев:месячн часов:часов минут:минутн суток:суточн километров:километров метров:метров этажей:этажн комнат:комнатн тонн:тонн мест:местн раз:кратн,разов',
  be: 'гадоў:гадов,гадав дзён:дзенн,дзённ тыдняў:тыднев,тыднёв месяцаў:месячн гадзін:гадзінн хвілін:хвілінн сутак:сутачн кіламетраў:кіламетров метраў:метров паверхаў:павярхов,паверхав пакояў:пакаев раз:разов,кратн',
  uk: 'років:річн днів:денн тижнів:тижнев місяців:місячн годин:годинн хвилин:хвилинн діб:добов кілометрів:кілометров метрів:метров поверхів:поверхов кімнат:кімнатн разів:разов,кратн',
  pl: 'lat:letni,letnie,letnia,letnią,roczn,latek,latk dni:dniow tygodni:tygodniow miesięcy:miesięczn godzin:godzinn minut:minutow kilometrów:kilometrow metrów:metrow pięter:piętrow pokoi:pokojow osób:osobow razy:krotn',
  ar: '',
};
const LONGEST_ADJECTIVE_ENDING = 4;

/** A part of what there is. In English it needs more around it ("a third of", "two thirds"). */
const sharesOf = byLanguage(
  {
    en: '0.5:half 0.25:quarter,quarters 0.33:third,thirds 0.2:fifth,fifths 0.1:tenth,tenths',
    ru: '0.5:половина,половины,половине,половину,половиной 0.33:треть,трети,третью 0.25:четверть,четверти,четвертью',
    be: '0.5:палова,паловы,палове,палову,паловай 0.33:трэць,траціна,траціны,траціну,траціне 0.25:чвэрць,чвэрці',
    uk: '0.5:половина,половини,половині,половину,половиною 0.33:третина,третини,третині,третину,третиною 0.25:чверть,чверті,чвертю',
    pl: '0.5:połowa,połowy,połowie,połowę,połową 0.25:ćwierć,ćwierci',
    ar: '0.5:نصف,النصف 0.33:ثلث,الثلث 0.25:ربع,الربع,أرباع 0.2:أخماس 0.1:أعشار 0.67:ثلثا,ثلثي,ثلثان,ثلثين',
  },
  readNumbers,
);
const ARABIC_OWNER = /(?:ها|هم|هما|هن|ه)$/;
const THIRD = 0.33;
const TWO_THIRDS = 0.67;

/** 0.5, 0.25 and so on; `null` of any other word. */
export function shareOf(folded: string, language: ListedLanguage): number | null {
  const shares = sharesOf.get(language);
  const found =
    shares?.get(folded) ??
    (language === 'ar'
      ? shares?.get(folded.replace(ARABIC_OWNER, '').replace(/^[وبل]/, ''))
      : undefined);
  if (found === undefined) return null;
  return found === THIRD ? 1 / 3 : found === TWO_THIRDS ? 2 / 3 : found;
}

/** "For a week", "за тиждень": one of a measure that no number counts. English has an article between. */
const impliedBefore = byLanguage(
  {
    en: 'for in within over took lasted lasts last after almost nearly about than given waited wait spent spend takes take needs needed',
    ru: 'за на течение через вместо почти около больше более меньше менее дольше примерно длился длилась длилось длились длится продлится занял заняла заняло продолжался продолжалась продолжалось',
    be: 'за на працягу праз замест амаль каля больш менш даўжэй доўжыўся доўжылася доўжыцца заняў заняла працягваўся працягвалася',
    uk: 'за на протягом упродовж через замість майже близько понад більше менше довше тривав тривала тривало тривали триває триватиме забрав забрала забрало',
    pl: 'przez na ciągu zamiast prawie niemal około ponad blisko dłużej trwał trwała trwało trwały trwa potrwa zajął zajęła zajęło',
    ar: 'خلال لمدة غضون نحو قرابة حوالي بدل دخل راتب استغرق استغرقت طوال استمر استمرت يستمر تستمر سيستمر ستستمر دام دامت',
  },
  (list) => new Set(list.split(' ').map(foldWord)),
);
/** Of a measure, forms of one alone. */
const oneMeasure = byLanguage(
  {
    en: 'minute hour day week month year',
    ru: 'минуту минуты час часа день дня сутки суток неделю недели месяц месяца год года',
    be: 'хвіліну хвіліны гадзіну гадзіны дзень дня суткі тыдзень тыдня месяц месяца год года',
    uk: 'хвилину хвилини годину години день дня добу доби тиждень тижня місяць місяця рік року',
    pl: 'minutę minuty godzinę godziny dzień dnia dobę doby tydzień tygodnia miesiąc miesiąca rok roku',
    ar: 'دقيقه ساعه يوم يوما اسبوع اسبوعا شهر شهرا سنه عام عاما',
  },
  (list) => new Set(list.split(' ').map(foldWord)),
);

export const impliesOne = (before: string, folded: string, language: ListedLanguage): boolean =>
  impliedBefore.get(language)?.has(before) === true &&
  oneMeasure.get(language)?.has(folded) === true;

interface AdjectiveWords {
  /** Longest first. */
  readonly counts: readonly (readonly [beginning: string, value: number])[];
  readonly nouns: readonly (readonly [beginning: string, noun: string])[];
}

const adjectivesOf = new Map(
  (Object.keys(adjectiveCounts) as Listed[]).map((language): [ListedLanguage, AdjectiveWords] => [
    language,
    {
      counts: [...readNumbers(adjectiveCounts[language])].sort(
        (one, other) => other[0].length - one[0].length,
      ),
      nouns: [...adjectiveNouns[language].split(' ')].flatMap((entry) => {
        const [noun = '', forms = ''] = entry.split(':', 2);
        return forms === '' ? [] : forms.split(',').map((form) => [foldWord(form), noun] as const);
      }),
    },
  ]),
);

export interface OwnCount {
  readonly value: number;
  /** What is counted, as a word of the language; empty where it is not told. */
  readonly noun: string;
  readonly ordinal: boolean;
}

/** "One of them" as one word. */
const ARABIC_ONE_OF = /^[وف]?(?:احد|احدا|احدي)(?:هم|هما|هن|ها)$/;
const JOINED_UNIT = /^(\d{1,6})(bn|m|mln|k|km|kg|cm|mm|g|ha|l|тыс|км|кг|млн|млрд)$/;
const JOINED_SCALES = new Map([
  ['bn', 1e9],
  ['млрд', 1e9],
  ['m', 1e6],
  ['mln', 1e6],
  ['млн', 1e6],
  ['k', 1e3],
  ['тыс', 1e3],
]);
/** Of half a million and the like. */
const SCALES =
  /^(?:(?<thousand>тысячи|тысячы|тисячі)|(?<million>миллиона|мільена|мільйона)|(?<billion>миллиарда|мільярда)|(?<hundred>сотни|сотню|сотня|сотні))$/;

function halfWord(folded: string, language: Listed): OwnCount | null {
  const noun = halfOf[language]?.exec(folded)?.[1];
  if (noun === undefined) return null;
  const scale = SCALES.exec(noun)?.groups;
  if (scale === undefined) return { value: 0.5, noun, ordinal: false };
  const value =
    scale.hundred !== undefined
      ? 50
      : scale.thousand !== undefined
        ? 500
        : scale.million !== undefined
          ? 5e5
          : 5e8;
  return { value, noun: '', ordinal: false };
}

function adjective(folded: string, language: Listed): OwnCount | null {
  const words = adjectivesOf.get(language);
  for (const [beginning, value] of words?.counts ?? []) {
    if (!folded.startsWith(beginning)) continue;
    const rest = folded.slice(beginning.length);
    const noun = adjectiveNoun(rest, language);
    if (noun !== null) return { value, noun, ordinal: false };
    if (value < 20) continue;
    for (const [second, ones] of words?.counts ?? []) {
      if (ones < 1 || ones > 9 || !rest.startsWith(second)) continue;
      const of = adjectiveNoun(rest.slice(second.length), language);
      if (of !== null) return { value: value + ones, noun: of, ordinal: false };
    }
  }
  return null;
}

/** What the second part of "двух-летний" or "72-летний" counts. */
export function adjectiveNoun(rest: string, language: ListedLanguage): string | null {
  for (const [known, noun] of adjectivesOf.get(language)?.nouns ?? [])
    if (rest.startsWith(known) && rest.length - known.length <= LONGEST_ADJECTIVE_ENDING)
      return noun;
  return null;
}

/** Of "20km": its figures, its unit and its scale, of which one is told; `null` of other words. */
export function joinedUnit(
  folded: string,
): { readonly digits: string; readonly unit: string; readonly scale: number } | null {
  const [, digits, unit = ''] = JOINED_UNIT.exec(folded) ?? [];
  if (digits === undefined) return null;
  const scale = JOINED_SCALES.get(unit);
  return { digits, unit: scale === undefined ? unit : '', scale: scale ?? 1 };
}

/** "Po osiemdziesiątce": past the age of eighty. */
const POLISH_TENS =
  'trzydziest czterdziest piecdziesiat szescdziesiat siedemdziesiat osiemdziesiat dziewiecdziesiat'.split(
    ' ',
  );
const POLISH_AGE = new RegExp(`^(${POLISH_TENS.join('|')})(?:ka|ki|ce|ke)$`);

/** What a word tells by itself; `null` of most words. */
export function ownCountOf(folded: string, language: ListedLanguage): OwnCount | null {
  if (language === 'other') return null;
  const age = language === 'pl' ? POLISH_AGE.exec(folded) : null;
  if (age !== null)
    return { value: POLISH_TENS.indexOf(age[1] ?? '') * 10 + 30, noun: 'lat', ordinal: false };
  if (language === 'pl' && /^kwadrans(?:a|em|ie|y)?$/.test(folded))
    return { value: 15, noun: 'minut', ordinal: false };
  if (language === 'ar' && ARABIC_ONE_OF.test(folded))
    return { value: 1, noun: '', ordinal: false };
  const plain = (value: number | undefined, ordinal: boolean): OwnCount | null =>
    value === undefined ? null : { value, noun: '', ordinal };
  const joined = joinedUnit(folded);
  if (joined !== null)
    return { value: Number(joined.digits) * joined.scale, noun: joined.unit, ordinal: false };
  return (
    plain(timesOf.get(language)?.get(folded), false) ??
    plain(nthTimesOf.get(language)?.get(folded), true) ??
    halfWord(folded, language) ??
    adjective(folded, language)
  );
}

export const bunchOf = (folded: string, language: ListedLanguage): number | null =>
  bunchesOf.get(language)?.get(folded) ?? null;

export const isOneBunch = (folded: string, language: ListedLanguage): boolean =>
  oneBunch.get(language)?.has(folded) === true;

export const isHalf = (folded: string, language: ListedLanguage): boolean =>
  language !== 'other' && halves[language].test(folded);

export const andHalfPhrases = (language: ListedLanguage): readonly (readonly string[])[] =>
  andHalf.get(language) ?? [];
