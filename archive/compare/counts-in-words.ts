/** Finds counts that number words alone do not tell: "twice", "half a year", "two and a half", "three dozen", "двухлетний". */
import type { CountedNumber } from './account.ts';
import {
  adjectiveNoun,
  andHalfPhrases,
  bunchOf,
  impliesOne,
  isHalf,
  isOneBunch,
  joinedUnit,
  ownCountOf,
  shareOf,
  type OwnCount,
} from './count-words.ts';
import type { Counted } from './counted.ts';
import { foldWord, stem } from '../text/index.ts';
import { approximateIn } from './hedges.ts';
import { conceptOf } from './lexicon.ts';
import type { Meanings } from './meaning.ts';
import { numberAt } from './number-at.ts';
import { nthOf } from './nth-words.ts';
import { isScale } from './number-words.ts';
import { outOfAll } from './one-in-five.ts';
import type { FoundNumber } from './numbers.ts';
import { endAt, foldedAt, gapAfter, type Words } from './words.ts';

const WORD_GAP = /^[ \u00a0\u202f]$/;
const HALF_GAP = /^[ \u00a0\u202f-]$/;
/** Words between a number and "and a half": "a year and a half", "ثلاث ساعات ونصف". */
const HALF_REACH = 2;
const LARGEST_COUNT_OF_BUNCHES = 20;
/** "Only once", "once in ten years"; elsewhere "once" is long ago, or as soon as, and "once a week" is a rate. */
const ONCE_AFTER = new Set(['in', 'or']);
const ONCE_BEFORE = new Set(['only', 'just', 'but', 'than', 'least', 'and', 'or']);

interface Reader {
  readonly words: Words;
  readonly meanings: Meanings;
  readonly taken: Uint8Array;
}

const isMeasure = ({ words, meanings }: Reader, at: number): boolean =>
  meanings.at(words, at).concept?.sort === 'measure';

/** The words of "and a half" from `at` on: the last of them. */
function andHalfAt({ words, meanings }: Reader, at: number): number | null {
  for (const phrase of andHalfPhrases(meanings.language)) {
    const fits = phrase.every(
      (word, step) =>
        foldedAt(words, at + step) === word && HALF_GAP.test(gapAfter(words, at + step - 1)),
    );
    if (fits) return at + phrase.length - 1;
  }
  return null;
}

/** What a number goes on with: "three dozen", "two and a half", "ثلاث ساعات ونصف". */
function grown(reader: Reader, number: FoundNumber): FoundNumber | null {
  const { words, meanings } = reader;
  const { language } = meanings;
  const next = number.last + 1;
  const bunch = HALF_GAP.test(gapAfter(words, number.last))
    ? bunchOf(foldedAt(words, next), language)
    : null;
  if (bunch !== null && number.value <= LARGEST_COUNT_OF_BUNCHES)
    return { ...number, last: next, end: endAt(words, next), value: number.value * bunch };
  const half = andHalfAt(reader, next);
  if (
    half !== null &&
    meanings.language === 'ar' &&
    isScale(meanings.at(words, number.last).cardinal ?? 0)
  ) {
    // "مليون ونصف المليون"
    const scale = meanings.at(words, number.last).cardinal ?? 0;
    const again = foldedAt(words, half + 1).replace(/^ال/, '') === foldedAt(words, number.last);
    const last = again ? half + 1 : half;
    return { ...number, last, end: endAt(words, last), value: number.value + scale / 2 };
  }
  if (half !== null) {
    const scale = meanings.at(words, half + 1).cardinal;
    const scaled = scale !== null && isScale(scale) && WORD_GAP.test(gapAfter(words, half));
    const last = scaled ? half + 1 : half;
    const value = (number.value + 0.5) * (scaled ? scale : 1);
    return { ...number, last, end: endAt(words, last), value };
  }
  const share = shareAfter(reader, number);
  if (share !== null) return share;
  // "ثلاث ساعات ونصف", "two years and a half"
  if (!isMeasure(reader, next)) return null;
  return andHalfAt(reader, next + 1) === null ? null : { ...number, value: number.value + 0.5 };
}

