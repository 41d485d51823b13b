/** Makes any text fit to be printed: what cannot be shown, or would change the order of what stands around it, is replaced by a visible mark and counted. */
import type { Coverage } from './coverage.ts';

/** Stands where a character could not be shown. */
export const REPLACEMENT = '\ufffd';
/** Where a line may be broken although the text has no room for it. Private use, so it cannot be in a cleaned text. */
export const MAY_BREAK = '\ue000';

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const LONG_WORD = /\S{30,}/gu;
/** Letters of a long word before a line may be broken in it. */
export const PIECE = 20;
const LINE_FEED = 0x0a;
const JOINER = '\u200d';
const MARK = /\p{M}/u;
/** The standard refuses private use; lone surrogates and unassigned characters mean nothing. */
const NOTHING = /[\p{Co}\p{Cs}\p{Cn}]/u;

type Ranges = readonly (readonly [first: number, last: number])[];

/** Part of the letter before them, besides marks: joiners, selectors of a variant, skin tones. */
const CLINGING: Ranges = [
  [0x200c, 0x200d],
  [0xfe00, 0xfe0f],
  [0x1f3fb, 0x1f3ff],
  [0xe0100, 0xe01ef],
];
/** Shown as nothing, whether a font has them or not. */
const INVISIBLE: Ranges = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x200b, 0x200f],
  [0x2060, 0x2064],
  [0xfe00, 0xfe0f],
];
/** Controls, and what turns the direction of text about or hides it. */
const CONTROLS: Ranges = [
  [0, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xe0001, 0xe0001],
  [0xe0020, 0xe007f],
];

function isIn(code: number, ranges: Ranges): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}

export class Printable {
  readonly #coverage: Coverage;
  /** For each UTF-16 unit: 1 when it is a letter of its own that can be shown. */
  readonly #simple: Uint8Array;
  readonly #replaced = new Map<number, number>();

  constructor(coverage: Coverage) {
    this.#coverage = coverage;
    this.#simple = simpleOf(coverage);
  }

  /** Code points that were replaced, with how often, by code point. */
  replaced(): readonly (readonly [codePoint: number, count: number])[] {
    return [...this.#replaced].sort(([a], [b]) => a - b);
  }

  /** Several lines; long words may break. */
  text(value: string): string {
    return this.#withBreaks(this.#clean(value.replaceAll('\t', '    ')));
  }

  /** One line; long words may break. */
  line(value: string): string {
    return this.#withBreaks(this.plain(value));
  }

  /** One line without marks for breaking: for bookmarks and the document's title. */
  plain(value: string): string {
    return this.#clean(value.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*|\t/g, ' ')).trim();
  }

  #clean(value: string): string {
    const text = value.replace(LINE_ENDS, '\n');
    if (this.#allSimple(text)) return text;
    let out = '';
    for (const letter of letters(text)) out += this.#letter(letter);
    return out;
  }

  #allSimple(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.#simple[text.charCodeAt(i)] !== 1) return false;
    return true;
  }

  #withBreaks(text: string): string {
    return text.replace(LONG_WORD, (word) =>
      this.#allSimple(word) ? inPieces(word) : withBreaks(word),
    );
  }

  #letter(letter: string): string {
    if (this.#allSimple(letter)) return letter;
    let ways = ~0;
    for (const character of letter) {
      const code = character.codePointAt(0) ?? 0;
      if (isIn(code, CONTROLS)) return this.#namedControls(letter);
      if (isIn(code, INVISIBLE)) continue;
      ways &= NOTHING.test(character) ? 0 : this.#coverage(code);
    }
    if (ways !== 0) return letter;
    this.#count(letter.codePointAt(0) ?? 0);
    return REPLACEMENT;
  }

  #namedControls(letter: string): string {
    let out = '';
    for (const character of letter) {
      const code = character.codePointAt(0) ?? 0;
      if (isIn(code, CONTROLS)) {
        this.#count(code);
        out += `‹${nameOfCodePoint(code)}›`;
      } else out += this.#letter(character);
    }
    return out;
  }

  #count(codePoint: number): void {
    this.#replaced.set(codePoint, (this.#replaced.get(codePoint) ?? 0) + 1);
  }
}

/** `U+202E` */
export function nameOfCodePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

const known = new WeakMap<Coverage, Uint8Array>();

/** Found once for each coverage: a press makes many dossiers with the same fonts. */
function simpleOf(coverage: Coverage): Uint8Array {
  let simple = known.get(coverage);
  if (!simple) {
    simple = Uint8Array.from({ length: 0x10000 }, (_, code) => Number(isSimple(code, coverage)));
    known.set(coverage, simple);
  }
  return simple;
}

function isSimple(code: number, coverage: Coverage): boolean {
  if (code === LINE_FEED) return true;
  if (isIn(code, CONTROLS) || isIn(code, CLINGING)) return false;
  const character = String.fromCharCode(code);
  return coverage(code) !== 0 && !MARK.test(character) && !NOTHING.test(character);
}

/** Characters with what clings to them; a sequence held together by joiners of pictures is one. */
function* letters(text: string): Generator<string> {
  let letter = '';
  for (const character of text) {
    const joined = letter.endsWith(JOINER) && isPicture(letter);
    if (letter !== '' && !joined && !clings(character)) {
      yield letter;
      letter = '';
    }
    letter += character;
  }
  if (letter !== '') yield letter;
}

function clings(character: string): boolean {
  return MARK.test(character) || isIn(character.codePointAt(0) ?? 0, CLINGING);
}

function isPicture(letter: string): boolean {
  return /^\p{Extended_Pictographic}/u.test(letter);
}

/** Of a word whose letters are a UTF-16 unit each. */
function inPieces(word: string): string {
  let out = word.slice(0, PIECE);
  for (let at = PIECE; at < word.length; at += PIECE) out += MAY_BREAK + word.slice(at, at + PIECE);
  return out;
}

function withBreaks(word: string): string {
  let out = '';
  let since = 0;
  for (const letter of letters(word)) {
    if (since === PIECE) {
      out += MAY_BREAK;
      since = 0;
    }
    out += letter;
    since++;
  }
  return out;
}
