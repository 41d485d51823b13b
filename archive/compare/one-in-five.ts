/** Finds shares that are told by two numbers: "one in five", "one family in four", "four out of ten", "واحد من كل خمسة". */
import { foldWord } from '../text/index.ts';
import type { Meanings } from './meaning.ts';
import type { FoundNumber } from './numbers.ts';
import { foldedAt, gapAfter, type Words } from './words.ts';

const PLAIN_GAP = /^[ \u00a0\u202f]$/;
/** What comes between the two numbers. */
const BETWEEN: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [['in', 'every'], ['out', 'of', 'every'], ['out', 'of'], ['in']],
  ar: [['من', 'كل'].map(foldWord), ['من', 'بين', 'كل'].map(foldWord)],
};
/** "Three in 2019" and "one in 1,400 kilometres" are no shares. */
const LARGEST_WHOLE = 1_000;

/** The last word of what comes between, from word `at` on; `null` when it does not stand there. */
function betweenAt(words: Words, language: string, at: number): number | null {
  for (const phrase of BETWEEN[language] ?? []) {
    const fits = phrase.every(
      (word, step) =>
        foldedAt(words, at + step) === word && PLAIN_GAP.test(gapAfter(words, at + step - 1)),
    );
    if (fits) return at + phrase.length - 1;
  }
  return null;
}

/** `numbers`: by their first word. The share that `part` begins; `null` when it begins none. */
export function outOfAll(
  words: Words,
  meanings: Meanings,
  numbers: ReadonlyMap<number, FoundNumber>,
  part: FoundNumber,
): FoundNumber | null {
  const { language } = meanings;
  const next = part.last + 1;
  const direct = betweenAt(words, language, next);
  // "One family in four", but "three bodies in four houses".
  const ofNoun = direct === null && part.value === 1 && !meanings.at(words, next).stop;
  const between = ofNoun ? betweenAt(words, language, next + 1) : direct;
  const whole = between === null ? undefined : numbers.get(between + 1);
  if (between === null || whole === undefined) return null;
  if (!PLAIN_GAP.test(gapAfter(words, between))) return null;
  if (whole.value <= part.value || whole.value > LARGEST_WHOLE || whole.percent || part.percent)
    return null;
  const after = meanings.at(words, whole.last + 1);
  const follows = PLAIN_GAP.test(gapAfter(words, whole.last));
  if (follows && (after.concept?.sort === 'measure' || (ofNoun && after.folded.endsWith('s'))))
    return null;
  return {
    ...part,
    last: whole.last,
    end: whole.end,
    value: part.value / whole.value,
    needsNoun: false,
    share: true,
  };
}
