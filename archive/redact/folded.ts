/** A text as names are looked for in it: lower case, without marks, invisible characters or punctuation, and each letter knows where it came from. */

import { letterInSign, readingsOf } from './look-alikes.ts';

export interface Folded {
  /** Words are parted by one or more spaces. */
  readonly text: string;
  /** For each unit of `text`: where the character that it came from begins in the original. */
  readonly origins: readonly number[];
}

// prettier-ignore
const PLAINER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ᴀ: 'a', ʙ: 'b', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ꜰ: 'f', ɢ: 'g', ʜ: 'h', ɪ: 'i', ᴊ: 'j', ᴋ: 'k', ʟ: 'l', ᴌ: 'l', ᴍ: 'm', ɴ: 'n',
    ᴏ: 'o', ᴘ: 'p', ʀ: 'r', ꜱ: 's', ᴛ: 't', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ʏ: 'y', ᴢ: 'z',
    ł: 'l', đ: 'd', ø: 'o', ß: 'ss', ı: 'i', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ς: 'σ', ڤ: 'ف',
  }),
);
/** Marks, what is not seen (also fillers of letters, and controls that are no white space), tatweel, apostrophes, and the sign for a possible line break of the printed dossier. */
const NOTHING =
  /[[\p{M}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\u0640\ue000'’ʼʹʻ‘`´＇]--[\t-\r\x85]]/gv;
const OTHER = /[^\p{L}\p{N}]+/gu;

const known = new Map<number, string>();

function foldCharacter(code: number, character: string): string {
  const before = known.get(code);
  if (before !== undefined) return before;
  let folded = '';
  const plain = (letterInSign(code) ?? character)
    .replace(NOTHING, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(NOTHING, '');
  for (const letter of plain) folded += PLAINER.get(letter) ?? letter;
  folded = folded.replace(OTHER, ' ');
  known.set(code, folded);
  return folded;
}

export function foldWithOrigins(text: string): Folded {
  const origins: number[] = [];
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const width = widthAt(text, at);
    const folded = foldCharacter(code, text.slice(at, at + width));
    parts.push(folded);
    let left = folded.length;
    while (left-- > 0) origins.push(at);
    at += width;
  }
  return { text: parts.join(''), origins };
}

/** A word of a text: where it stands in the folded text and in the text itself, and how it is written there. */
export interface FoldedWord {
  readonly folded: string;
  /** Without what is not seen. */
  readonly written: string;
  /** UTF-16 units of the text, `end` exclusive, with the marks on the last letter. */
  readonly start: number;
  readonly end: number;
}

export type Reading = Pick<FoldedWord, 'folded' | 'written'>;

const MARK = /\p{M}/u;
const UNSEEN = /[[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\u0640\ue000]--[\t-\r\x85]]/gv;

export function wordsOf(text: string, { text: folded, origins }: Folded): FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const match of folded.matchAll(/[^ ]+/g)) {
    const start = origins[match.index] ?? 0;
    const end = endOf(text, origins[match.index + match[0].length - 1] ?? 0);
    words.push({
      folded: match[0],
      written: text.slice(start, end).replace(UNSEEN, '').normalize('NFKC'),
      start,
      end,
    });
  }
  return words;
}

/** What a word says: as it stands, and, where its letters are of several scripts, in those of one. */
export function allReadings({ folded, written }: Reading): readonly Reading[] {
  const others = readingsOf(written).map((one) => ({
    folded: foldWithOrigins(one).text,
    written: one,
  }));
  return [{ folded, written }, ...others];
}

/** After the character at `at` and the marks on it. */
export function endOf(text: string, at: number): number {
  let end = at + widthAt(text, at);
  while (end < text.length && MARK.test(String.fromCodePoint(text.codePointAt(end) ?? 0)))
    end += widthAt(text, end);
  return end;
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
