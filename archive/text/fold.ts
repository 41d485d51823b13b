/** Two plainer forms of a word: as written (case and invisible marks gone), and folded (accents gone as well). */

/** Lower-case words without anything to fold: the great majority, so they are let through untouched. */
const PLAIN =
  /^[a-z0-9\u0430-\u044f\u0456\u0457\u045e\u0454\u0491\u0628\u062a-\u063a\u0641-\u0648]+$/;
const PLAIN_UNITS = 0x700;
const plainUnits = Uint8Array.from({ length: PLAIN_UNITS }, (_, unit) =>
  PLAIN.test(String.fromCharCode(unit)) ? 1 : 0,
);
const INVISIBLE =
  /[\u00ad\u0640\u200b-\u200f\u2060\ufeff\u061c\u202a-\u202e\u2066-\u2069]|\u034f|[\ufe00-\ufe0f]/g;
const APOSTROPHES = /['`\u02b9\u02bb\u02bc\u2018\u2019\uff07]/g;
const ARABIC_VOWEL_MARKS = /[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed]/g;
/** A stress accent on a Cyrillic vowel, and the dot that a lowered İ leaves behind. */
const STRAY_ACCENT = /(?<=[\u0400-\u052f])[\u0300\u0301]|(?<=i)\u0307/g;
const MARKS = /\p{M}/gu;
const POSSESSIVE = /'s$/;

/** Letters that no normalisation takes apart, and forms that people do not tell apart when they type. */
// prettier-ignore
const PLAINER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ё: 'е', ł: 'l', đ: 'd', ð: 'd', ø: 'o', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ŧ: 't', ς: 'σ',
    أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه', ک: 'ك', ۀ: 'ه', ە: 'ه',
  }),
);
/** Letters of their own although they decompose: мой is not мои. */
const WHOLE = new Set('йўї');

const ASCII_ZERO = 0x30;
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
const asciiDigit = (digit: string) =>
  String.fromCharCode(ASCII_ZERO + (digit.charCodeAt(0) & 0x0f));

/** Whether the word that stands from `start` to `end`, which is not empty, is its own written and folded form. */
export function isPlain(text: string, start = 0, end = text.length): boolean {
  for (let at = start; at < end; at++) if (plainUnits[text.charCodeAt(at)] !== 1) return false;
  return end > start;
}

/**
 * The word as it is written, made comparable: compatibility-composed (NFKC), lower case, one kind of apostrophe, one kind
 * of digits, without soft hyphens, tatweel, direction marks, Arabic vowel marks and stress accents. Accents that are part of a letter
 * (š, ў, é) stay. The same for composed and decomposed input; may be empty.
 */
export function writtenForm(word: string): string {
  if (isPlain(word)) return word;
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(ARABIC_VOWEL_MARKS, '')
    .replace(STRAY_ACCENT, '')
    .normalize('NFC')
    .replace(APOSTROPHES, "'")
    .replace(OTHER_DIGITS, asciiDigit);
}

/** Takes an English possessive ending off a written form. */
export function withoutPossessive(written: string): string {
  return written.endsWith("'s") ? written.replace(POSSESSIVE, '') : written;
}

/**
 * The word folded: its written form without accents (š → s, ё → е, é → e, ł → l, Arabic alef, ya and ta marbuta forms as one).
 * Cyrillic й, ў and ї stay letters of their own. Two words are "the same" to a reader who ignores accents exactly
 * when their folded forms are equal. Folding twice changes nothing.
 */
export function foldWord(word: string): string {
  const written = writtenForm(word);
  if (isPlain(written)) return written;
  let folded = '';
  for (const letter of written) {
    if (WHOLE.has(letter)) folded += letter;
    else {
      const bare = letter.normalize('NFKD').replace(MARKS, '');
      for (const part of bare) folded += PLAINER.get(part) ?? part;
    }
  }
  return folded;
}
