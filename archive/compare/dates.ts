/** Finds the dates and hours of a text: in digits, with month names, by weekday, or told from the day of writing. */
import { foldWord } from '../text/index.ts';
import {
  agoBefore,
  agoWords,
  clockWords,
  eveningWords,
  monthOf,
  morningWords,
  lastBehind,
  lastWords,
  nextBehind,
  nextWords,
  rangeWords,
  yearBefore,
  yearMarks,
} from './calendar-words.ts';
import { isCounted } from './lexicon.ts';
import type { Meanings } from './meaning.ts';
import { nthOf } from './nth-words.ts';
import { cardinalOf } from './number-words.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

export interface FoundDate {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** As `Fact.value`. */
  readonly value: string;
  readonly relative: boolean;
  /** 1 (Monday) to 7, of a day that is told by its weekday alone. */
  readonly weekday?: number;
  /** Of a span that is told from elsewhere: what it comes to from the date before it. */
  readonly fromBefore?: string;
  /** Of a weekday that is told from elsewhere: "that Sunday". */
  readonly thatDay?: true;
  /** Of an hour up to twelve, that nothing says whether it is before or after noon. */
  readonly eitherHalf?: true;
  /** Of a span that is told from elsewhere: the day, month or year, if that is the day of publication. */
  readonly day?: string;
}

/** "at 10.30": one word before the figures is enough when nothing is counted after them. */
const withPoint = new Set(['в', 'с', 'до', 'к']);
const hourBefore = new Set(['at', 'а', 'о', 'o']);
const EARLIEST_YEAR = 1800;
const LATEST_YEAR = 2199;
const DAY_MILLISECONDS = 86_400_000;
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ORDINAL_DAY = /^(\d{1,2})(?:st|nd|rd|th)$/;
const DATE_GAP = /^[ \u00a0\u202f]?[,.]?[ \u00a0\u202f]?$/;
const PLAIN_GAP = /^[ \u00a0\u202f]$/;
const HALF_OF_DAY = /^(\d\d)(am|pm)$/;
const DASH_GAP = /^ ?[-–—‑] ?$/;

/** The second word of "thirteenth" and so on. */
const ARABIC_TEEN = 'عشر';
const ARABIC_AND = /^و(?:ال)?/;

const ARABIC_TWO = new Set(['الاثنين', 'الإثنين'].map(foldWord));
const OF_TWO = new Set('الآخرين الباقيين المتبقيين المذكورين معا كليهما'.split(' ').map(foldWord));

const two = (value: number) => String(value).padStart(2, '0');

const isDay = (day: number, month: number) => day >= 1 && day <= (DAYS_OF_MONTH[month - 1] ?? 0);
const isYear = (year: number) => year >= EARLIEST_YEAR && year <= LATEST_YEAR;

function iso(year: number | null, month: number, day: number | null): string {
  const head = year === null ? '-' : String(year);
  return day === null ? `${head}-${two(month)}` : `${head}-${two(month)}-${two(day)}`;
}

/** The day of publication as milliseconds, when it is known to the day. */
function dayOf(published: string | null): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '');
  if (parts === null) return null;
  const day = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return Number.isNaN(day) ? null : day;
}

class DateReader {
  readonly #words: Words;
  readonly #meanings: Meanings;
  readonly #published: string | null;
  readonly #day: number | null;
  readonly taken: Uint8Array;
  readonly found: FoundDate[] = [];

  constructor(words: Words, meanings: Meanings, published: string | null) {
    this.#words = words;
    this.#meanings = meanings;
    this.#published = published;
    this.#day = dayOf(published);
    this.taken = new Uint8Array(words.count);
  }

  read(): void {
    for (let at = 0; at < this.#words.count; at++) {
      const last =
        this.#digital(at) ??
        this.#named(at) ??
        this.#clock(at) ??
        this.#yearAlone(at) ??
        this.#told(at);
      if (last !== null) at = last;
    }
  }

