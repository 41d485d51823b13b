/** What changed between two matched passages, word by word and mark by mark. */
import { diffArrays } from 'diff';
import { limits } from '../model/index.ts';
import type { DiffPart, Range } from './comparison.ts';

/** Words, numbers and single marks. White space is not compared. */
const PIECE = /[\p{L}\p{M}\p{N}\p{Cf}]+(?:['’ʼ][\p{L}\p{M}\p{N}\p{Cf}]+)*|[^\s\p{L}\p{N}]/gu;
const QUOTATION_MARKS = /[«»“”„‟"]/;
const DASHES = /[–—‑−]/;

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Composed, and with one sort of quotation mark and dash: another typesetting is no change of text. */
function comparable(piece: string): string {
  if (QUOTATION_MARKS.test(piece)) return '"';
  if (DASHES.test(piece)) return '-';
  return piece
    .normalize('NFC')
    .replace(/[’ʼ]/g, "'")
    .replace(/[\u00ad\u200b-\u200f\ufeff]/g, '');
}

function piecesIn(text: string, [start, end]: Range): { places: Piece[]; keys: string[] } {
  const places: Piece[] = [];
  const keys: string[] = [];
  const slice = text.slice(start, end);
  for (const found of slice.matchAll(PIECE)) {
    const key = comparable(found[0]);
    if (key === '') continue;
    places.push({ start: start + found.index, end: start + found.index + found[0].length });
    keys.push(key);
  }
  return { places, keys };
}

function rangeOf(places: readonly Piece[], from: number, to: number): Range | null {
  const first = places[from];
  const last = places[to - 1];
  return from < to && first !== undefined && last !== undefined ? [first.start, last.end] : null;
}

/**
 * The parts of a diff of `a` in `textA` against `b` in `textB`, in order: every word of both stands in exactly one part.
 * Passages with more than `limits.diffEdits` edits come back as one part `changed`.
 */
export function wordDiff(textA: string, a: Range, textB: string, b: Range): DiffPart[] {
  const left = piecesIn(textA, a);
  const right = piecesIn(textB, b);
  const changes = diffArrays(left.keys, right.keys, { maxEditLength: limits.diffEdits });
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  const pushChange = (toA: number, toB: number) => {
    const rangeA = rangeOf(left.places, i, toA);
    const rangeB = rangeOf(right.places, j, toB);
    if (rangeA !== null || rangeB !== null) {
      const kind = rangeA === null ? 'added' : rangeB === null ? 'removed' : 'changed';
      parts.push({ kind, a: rangeA, b: rangeB });
    }
    i = toA;
    j = toB;
  };
  // jsdiff types the answer as always there, but gives nothing when `maxEditLength` is passed.
  if ((changes as unknown) === undefined) {
    pushChange(left.keys.length, right.keys.length);
    return parts;
  }
  let nextA = 0;
  let nextB = 0;
  for (const change of changes ?? []) {
    const count = change.value.length;
    if (change.removed) nextA += count;
    else if (change.added) nextB += count;
    else {
      pushChange(nextA, nextB);
      nextA += count;
      nextB += count;
      parts.push({
        kind: 'same',
        a: rangeOf(left.places, i, nextA),
        b: rangeOf(right.places, j, nextB),
      });
      i = nextA;
      j = nextB;
    }
  }
  pushChange(nextA, nextB);
  return parts;
}