/** "Two thirds", "три чверти", "jedną trzecią", "ثلاثة أرباع". */
function shareAfter({ words, meanings }: Reader, number: FoundNumber): FoundNumber | null {
  const next = number.last + 1;
  if (!HALF_GAP.test(gapAfter(words, number.last)) || number.value > 9) return null;
  const folded = foldedAt(words, next);
  const polish = meanings.language === 'pl' ? nthOf(folded, 'pl') : null;
  const share =
    polish !== null && /[aąe]$/.test(folded) && POLISH_NUMERATOR.has(foldedAt(words, number.first))
      ? 1 / polish
      : number.value >= 1
        ? shareOf(folded, meanings.language)
        : null;
  if (share === null || number.value * share >= 1) return null;
  return {
    ...number,
    last: next,
    end: endAt(words, next),
    value: number.value * share,
    share: true,
  };
}

const POLISH_NUMERATOR = new Set(['jedna', 'jedną', 'jednej', 'dwie', 'trzy'].map(foldWord));
/** "Half of them", "half its fleet"; not "half past" or "the second half". */
const ENGLISH_AFTER_HALF = new Set('of its their his her our the those all these my'.split(' '));
const ENGLISH_BEFORE_HALF = new Set(['by', 'than', 'only', 'nearly', 'almost', 'about']);
const FIRST = /^(?:first|перв|перш|pierwsz|الاول)/;
const ARABIC_AND_HALF = /^و(?:ال)?نصف$/;
const EVERY = /^(?:every|كل|кажд\p{L}+|кожн\p{L}+|кожен|kazd\p{L}+|co)$/u;

/** Without vowels a fifth is written as five. */
const ARABIC_FRACTIONS = new Map(
  Object.entries({ خمس: 1 / 5, سدس: 1 / 6, سبع: 1 / 7, عشر: 1 / 10, الخمس: 1 / 5, السدس: 1 / 6 }),
);

/** "Десятая часть", "dziesiąta część". */
const PART = /^(?:част(?:ь|и|ью)|частин[аиуі]|частиною|частк[аіу]|частцы|czesc|czesci|czescia)$/;
/** "Of which a third came from the families". */
const OF_WHICH = new Set(['which', 'whom', 'them', 'those']);
const isNext = (words: Words, at: number): boolean => WORD_GAP.test(gapAfter(words, at));

/** "A third of the nets", "половина", "ثلثها"; and "every fifth tree". */
function shareAt(reader: Reader, at: number): FoundNumber | null {
  const { words, meanings } = reader;
  const { language } = meanings;
  const folded = foldedAt(words, at);
  const before = foldedAt(words, at - 1);
  // "A quarter of an hour" is a length of time.
  const measured = isMeasure(reader, at + 1) || isMeasure(reader, at + 3);
  const shareOfAll = (first: number, value: number): FoundNumber => ({
    ...numberAt(reader.words, first, at, value),
    ...(measured ? {} : { share: true }),
  });
  const nth = nthOf(folded, language);
  if (nth !== null && EVERY.test(before)) return shareOfAll(at - 1, 1 / nth);
  if (nth !== null && nth > 2 && PART.test(foldedAt(words, at + 1)) && isNext(words, at))
    return { ...numberAt(reader.words, at, at + 1, 1 / nth), share: true };
  // "خمس السكان"; five of them would be "خمس" of many without an article.
  const fifth = language === 'ar' ? ARABIC_FRACTIONS.get(folded) : undefined;
  const whole = folded.startsWith('ال')
    ? !before.startsWith('ال')
    : isNext(words, at) && foldedAt(words, at + 1).startsWith('ال');
  if (fifth !== undefined && whole)
    return { ...numberAt(reader.words, at, at, fifth), share: true };
  const share = shareOf(folded, language);
  if (share === null) return null;
  // "A quarter of a million" is one word fewer in other languages.
  const scale = meanings.at(words, at + 1).cardinal;
  if (scale !== null && isScale(scale) && isNext(words, at))
    return numberAt(reader.words, at, at + 1, share * scale);
  // "The second half"
  const whichHalf = FIRST.test(before) || nthOf(before, language) !== null;
  if (whichHalf && WORD_GAP.test(gapAfter(words, at - 1))) return null;
  // "In the middle of September", "two hours and a half"
  if (meanings.at(words, at + 1).month || (language === 'ar' && ARABIC_AND_HALF.test(folded)))
    return null;
  if (language !== 'en') return shareOfAll(at, share);
  const next = meanings.at(words, at + 1);
  const fits =
    folded === 'half'
      ? ENGLISH_AFTER_HALF.has(next.folded) || ENGLISH_BEFORE_HALF.has(before)
      : before === 'a' &&
        (next.stop || !isNext(words, at) || OF_WHICH.has(foldedAt(words, at - 2)));
  return fits ? shareOfAll(at, share) : null;
}

