/** Finds hours of the clock that are told in words: "noon", "half past seven", "о пів на восьму", "السابعة والنصف". */
import { foldWord } from '../text/index.ts';
import { eveningWords, morningWords } from './calendar-words.ts';
import type { FoundDate } from './dates.ts';
import type { ListedLanguage } from './language.ts';
import type { Meaning, Meanings } from './meaning.ts';
import { nthOf } from './nth-words.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

type Listed = Exclude<ListedLanguage, 'other'>;
type Lists = Readonly<Record<Listed, string>>;

interface Hour {
  readonly eitherHalf?: boolean;
  readonly first: number;
  readonly last: number;
  readonly hour: number;
  readonly minute: number;
}

const PLAIN_GAP = /^[ \u00a0\u202f]$/;
const HALF_DAY = 12;
const HYPHEN = /^[-‑]$/;
const WRITTEN_ENDING = /^\p{L}{1,2}$/u;
const MINUTES = 60;
const AFTER_NOON = foldWord('południu');

const read = <T>(lists: Lists, make: (list: string) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(lists).map(([language, list]) => [language, make(list)]));
const phrasesIn = (list: string): readonly (readonly string[])[] =>
  list === '' ? [] : list.split(' ').map((phrase) => phrase.split('_').map(foldWord));
const wordsIn = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(foldWord));

/** Phrases of noon, and of midnight; `_` stands for a space. */
const noons = read(
  {
    en: 'noon midday',
    ru: 'полдень полудню полудня',
    be: 'апоўдні поўдзень',
    uk: 'опівдні полудень полудня',
    pl: 'w_południe samo_południe od_południa do_południa południa',
    ar: 'منتصف_النهار عند_الظهر',
  },
  phrasesIn,
);
const midnights = read(
  {
    en: 'midnight',
    ru: 'полночь полуночи полуночью',
    be: 'апоўначы да_поўначы пасля_поўначы',
    uk: 'опівночі до_півночі',
    pl: 'o_północy do_północy po_północy przed_północą około_północy od_północy',
    ar: 'منتصف_الليل',
  },
  phrasesIn,
);
/** Not noon: "after noon" is a part of the day, and so is "the south" where a place is told. */
const NOT_NOON_AFTER = wordsIn('после пасля після po');

/** Minutes past an hour that is told after them: of "half past seven" and "пів на восьму" the hour before counts. */
interface Part {
  readonly words: readonly string[];
  readonly minute: number;
  /** Of the hour that begins then: "половина восьмого" is half past seven. */
  readonly before: boolean;
}
const partsIn = (list: string): readonly Part[] =>
  list === ''
    ? []
    : list.split(' ').map((entry) => {
        const [minute = '', phrase = ''] = entry.split(':', 2);
        return {
          words: phrase.split('_').map(foldWord),
          minute: Math.abs(Number(minute)),
          before: minute.startsWith('-'),
        };
      });
const parts = read(
  {
    en: '30:half_past 15:quarter_past -45:quarter_to 10:ten_past 20:twenty_past 5:five_past -50:ten_to -40:twenty_to -55:five_to',
    ru: '-30:половине -30:половину -30:половина -45:без_четверти -15:четверть -50:без_десяти -40:без_двадцати -55:без_пяти',
    be: '-15:чвэрць_на -30:палове_на -30:палове -30:палову -30:палова -45:без_чвэрці -50:без_дзесяці -40:без_дваццаці -55:без_пяці',
    uk: "-30:пів_на -30:пів -30:половині -30:половину -45:за_чверть -15:чверть_на -50:за_десять -55:за_п'ять",
    pl: '-30:pół_do -30:wpół_do -30:w_pół_do -45:za_kwadrans 15:kwadrans_po -50:za_dziesięć -55:za_pięć',
    ar: '',
  },
  partsIn,
);
/** What stands before an hour that has no word of the clock beside it. */
const hourPrepositions = read(
  {
    en: 'at by until till before after around about from to',
    ru: 'в к до после с около',
    be: 'а да пасля каля з перад ад на',
    uk: 'о об до після близько з перед від на',
    pl: 'o do po około przed od na',
    ar: 'الساعه',
  },
  wordsIn,
);
/** Feminine forms alone are hours there: "о дев'ятій", "około piątej". */
const hourForm: Readonly<Record<string, RegExp>> = {
  be: /(?:ай|яй|ой|ую|ая|юю|яя)$/,
  uk: /(?:ій|ої|у|ю|а|я)$/,
  pl: /(?:ej|a|ą)$/,
};
const clockForm = read(
  {
    en: "o'clock oclock",
    ru: 'час часа часов часам часу',
    be: 'гадзіна гадзіны гадзін гадзіне гадзіну',
    uk: 'година години годин годині годину',
    pl: 'godzina godziny godzin godzinie godzinę godz',
    ar: '',
  },
  wordsIn,
);
/** "Полвосьмого": the half of an hour as one word. */
const RUSSIAN_HALF = /^пол(перв\p{L}+|втор\p{L}+|трет\p{L}+|\p{L}+ого)$/u;
const CHANGE_REACH = 6;
const CHANGED = /^(?:wzro|spad|zwieksz|zmniejsz|podro|obni|wiec|mniej|skro|wydlu|chodzi|gra|walcz)/;
const RUSSIAN_OF = /[оеь]го$/;
const LEAST_BARE_MINUTES = 5;
const RUSSIAN_ONE = wordsIn('час часу');
const JOINED_HOUR = /^(\d{1,2})([ap])m$/;
const JOINED_MINUTES = /^(\d\d)([ap])m$/;
const ELEVENTH = /^[وفبل]?(?:ال)?حادي[هة]?$/;
const ARABIC_TEN = foldWord('عشرة');
const ARABIC_AT = wordsIn('الساعه عند حتي منذ نحو حتى');
const ARABIC_PARTS: readonly (readonly [word: string, minute: number])[] = [
  ['والنصف', 30],
  ['والربع', 15],
  ['والثلث', 20],
];

