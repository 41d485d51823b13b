/** Arabic numbers that are told with an article or as an n-th of two words: "الخمسين", "العمال الثلاثة", "السادسة عشرة", "الثالثة والأربعين". */
import { foldWord } from '../text/index.ts';
import type { Meanings } from './meaning.ts';
import { cardinalOf } from './number-words.ts';
import { numberAt } from './number-at.ts';
import { nthOf } from './nth-words.ts';
import type { FoundNumber } from './numbers.ts';
import { foldedAt, gapAfter, type Words } from './words.ts';

const listOf = (words: string) => new Set(words.split(' ').map(foldWord));

const PLAIN_GAP = /^[ \u00a0\u202f]$/;
const ARTICLE = /^(?:[وفبكل]?ال|لل)(?=..)/;
const ELEVENTH = /^[وفبل]?(?:ال)?حادي[هة]?$/;
const TEEN = listOf('عشر عشرة');
const AND = /^وال(?=...)/;
/** Before an age: "دون العشرين", "سن الخمسين". */
const AGE_BEFORE = listOf(
  'دون تحت فوق سن بلغ بلغت تجاوز تجاوزت يتجاوز يتجاوزوا قارب ناهز اتم اتمت في',
);
/** Behind it: "من عمره". */
const AGE_BEHIND = listOf('عمره عمرها عمرهم العمر');
/** What a number tells from others, and has no count: "القرن العشرين". */
const WHICH = listOf(
  'القرن الطابق الدور الماده الساعه الصفحه الفصل الدرجه الفيه الماة المايه الميه',
);
/** One and two are read elsewhere: with an article they are days of the week as well. */
const LEAST = 3;
const TENS = 20;
const FIRST_TEEN = 10;

const follows = (words: Words, at: number): boolean => PLAIN_GAP.test(gapAfter(words, at));

/** A year of life is told by an n-th in the feminine: "في الثالثة والأربعين". */
const isAge = (words: Words, first: number, last: number, value: number): boolean =>
  (foldedAt(words, first).endsWith('ه') || foldedAt(words, first).endsWith('حاديه')) &&
  (value > FIRST_TEEN + 2 || AGE_BEHIND.has(foldedAt(words, last + 2))) &&
  (AGE_BEFORE.has(foldedAt(words, first - 1)) || AGE_BEHIND.has(foldedAt(words, last + 2)));

/** An n-th of two words. */
function nthOfTwo(words: Words, at: number): FoundNumber | null {
  const folded = foldedAt(words, at);
  const ones = ELEVENTH.test(folded) ? 1 : nthOf(folded, 'ar');
  if (ones === null || ones > 9 || !follows(words, at)) return null;
  const next = foldedAt(words, at + 1);
  const tens = TEEN.has(next) ? FIRST_TEEN : AND.test(next) ? tensOf(next.replace(AND, '')) : null;
  if (tens === null || WHICH.has(foldedAt(words, at - 1))) return null;
  const value = tens + ones;
  return numberAt(words, at, at + 1, value, !isAge(words, at, at + 1, value));
}

function tensOf(bare: string): number | null {
  const tens = cardinalOf(bare, 'ar');
  return tens !== null && tens >= TENS && tens < 100 ? tens : null;
}

/** A number with its article, behind what it counts or for an age. */
function withArticle(words: Words, at: number): FoundNumber | null {
  const folded = foldedAt(words, at);
  const bare = folded.replace(ARTICLE, '');
  if (bare === folded || WHICH.has(foldedAt(words, at - 1))) return null;
  const value = cardinalOf(bare, 'ar');
  if (value === null || value < LEAST || value >= 100) return null;
  if (value >= TENS) return numberAt(words, at, at, value);
  // "الطفايات الست": what is counted has its article too.
  const counted = follows(words, at - 1) && ARTICLE.test(foldedAt(words, at - 1));
  return counted ? numberAt(words, at, at, value) : null;
}

/** In order. `taken[i]` is 1 for words of dates. Linear in the text. */
export function arabicNumbers(words: Words, meanings: Meanings, taken: Uint8Array): FoundNumber[] {
  if (meanings.language !== 'ar') return [];
  const found: FoundNumber[] = [];
  for (let at = 0; at < words.count; at++) {
    if (taken[at] === 1) continue;
    const number = nthOfTwo(words, at) ?? withArticle(words, at);
    if (number === null || taken[number.last] === 1) continue;
    found.push(number);
    at = number.last;
  }
  return found;
}