const TIMES = new Set(
  'раз raz раза разы рази разів разоў разу razy times مرات'.split(' ').map(foldWord),
);

const RATE_BEFORE = new Set(['на', 'за', 'na', 'w'].map(foldWord));
const BY = new Set(['по', 'па', 'po'].map(foldWord));
const RATED = new Set(['hour', 'minute', 'day']);
const RATE_REACH = 3;

/** "60 km an hour", "по 90 машин за добу", "74 гривні на день": so many of something in a measure of time. */
function isRate({ words, meanings }: Reader, before: number, at: number): boolean {
  const of = meanings.at(words, before - 1).concept;
  const measured = of?.sort === 'measure' && !RATED.has(of.name);
  for (let word = before - 1; word >= before - RATE_REACH; word--) {
    if (!HALF_GAP.test(gapAfter(words, word))) return false;
    const { digits, cardinal } = meanings.at(words, word);
    if (!digits && cardinal === null) continue;
    const by = BY.has(foldedAt(words, word - 1));
    const on = foldedAt(words, before) !== 'за';
    return by || (on && (measured || RATED.has(meanings.at(words, at).concept?.name ?? '')));
  }
  return false;
}

/** "For a week": only held against a number that took its place. */
function impliedAt(reader: Reader, at: number): FoundNumber | null {
  const { words, meanings } = reader;
  const { language } = meanings;
  const article = language === 'en' && ['a', 'an'].includes(foldedAt(words, at - 1));
  if (language === 'en' && !article) return null;
  const before = foldedAt(words, article ? at - 2 : at - 1);
  if (!impliesOne(before, foldedAt(words, at), language)) return null;
  // "Twice in a day" is a rate.
  const times = foldedAt(words, at - (article ? 3 : 2));
  if (TIMES.has(times) || ownCountOf(times, language)?.noun === '') return null;
  if (RATE_BEFORE.has(before) && isRate(reader, at - 1, at)) return null;
  return { ...numberAt(reader.words, at, at, 1), implied: true };
}

/** "A year and a half", "ساعة ونصف", "عامان ونصف العام": the measure has no number before it. */
function measureAndHalf(reader: Reader, at: number): FoundNumber | null {
  const { words, meanings } = reader;
  if (meanings.at(words, at - 1).cardinal !== null || meanings.at(words, at - 1).digits)
    return null;
  if (!isMeasure(reader, at) || andHalfAt(reader, at + 1) === null) return null;
  const dual = meanings.language === 'ar' && /(?:ان|ين)$/.test(foldedAt(words, at));
  return numberAt(reader.words, at, at, dual ? 2.5 : 1.5);
}

/** "Half a year", "пів години", "half a million". */
function halfAt(reader: Reader, at: number): FoundNumber | null {
  const { words, meanings } = reader;
  if (!isHalf(foldedAt(words, at), meanings.language)) return null;
  for (let step = 1; step <= HALF_REACH; step++) {
    if (!HALF_GAP.test(gapAfter(words, at + step - 1))) return null;
    const meaning = meanings.at(words, at + step);
    const scale = meaning.cardinal ?? bunchOf(meaning.folded, meanings.language);
    if (scale !== null && scale >= 12) return numberAt(reader.words, at, at + step, scale / 2);
    if (meaning.concept?.sort === 'measure') return numberAt(reader.words, at, at, 0.5);
    if (meanings.language !== 'en' || !['a', 'an'].includes(meaning.folded)) return null;
  }
  return null;
}

function onceAt({ words, meanings }: Reader, at: number): OwnCount | null {
  if (meanings.language !== 'en' || foldedAt(words, at) !== 'once') return null;
  const after = WORD_GAP.test(gapAfter(words, at)) && ONCE_AFTER.has(foldedAt(words, at + 1));
  const before = ONCE_BEFORE.has(foldedAt(words, at - 1));
  return after || before ? { value: 1, noun: '', ordinal: false } : null;
}

/** "Около сотни", "więcej niż tuzin": of "сотни" alone it is not known whether there are many. */
function isHedged({ words, meanings }: Reader, at: number): boolean {
  const { approximate, bound } = approximateIn(words, at, meanings.language);
  return approximate || bound !== undefined;
}