/** Between minutes and the hour that they are past, or that they are of. */
const PAST: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordsIn('past after'),
  ru: new Set(),
  be: wordsIn('на'),
  uk: wordsIn('на'),
  pl: wordsIn('po'),
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

/** First words of all of these phrases: most words of a text begin none. */
const beginningsOf: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.keys(parts).map((language) => [
    language,
    new Set([
      ...[...(noons[language] ?? []), ...(midnights[language] ?? [])].flatMap(
        ([word]) => word ?? [],
      ),
      ...(parts[language] ?? []).flatMap(({ words: [word] }) => word ?? []),
    ]),
  ]),
);

class HourReader {
  readonly #words: Words;
  readonly #meanings: Meanings;
  readonly #taken: Uint8Array;

  /** By each word of an hour that was found already. */
  readonly #hours = new Map<number, FoundDate>();

  constructor(words: Words, meanings: Meanings, taken: Uint8Array, dates: readonly FoundDate[]) {
    this.#words = words;
    this.#meanings = meanings;
    this.#taken = taken;
    for (const date of dates)
      if (date.value.startsWith('T'))
        for (let at = date.first; at <= date.last; at++) this.#hours.set(at, date);
  }

  at(at: number): Hour | null {
    const begins = beginningsOf[this.#meanings.language]?.has(foldedAt(this.#words, at)) === true;
    return (
      this.#minutesPast(at) ??
      (begins ? (this.#named(at) ?? this.#withPart(at)) : null) ??
      this.#oneWord(at) ??
      this.#joined(at) ??
      this.#arabic(at) ??
      this.#bare(at)
    );
  }

  /** "Ten minutes past four", "десять минут восьмого", "десять хвилин на восьму", "dziesięć po siódmej". */
  #minutesPast(at: number): Hour | null {
    const { language } = this.#meanings;
    const past = PAST[language];
    const minute = this.#meanings.at(this.#words, at).cardinal;
    if (past === undefined || minute === null || minute < 1 || minute >= MINUTES) return null;
    if (!Number.isInteger(minute) || !this.#follows(at)) return null;
    const named = this.#meanings.at(this.#words, at + 1).concept?.name === 'minute';
    // Without the word for minutes it may be anything: "десять на восьмую", "five past seven boats".
    if (!named && language !== 'pl') return null;
    const word = named ? at + 2 : at + 1;
    const joins = language === 'ru' || past.has(foldedAt(this.#words, word));
    const hourAt = language === 'ru' ? word : word + 1;
    if (!joins || !range(at, hourAt).every((between) => this.#follows(between))) return null;
    const own = this.#meanings.at(this.#words, hourAt);
    const hour = this.#number(hourAt);
    if (hour === null || hour < 1 || hour > HALF_DAY) return null;
    const nth = !own.digits && own.cardinal === null;
    // "Jedno po drugim" is no hour.
    const form = language === 'ru' ? RUSSIAN_OF : hourForm[language];
    if (!(form === undefined || (nth && form.test(own.folded)))) return null;
    if (language === 'pl' && minute < LEAST_BARE_MINUTES) return null;
    return this.#told(at, hourAt, hour, minute, language !== 'en' && language !== 'pl');
  }

  #follows(at: number): boolean {
    return PLAIN_GAP.test(gapAfter(this.#words, at));
  }

  #phrase(at: number, phrase: readonly string[]): boolean {
    return phrase.every(
      (word, step) =>
        foldedAt(this.#words, at + step) === word && (step === 0 || this.#follows(at + step - 1)),
    );
  }

  #named(at: number): Hour | null {
    const { language } = this.#meanings;
    const afterNoon = NOT_NOON_AFTER.has(foldedAt(this.#words, at - 1));
    for (const [lists, hour] of [
      [noons, HALF_DAY],
      [midnights, 0],
    ] as const)
      for (const phrase of lists[language] ?? [])
        if (this.#phrase(at, phrase) && !(afterNoon && hour > 0))
          return { first: at, last: at + phrase.length - 1, hour, minute: 0 };
    return null;
  }

  /** "6pm", "7.45pm". */
  #joined(at: number): Hour | null {
    if (this.#meanings.language !== 'en') return null;
    const whole = JOINED_HOUR.exec(foldedAt(this.#words, at));
    if (whole !== null)
      return {
        first: at,
        last: at,
        hour: clockHour(Number(whole[1]), whole[2] === 'p'),
        minute: 0,
      };
    const minutes = JOINED_MINUTES.exec(foldedAt(this.#words, at + 1));
    if (minutes === null || !/^[.:]$/.test(gapAfter(this.#words, at))) return null;
    const hour = this.#number(at);
    if (hour === null || hour > HALF_DAY) return null;
    return {
      first: at,
      last: at + 1,
      hour: clockHour(hour, minutes[2] === 'p'),
      minute: Number(minutes[1]),
    };
  }

  /** An hour in figures or in a word, also as an n-th. */
  #number(at: number): number | null {
    const meaning = this.#meanings.at(this.#words, at);
    if (meaning.digits) return meaning.folded.length <= 2 ? Number(meaning.folded) : null;
    return meaning.cardinal ?? meaning.ordinal ?? nthOf(meaning.folded, this.#meanings.language);
  }

  #oneWord(at: number): Hour | null {
    const { language } = this.#meanings;
    if (language !== 'ru') return null;
    // "В час дня", "до часу ночи"
    const hour = RUSSIAN_ONE.has(foldedAt(this.#words, at)) && this.#follows(at);
    const part = hour ? foldedAt(this.#words, at + 1) : '';
    if (part === 'дня' || part === 'ночи')
      return this.#meanings.at(this.#words, at - 1).cardinal === null
        ? this.#told(at, at, 1, 0, false)
        : null;
    const half = RUSSIAN_HALF.exec(foldedAt(this.#words, at))?.[1];
    const nth = half === undefined ? null : half.startsWith('перв') ? 1 : nthOf(half, language);
    return nth === null ? null : this.#told(at, at, nth, 30, true);
  }

  #withPart(at: number): Hour | null {
    const { language } = this.#meanings;
    for (const { words, minute, before } of parts[language] ?? []) {
      if (!this.#phrase(at, words) || !this.#follows(at + words.length - 1)) continue;
      const hourAt = at + words.length;
      const hour = this.#number(hourAt);
      if (hour === null || hour < 1 || hour > HALF_DAY) continue;
      // "Половина восьми" would be a half of eight.
      const nthOnly = words.length === 1;
      if (nthOnly && this.#meanings.at(this.#words, hourAt).cardinal !== null) continue;
      return this.#told(at, hourAt, hour, minute, before);
    }
    return null;
  }

  /** With the part of the day that may follow. */
  #told(first: number, last: number, hour: number, minute: number, before: boolean): Hour {
    const known = this.#hours.get(last);
    // In Arabic the word that was read may be the "ten" of "the eleventh".
    const inMorning =
      this.#meanings.language !== 'ar' && known?.first === last && known.last > last;
    if (inMorning) return this.#endingWith(known, first, minute, before);
    const full = before ? hour - 1 : hour;
    const next = this.#follows(last) ? foldedAt(this.#words, last + 1) : '';
    // "O drugiej po południu"
    const noon = next === 'po' && foldedAt(this.#words, last + 2) === AFTER_NOON;
    const day = noon || morningWords.has(next) || eveningWords.has(next);
    const late = noon || eveningWords.has(next);
    const written = this.#meanings.at(this.#words, last).digits;
    return {
      eitherHalf: !day && hour <= HALF_DAY && (!written || this.#meanings.language === 'en'),
      first,
      last: day ? last + (noon ? 2 : 1) : last,
      hour: (full + (late && full < HALF_DAY ? HALF_DAY : 0)) % 24,
      minute,
    };
  }

  /** "A quarter past five in the morning": the hour was read already, with its part of the day. */
  #endingWith({ last, value }: FoundDate, first: number, minute: number, before: boolean): Hour {
    const hour = Number(value.slice(1, 3)) - (before ? 1 : 0);
    return { first, last, hour: (hour + 24) % 24, minute };
  }

  /** "السابعة والنصف مساء". */
  #arabic(at: number): Hour | null {
    if (this.#meanings.language !== 'ar') return null;
    const meaning = this.#meanings.at(this.#words, at);
    const ones = ELEVENTH.test(meaning.folded)
      ? 1
      : (meaning.ordinal ?? nthOf(meaning.folded, 'ar'));
    if (ones === null || ones > HALF_DAY || !this.#follows(at)) return null;
    // "الحادية عشرة" is the eleventh.
    const teen = ones <= 2 && foldedAt(this.#words, at + 1) === ARABIC_TEN;
    const hour = teen ? 10 + ones : ones;
    const end = teen ? at + 1 : at;
    if (teen && !this.#follows(end)) return this.#eleven(at, hour);
    const next = foldedAt(this.#words, end + 1);
    const part = ARABIC_PARTS.find(([word]) => next === foldWord(word));
    if (part !== undefined) return this.#told(at, end + 1, hour, part[1], false);
    const minutes = foldedAt(this.#words, end + 2).startsWith('دق');
    const past = minutes && next.startsWith('و') ? this.#number(end + 1) : null;
    if (past !== null && past < MINUTES) return this.#told(at, end + 2, hour, past, false);
    if (next !== foldWord('إلا')) return teen ? this.#eleven(at, hour) : null;
    const minus = foldedAt(this.#words, end + 2);
    if (minus.startsWith('ربع') || minus === 'الربع')
      return this.#told(at, end + 2, hour, 45, true);
    const to = foldedAt(this.#words, end + 3).startsWith('دق') ? this.#number(end + 2) : null;
    return to === null || to >= MINUTES ? null : this.#told(at, end + 3, hour, MINUTES - to, true);
  }

  /** "الحادية عشرة ليلا": an hour where something beside it says so. */
  #eleven(at: number, hour: number): Hour | null {
    const told = this.#told(at, at + 1, hour, 0, false);
    const before = foldedAt(this.#words, at - 1);
    return told.last > at + 1 || ARABIC_AT.has(before) ? told : null;
  }

  /** "At seven", "о дев'ятій", "к семи часам": by what stands before and after. */
  #bare(at: number): Hour | null {
    const { language } = this.#meanings;
    const before = foldedAt(this.#words, at - 1);
    const written = this.#writtenNth(at);
    if (written !== null && hourPrepositions[language]?.has(before) === true) return written;
    if (!(hourPrepositions[language]?.has(before) ?? false) || !this.#follows(at - 1)) return null;
    const hour = this.#number(at);
    if (hour === null || hour < 1 || hour > 24 || !Number.isInteger(hour)) return null;
    const meaning = this.#meanings.at(this.#words, at);
    const next = this.#meanings.at(this.#words, at + 1);
    const follows = this.#follows(at);
    const clock = follows && (clockForm[language]?.has(next.folded) ?? false);
    const nth = !meaning.digits && meaning.cardinal === null;
    if (clock) {
      const sure =
        nth || (language === 'ru' && ['в', 'к', 'после', 'до'].includes(before) && hour < 24);
      return sure ? this.#told(at, at + 1, hour, 0, false) : null;
    }
    const ends = !follows || next.stop;
    if (nth) {
      const form = hourForm[language];
      if (!form?.test(meaning.folded)) return null;
      const on = before === 'о' || before === 'об' || before === 'o' || before === 'а';
      const minute = this.#minutesBehind(at);
      if (minute !== null) return this.#told(at, minute.last, hour, minute.value, false);
      return on || ends ? this.#told(at, at, hour, 0, false) : null;
    }
    const minute = hour <= HALF_DAY && !meaning.digits ? this.#minutesBehind(at) : null;
    if (minute !== null && (before === 'в' || before === 'at'))
      return this.#told(at, minute.last, hour, minute.value, false);
    // "О 9."
    const on = language === 'uk' ? 'о' : language === 'pl' && !this.#changes(at) ? 'o' : null;
    if (before === on && meaning.digits && !follows && !this.#ranges(at))
      return this.#told(at, at, hour, 0, false);
    return language === 'en' && before === 'at' && hour <= HALF_DAY && ends && !this.#ranges(at)
      ? this.#told(at, at, hour, 0, false)
      : null;
  }

  /** "О шостій тридцять", "at six forty-five": the minutes, and nothing that they count. */
  #minutesBehind(at: number): { readonly value: number; readonly last: number } | null {
    if (!this.#follows(at)) return null;
    const tens = this.#meanings.at(this.#words, at + 1).cardinal;
    if (tens === null || tens < 10 || tens >= MINUTES) return null;
    const ones = this.#meanings.at(this.#words, at + 2).cardinal;
    const joined = tens >= 20 && /^[ -]$/.test(gapAfter(this.#words, at + 1));
    const whole = joined && ones !== null && ones >= 1 && ones < 10;
    const last = whole ? at + 2 : at + 1;
    const next = this.#meanings.at(this.#words, last + 1);
    const counts = this.#follows(last) && (next.cardinal !== null || this.#isCounted(next));
    return counts ? null : { value: tens + (whole ? ones : 0), last };
  }

  #isCounted({ concept }: Meaning): boolean {
    return concept !== null && concept.sort !== 'state';
  }

  /** "Wzrosła o 18": by so much. */
  #changes(at: number): boolean {
    return range(Math.max(0, at - CHANGE_REACH), at).some((word) =>
      CHANGED.test(foldedAt(this.#words, word)),
    );
  }

  /** "На 11-ту ранку", "а 19-й гадзіне". */
  #writtenNth(at: number): Hour | null {
    const { language } = this.#meanings;
    const hour = this.#meanings.at(this.#words, at).digits ? this.#number(at) : null;
    if (hour === null || hour > 24 || !HYPHEN.test(gapAfter(this.#words, at))) return null;
    if (!WRITTEN_ENDING.test(foldedAt(this.#words, at + 1)) || !this.#follows(at + 1)) return null;
    const next = foldedAt(this.#words, at + 2);
    if (clockForm[language]?.has(next) === true) return this.#told(at, at + 2, hour, 0, false);
    const told = this.#told(at, at + 1, hour, 0, false);
    return told.last > at + 1 ? told : null;
  }

  /** "At 2 to 1", "at 5 per cent", "at 3,000" are no hours. */
  #ranges(at: number): boolean {
    const gap = gapAfter(this.#words, at);
    return /[%\d,.]\d?$/.test(gap) && /^[,.:]$/.test(gap)
      ? true
      : ['to', 'of', 'per', 'percent'].includes(foldedAt(this.#words, at + 1));
  }

  free({ first, last }: Hour): boolean {
    for (let word = first; word <= last; word++) {
      const known = this.#hours.get(word);
      // "السادسة والنصف" goes on where the hour ended, "a quarter past five in the morning" begins before; "7:30" is more than its seven.
      if (
        known === undefined ? this.#taken[word] === 1 : known.last >= last && known.first <= first
      )
        return false;
    }
    return true;
  }
}

const clockHour = (hour: number, afternoon: boolean) =>
  (hour % HALF_DAY) + (afternoon ? HALF_DAY : 0);

const two = (value: number) => String(value % MINUTES).padStart(2, '0');

/** In order; words that are `taken` by another one of `dates` already are left to it, unless it is an hour that goes on. Linear in the text. */
export function toldHours(
  words: Words,
  meanings: Meanings,
  taken: Uint8Array,
  dates: readonly FoundDate[],
): FoundDate[] {
  if (meanings.language === 'other') return [];
  const reader = new HourReader(words, meanings, taken, dates);
  const found: FoundDate[] = [];
  for (let at = 0; at < words.count; at++) {
    const told = reader.at(at);
    if (told === null || !reader.free(told)) continue;
    found.push({
      first: told.first,
      last: told.last,
      start: startAt(words, told.first),
      end: endAt(words, told.last),
      value: `T${two(told.hour)}:${two(told.minute)}`,
      relative: false,
      ...(told.eitherHalf === true ? { eitherHalf: true as const } : {}),
    });
    at = told.last;
  }
  return found;
}
