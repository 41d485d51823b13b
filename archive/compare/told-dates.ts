/** Finds days that a text tells from elsewhere ("a week later", "since the start of the year") or by their season. */
import type { FoundDate } from './dates.ts';
import type { Meanings } from './meaning.ts';
import type { FoundNumber } from './numbers.ts';
import type { ListedLanguage } from './language.ts';
import { phraseKey, seasonOf, toldPhrases, whichOne, type ToldPhrase } from './told-words.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

/** Marks a value that is no day of the calendar. */
export const TOLD = '~';
const PLAIN_GAP = /^[ \u00a0\u202f]+$/;
const DAY_MILLISECONDS = 86_400_000;
const LARGEST_COUNT = 100;
const YEAR = /^(?:19|20)\d\d$/;
const HOUR = /^\d{1,2}$/;

interface Told {
  readonly first: number;
  readonly last: number;
  readonly value: string;
}

/** Numbers by their first word. */
type Counts = ReadonlyMap<number, FoundNumber>;

/** Where a phrase that begins at word `first` ends, and the count in it; `null` when it does not stand there. */
function readPhrase(words: Words, counts: Counts, first: number, phrase: ToldPhrase): Told | null {
  let count = '';
  let at = first;
  for (const { text, whole } of phrase.words) {
    if (at >= words.count || (at > first && !PLAIN_GAP.test(gapAfter(words, at - 1)))) return null;
    if (text === '#') {
      const number = counts.get(at);
      if (number === undefined || number.value > LARGEST_COUNT) return null;
      count = String(number.value);
      at = number.last + 1;
    } else {
      const folded = foldedAt(words, at);
      if (whole ? folded !== text : !folded.startsWith(text)) return null;
      at++;
    }
  }
  return { first, last: at - 1, value: phrase.value.replace('#', count) };
}

function phraseAt(words: Words, meanings: Meanings, counts: Counts, at: number): Told | null {
  const phrases = toldPhrases(meanings.language);
  if (phrases === undefined) return null;
  const begun = counts.has(at) ? (phrases.get('#') ?? []) : [];
  for (const phrase of [...(phrases.get(phraseKey(foldedAt(words, at))) ?? []), ...begun]) {
    const told = readPhrase(words, counts, at, phrase);
    // "قبل عام 1980" is before that year, not a year before.
    // "Po godzinie 15" is after that hour, not an hour later.
    const hour = told?.value.endsWith('h') === true && HOUR.test(foldedAt(words, told.last + 1));
    if (told !== null && !hour && !YEAR.test(foldedAt(words, told.last + 1))) return told;
  }
  return null;
}

/** "Spring" is a season where the text says which, or in what stands before it; in English it is also other things. */
const ENGLISH_SEASON_BEFORE = new Set([
  'in',
  'the',
  'since',
  'until',
  'by',
  'of',
  'during',
  'late',
  'early',
]);

function seasonAt(words: Words, meanings: Meanings, at: number, year: number | null): Told | null {
  const { language } = meanings;
  const folded = foldedAt(words, at);
  const bare = language === 'ar' ? folded.replace(/^[وفب](?=...)/, '') : folded;
  const season = seasonOf(folded, language) ?? seasonOf(bare, language);
  if (season === null) return polishSummer(words, language, at, year);
  const before = whichOne(foldedAt(words, at - 1), language);
  const after = language === 'ar' ? whichOne(foldedAt(words, at + 1), language) : null;
  if (language === 'en' && before === null && !ENGLISH_SEASON_BEFORE.has(foldedAt(words, at - 1)))
    return null;
  const which = before ?? after;
  const first = before === null ? at : at - 1;
  const last = before === null && after !== null ? at + 1 : at;
  if (which === null) return { first, last, value: season };
  return { first, last, value: `${season}${year === null ? `:${which}` : `-${year + which}`}` };
}

/** "Lata" is "years" as well as "of the summer". */
function polishSummer(
  words: Words,
  language: ListedLanguage,
  at: number,
  year: number | null,
): Told | null {
  if (language !== 'pl' || foldedAt(words, at) !== 'lata') return null;
  const which = whichOne(foldedAt(words, at - 1), language);
  if (which === null) return null;
  return {
    first: at - 1,
    last: at,
    value: `summer${year === null ? `:${which}` : `-${year + which}`}`,
  };
}

/** "This morning" is the day of publication. */
function valueOf(told: string, published: string | null): string {
  if (!told.startsWith('@')) return `${TOLD}${told}`;
  const day = Date.parse(/^\d{4}-\d\d-\d\d/.exec(published ?? '')?.[0] ?? '');
  if (Number.isNaN(day)) return `${TOLD}${told}`;
  return new Date(day + Number(told.slice(1)) * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

const SPAN = /^([+-]\d+)([DWMY])$/;
const YEARS: Readonly<Record<string, number>> = {
  'before-last-year': -2,
  'last-year': -1,
  'this-year': 0,
  'next-year': 1,
};

/** What a span or "last year" comes to, if it is told from the day of publication: a day, a month or a year. */
function cameTo(told: string, published: string | null): { readonly day: string } | null {
  const from = /^(\d{4})-(\d\d)-\d\d/.exec(published ?? '');
  if (from === null) return null;
  const [, year, month] = from.map(Number);
  const years = YEARS[told];
  if (years !== undefined) return { day: String((year ?? 0) + years) };
  const [, count = '', unit = ''] = SPAN.exec(told) ?? [];
  if (told === 'start-of-year') return { day: `${year}-01` };
  if (unit === 'Y') return { day: String((year ?? 0) + Number(count)) };
  if (unit === 'M') {
    const months = (year ?? 0) * 12 + (month ?? 1) - 1 + Number(count);
    return { day: `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}` };
  }
  if (unit === '') return null;
  const days = Number(count) * (unit === 'W' ? 7 : 1);
  const day = Date.parse(from[0]) + days * DAY_MILLISECONDS;
  return { day: new Date(day).toISOString().slice(0, 10) };
}

/** In order; words that are `taken` by another date already are left to it. Linear in the text. */
export function toldDatesIn(
  words: Words,
  meanings: Meanings,
  published: string | null,
  taken: Uint8Array,
  numbers: readonly FoundNumber[],
): FoundDate[] {
  const counts = new Map(numbers.map((number) => [number.first, number]));
  const found: FoundDate[] = [];
  const year = /^\d{4}/.exec(published ?? '')?.[0];
  let next = 0;
  for (let at = 0; at < words.count; at++) {
    if (at < next || taken[at] === 1) continue;
    const told =
      phraseAt(words, meanings, counts, at) ??
      seasonAt(words, meanings, at, year === undefined ? null : Number(year));
    if (told === null || told.first < next) continue;
    let free = true;
    for (let word = told.first; word <= told.last; word++) free &&= taken[word] !== 1;
    if (!free) continue;
    found.push({
      first: told.first,
      last: told.last,
      start: startAt(words, told.first),
      end: endAt(words, told.last),
      value: valueOf(told.value, published),
      relative: true,
      ...cameTo(told.value, published),
    });
    next = told.last + 1;
  }
  return found;
}
