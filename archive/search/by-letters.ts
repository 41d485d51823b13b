/** Among words that sound alike, those written alike come first. */
import { foldWord, LetterPattern } from '../text/index.ts';
import type { Asking } from './dictionary.ts';
import { SAME_SOUND } from './nearness.ts';
import { isInflected, scriptRange } from './scripts.ts';

const LETTER_SHARE = 0.85;
const UNLIKE = 0.25;
const MOST_UNLIKE = 0.06;
/** A word of another script that only nearly sounds the same has more against it than its sound. */
const OTHER_SCRIPT = 0.03;
const OTHER_SCRIPT_UNLIKE = 0.5;
const OTHER_SCRIPT_SAME = 0.02;
const INFLECTED = 0.95;
/** A word that begins letter by letter with what was typed so far. */
const BEGUN = 0.93;

/** Among words that sound alike, those written alike come first. */
export function weighLetters(
  write: (word: number) => string,
  typed: string,
  found: Map<number, number>,
  longer: ReadonlySet<number>,
  asking: Asking,
): void {
  const { beginning } = asking;
  const folded = foldWord(typed);
  const pattern = new LetterPattern(folded);
  const script = scriptRange(folded);
  for (const [word, weight] of found) {
    const written = write(word);
    if (scriptRange(written) !== script) {
      const less =
        weight >= SAME_SOUND || longer.has(word)
          ? OTHER_SCRIPT_SAME
          : OTHER_SCRIPT + OTHER_SCRIPT_UNLIKE * (SAME_SOUND - weight);
      found.set(word, weight - less);
      continue;
    }
    const letters = pattern.similarity(written, beginning);
    if (weight >= SAME_SOUND) found.set(word, weight - 0.05 * (1 - letters));
    else {
      // Conventions of writing differ in many letters; a slip within a group of letters changes many sounds.
      const whole = beginning && letters > weight ? pattern.similarity(written) : letters;
      const begun = beginning && written.startsWith(folded) ? BEGUN : 0;
      const judged =
        letters > weight
          ? weight + LETTER_SHARE * Math.max(0, whole - weight)
          : weight - Math.min(MOST_UNLIKE, UNLIKE * (weight - letters));
      found.set(
        word,
        Math.max(judged, begun, isInflected(folded, foldWord(written)) ? INFLECTED : 0),
      );
    }
  }
}
