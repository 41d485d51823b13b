/** Speech after a dash at the beginning of a paragraph, with what the narrator says between dashes. */
import { wordsOf, writtenForm } from '../text/index.ts';
import { SPEAKS } from './lexicon.ts';
import type { Stretch } from './speech.ts';

const BEGINS = /^[—–―-]\s+/u;
const TURN = /(?<=\S)\s+[—–―]\s+/gu;
/** Words of the narrator's piece among which the one that says so must be. */
const SOON = 3;

export interface Dialogue {
  readonly speech: readonly Stretch[];
  /** What the narrator says in between. */
  readonly narrator: readonly Stretch[];
}

/** A name below a letter: one or two words that nothing ends. */
const SIGNED = /^\S+(?:\s+\S+)?\s*$/u;
const ENDED = /[.!?…,:»”"“]/u;

/** `null` when the block is no dialogue. A line of a list begins small or ends with a semicolon. */
export function dialogueIn(text: string, from: number, to: number): Dialogue | null {
  const block = text.slice(from, to);
  const begin = BEGINS.exec(block);
  if (!begin || /[;؛]\s*(?:\n|$)/u.test(block)) return null;
  const first = block.slice(begin[0].length);
  if (/^\p{Ll}/u.test(first) || !/^[\p{L}«„“"…¿¡\d]/u.test(first)) return null;
  if (SIGNED.test(first) && !ENDED.test(first)) return null;
  return turnsIn(text, from + begin[0].length, to);
}

/** Parts what is said from what the narrator says between dashes: «…, — said she. — …». */
export function turnsIn(text: string, from: number, to: number): Dialogue {
  const speech: Stretch[] = [];
  const narrator: Stretch[] = [];
  let speaks = false;
  for (const piece of piecesOf(text, from, to)) {
    const last = speech.at(-1);
    const goesOn = speaks && last !== undefined;
    if (goesOn && isNarrator(text.slice(piece.start, piece.end))) {
      narrator.push(piece);
      speaks = false;
    } else if (!speaks && last !== undefined && !endsThere(text, piece.start)) {
      // A dash inside what the narrator says.
      const told = narrator.at(-1);
      if (told) narrator[narrator.length - 1] = { start: told.start, end: piece.end };
    } else if (goesOn) speech[speech.length - 1] = { start: last.start, end: piece.end };
    else {
      speech.push(piece);
      speaks = true;
    }
  }
  return { speech, narrator };
}

/** Before the dash at the beginning of this piece something ended. */
const endsThere = (text: string, start: number): boolean =>
  /[,.!?…:»”"]\s*[—–―]\s*$/u.test(text.slice(Math.max(0, start - 8), start));

function piecesOf(text: string, from: number, to: number): Stretch[] {
  const block = text.slice(from, to);
  const pieces: Stretch[] = [];
  let start = 0;
  for (const turn of block.matchAll(TURN)) {
    const end = block.charAt(turn.index - 1) === ',' ? turn.index - 1 : turn.index;
    pieces.push({ start: from + start, end: from + end });
    start = turn.index + turn[0].length;
  }
  pieces.push({ start: from + start, end: from + block.trimEnd().length });
  return pieces.filter((piece) => piece.end > piece.start);
}

function isNarrator(words: string): boolean {
  return wordsOf(words)
    .slice(0, SOON)
    .some((word) => SPEAKS.test(writtenForm(word)));
}
