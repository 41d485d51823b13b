/** Lines to blocks: which lines make one paragraph, and what a block is by its size, its place and its first letters. */
import type { BlockKind } from '../../model/index.ts';
import { type Column, type Line, median } from './columns.ts';
import type { Place } from './running.ts';

export interface PdfBlock {
  readonly kind: BlockKind;
  /** The page on which it begins, from 1. */
  readonly page: number;
  readonly lines: PdfLine[];
}

export interface PdfLine {
  readonly line: Line;
  readonly page: number;
  /** The line before it ended on purpose, not because it was full. */
  readonly broken: boolean;
}

/** What is usual in the document. */
export interface Usual {
  readonly size: number;
}

const BULLET = /^[•‣◦▪●○■□∙·\uf0b7\uf0a7]\s?/u;
const NUMBERED = /^(?:\(?\d{1,3}[.)]|\(?\p{L}[.)]|[–—-])\s+\S/u;
const MARK = /^(?:[•‣◦▪●○■□∙·\uf0b7\uf0a7–—-]|\(?(?:\d{1,3}|\p{L})[.)])$/u;
const SENTENCE_ENDS = /[.!?…:;。؟۔]["'»”’)\]]*\d{0,3}$/u;
const CAPTION =
  /^(?:fig(?:ure|\.)|tab(?:le|elle|ela|\.)|рис(?:унок|\.)|табл(?:ица|иця|іца|\.)|мал(?:юнак|юнок|\.)|rys(?:unek|\.)|abb(?:ildung|\.)|شكل|جدول)\s*\d/iu;
const FOOTNOTE = /^(?:\[?\d{1,3}[\])]?|[*†‡§]{1,3})\s*[\p{L}«“"(]/u;
const LEADER = /(?:\.\s?){4,}\s*[\divxlc]+$/iu;

/** Shares of a letter's size: an indent, the least step to another size. */
const INDENT = 0.8;
const INDENT_MOST = 6;
const OTHER_SIZE = 0.12;
/** Times the usual distance of two lines that part paragraphs. */
const LEADING = 1.35;
const LEADING_OF_HEADINGS = 1.8;

/** The blocks of one column of a page, in their order. */
export function blocksOf(
  column: Column,
  page: number,
  usual: Usual,
  places: ReadonlyMap<Line, Place>,
): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  const rows = tableRows(column);
  const lines = column.filter((line) => {
    const place = places.get(line);
    if (place === 'caption')
      blocks.push({ kind: 'caption', page, lines: [{ line, page, broken: false }] });
    return place === undefined;
  });
  const margins = marginsOf(lines);
  const leading = leadingOf(lines);
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const block = blocks.at(-1);
    if (rows.has(line)) {
      blocks.push({ kind: 'table-row', page, lines: [{ line, page, broken: false }] });
      return;
    }
    const open = before && block && !rows.has(before) && places.get(before) === undefined;
    const context = { margins, leading, above: lines[index - 2], next: lines[index + 1], usual };
    if (open && continues(before, line, block, context)) {
      const broken = endedOnPurpose(before, line, margins) && !GOES_ON.test(line.text);
      block.lines.push({ line, page, broken });
    } else blocks.push({ kind: 'paragraph', page, lines: [{ line, page, broken: false }] });
  });
  return blocks.map((block) => ({ ...block, kind: kindOf(block, usual) }));
}

const GOES_ON = /^[\p{Ll}\p{Lo}]/u;

interface Margins {
  readonly start: number;
  readonly end: number;
}

interface Context {
  readonly margins: Margins;
  readonly leading: number;
  /** The line above the one before. */
  readonly above: Line | undefined;
  readonly next: Line | undefined;
  readonly usual: Usual;
}

/** How far a line begins after the margin at which lines begin. */
const indentOf = (line: Line, margins: Margins) =>
  line.rightToLeft ? margins.end - line.end : line.start - margins.start;
/** How much room a line leaves at its end. */
const roomOf = (line: Line, margins: Margins) =>
  line.rightToLeft ? line.start - margins.start : margins.end - line.end;

function continues(before: Line, line: Line, block: PdfBlock, context: Context): boolean {
  const { margins, leading, next, usual } = context;
  const step = line.base - before.base;
  if (differs(before.size, line.size)) return false;
  const large = line.size > usual.size * (1 + OTHER_SIZE);
  const least = (large ? LEADING_OF_HEADINGS : LEADING) * Math.max(leading, line.size);
  if (step <= 0 || (step > least && !isWide(before, line, context))) return false;
  if (LEADER.test(before.text) || BULLET.test(line.text)) return false;
  const ended = endedOnPurpose(before, line, margins);
  const sentence = SENTENCE_ENDS.test(before.text);
  if (NUMBERED.test(line.text) && (ended || sentence)) return false;
  if (ended && sentence) return false;
  const indent = indentOf(line, margins) - indentOf(before, margins);
  const first = block.lines[0]?.line;
  const hanging = first !== undefined && (BULLET.test(first.text) || NUMBERED.test(first.text));
  if (indent > INDENT * line.size && indent < INDENT_MOST * line.size && !hanging) {
    // The first line of a paragraph stands in; the lines after a hanging one all do.
    const returns = !next || indentOf(line, margins) - indentOf(next, margins) > line.size / 2;
    if (returns || block.lines.length > 1) return false;
  }
  const outdented = indent < -INDENT * line.size && block.lines.length > 1;
  return !outdented;
}

