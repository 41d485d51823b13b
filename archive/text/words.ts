/** The words of a text by their offsets, the same whether the text is composed, decomposed or in upper case. */

const OTHER = 0;
/** Begins a word and goes on with it: a letter or a digit. */
const LETTER = 1;
/** Goes on with a word, never begins one: combining marks, tatweel. */
const MARK = 2;
/** Belongs to a word only between two letters: apostrophes, soft hyphen, joiners, direction marks. */
const JOINER = 3;

const JOINERS =
  '\u0027\u0060\u00ad\u02b9\u02bb\u02bc\u2018\u2019\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\uff07';
const TATWEEL = 0x0640;
const IS_LETTER = /[\p{L}\p{N}]/u;
const IS_MARK = /\p{M}/u;

const classes = new Uint8Array(0x1_0000);
for (let unit = 0; unit < classes.length; unit++) {
  if (unit >= 0xd800 && unit <= 0xdfff) continue;
  const letter = String.fromCharCode(unit);
  if (IS_LETTER.test(letter)) classes[unit] = LETTER;
  else if (IS_MARK.test(letter)) classes[unit] = MARK;
}
for (const joiner of JOINERS) classes[joiner.charCodeAt(0)] = JOINER;
classes[TATWEEL] = MARK;

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (!isHighSurrogate(unit)) return classes[unit] ?? OTHER;
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return IS_LETTER.test(letter) ? LETTER : IS_MARK.test(letter) ? MARK : OTHER;
}

/** A lone surrogate is one unit wide. */
const widthAt = (text: string, at: number) =>
  isHighSurrogate(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;

/** Where the run of joiners at `at` ends if a letter follows it, else -1. */
function throughJoiners(text: string, at: number): number {
  let next = at;
  while (next < text.length && classes[text.charCodeAt(next)] === JOINER) next++;
  return next < text.length && classAt(text, next) === LETTER ? next : -1;
}

/**
 * Calls `visit(start, end)` for each word, in order. Offsets are UTF-16 units of `text` itself and never part a
 * letter from its combining marks nor a surrogate pair. A word is a run of letters and digits with their marks;
 * apostrophes, soft hyphens and joiners are part of it when letters stand on both sides; hyphens and
 * underscores part words. Takes time linear in the text.
 */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  const length = text.length;
  let at = 0;
  while (at < length) {
    if (classAt(text, at) !== LETTER) {
      at += widthAt(text, at);
      continue;
    }
    const start = at;
    while (at < length) {
      const plain = classes[text.charCodeAt(at)];
      if (plain === LETTER || plain === MARK) {
        at++;
        continue;
      }
      const found = plain === JOINER ? JOINER : classAt(text, at);
      if (found === LETTER || found === MARK) at += widthAt(text, at);
      else if (found === JOINER) {
        const next = throughJoiners(text, at);
        if (next < 0) break;
        at = next;
      } else break;
    }
    visit(start, at);
  }
}

/** The words themselves, as they are written. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (start, end) => words.push(text.slice(start, end)));
  return words;
}
