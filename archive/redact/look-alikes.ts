/**
 * Letters that are drawn like others, by the confusables of Unicode (UTS 39) and a few that an eye does not tell apart
 * in small letters: what a word in mixed letters says in letters of one script, and what a word looks like.
 */
import unhomoglyph from 'unhomoglyph';

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const CYRILLIC = 'абвгдежзийклмнопрстуфхцчшщъыьэюяёіїўєґ';
/** Small letters that are capitals drawn smaller: each alphabet has others of them. */
const SMALL_CAPITALS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ʙ: 'B', ʜ: 'H', ĸ: 'K', ᴋ: 'K', k: 'K', ʍ: 'M', ᴍ: 'M', ᴛ: 'T' }),
);
/** m is drawn like rn: told in longer words only, for _tam_ is no _Tarn_. */
const DRAWN_M = /rn/g;
const LONG = 6;
/** Letters drawn in circles and squares, which no normalisation takes out of them, and those of flags. */
const SIGNS: readonly (readonly [from: number, to: number])[] = [
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
  [0x1f1e6, 0x1f1ff],
];
/** Words in one script, the great majority: there is nothing to read otherwise. */
const PLAIN = /^(?:[a-z\u00c0-\u017f\d'’ʼ]+|[\u0400-\u045fґ\d'’ʼ]+|[\u0600-\u06ff\d]+)$/i;
const IS_LETTER = /\p{L}/u;
const IS_SMALL = /\p{Ll}/u;
const IS_LATIN = /\p{Script=Latin}/u;
const IS_CYRILLIC = /\p{Script=Cyrillic}/u;
const MARKS = /\p{M}+/gu;

interface Alphabet {
  readonly has: RegExp;
  readonly letters: ReadonlySet<string>;
  /** By what a letter looks like; the small letter for both. */
  readonly small: ReadonlyMap<string, string>;
  readonly large: ReadonlyMap<string, string>;
}

const looks = new Map<string, string>();

function lookOfLetter(letter: string): string {
  let look = looks.get(letter);
  if (look === undefined) {
    look = Array.from(letter.normalize('NFKD').replace(MARKS, ''), drawnAs).join('');
    looks.set(letter, look);
  }
  return look;
}

function drawnAs(letter: string): string {
  const drawn = letter === 'm' ? letter : unhomoglyph(letter);
  return SMALL_CAPITALS.get(drawn) ?? drawn;
}

function alphabetOf(letters: string, has: RegExp): Alphabet {
  const all = Array.from(letters);
  const byLook = (cased: (letter: string) => string) =>
    all.map((letter): [string, string] => [lookOfLetter(cased(letter)), letter]);
  const [small, large] = [byLook((letter) => letter), byLook((letter) => letter.toUpperCase())];
  return {
    has,
    letters: new Set(all),
    small: new Map([...large, ...small]),
    large: new Map([...small, ...large]),
  };
}

const latin = alphabetOf(LATIN, IS_LATIN);
const cyrillic = alphabetOf(CYRILLIC, IS_CYRILLIC);

/** `A` for 🅐, 🅰 and 🇦; `null` for anything else. */
export function letterInSign(code: number): string | null {
  const [from] = SIGNS.find(([first, last]) => code >= first && code <= last) ?? [];
  return from === undefined ? null : String.fromCharCode(0x41 + code - from);
}

/**
 * A word that is written in letters of several scripts, in the letters of each script in which all of it can be read;
 * none of a word in one script, whatever it looks like.
 */
export function readingsOf(word: string): readonly string[] {
  if (PLAIN.test(word)) return [];
  const letters = Array.from(word);
  const isLatin = letters.some((letter) => IS_LATIN.test(letter));
  const isCyrillic = letters.some((letter) => IS_CYRILLIC.test(letter));
  const inOne = (has: RegExp) => letters.every((one) => has.test(one) || !IS_LETTER.test(one));
  if ((!isLatin && !isCyrillic) || (isCyrillic && inOne(IS_CYRILLIC))) return [];
  const alphabets = isLatin && inOne(IS_LATIN) ? [latin] : [latin, cyrillic];
  const readings = alphabets.flatMap((alphabet) => readIn(letters, alphabet) ?? []);
  return [...new Set(readings)].filter((reading) => reading !== word);
}

function readIn(letters: readonly string[], { has, ...own }: Alphabet): string | null {
  let read = '';
  for (const letter of letters) {
    const small = letter.toLowerCase();
    const isSmall = IS_SMALL.test(letter);
    const other = (isSmall ? own.small : own.large).get(lookOfLetter(letter));
    const isAccented = letter.normalize('NFKD') !== letter && has.test(letter);
    if (own.letters.has(small) || isAccented || !IS_LETTER.test(letter)) read += letter;
    else if (other !== undefined) read += isSmall ? other : other.toUpperCase();
    else if (has.test(letter)) read += letter;
    else return null;
  }
  return read;
}

/** Two words with the same look are drawn the same, letter for letter. Capitals look otherwise than small letters. */
export function wordLook(word: string): string {
  let look = '';
  for (const letter of word) look += lookOfLetter(letter);
  return look.length < LONG ? look : look.replace(DRAWN_M, 'm');
}
