/** Links: words in brackets, and their address behind them. */
import { type Change, type Field, lineAt, type Span } from './field.ts';
import { wordsOf } from './words.ts';

interface Link extends Span {
  readonly words: string;
}

export function linkAt({ text, from, to }: Field): Link | null {
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
export function toggleLink(field: Field): Change {
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