/** "1.2m", "2.5km": the unit is written as one with the figures behind the mark. */
function decimalWithUnit({ words, meanings }: Reader, number: FoundNumber): CountedNumber | null {
  const { first, last, value } = number;
  if (first !== last || !meanings.at(words, first).digits || !/^[.,]$/.test(gapAfter(words, last)))
    return null;
  const joined = joinedUnit(foldedAt(words, last + 1));
  if (joined === null || joined.digits.length > 2) return null;
  const noun = countedAs(joined.unit, meanings);
  const whole = {
    ...number,
    last: last + 1,
    end: endAt(words, last + 1),
    value: Number(`${value}.${joined.digits}`) * joined.scale,
  };
  return { number: whole, counted: noun ?? NOTHING_COUNTED };
}

const NOTHING_COUNTED: Counted = {
  noun: null,
  stem: null,
  folded: null,
  concept: null,
  state: null,
  stateWord: null,
};

/** "72-летний", "10-дневный": what the second part counts. */
function adjectiveAfter({ words, meanings }: Reader, { last }: FoundNumber): Counted | null {
  if (!/^[-‑]$/.test(gapAfter(words, last))) return null;
  const noun = adjectiveNoun(foldedAt(words, last + 1), meanings.language);
  return noun === null ? null : countedAs(noun, meanings);
}

const countedAs = (noun: string, { language }: Meanings): Counted | null => {
  if (noun === '' || language === 'other') return null;
  const folded = foldWord(noun);
  return {
    noun,
    stem: stem(folded, language),
    folded,
    concept: conceptOf(folded, language),
    state: null,
    stateWord: null,
  };
};

/**
 * In order. `found` are the numbers that were found already; what is told here takes the place of those that it holds.
 * `taken[i]` is 1 for words of dates.
 */
export function countsInWords(
  words: Words,
  meanings: Meanings,
  found: readonly FoundNumber[],
  taken: Uint8Array,
  counted: (number: FoundNumber) => CountedNumber,
): CountedNumber[] {
  const reader = { words, meanings, taken };
  const { language } = meanings;
  if (language === 'other') return [];
  const byFirst = new Map(found.map((number) => [number.first, number]));
  const known = new Map<number, OwnCount | null>();
  const ownOf = (at: number): OwnCount | null => {
    const word = words.word[at] ?? -1;
    const met = known.get(word);
    if (met !== undefined) return met;
    const own = ownCountOf(foldedAt(words, at), language);
    known.set(word, own);
    return own;
  };
  const counts: CountedNumber[] = [];
  for (let at = 0; at < words.count; at++) {
    if (taken[at] === 1) continue;
    const number = byFirst.get(at);
    if (number !== undefined) {
      const whole =
        number.percent || number.label
          ? null
          : (outOfAll(words, meanings, byFirst, number) ?? grown(reader, number));
      const of = adjectiveAfter(reader, number);
      const fraction = language === 'ar' && number.last === at ? shareAt(reader, at) : null;
      if (fraction !== null) {
        counts.push(counted(fraction));
        continue;
      }
      const decimal = decimalWithUnit(reader, number);
      if (decimal !== null) {
        counts.push(decimal);
        at = decimal.number.last;
        continue;
      }
      if (whole !== null) counts.push(counted(whole));
      else if (of !== null) counts.push({ number, counted: of });
      at = (whole ?? number).last;
      continue;
    }
    const own = ownOf(at) ?? onceAt(reader, at);
    if (own !== null) {
      const one = numberAt(reader.words, at, at, own.value, own.ordinal);
      const noun = countedAs(own.noun, meanings);
      counts.push(noun === null ? counted(one) : { number: one, counted: noun });
      continue;
    }
    const measured = measureAndHalf(reader, at) ?? impliedAt(reader, at);
    if (measured !== null) {
      const noun = countedAs(foldedAt(words, at), meanings);
      if (noun !== null) counts.push({ number: measured, counted: noun });
      continue;
    }
    const part = halfAt(reader, at) ?? shareAt(reader, at);
    if (part !== null) {
      counts.push(counted(part));
      at = part.last;
      continue;
    }
    const some = bunchOf(foldedAt(words, at), language);
    const bunch =
      some !== null && (isOneBunch(foldedAt(words, at), language) || isHedged(reader, at))
        ? some
        : null;
    if (bunch !== null) counts.push(counted(numberAt(reader.words, at, at, bunch)));
  }
  return counts;
}
