/** Finds years that no word right beside them names as such: "the 2019 fire", "2014–2016", "(2021)". */
import { foldWord } from '../text/index.ts';
import { rangeWords } from './calendar-words.ts';
import type { CountedNumber } from './account.ts';
import type { FoundDate } from './dates.ts';
import { isCounted } from './lexicon.ts';
import type { Meanings } from './meaning.ts';
import { seasonOf } from './told-words.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

const YEAR = /^(?:19|20)\d\d$/;
const YEAR_VALUE = /^\d{4}$/;
const PLAIN_GAP = /^[ \u00a0\u202f]$/;
const JOINING_GAP = /^(?: ?[-–—‑] ?|,? )$/;
const SHORT_ENDING = /^\p{L}{1,3}$/u;
/** "They were 650 in 2021": no end of a range stands after these. */
const IN = new Set(
  'in since early late mid في منذ مطلع أوائل أواخر منتصف نهاية بداية'.split(' ').map(foldWord),
);
const BEFORE = new Set(
  'early late mid مطلع أوائل أواخر منتصف نهاية بداية by until till from between before after к до от по после перед між після до од от по між пасля перад od do po przed między między حتى إلى بين قبل بعد عامي في منذ عام سنة'
    .split(' ')
    .map(foldWord),
);

/** In order. `numbers` are those of the text that belong to no date, `dates` its dates. */
export function toldYears(
  words: Words,
  meanings: Meanings,
  numbers: readonly CountedNumber[],
  dates: readonly FoundDate[],
): FoundDate[] {
  const years = new Set(dates.flatMap(({ value, last }) => (YEAR_VALUE.test(value) ? [last] : [])));
  const ends = new Set(
    dates.flatMap(({ value, first }) => (YEAR_VALUE.test(value) ? [first] : [])),
  );
  for (const {
    number: { first, last },
  } of numbers)
    if (
      isYearWord(words, first) &&
      isYearWord(words, last + 1) &&
      DASH.test(gapAfter(words, last))
    ) {
      years.add(last + 1);
      ends.add(last + 1);
    }
  const figures = new Set(
    numbers.flatMap(({ number }) => (isYearWord(words, number.first) ? [] : [number.last])),
  );
  const found: FoundDate[] = [];
  for (const { number } of numbers) {
    const { first, last } = number;
    const written = meanings.at(words, first).folded;
    if (first !== last || number.percent || !YEAR.test(written)) continue;
    const next = meanings.at(words, last + 1);
    const counts =
      PLAIN_GAP.test(gapAfter(words, last)) && next.concept !== null && isCounted(next.concept);
    const joined =
      (years.has(first - 1) && JOINING_GAP.test(gapAfter(words, first - 1))) ||
      (years.has(first - 2) && isJoining(words, meanings, first - 1));
    const joins =
      (ends.has(last + 1) && JOINING_GAP.test(gapAfter(words, last))) ||
      (ends.has(last + 2) && isJoining(words, meanings, last + 1));
    const before = foldedAt(words, first - 1);
    const bracket =
      gapAfter(words, first - 1).endsWith('(') &&
      /^[)\-–—]/.test(words.text.charAt(endAt(words, last)));
    const article =
      meanings.language === 'en' && before === 'the' && next.concept?.sort !== 'person';
    const season = seasonOf(before, meanings.language) !== null;
    if (!(
      season ||
      joined ||
      joins ||
      bracket ||
      article ||
      (BEFORE.has(before) && !counts && (IN.has(before) || !figures.has(first - 2)))
    ))
      continue;
    years.add(last);
    found.push({
      first,
      last,
      start: startAt(words, first),
      end: endAt(words, last),
      value: written,
      relative: false,
    });
  }
  return found;
}

/** "2019-м", "2019-го": an n-th that no number was made of. */
export function nthYears(words: Words, taken: Uint8Array): FoundDate[] {
  const found: FoundDate[] = [];
  for (let at = 0; at < words.count; at++) {
    const written = foldedAt(words, at);
    if (taken[at] === 1 || !YEAR.test(written)) continue;
    const decade = written.endsWith('0') && /^(?:е|х|м|ми|я|і|ті)$/.test(foldedAt(words, at + 1));
    if (
      decade ||
      !/^[-‑]$/.test(gapAfter(words, at)) ||
      !SHORT_ENDING.test(foldedAt(words, at + 1))
    )
      continue;
    found.push({
      first: at,
      last: at + 1,
      start: startAt(words, at),
      end: endAt(words, at + 1),
      value: written,
      relative: false,
    });
  }
  return found;
}

const isYearWord = (words: Words, at: number) => YEAR.test(foldedAt(words, at));
const DASH = /^ ?[-–—‑] ?$/;

const isJoining = (words: Words, meanings: Meanings, at: number): boolean =>
  rangeWords.has(foldedAt(words, at)) || meanings.at(words, at).folded === 'w';