  #integer(at: number): number | null {
    const meaning = this.#meanings.at(this.#words, at);
    return meaning.digits && meaning.folded.length <= 4 ? Number(meaning.folded) : null;
  }

  #add(first: number, last: number, value: string, relative = false, weekday?: number): number {
    this.found.push({
      ...(weekday === undefined ? {} : { weekday }),
      first,
      last,
      start: startAt(this.#words, first),
      end: endAt(this.#words, last),
      value,
      relative,
    });
    this.taken.fill(1, first, last + 1);
    return last;
  }

  /** A date without its year is of the year in which the text was published, or of the one before if it would lie ahead. */
  #year(month: number, day: number | null): number | null {
    const published = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(this.#published ?? '');
    if (published === null) return null;
    const year = Number(published[1]);
    const ahead =
      month * 100 + (day ?? 0) > Number(published[2] ?? 12) * 100 + Number(published[3] ?? 31);
    // A date some months ahead is more likely a plan than eleven months past.
    return ahead && month - Number(published[2] ?? 12) > 5 ? year - 1 : year;
  }

  /** `24.02.2022`, `24/02/2022`, `2022-02-24`, `10:30`. */
  #digital(at: number): number | null {
    const first = this.#integer(at);
    if (first === null) return null;
    const mark = gapAfter(this.#words, at);
    if (mark.length !== 1) return null;
    const secondMeaning = this.#meanings.at(this.#words, at + 1);
    const english = HALF_OF_DAY.exec(secondMeaning.folded);
    if (english !== null && first <= 12) return this.#englishHour(at, first, english);
    const second = this.#integer(at + 1);
    if (second === null) return null;
    const third = gapAfter(this.#words, at + 1) === mark ? this.#integer(at + 2) : null;
    // A telephone number has hyphens too: "5-04-04".
    const phone = mark === '-' && first < 100 && (third ?? 0) < 100;
    if (third !== null && /[./-]/.test(mark) && !phone) {
      if (isYear(first) && isDay(third, second))
        return this.#add(at, at + 2, iso(first, second, third));
      const year = third < 100 ? 2000 + third : third;
      if (isYear(year) && isDay(first, second))
        return this.#add(at, at + 2, iso(year, second, first));
      if (isYear(year) && isDay(second, first))
        return this.#add(at, at + 2, iso(year, first, second));
      return null;
    }
    const told = mark === ':' || (mark === '.' && this.#tellsHour(at));
    if (told && first < 24 && second < 60 && secondMeaning.folded.length === 2)
      return this.#add(at, at + 1, `T${two(this.#noon(first, at + 2))}:${two(second)}`);
    return null;
  }

  /** `6.30am`: minutes and half of the day are one word. */
  #englishHour(at: number, hour: number, [, minutes = '', half]: RegExpExecArray): number | null {
    if (!/^[.:]$/.test(gapAfter(this.#words, at)) || Number(minutes) > 59) return null;
    const ofDay = (hour % 12) + (half === 'pm' ? 12 : 0);
    return this.#add(at, at + 1, `T${two(ofDay)}:${minutes}`);
  }

  /** Whether `10.30` is an hour: by what stands before it or after it. */
  #tellsHour(at: number): boolean {
    const before = foldedAt(this.#words, at - 1);
    const after = foldedAt(this.#words, at + 2);
    if (clockWords.has(before) || morningWords.has(after) || eveningWords.has(after)) return true;
    if ((after === 'a' || after === 'p') && foldedAt(this.#words, at + 3) === 'm') return true;
    const { concept: counted, cardinal } = this.#meanings.at(this.#words, at + 2);
    // "В 18.40" has two figures behind its full stop, "в 2.5 раза" has one.
    const russian = withPoint.has(before) && foldedAt(this.#words, at + 1).length === 2;
    // "С 9.00 до 18.00", but "с 9.50 до 18.20 рубля"
    const other = rangeWords.has(foldedAt(this.#words, at + 2))
      ? this.#meanings.at(this.#words, at + 5).concept
      : null;
    if (russian && other !== null && isCounted(other)) return false;
    if (russian && cardinal !== null) return false;
    return (russian || hourBefore.has(before)) && (counted === null || !isCounted(counted));
  }

  #noon(hour: number, next: number): number {
    const word = foldedAt(this.#words, next);
    const after =
      eveningWords.has(word) || (word === 'p' && foldedAt(this.#words, next + 1) === 'm');
    return after && hour < 12 ? hour + 12 : hour;
  }

  #month(at: number): { readonly month: number; readonly words: number } | null {
    if (!this.#meanings.at(this.#words, at).month) return null;
    const found = monthOf(
      foldedAt(this.#words, at),
      foldedAt(this.#words, at + 1),
      this.#meanings.language,
    );
    // Without its accent "mają" (they have) would be "maja" (of May).
    if (this.#words.text.charAt(endAt(this.#words, at) - 1) === 'ą') return null;
    // "May" and "march" are also other words: without a capital they are no months in English.
    const english = this.#meanings.language === 'en';
    return english && this.#words.capital[at] === 0 ? null : found;
  }

  #dayNumber(at: number): number | null {
    const meaning = this.#meanings.at(this.#words, at);
    if (meaning.digits && meaning.folded.length <= 2) return Number(meaning.folded);
    const ordinal = ORDINAL_DAY.exec(meaning.folded);
    if (ordinal !== null) return Number(ordinal[1]);
    return meaning.ordinal ?? nthOf(meaning.folded, this.#meanings.language);
  }

  /** "Twenty-fifth", "двадцать пятого", "الخامس والعشرين": a day of two words, which ends at `at + 1`. */
  #dayOfTwoWords(at: number): number | null {
    if (!/^[ \u00a0-]$/.test(gapAfter(this.#words, at))) return null;
    const { language } = this.#meanings;
    const own = this.#meanings.at(this.#words, at);
    const next = this.#meanings.at(this.#words, at + 1);
    if (language === 'ar') {
      const ones = nthOf(own.folded, language);
      if (ones === null || ones > 9) return null;
      if (next.folded === ARABIC_TEEN) return 10 + ones;
      const tens = cardinalOf(next.folded.replace(ARABIC_AND, ''), language);
      return tens === 20 || tens === 30 ? tens + ones : null;
    }
    const tens = own.cardinal ?? nthOf(own.folded, language);
    const ones = next.ordinal ?? nthOf(next.folded, language);
    return (tens === 20 || tens === 30) && ones !== null && ones < 10 ? tens + ones : null;
  }

  #yearAfter(at: number): { readonly year: number; readonly last: number } | null {
    if (!DATE_GAP.test(gapAfter(this.#words, at))) return null;
    const next = foldedAt(this.#words, at + 1);
    const from = next === 'of' || next === 'عام' || next === 'سنه' ? at + 2 : at + 1;
    const year = this.#integer(from);
    if (year === null || !isYear(year)) return null;
    const marked =
      yearMarks.has(foldedAt(this.#words, from + 1)) && foldedAt(this.#words, from + 1).length > 1;
    return { year, last: marked ? from + 1 : from };
  }

  /** `6 April`, `6 and 8 April 2026`, `April 6, 2026`, `April 2026`, `in April`. */
  #named(at: number): number | null {
    const twoWords = this.#dayOfTwoWords(at);
    if (twoWords !== null) {
      const own = this.#dayThenMonth(at + 1, twoWords, at);
      if (own !== null) return own;
    }
    const dayFirst = this.#dayNumber(at);
    if (dayFirst !== null) {
      const own = this.#dayThenMonth(at, dayFirst);
      if (own !== null) return own;
    }
    const month = this.#month(at);
    if (month === null) return null;
    const lastOfMonth = at + month.words - 1;
    const day = this.#meanings.language === 'en' ? this.#dayNumber(lastOfMonth + 1) : null;
    if (
      day !== null &&
      isDay(day, month.month) &&
      (PLAIN_GAP.test(gapAfter(this.#words, lastOfMonth)) || this.#isShort(lastOfMonth))
    ) {
      const year = this.#yearAfter(lastOfMonth + 1);
      const value = year?.year ?? this.#year(month.month, day);
      return this.#add(at, year?.last ?? lastOfMonth + 1, iso(value, month.month, day));
    }
    const year = this.#yearAfter(lastOfMonth);
    const value = year?.year ?? this.#year(month.month, null);
    return this.#add(at, year?.last ?? lastOfMonth, iso(value, month.month, null));
  }

  /** "Oct. 6". */
  #isShort(at: number): boolean {
    return /^\.[ \u00a0]$/.test(gapAfter(this.#words, at)) && foldedAt(this.#words, at).length <= 4;
  }

  #dayThenMonth(at: number, day: number, first = at): number | null {
    let monthAt = at + 1;
    // "6-го апреля", "6 of April", "6 من نيسان"
    const ending = this.#meanings.at(this.#words, monthAt);
    const dashed = /^[-‑]$/.test(gapAfter(this.#words, at));
    if (dashed && ending.folded.length <= 3 && !ending.digits) monthAt++;
    if (['of', 'من', 'شهر'].includes(foldedAt(this.#words, monthAt))) monthAt++;
    const month = this.#month(monthAt);
    if (month !== null && isDay(day, month.month)) {
      const lastOfMonth = monthAt + month.words - 1;
      const year = this.#yearAfter(lastOfMonth);
      return this.#add(
        first,
        year?.last ?? lastOfMonth,
        iso(year?.year ?? this.#year(month.month, day), month.month, day),
      );
    }
    return first === at ? this.#rangeOfDays(at, day) : null;
  }

  /** The first day of `6 and 8 April`, `6–8 April`; the second is read on its own. */
  #rangeOfDays(at: number, day: number): number | null {
    const dashed = DASH_GAP.test(gapAfter(this.#words, at));
    const joined = rangeWords.has(foldedAt(this.#words, at + 1));
    const ownAnd = /^و\d+$/.test(foldedAt(this.#words, at + 1));
    if (!dashed && !joined && !ownAnd) return null;
    const secondAt = joined ? at + 2 : at + 1;
    const second = this.#dayNumber(secondAt);
    const month = second === null ? null : this.#month(secondAt + 1);
    if (second === null || month === null) return null;
    if (!isDay(day, month.month) || !isDay(second, month.month)) return null;
    const year = this.#yearAfter(secondAt + month.words)?.year ?? this.#year(month.month, day);
    return this.#add(at, at, iso(year, month.month, day));
  }

  /** `6 a.m.`, `six in the morning`, `у шэсць раніцы`, `الساعة السادسة صباحا`. */
  #clock(at: number): number | null {
    const meaning = this.#meanings.at(this.#words, at);
    const hour =
      meaning.digits && meaning.folded.length <= 2
        ? Number(meaning.folded)
        : (meaning.cardinal ?? meaning.ordinal);
    if (hour === null || hour > 24 || !Number.isInteger(hour)) return null;
    let next = at + 1;
    let last = -1;
    // "Два часа двадцать минут" is no hour of the clock.
    const counted = this.#meanings.at(this.#words, at - 2);
    const length = counted.digits || counted.cardinal !== null;
    const clockBefore =
      !length &&
      clockWords.has(foldedAt(this.#words, at - 1)) &&
      /^\.?[ \u00a0\u202f]$/.test(gapAfter(this.#words, at - 1));
    if (clockWords.has(foldedAt(this.#words, next)) && this.#meanings.language !== 'ar') {
      if (foldedAt(this.#words, next) === "o'clock" || foldedAt(this.#words, next) === 'oclock')
        last = next;
      next++;
    }
    while (['in', 'the'].includes(foldedAt(this.#words, next)) && next <= at + 3) next++;
    const part = foldedAt(this.#words, next);
    const twoLetters = (part === 'a' || part === 'p') && foldedAt(this.#words, next + 1) === 'm';
    if (twoLetters) last = next + 1;
    else if (morningWords.has(part) || eveningWords.has(part)) last = next;
    else if (clockBefore) last = Math.max(last, at);
    if (last < 0) return null;
    // "5 дня" (five in the afternoon) and "два дня" (two days) are told apart by what stands before.
    const days = part === 'дня' && !/^(?:в|у|о|об|а)$/.test(foldedAt(this.#words, at - 1));
    if (days) return null;
    return this.#add(at, last, `T${two(this.#noon(hour, next) % 24)}:00`);
  }

  /** A year on its own, when a word says that it is one. */
  #yearAlone(at: number): number | null {
    const meaning = this.#meanings.at(this.#words, at);
    if (!meaning.digits || meaning.folded.length !== 4) return null;
    const year = Number(meaning.folded);
    if (!isYear(year)) return null;
    const next = foldedAt(this.#words, at + 1);
    if (yearMarks.has(next)) return this.#add(at, at + 1, String(year));
    const nextIsNoun = this.#meanings.at(this.#words, at + 1).concept !== null;
    if (!yearBefore.has(foldedAt(this.#words, at - 1)) || this.#beginsPrices(at)) return null;
    return nextIsNoun && PLAIN_GAP.test(gapAfter(this.#words, at))
      ? null
      : this.#add(at, at, String(year));
  }

  /** "С 1800 до 2500 рублей": what is counted by the second figure is counted by the first. */
  #beginsPrices(at: number): boolean {
    if (!rangeWords.has(foldedAt(this.#words, at + 1)) || this.#integer(at + 2) === null)
      return false;
    const counted = this.#meanings.at(this.#words, at + 3).concept;
    const marked = yearMarks.has(foldedAt(this.#words, at + 3));
    return !marked && counted !== null && isCounted(counted);
  }

  #relativeDay(first: number, last: number, offset: number, weekday?: number): number {
    if (this.#day === null)
      return this.#add(first, last, `${offset < 0 ? '-' : ''}P${Math.abs(offset)}D`, true);
    const day = new Date(this.#day + offset * DAY_MILLISECONDS);
    return this.#add(first, last, day.toISOString().slice(0, 10), true, weekday);
  }

  /** `yesterday`, `on Monday`, `three days ago`. */
  #told(at: number): number | null {
    const meaning = this.#meanings.at(this.#words, at);
    const agoPlain = this.#ago(at);
    if (agoPlain !== null) return agoPlain;
    if (meaning.nearDay !== null) {
      return this.#nearDay(at, meaning.nearDay);
    }
    if (meaning.weekday === null) return null;
    // "الاثنين الآخرين" are the other two.
    if (ARABIC_TWO.has(meaning.folded) && OF_TWO.has(foldedAt(this.#words, at + 1))) return null;
    if (this.#meanings.language === 'en' && this.#words.capital[at] === 0) return null;
    if (this.#day === null) return this.#add(at, at, `W${meaning.weekday}`, true, meaning.weekday);
    const today = new Date(this.#day).getUTCDay() || 7;
    const back = (today - meaning.weekday + 7) % 7;
    const before = foldedAt(this.#words, at - 1);
    const behind = this.#meanings.language === 'ar' ? foldedAt(this.#words, at + 1) : '';
    const ahead = nextWords.has(before) || nextBehind.has(behind);
    const over = lastWords.has(before) || lastBehind.has(behind);
    // "Last Tuesday", told on a Tuesday, is a week ago.
    const days = ahead ? 7 - back : over && back === 0 ? -7 : -back;
    return this.#relativeDay(at, at, days, meaning.weekday);
  }

  #nearDay(at: number, offset: number): number | null {
    if (this.#meanings.language === 'en') {
      const beyond = offset === -1 ? 'before' : offset === 1 ? 'after' : null;
      const two = beyond !== null && foldedAt(this.#words, at - 1) === beyond;
      if (two && foldedAt(this.#words, at - 2) === 'day')
        return this.#relativeDay(at - 2, at, offset * 2);
    }
    if (this.#meanings.language !== 'ar') return this.#relativeDay(at, at, offset);
    const before = foldedAt(this.#words, at - 1);
    const next = foldedAt(this.#words, at + 1);
    if (offset === 0) {
      // "in the same day", "the next day" and "the fifth day" use the word for today in Arabic.
      if (/^(?:في|ذلك|هذا|نفس|من|اما)$/.test(before)) return null;
      if (/^(?:التالي|نفسه|الاول|السابق)$/.test(next) || nthOf(next, 'ar') !== null) return null;
      return this.#relativeDay(at, at, 0);
    }
    if (offset === -1 && next === 'الاول') return this.#relativeDay(at, at + 1, -2);
    // "First of yesterday" is the day before it.
    const first = before === 'من' ? at - 2 : at - 1;
    return offset === -1 && foldedAt(this.#words, first) === 'اول'
      ? this.#relativeDay(first, at, -2)
      : this.#relativeDay(at, at, offset);
  }

  #ago(at: number): number | null {
    const meaning = this.#meanings.at(this.#words, at);
    const count = meaning.digits ? Number(meaning.folded) : meaning.cardinal;
    if (count === null || count > 60 || !Number.isInteger(count)) return null;
    const unit = this.#meanings.at(this.#words, at + 1).concept?.name;
    // "Three days before the vote" is no day of publication.
    if (foldedAt(this.#words, at + 2) === 'من') return null;
    if (unit !== 'day' && unit !== 'week') return null;
    const offset = -count * (unit === 'week' ? 7 : 1);
    if (agoWords.has(foldedAt(this.#words, at + 2))) return this.#relativeDay(at, at + 2, offset);
    if (agoBefore.has(foldedAt(this.#words, at - 1))) return this.#relativeDay(at, at + 1, offset);
    return null;
  }
}

/**
 * The dates of a text in order, and which words belong to one. `published` is a `PartialDate`, or `null` when the day of
 * publication is not known: then days told from it stay relative. Linear in the text.
 */
export function datesIn(
  words: Words,
  meanings: Meanings,
  published: string | null,
): { readonly dates: readonly FoundDate[]; readonly taken: Uint8Array } {
  const reader = new DateReader(words, meanings, published);
  reader.read();
  return { dates: reader.found, taken: reader.taken };
}
