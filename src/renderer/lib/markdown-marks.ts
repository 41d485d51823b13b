/** Marks of Markdown put on selected words and taken off again: those that the typesetter of dossiers prints. */

export type Mark = 'strong' | 'em' | 'heading' | 'bullets' | 'numbers' | 'quotation' | 'link';

/** The text of a field with what is selected in it; `from` and `to` are equal where nothing is. */
export interface Field {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What stands between `from` and `to` becomes `put`; then `start` to `end` is selected. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly put: string;
  readonly start: number;
  readonly end: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

export function isOn(mark: Mark, field: Field): boolean {
  if (mark === 'link') return linkAt(field) !== null;
  if (mark === 'strong' || mark === 'em') return starred(mark, field);
  return linesOf(field).every(({ line }) => hasPrefix(mark, line));
}

export function toggle(mark: Mark, field: Field): Change {
  if (mark === 'link') return toggleLink(field);
  if (mark === 'strong' || mark === 'em') return toggleStars(mark, field);
  return toggleLines(mark, field);
}

export function changed(text: string, { from, to, put }: Change): string {
  return text.slice(0, from) + put + text.slice(to);
}

// Stars: two for strong, one for emphasis, three for both, so that each is one bit of their number.

const BITS = { strong: 2, em: 1 } as const;
type Starred = keyof typeof BITS;

interface Pair {
  readonly open: Span;
  readonly close: Span;
}

const starred = (mark: Starred, field: Field): boolean =>
  wordsOf(field).every((words) => starsAround(mark, field.text, words) !== null);

function toggleStars(mark: Starred, field: Field): Change {
  const { text, from, to } = field;
  const over = stepOver(mark, field);
  if (over !== null) return { from, to, put: text.slice(from, to), start: over, end: over };
  const all = wordsOf(field);
  const found = all.map((words) => starsAround(mark, text, words));
  const off = found.every((pair) => pair !== null);
  const put = off ? '' : '*'.repeat(BITS[mark]);
  const pairs = all.map((words, at): Pair | null => {
    const pair = found[at] ?? null;
    if (off || pair !== null) return off ? pair : null;
    return { open: { from: words.from, to: words.from }, close: { from: words.to, to: words.to } };
  });
  const grown = ({ from: start, to: end }: Span) => put.length - (end - start);
  const spans = pairs.flatMap((pair) => (pair ? [pair.open, pair.close] : []));
  const first = pairs[0] ? grown(pairs[0].open) : 0;
  const last = pairs.at(-1);
  const inner = spans.reduce((sum, span) => sum + grown(span), 0) - (last ? grown(last.close) : 0);
  const start = (from === to ? from : (all[0]?.from ?? from)) + first;
  const end = from === to ? start : (all.at(-1)?.to ?? to) + inner;
  return { ...replaced(text, spans, put), start, end };
}

/** One replacement that does the same to each of the spans, which are in order. */
function replaced(
  text: string,
  spans: readonly Span[],
  put: string,
): Omit<Change, 'start' | 'end'> {
  const from = spans[0]?.from ?? 0;
  let at = from;
  let all = '';
  for (const span of spans) {
    all += text.slice(at, span.from) + put;
    at = span.to;
  }
  return { from, to: at, put: all };
}

/** At the end of what is marked, the mark ends: the caret goes behind it, and what is typed next is plain. */
function stepOver(mark: Starred, { text, from, to }: Field): number | null {
  if (from !== to) return null;
  const pair = pairsIn(text, lineAt(text, from)).find(
    ({ close }) => close.from === from && ((close.to - close.from) & BITS[mark]) !== 0,
  );
  return pair ? pair.close.to : null;
}

/** The stars of this mark that stand next to the words or, farther off, around them. */
function starsAround(mark: Starred, text: string, words: Span): Pair | null {
  const line = lineAt(text, words.from);
  const bit = BITS[mark];
  const size = Math.min(runBefore(text, words.from, line.from), runAfter(text, words.to, line.to));
  if ((size & bit) !== 0)
    return {
      open: { from: words.from - bit, to: words.from },
      close: { from: words.to, to: words.to + bit },
    };
  const pair = pairsIn(text, line).find(
    ({ open, close }) =>
      open.to <= words.from && close.from >= words.to && ((open.to - open.from) & bit) !== 0,
  );
  if (!pair) return null;
  return {
    open: { from: pair.open.to - bit, to: pair.open.to },
    close: { from: pair.close.from, to: pair.close.from + bit },
  };
}

function runBefore(text: string, at: number, least: number): number {
  let start = at;
  while (start > least && text[start - 1] === '*') start -= 1;
  return at - start;
}

function runAfter(text: string, at: number, most: number): number {
  let end = at;
  while (end < most && text[end] === '*') end += 1;
  return end - at;
}

/** Stars of a line that open and close, inner ones first. A star beside a space on both sides is a star. */
function pairsIn(text: string, line: Span): readonly Pair[] {
  const pairs: Pair[] = [];
  const opened: { from: number; to: number }[] = [];
  for (const run of text.slice(line.from, line.to).matchAll(/\*+/gu)) {
    let from = line.from + run.index;
    const to = from + run[0].length;
    const closes = from > line.from && !/\s/u.test(text[from - 1] ?? ' ');
    const opens = to < line.to && !/\s/u.test(text[to] ?? ' ');
    for (let top = opened.at(-1); closes && top && from < to; top = opened.at(-1)) {
      const size = Math.min(top.to - top.from, to - from);
      pairs.push({
        open: { from: top.to - size, to: top.to },
        close: { from, to: from + size },
      });
      top.to -= size;
      from += size;
      if (top.to === top.from) opened.pop();
    }
    if (opens && from < to) opened.push({ from, to });
  }
  return pairs;
}

const WORD = /[\p{L}\p{M}\p{N}'’-]/u;

/** The words that are meant: of each line what is selected, without spaces at its edges; where nothing is, the word around the caret. */
function wordsOf(field: Field): readonly Span[] {
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

// Lines: a heading, a list, a quotation.

type Lined = Exclude<Mark, Starred | 'link'>;

interface Line {
  readonly line: string;
  readonly at: number;
}

const QUOTED = /^(?: {0,3}> ?)+/u;
const PREFIXES: Readonly<Record<Exclude<Lined, 'quotation'>, RegExp>> = {
  heading: /^#{1,6} +/u,
  bullets: /^[-*+] +/u,
  numbers: /^\d{1,9}[.)] +/u,
};

function lineAt(text: string, at: number): Span {
  const next = text.indexOf('\n', at);
  return { from: text.lastIndexOf('\n', at - 1) + 1, to: next === -1 ? text.length : next };
}

/** The lines that are touched. A selection up to the start of a line does not touch it. */
function linesOf({ text, from, to }: Field): readonly Line[] {
  const start = lineAt(text, from).from;
  const end = lineAt(text, to > from && text[to - 1] === '\n' ? to - 1 : to).to;
  let at = start;
  const lines = text
    .slice(start, end)
    .split('\n')
    .map((line) => {
      const one = { line, at };
      at += line.length + 1;
      return one;
    });
  const written = lines.filter(({ line }) => line.trim() !== '');
  return written.length > 0 ? written : lines.slice(0, 1);
}

function partsOf(line: string): readonly [outer: string, prefix: string, rest: string] {
  const quoted = QUOTED.exec(line)?.[0] ?? '';
  const indent = /^\s*/u.exec(line.slice(quoted.length))?.[0] ?? '';
  const inner = line.slice(quoted.length + indent.length);
  const prefix = Object.values(PREFIXES)
    .map((pattern) => pattern.exec(inner)?.[0] ?? '')
    .find((one) => one !== '');
  return [quoted + indent, prefix ?? '', inner.slice(prefix?.length ?? 0)];
}

function prefixLength(line: string): number {
  const [outer, prefix] = partsOf(line);
  return outer.length + prefix.length;
}

function hasPrefix(mark: Lined, line: string): boolean {
  if (mark === 'quotation') return QUOTED.test(line);
  const [, prefix] = partsOf(line);
  return PREFIXES[mark].test(prefix);
}

function toggleLines(mark: Lined, field: Field): Change {
  const { text, from, to } = field;
  const lines = linesOf(field);
  const on = lines.every(({ line }) => hasPrefix(mark, line));
  const start = lines[0]?.at ?? from;
  const last = lines.at(-1);
  const end = last ? last.at + last.line.length : to;
  let number = on ? 0 : numberBefore(text, start);
  const marked = new Map<number, string>();
  for (const { line, at } of lines) {
    number += 1;
    marked.set(at, on ? unmarked(mark, line) : withPrefix(mark, line, number));
  }
  let at = start;
  const all = text
    .slice(start, end)
    .split('\n')
    .map((line) => {
      const put = marked.get(at) ?? (mark === 'quotation' && !on ? '>' : line);
      at += line.length + 1;
      return mark === 'quotation' && on && line.trim() === '>' ? '' : put;
    });
  const put = all.join('\n') + (on ? '' : parted(mark, text, end));
  const written = all.join('\n').length;
  const firstLine = text.slice(start, lineAt(text, start).to);
  const lead = (all[0]?.length ?? 0) - firstLine.length;
  const newStart = Math.max(start, Math.min(start + (all[0]?.length ?? 0), from + lead));
  const fromEnd = Math.max(0, end - to);
  const newEnd = from === to ? newStart : Math.max(newStart, start + written - fromEnd);
  return { from: start, to: end, put, start: newStart, end: newEnd };
}

function unmarked(mark: Lined, line: string): string {
  if (mark === 'quotation') return line.replace(/^ {0,3}> ?/u, '');
  const [outer, , rest] = partsOf(line);
  return outer + rest;
}

function withPrefix(mark: Lined, line: string, number: number): string {
  if (mark === 'quotation') return QUOTED.test(line) ? line : `> ${line}`;
  const [outer, , rest] = partsOf(line);
  const prefixes = { heading: '## ', bullets: '- ', numbers: `${number}. ` };
  return outer + prefixes[mark] + rest;
}

/** A numbered line above is gone on from. */
function numberBefore(text: string, start: number): number {
  if (start === 0) return 0;
  const line = lineAt(text, start - 1);
  const [, prefix] = partsOf(text.slice(line.from, line.to));
  return PREFIXES.numbers.test(prefix) ? Number.parseInt(prefix, 10) : 0;
}

/** Without an empty line behind it, the next paragraph would be read as a part of the list or the quotation. */
function parted(mark: Lined, text: string, end: number): string {
  if (mark === 'heading' || end >= text.length) return '';
  const next = lineAt(text, end + 1);
  const line = text.slice(next.from, next.to);
  if (line.trim() === '' || QUOTED.test(line)) return '';
  const [, prefix] = partsOf(line);
  return prefix === '' ? '\n' : '';
}

// Links.

interface Link extends Span {
  readonly words: string;
}

function linkAt({ text, from, to }: Field): Link | null {
  const line = lineAt(text, from);
  for (const found of text.slice(line.from, line.to).matchAll(/\[([^\]\n]*)\]\(([^)\n]*)\)/gu)) {
    const start = line.from + found.index;
    const end = start + found[0].length;
    if (start <= from && to <= end && (from !== to || (start < from && from < end)))
      return { from: start, to: end, words: found[1] ?? '' };
  }
  return null;
}

const ADDRESS = 'https://';

/** The address is selected to be typed over; without words, these come first. */
function toggleLink(field: Field): Change {
  const link = linkAt(field);
  if (link) {
    const { from, to, words } = link;
    return { from, to, put: words, start: from, end: from + words.length };
  }
  const [{ from, to } = { from: field.from, to: field.from }] = wordsOf(field);
  const words = field.text.slice(from, to);
  const put = `[${words}](${ADDRESS})`;
  const at = from + words.length + 3;
  if (words === '') return { from, to, put, start: from + 1, end: from + 1 };
  return { from, to, put, start: at, end: at + ADDRESS.length };
}
