/** Finds the numbers of a text: digits with grouping, number words, scale words, percentages. */
import { foldWord } from '../text/index.ts';
import { approximateIn } from './hedges.ts';
import type { Meanings } from './meaning.ts';
import { isScale, NumberSum } from './number-words.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

export interface FoundNumber {
  /** First and last word. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly percent: boolean;
  readonly approximate: boolean;
  readonly bound?: 'at-least' | 'at-most';
  /** The two of an Arabic dual, or the one of "one": only a number when something is counted by it. */
  readonly needsNoun: boolean;
  /** A label rather than a count: "No. 5", "article 17". */
  readonly label: boolean;
  /** The n-th of a count: "the third fire". */
  readonly ordinal?: true;
  /** The one of "for a week": only held against a number that took its place. */
  readonly implied?: true;
  /** The 50 of "after 50 minutes", which is a date: only held against a length of time that took its place. */
  readonly ofSpan?: true;
  /** An Arabic dual: the word counts itself. */
  readonly dual?: true;
  /** A part of what there is: "a third of the teachers". */
  readonly share?: true;
  /** Of a range its other end. */
  readonly upTo?: number;
}

const GROUP_GAP = /^[\u00a0\u202f\u2009 ]$/;
const GROUP_MARK = /^[,.’'٬]$/;
const DECIMAL_MARK = /^[.,٫]$/;
const THREE = /^\d{3}$/;
const FRACTION = /^\d{1,2}$/;
const WORD_GAP = /^(?: |\u00a0|-|‑)$/;
const SCALE_GAP = /^\.?[ \u00a0\u202f]$/;
const PERCENT_MARK = /^[ \u00a0\u202f]?[%٪]/;
// prettier-ignore
const PERCENT_WORD = new Set(
  'percent percentage pc pct проц proc адс відс адсотк адсотка адсоткі адсоткаў працэнт працэнта працэнты працэнтаў процент процента процентов проценты відсоток відсотка відсотки відсотків procent procenta procentów بالمئة بالمائة المئة المائة'
    .split(' ')
    .map(foldWord),
);
/** Signs looked at before a number: more than the longest of these, or a part of a word would be taken for one. */
const LABEL_LENGTH = 8;
const LABEL_BEFORE =
  /(?:[№#§]|(?<!\p{L})(?:No\.?|nr\.?|(?:ст|ч|п|кв|арт|art|ust|pkt|par|sec)\.))[ \u00a0\u202f]*$/iu;
// prettier-ignore
const LABEL_WORDS = new Set('article артыкул артыкуле артыкулу статья статье статьи статті стаття artykuł artykułu school_no المادة رقم pkt number номер номером нумар numer часть части частью частка часткі частцы частина частини частиною пункт пункта пункту пункце'.split(' ').map(foldWord));

/** A scale word of many: "thousands of", "آلاف". */
const MANY = /s$|^[وبفلك]?(?:ال)?(?:الاف|ملايين|مليارات)$/;

/** Values above this are not told exactly by a number. */
const LARGEST = 1e15;

interface Reading {
  readonly last: number;
  readonly value: number;
}

/** `1 200`, `1,200`, `1.200.000`, `1,5`, `12`; the words from `first` on are digits parted by marks. */
function readDigits(words: Words, meanings: Meanings, first: number): Reading | null {
  let digits = meanings.at(words, first).folded;
  let last = first;
  const leading = digits.length;
  let mark = '';
  while (leading <= 3 && last + 1 < words.count) {
    const gap = gapAfter(words, last);
    const next = meanings.at(words, last + 1);
    if (!next.digits || !THREE.test(next.folded)) break;
    if (!GROUP_GAP.test(gap) && !GROUP_MARK.test(gap)) break;
    if (mark !== '' && gap !== mark) break;
    mark = gap;
    digits += next.folded;
    last++;
  }
  const gap = gapAfter(words, last);
  const next = meanings.at(words, last + 1);
  if (DECIMAL_MARK.test(gap) && gap !== mark && next.digits && FRACTION.test(next.folded))
    return { last: last + 1, value: Number(`${digits}.${next.folded}`) };
  return { last, value: Number(digits) };
}

function readWords(words: Words, meanings: Meanings, first: number): Reading | null {
  const sum = new NumberSum();
  let last = -1;
  for (let at = first; at < words.count; at++) {
    const meaning = meanings.at(words, at);
    if (last >= 0 && !WORD_GAP.test(gapAfter(words, at - 1))) break;
    if (meaning.cardinal === null) {
      const joins = last >= 0 && meaning.folded === 'and' && sum.value >= 100;
      const next = meanings.at(words, at + 1).cardinal;
      if (joins && next !== null && next < 100) continue;
      break;
    }
    // A bare "thousands" or "hundreds of" is no figure.
    if (last < 0 && isScale(meaning.cardinal) && MANY.test(meaning.folded)) return null;
    if (!sum.take(meaning.cardinal, meaning.joined && last >= 0)) break;
    last = at;
  }
  return last < 0 ? null : { last, value: sum.value };
}

/** A scale word after digits, and what is below it: `1,5 млн`, `2 тыс. 300`, `1 млн 200 тыс.`. */
function scaled(words: Words, meanings: Meanings, reading: Reading): Reading {
  const next = meanings.at(words, reading.last + 1);
  if (next.cardinal === null || !isScale(next.cardinal)) return reading;
  if (!WORD_GAP.test(gapAfter(words, reading.last))) return reading;
  const whole = { last: reading.last + 1, value: reading.value * next.cardinal };
  return Number.isInteger(reading.value) ? withRest(words, meanings, whole) : whole;
}

/** What figures behind a scale word add: "1 млн 200 тыс.", "مليون و200 ألف". */
function withRest(words: Words, meanings: Meanings, whole: Reading): Reading {
  const scale = meanings.at(words, whole.last).cardinal ?? 0;
  const { digits } = meanings.at(words, whole.last + 1);
  if (!isScale(scale) || !digits || !SCALE_GAP.test(gapAfter(words, whole.last))) return whole;
  const own = readDigits(words, meanings, whole.last + 1);
  const rest = own === null ? null : scaled(words, meanings, own);
  if (rest === null || rest.value >= scale || rest.value < 1) return whole;
  return { last: rest.last, value: whole.value + rest.value };
}

const ENDING_GAP = /^[-‑]$/;
const ORDINAL_ENDING = /^\p{L}{1,3}$/u;
/** "5-й", "5-га": the fifth, not five; "5-6" are two numbers. */
const isOrdinalMark = (words: Words, last: number) =>
  ENDING_GAP.test(gapAfter(words, last)) && ORDINAL_ENDING.test(foldedAt(words, last + 1));

function percentAfter(words: Words, last: number): number | null {
  const after = words.text.slice(endAt(words, last), endAt(words, last) + 3);
  const mark = PERCENT_MARK.exec(after);
  if (mark !== null) return endAt(words, last) + mark[0].length;
  for (let at = last + 1; at <= last + 2; at++) {
    const folded = foldedAt(words, at);
    if (PERCENT_WORD.has(folded)) return endAt(words, at);
    if (folded !== 'per' && folded !== 'في') return null;
    if (folded === 'per' && foldedAt(words, at + 1) === 'cent') return endAt(words, at + 1);
  }
  return null;
}

function isLabel(words: Words, first: number): boolean {
  if (LABEL_WORDS.has(foldedAt(words, first - 1))) return true;
  const start = startAt(words, first);
  return LABEL_BEFORE.test(words.text.slice(Math.max(0, start - LABEL_LENGTH), start));
}

/** The numbers of a text in order. `taken[i]` is 1 for words that belong to a date already. Linear in the text. */
export function numbersIn(words: Words, meanings: Meanings, taken: Uint8Array): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (let at = 0; at < words.count; at++) {
    if (taken[at] === 1) continue;
    const meaning = meanings.at(words, at);
    if (!meaning.digits && meaning.cardinal === null && !meaning.dual) continue;
    // "Eight detainees": after a number the ending is that of many.
    if (meaning.dual && meaning.cardinal === null && found.at(-1)?.last === at - 1) continue;
    const plain: Reading | null = meaning.digits
      ? readDigits(words, meanings, at)
      : meaning.cardinal !== null
        ? readWords(words, meanings, at)
        : { last: at, value: 2 };
    if (plain === null) continue;
    const { last, value } = meaning.digits
      ? scaled(words, meanings, plain)
      : meanings.language === 'ar'
        ? withRest(words, meanings, plain)
        : plain;
    if (!Number.isFinite(value) || value > LARGEST) continue;
    if (meaning.digits && isOrdinalMark(words, last)) {
      at = last;
      continue;
    }
    const percentEnd = percentAfter(words, last);
    found.push({
      first: at,
      last,
      start: startAt(words, at),
      end: percentEnd ?? endAt(words, last),
      value,
      percent: percentEnd !== null,
      needsNoun: !meaning.digits && (meaning.dual || value <= 1) && last === at,
      label: isLabel(words, at),
      ...approximateIn(words, at, meanings.language),
    });
    at = last;
  }
  return found;
}
