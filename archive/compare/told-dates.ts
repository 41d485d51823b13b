/** Finds days that a text tells from elsewhere ("a week later", "since the start of the year") or by their season. */
import type { FoundDate } from './dates.ts';
import type { Meanings } from './meaning.ts';
import { phraseKey, seasonOf, toldPhrases, whichOne, type ToldPhrase } from './told-words.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

/** Marks a value that is no day of the calendar. */
export const TOLD = '~';
const PLAIN_GAP = /^[ \u00a0\u202f]+$/;
const DAY_MILLISECONDS = 86_400_000;
const LARGEST_COUNT = 100;

interface Told {
  readonly first: number;
  readonly last: number;
  readonly value: string;
}

/** Where a phrase that begins at word `first` ends, and the count in it; `null` when it does not stand there. */
function readPhrase(
  words: Words,
  meanings: Meanings,
  first: number,
  phrase: ToldPhrase,
): Told | null {
  let count = '';
  for (const [step, { text, whole }] of phrase.words.entries()) {
    const at = first + step;
    if (at >= words.count || (step > 0 && !PLAIN_GAP.test(gapAfter(words, at - 1)))) return null;
    if (text === '#') {
      const meaning = meanings.at(words, at);
      const number = meaning.digits ? Number(meaning.folded) : meaning.cardinal;
      if (number === null || number > LARGEST_COUNT) return null;
      count = String(number);
    } else {
      const folded = foldedAt(words, at);
      if (whole ? folded !== text : !folded.startsWith(text)) return null;
    }
  }
  return {
    first,
    last: first + phrase.words.length - 1,
    value: phrase.value.replace('#', count),
  };
}

function phraseAt(words: Words, meanings: Meanings, at: number): Told | null {
  const phrases = toldPhrases(meanings.language);
  if (phrases === undefined) return null;
  const meaning = meanings.at(words, at);
  const counts = meaning.digits || meaning.cardinal !== null ? (phrases.get('#') ?? []) : [];
  for (const phrase of [...(phrases.get(phraseKey(meaning.folded)) ?? []), ...counts]) {
    const told = readPhrase(words, meanings, at, phrase);
    if (told !== null) return told;
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
  if (season === null) return null;
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

/** "This morning" is the day of publication. */
function valueOf(told: string, published: string | null): string {
  if (!told.startsWith('@')) return `${TOLD}${told}`;
  const day = Date.parse(/^\d{4}-\d\d-\d\d/.exec(published ?? '')?.[0] ?? '');
  if (Number.isNaN(day)) return `${TOLD}${told}`;
  return new Date(day + Number(told.slice(1)) * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** In order; words that are `taken` by another date already are left to it. Linear in the text. */
export function toldDatesIn(
  words: Words,
  meanings: Meanings,
  published: string | null,
  taken: Uint8Array,
): FoundDate[] {
  const found: FoundDate[] = [];
  const year = /^\d{4}/.exec(published ?? '')?.[0];
  let next = 0;
  for (let at = 0; at < words.count; at++) {
    if (at < next || taken[at] === 1) continue;
    const told =
      phraseAt(words, meanings, at) ??
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
    });
    next = told.last + 1;
  }
  return found;
}
