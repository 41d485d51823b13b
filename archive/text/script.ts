/** Which script a text is written in, and which way it runs. */

export type Script = 'latin' | 'cyrillic' | 'arabic' | 'other';

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const ARABIC = /\p{Script=Arabic}/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;
/** Letters looked at: enough to tell, however long the text is. */
const SAMPLE = 2_000;

function scriptOfLetter(letter: string): Script {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x250) return 'latin';
  if (code >= 0x400 && code < 0x530) return 'cyrillic';
  if (LATIN.test(letter)) return 'latin';
  if (CYRILLIC.test(letter)) return 'cyrillic';
  return ARABIC.test(letter) ? 'arabic' : 'other';
}

/** The script of most of the first letters of `text`; `other` when there is no letter of the three. */
export function scriptOf(text: string): Script {
  const counts: Record<Script, number> = { latin: 0, cyrillic: 0, arabic: 0, other: 0 };
  let looked = 0;
  for (const letter of text) {
    if (!LETTER.test(letter)) continue;
    counts[scriptOfLetter(letter)]++;
    if (++looked === SAMPLE) break;
  }
  let best: Script = 'other';
  for (const script of ['latin', 'cyrillic', 'arabic'] as const)
    if (counts[script] > counts[best]) best = script;
  return best;
}

/** The direction of the first letter of `text` that has one; `ltr` when there is none. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  for (const letter of text)
    if (LETTER.test(letter)) return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
  return 'ltr';
}
