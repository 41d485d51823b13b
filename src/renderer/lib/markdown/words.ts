/** The words of a field that a mark is meant for, and the stars beside them. */
import type { Field, Span } from './field.ts';
import { linesOf, prefixLength } from './lines.ts';

const WORD = /[\p{L}\p{M}\p{N}'’-]/u;

/** The words that are meant: of each line what is selected, without spaces at its edges; where nothing is, the word around the caret. */
export function wordsOf(field: Field): readonly Span[] {
  const { text, from, to } = field;
  if (from === to) return [wordAt(text, from)];
  const found = linesOf(field).flatMap(({ line, at }) => {
    const least = Math.max(from, at + prefixLength(line));
    const most = Math.min(to, at + line.length);
    const words = text.slice(least, Math.max(least, most));
    const start = least + words.length - words.trimStart().length;
    const span = withoutStars(text, { from: start, to: start + words.trim().length });
    return span.from < span.to ? [span] : [];
  });
  return found.length > 0 ? found : [{ from: to, to }];
}

/** Stars that were selected along, on one side or on both, belong to the mark and not to the words. */
function withoutStars(text: string, { from, to }: Span): Span {
  const before = runAfter(text, from, to);
  const behind = runBefore(text, to, from);
  const size = Math.min(before, behind);
  const start = from + size + Math.min(before - size, runAfter(text, to, text.length));
  const end = to - size - Math.min(behind - size, runBefore(text, from, 0));
  return start < end ? { from: start, to: end } : { from, to };
}

/** At the edge of a word something new begins, so a word counts only around the caret. */
function wordAt(text: string, at: number): Span {
  let from = at;
  let to = at;
  while (from > 0 && WORD.test(letterBefore(text, from))) from -= letterBefore(text, from).length;
  while (to < text.length && WORD.test(letterAt(text, to))) to += letterAt(text, to).length;
  return from < at && at < to ? { from, to } : { from: at, to: at };
}

const letterAt = (text: string, at: number): string =>
  String.fromCodePoint(text.codePointAt(at) ?? 0x20);

function letterBefore(text: string, at: number): string {
  const pair = text.slice(Math.max(0, at - 2), at);
  return (pair.codePointAt(0) ?? 0) > 0xff_ff ? pair : pair.slice(-1);
}

export function runBefore(text: string, at: number, least: number): number {
  let start = at;
  while (start > least && text[start - 1] === '*') start -= 1;
  return at - start;
}

export function runAfter(text: string, at: number, most: number): number {
  let end = at;
  while (end < most && text[end] === '*') end += 1;
  return end - at;
}
