/** Strong words and emphasis: two stars, one, and three for both, so that each is one bit of their number. */
import { type Change, type Field, lineAt, type Span } from './field.ts';
import { runAfter, runBefore, wordsOf } from './words.ts';

const BITS = { strong: 2, em: 1 } as const;
export type Starred = keyof typeof BITS;

interface Pair {
  readonly open: Span;
  readonly close: Span;
}

export const starred = (mark: Starred, field: Field): boolean =>
  wordsOf(field).every((words) => starsAround(mark, field.text, words) !== null);

export function toggleStars(mark: Starred, field: Field): Change {
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
