/** Marks of whole lines: a heading, a list, a quotation. */
import { type Change, type Field, lineAt, type Mark } from './field.ts';

export type Lined = Exclude<Mark, 'strong' | 'em' | 'link'>;

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

/** The lines that are touched. A selection up to the start of a line does not touch it. */
export function linesOf({ text, from, to }: Field): readonly Line[] {
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

export function prefixLength(line: string): number {
  const [outer, prefix] = partsOf(line);
  return outer.length + prefix.length;
}

export function hasPrefix(mark: Lined, line: string): boolean {
  if (mark === 'quotation') return QUOTED.test(line);
  const [, prefix] = partsOf(line);
  return PREFIXES[mark].test(prefix);
}

export function toggleLines(mark: Lined, field: Field): Change {
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