/** Times a letter's size that lines may lie apart, and by how much two distances may differ to be the same. */
const WIDEST = 2;
const SAME_STEP = 0.08;

/** A paragraph whose lines all lie far apart: the line before is full, and the lines next to them are as far. */
function isWide(before: Line, line: Line, { above, next, margins }: Context): boolean {
  const step = line.base - before.base;
  if (step > WIDEST * line.size || endedOnPurpose(before, line, margins)) return false;
  const others = [above ? before.base - above.base : 0, next ? next.base - line.base : 0];
  return others.some((other) => Math.abs(other - step) < SAME_STEP * step);
}

/** The first word of the line would have had room on the line before it. */
function endedOnPurpose(before: Line, line: Line, margins: Margins): boolean {
  const [word = ''] = line.text.trim().split(/\s/, 1);
  const share = (word.length + 1) / Math.max(1, line.text.length);
  const needed = share * (line.end - line.start) + line.size;
  return roomOf(before, margins) > needed;
}

function kindOf({ kind, lines }: PdfBlock, usual: Usual): BlockKind {
  const [first] = lines;
  if (kind !== 'paragraph' || !first) return kind;
  const { size, text } = first.line;
  const length = lines.reduce((sum, { line }) => sum + line.text.length, 0);
  if (size > usual.size * (1 + OTHER_SIZE) && length <= 300 && /\p{L}/u.test(text))
    return 'heading';
  if (CAPTION.test(text) && length <= 1_000) return 'caption';
  if (BULLET.test(text) || NUMBERED.test(text)) return 'list-item';
  return kind;
}

/** Small print at the foot of a page that begins with its number or mark. */
export function markFootnotes(blocks: readonly PdfBlock[], usual: Usual): PdfBlock[] {
  const marked: PdfBlock[] = [];
  let foot = true;
  for (const block of blocks.toReversed()) {
    const [first] = block.lines;
    const small = first !== undefined && first.line.size < usual.size * 0.93;
    if (block.kind !== 'caption' && !small) foot = false;
    const footnote = foot && small && FOOTNOTE.test(first.line.text);
    marked.push(footnote ? { ...block, kind: 'footnote' } : block);
  }
  return marked.reverse();
}

/** Whether a block of the next page or column goes on with the last one: its sentence has not ended. */
export function goesOn(last: PdfBlock, next: PdfBlock): boolean {
  const before = last.lines.at(-1)?.line;
  const line = next.lines[0]?.line;
  if (!before || !line || next.kind !== 'paragraph') return false;
  if (last.kind !== 'paragraph' && last.kind !== 'list-item') return false;
  if (differs(before.size, line.size) || SENTENCE_ENDS.test(before.text)) return false;
  return GOES_ON.test(line.text) || /[,\u060c-]$/u.test(before.text);
}

function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > OTHER_SIZE * Math.max(a, b);
}

function marginsOf(lines: readonly Line[]): Margins {
  return {
    start: Math.min(...lines.map(({ start }) => start)),
    end: Math.max(...lines.map(({ end }) => end)),
  };
}

/** The usual distance between two lines of a column. */
function leadingOf(lines: readonly Line[]): number {
  const steps = lines.slice(1).flatMap((line, index) => {
    const before = lines[index];
    const step = before ? line.base - before.base : 0;
    return before && step > 0 && step < 2 * line.size && !differs(before.size, line.size)
      ? [step]
      : [];
  });
  return median(steps);
}

/** Shares of a letter's size: the gap between two cells, how exactly they stand under each other. */
const CELL = 1.1;
const UNDER = 0.35;

/** Lines whose parts stand under the parts of a neighbouring line. */
function tableRows(column: Column): ReadonlySet<Line> {
  const rows = new Set<Line>();
  column.forEach((line, index) => {
    const above = column[index - 1];
    if (above && areRows(above, line)) rows.add(above).add(line);
  });
  return rows;
}

function areRows(above: Line, line: Line): boolean {
  if (!hasCells(above) || !hasCells(line)) return false;
  if (line.base - above.base > 4 * Math.max(line.size, above.size)) return false;
  const near = UNDER * line.size;
  return line.segments
    .slice(1)
    .some((cell) =>
      above.segments
        .slice(1)
        .some(
          (other) =>
            Math.abs(cell.start - other.start) < near || Math.abs(cell.end - other.end) < near,
        ),
    );
}

function hasCells({ segments, size }: Line): boolean {
  // The mark of a list's item stands apart from its words.
  if (segments.length === 2 && MARK.test(segments[0]?.text.trim() ?? '')) return false;
  return segments.some((cell, index) => {
    const before = segments[index - 1];
    if (!before) return false;
    return Math.max(cell.start - before.end, before.start - cell.end) >= CELL * size;
  });
}
