/** Finds the two hours of a span that no word of the clock tells: "open from 9 to 5", "линия работает с 8 до 20", "between 2 and 3 p.m.". */
import { foldWord } from '../text/index.ts';
import type { FoundDate } from './dates.ts';
import type { ListedLanguage } from './language.ts';
import type { Meanings } from './meaning.ts';
import { nthOf } from './nth-words.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

type Listed = Exclude<ListedLanguage, 'other'>;

const listOf = (words: string) => new Set(words.split(' ').map(foldWord));
const FROM = listOf('from between с со з із зі від ад між паміж между od między من بين');
const TO = listOf('to till until and до да і и й do a i إلى حتى و');
const PLAIN_GAP = /^[ \u00a0\u202f]$/;
const DASH_GAP = /^ ?[–—-] ?$/;
const SENTENCE_END = /[.!?؟\n]/;
const LATEST = 24;
const HALF_DAY = 12;
const REACH = 8;

/** Beginnings of words for what has opening hours. */
const opens: Readonly<Record<Listed, RegExp>> = {
  en: /^(?:open|hours|works?|working|hotline|line|daily|visit|runs?|operat|shift)/,
  ru: /^(?:открыт|работа|лини|телефон|прин|прием|ежедневн|дежур|часы|продаю|выдаю|смен)/,
  be: /^(?:адкрыт|адчынен|працу|ліні|тэлефон|прым|штодн|дзяжур|гадзін|прада|выда|змен)/,
  uk: /^(?:відкри|відчинен|працю|ліні|телефон|прийм|прийом|щодн|черг|годин|продаю|видаю|змін)/,
  pl: /^(?:otwart|czynn|prac|lini|infolini|telefon|przyjm|codzien|dyzur|godzin|sprzeda|wyda|zmian)/,
  ar: /(?:مفتوح|يعمل|تعمل|دوام|الخط|يفتح|تفتح|يوميا|يستقبل|تستقبل)/,
};

function hourAt(words: Words, meanings: Meanings, at: number): number | null {
  const { digits, folded, cardinal, ordinal } = meanings.at(words, at);
  const hour = digits ? Number(folded) : (cardinal ?? ordinal ?? nthOf(folded, meanings.language));
  return hour === null || hour > LATEST || !Number.isInteger(hour) ? null : hour;
}

function tellsOpening(words: Words, language: Listed, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - REACH); before--) {
    if (SENTENCE_END.test(gapAfter(words, before))) return false;
    if (opens[language].test(foldedAt(words, before))) return true;
  }
  return false;
}

const made = (words: Words, first: number, last: number, hour: number): FoundDate => ({
  first,
  last,
  start: startAt(words, first),
  end: endAt(words, last),
  value: `T${String(hour % LATEST).padStart(2, '0')}:00`,
  relative: false,
});

/** Both hours of "from 9 to 5"; a span of what opens, and nothing is counted by them. */
function spanAt(words: Words, meanings: Meanings, at: number): FoundDate[] {
  const { language } = meanings;
  if (language === 'other' || !FROM.has(foldedAt(words, at - 1))) return [];
  if (!meanings.at(words, at).digits || !TO.has(foldedAt(words, at + 1))) return [];
  const [from, to] = [hourAt(words, meanings, at), hourAt(words, meanings, at + 2)];
  const plain = [at - 1, at, at + 1].every((word) => PLAIN_GAP.test(gapAfter(words, word)));
  if (from === null || to === null || !plain || !meanings.at(words, at + 2).digits) return [];
  const next = meanings.at(words, at + 3);
  const ends = !PLAIN_GAP.test(gapAfter(words, at + 2)) || next.stop;
  const percent = /^[ \u00a0]?[%٪]/.test(words.text.slice(endAt(words, at + 2)));
  if (!ends || percent || /^[,.]\d/.test(words.text.slice(endAt(words, at + 2)))) return [];
  if (!tellsOpening(words, language, at - 1)) return [];
  // "From 9 to 5" ends in the afternoon.
  const late = language === 'en' && to < from ? to + HALF_DAY : to;
  return [made(words, at, at, from), made(words, at + 2, at + 2, late)];
}

/** The first hour of "between 2 and 3 p.m.", whose second one, `hour`, was read with its part of the day. */
function firstOf(words: Words, meanings: Meanings, hour: FoundDate): FoundDate | null {
  const dash = DASH_GAP.test(gapAfter(words, hour.first - 1));
  const at = dash ? hour.first - 1 : hour.first - 2;
  if (!dash && !TO.has(foldedAt(words, hour.first - 1))) return null;
  const before = FROM.has(foldedAt(words, at - 1)) && PLAIN_GAP.test(gapAfter(words, at - 1));
  const gaps = dash || [at, at + 1].every((word) => PLAIN_GAP.test(gapAfter(words, word)));
  if (!before || !gaps) return null;
  const value = hourAt(words, meanings, at);
  const second = Number(hour.value.slice(1, 3));
  if (value === null || value < 1 || value > HALF_DAY) return null;
  // "From 11 to 2 p.m." begins in the morning.
  const whole = (hourAt(words, meanings, hour.first) ?? 0) > HALF_DAY;
  const afternoon = !whole && second >= HALF_DAY && value < HALF_DAY && value + HALF_DAY < second;
  return made(words, at, at, afternoon ? value + HALF_DAY : value);
}

const UNTIL = listOf('حتى إلى');

/** The second hour of "من الساعة الثامنة حتى العاشرة". */
function arabicSecond(words: Words, meanings: Meanings, hour: FoundDate): FoundDate | null {
  const at = hour.last + 2;
  if (meanings.language !== 'ar' || !UNTIL.has(foldedAt(words, hour.last + 1))) return null;
  const gaps = [at - 2, at - 1].every((word) => PLAIN_GAP.test(gapAfter(words, word)));
  const value = foldedAt(words, at).endsWith('ه') ? nthOf(foldedAt(words, at), 'ar') : null;
  return gaps && value !== null && value <= HALF_DAY ? made(words, at, at, value) : null;
}

/** In order. `hours`: those that were read already. Linear in the text. */
export function spansOfHours(
  words: Words,
  meanings: Meanings,
  hours: readonly FoundDate[],
  taken: Uint8Array,
): FoundDate[] {
  const found: FoundDate[] = [];
  for (const hour of hours) {
    const second = hour.value.startsWith('T') ? arabicSecond(words, meanings, hour) : null;
    if (second !== null && taken[second.first] !== 1) found.push(second);
    if (!hour.value.startsWith('T') || hour.last === hour.first) continue;
    const first = firstOf(words, meanings, hour);
    if (first !== null && taken[first.first] !== 1) found.push(first);
  }
  for (let at = 1; at < words.count; at++)
    if (taken[at] !== 1 && FROM.has(foldedAt(words, at - 1)))
      found.push(...spanAt(words, meanings, at));
  return found.sort((x, y) => x.start - y.start);
}
