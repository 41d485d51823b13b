/** Whether words stand in a quote: whole, however its lines are broken, and no part of a longer word or number. */
import type { Quote } from './quote.ts';

/** UTF-16 units beside the words that are looked at: the longest number with its thousands parted. */
const LOOKED_AT = 40;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** A part of a picture has no words. */
export function proves({ anchor }: Quote, written: string): boolean {
  return anchor.kind === 'text' && wholeWordsAt(anchor.exact, written) !== null;
}

/** Where they stand in `text` once its spaces are made even, or `null`. */
export function wholeWordsAt(text: string, written: string): readonly [number, number] | null {
  const [words, sought] = [evenSpaces(text), evenSpaces(written)];
  if (sought === '') return null;
  for (let at = words.indexOf(sought); at >= 0; at = words.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    const before = words.slice(Math.max(0, at - LOOKED_AT), at);
    const after = words.slice(end, end + LOOKED_AT);
    if (!cutsBefore(before, sought) && !cutsAfter(sought, after)) return [at, end];
  }
  return null;
}

export function evenSpaces(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** `8` in 80, `280` in 1,280, and `280` in 1 280. */
function cutsBefore(before: string, sought: string): boolean {
  if (LETTER.test(letterAt(before, -1)) && LETTER.test(letterAt(sought, 0))) return true;
  return /\d[.,’']$/.test(before) ? /^\d/.test(sought) : groupOf(before, sought);
}

function cutsAfter(sought: string, after: string): boolean {
  if (LETTER.test(letterAt(sought, -1)) && LETTER.test(letterAt(after, 0))) return true;
  return /^[.,’']\d/.test(after) ? /\d$/.test(sought) : groupOf(sought, after.trimStart(), after);
}

/** A space between digits parts thousands when three digits follow it. */
function groupOf(before: string, after: string, gap = ' '): boolean {
  return (
    gap.startsWith(' ') &&
    /(?:^|\D)\d{1,3}(?: \d{3})* ?$/.test(before) &&
    /^\d{3}(?!\d)/.test(after)
  );
}

/** The first or the last code point. */
function letterAt(text: string, at: 0 | -1): string {
  return (at === 0 ? /^./su.exec(text) : /.$/su.exec(text.slice(-2)))?.[0] ?? '';
}
