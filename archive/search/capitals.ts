/** Capital letters: a word that is written with one within a sentence is a name, and one that never is is none. */

/** How a word was met: with a capital letter within a sentence or where names stand; beginning with a small letter. */
export const AS_NAME = 1;
export const IN_SMALL = 2;

const IS_CAPITAL = /\p{Lu}/u;
const IS_SMALL = /\p{Ll}/u;
/** Units up to here cover the alphabets with two cases in which documents are written. */
const CASED = 0x530;
const OTHER = 0;
const CAPITAL = 1;
const SMALL = 2;

const cases = Uint8Array.from({ length: CASED }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  return IS_CAPITAL.test(letter) ? CAPITAL : IS_SMALL.test(letter) ? SMALL : OTHER;
});

export const isCapital = (unit: number) => cases[unit] === CAPITAL;
export const isSmall = (unit: number) => cases[unit] === SMALL;

const LETTER_OR_COMMA = /[\p{L}\p{N}\p{M},]/u;

/** Whether the word at `start` follows another one: where a sentence begins, a capital letter tells nothing. */
export function isWithinSentence(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && text.charAt(at) === ' ') at--;
  return at >= 0 && at < start - 1 && LETTER_OR_COMMA.test(text.charAt(at));
}

/** Whether somebody typed a name: with a capital letter, but not all in capitals. */
export function isTypedAsName(typed: string): boolean {
  return IS_CAPITAL.test(typed) && typed !== typed.toUpperCase();
}
