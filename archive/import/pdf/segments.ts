/** Pieces to segments: what stands close together in one line of one direction, in the order in which it is read. */
import type { Piece } from './pieces.ts';

export interface Segment {
  /** In the order of reading, each with whether a blank stands before it. */
  readonly parts: readonly { readonly piece: Piece; readonly blank: boolean }[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly base: number;
  readonly size: number;
  readonly rightToLeft: boolean;
}

/** Shares of a letter's size: a gap that is a blank, a gap that parts columns or cells. */
const BLANK = 0.14;
const APART = 0.8;
/** By how much a raised or lowered letter leaves the line on which it stands. */
const RAISED = 0.55;
const SAME_LINE = 0.3;

/** Pieces that were drawn one after the other, and the largest of them, whose base is the line's. */
interface Group {
  readonly pieces: Piece[];
  main: Piece;
}

/** Of pieces that run in one direction. */
export function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const groups: Group[] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group && continues(group, piece)) {
      group.pieces.push(piece);
      if (piece.size > group.main.size) group.main = piece;
    } else groups.push({ pieces: [piece], main: piece });
  }
  return joinInLines(groups).map((group) => toSegment(group));
}

/** Drawn right after the last piece, and beside it. */
function continues({ pieces, main }: Group, piece: Piece): boolean {
  const last = pieces.at(-1);
  if (!last) return false;
  const larger = Math.max(main.size, piece.size);
  const raised = Math.min(main.size, piece.size) < larger * 0.85;
  if (Math.abs(piece.base - main.base) > larger * (raised ? RAISED : SAME_LINE)) return false;
  const gap = Math.max(piece.start - last.end, last.start - piece.end);
  return gap < APART * larger && gap > -larger;
}

/** Words that were drawn apart, in whatever order, belong together when they stand close in one line. */
function joinInLines(groups: readonly Group[]): Piece[][] {
  const sized = groups.map(({ pieces, main }) => {
    return {
      pieces,
      base: main.base,
      size: main.size,
      start: Math.min(...pieces.map(({ start }) => start)),
      end: Math.max(...pieces.map(({ end }) => end)),
    };
  });
  const joined: Piece[][] = [];
  for (const line of inLines(sized)) {
    let end = 0;
    let size = 0;
    line
      .toSorted((a, b) => a.start - b.start)
      .forEach((group, index) => {
        size = index === 0 ? group.size : Math.max(size, group.size);
        const near = index > 0 && group.start - end < APART * size;
        if (near) joined.at(-1)?.push(...group.pieces);
        else joined.push([...group.pieces]);
        if (!near) size = group.size;
        end = near ? Math.max(end, group.end) : group.end;
      });
  }
  return joined;
}

/** Groups what stands on the same base, from the upper edge down. */
export function inLines<T extends { readonly base: number; readonly size: number }>(
  things: readonly T[],
): T[][] {
  const lines: { base: number; size: number; things: T[] }[] = [];
  for (const thing of things.toSorted((a, b) => a.base - b.base)) {
    const line = lines.at(-1);
    const smaller = Math.min(line?.size ?? 0, thing.size);
    if (line && thing.base - line.base <= smaller * SAME_LINE) {
      line.things.push(thing);
      line.size = Math.max(line.size, thing.size);
    } else lines.push({ base: thing.base, size: thing.size, things: [thing] });
  }
  return lines.map((line) => line.things);
}

function toSegment(pieces: readonly Piece[]): Segment {
  const main = mainOf(pieces);
  const letters = (wanted: boolean) =>
    pieces
      .filter(({ rightToLeft }) => rightToLeft === wanted)
      .reduce((sum, { text }) => sum + text.length, 0);
  const rightToLeft = letters(true) > letters(false);
  const ordered = inReadingOrder(pieces, rightToLeft);
  const turned = rightToLeft ? withBracketsTurned(ordered) : ordered;
  const parts = turned.map((piece, index, all) => {
    const before = all[index - 1];
    const gap = before ? Math.max(piece.start - before.end, before.start - piece.end) : 0;
    const small = Math.min(piece.size, before?.size ?? piece.size);
    const blank = before !== undefined && gap > BLANK * small && !/^\p{M}/u.test(piece.text);
    return { piece, blank };
  });
  return {
    parts,
    text: parts.map(({ piece, blank }) => (blank ? ' ' : '') + piece.text).join(''),
    start: Math.min(...pieces.map(({ start }) => start)),
    end: Math.max(...pieces.map(({ end }) => end)),
    base: main.base,
    size: main.size,
    rightToLeft,
  };
}

/** The piece whose size most letters have. */
function mainOf(pieces: readonly Piece[]): Piece {
  return pieces.reduce((a, b) => (b.text.length > a.text.length ? b : a));
}

/** Pieces stand as they are seen; those that run against the line are read in their own direction. */
function inReadingOrder(pieces: readonly Piece[], rightToLeft: boolean): Piece[] {
  const seen = pieces.toSorted((a, b) => a.start - b.start);
  if (rightToLeft) seen.reverse();
  const ordered: Piece[] = [];
  let against: Piece[] = [];
  for (const piece of seen) {
    if (piece.rightToLeft === rightToLeft || !/[\p{L}\p{N}]/u.test(piece.text)) {
      ordered.push(...against.reverse(), piece);
      against = [];
    } else against.push(piece);
  }
  ordered.push(...against.reverse());
  return ordered;
}

const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
};
const BRACKETS = /[()[\]{}«»]/g;
const FOREIGN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Some PDFs tell brackets of right-to-left text by their shapes: read in order, they close before they open. */
function withBracketsTurned(pieces: readonly Piece[]): readonly Piece[] {
  const text = pieces.map((piece) => (FOREIGN.test(piece.text) ? '' : piece.text)).join('');
  const brackets = (text.match(BRACKETS) ?? []).join('');
  if (!/^(?:\)\(|\]\[|\}\{|»«)+$/.test(brackets)) return pieces;
  return pieces.map((piece) =>
    FOREIGN.test(piece.text)
      ? piece
      : { ...piece, text: piece.text.replaceAll(BRACKETS, (shape) => MIRRORED[shape] ?? shape) },
  );
}
