/** Puts pages that were read by machine among those whose letters a PDF holds itself: in the order of the pages. */
import {
  type Block,
  BLOCK_BREAK,
  limits,
  type PageLayout,
  type TextDocument,
} from '../../model/index.ts';
import { directionOf, languageOf } from '../language.ts';
import type { SeenDocument } from './document.ts';
import type { Known } from './read.ts';

interface Moved {
  readonly from: TextDocument;
  readonly block: Block;
}

/** `numbers` are those of the pages of `read`, `count` is that of all pages. */
export function insertPages(
  known: Known | null,
  read: SeenDocument,
  numbers: readonly number[],
  count: number,
): SeenDocument {
  const old = known?.document ?? null;
  const inOrder = ordered(old, read.document);
  const text: string[] = [];
  const blocks: Block[] = [];
  const shifts = new Map<TextDocument, { start: number; by: number }[]>();
  let length = 0;
  for (const { from, block } of inOrder) {
    const start = length === 0 ? 0 : length + BLOCK_BREAK.length;
    const piece = from.text.slice(block.start, block.end);
    text.push(piece);
    blocks.push({ ...block, start, end: start + piece.length });
    const known = shifts.get(from) ?? [];
    known.push({ start: block.start, by: start - block.start });
    shifts.set(from, known);
    length = start + piece.length;
  }
  const moved = <T extends { readonly start: number; readonly end: number }>(
    from: TextDocument,
    stretch: T,
  ): T => {
    const by = shifts.get(from)?.findLast(({ start }) => start <= stretch.start)?.by ?? 0;
    return { ...stretch, start: stretch.start + by, end: stretch.end + by };
  };
  const whole = text.join(BLOCK_BREAK);
  return {
    document: {
      version: 1,
      text: whole,
      blocks,
      spans: old ? old.spans.map((span) => moved(old, span)) : [],
      language: languageOf(whole),
      direction: directionOf(whole),
    },
    layout: layoutOf(known, read, numbers, count, moved),
    confidence: read.confidence,
  };
}

/** A block stands behind all that begin on an earlier page, and behind the own letters of its page. */
function ordered(old: TextDocument | null, read: TextDocument): Moved[] {
  const own: Moved[] = old === null ? [] : old.blocks.map((block) => ({ from: old, block }));
  const result: Moved[] = [];
  let next = 0;
  for (const block of read.blocks) {
    const page = block.page ?? 1;
    for (let moved = own[next]; moved && (moved.block.page ?? 1) <= page; moved = own[next]) {
      result.push(moved);
      next++;
    }
    result.push({ from: read, block });
  }
  return [...result, ...own.slice(next)];
}

function layoutOf(
  known: Known | null,
  read: SeenDocument,
  numbers: readonly number[],
  count: number,
  moved: <T extends { start: number; end: number }>(from: TextDocument, stretch: T) => T,
): PageLayout {
  const seen = new Map(numbers.map((number, index) => [number, read.layout.pages[index]]));
  let room: number = limits.layoutRuns;
  const pages = Array.from({ length: Math.min(count, limits.pages) }, (_, index) => {
    const own = known?.layout.pages[index];
    const page = seen.get(index + 1) ?? own ?? { width: 0, height: 0, runs: [] };
    const from = seen.has(index + 1) ? read.document : known?.document;
    const runs = page.runs.slice(0, room).map((run) => (from ? moved(from, run) : run));
    room -= runs.length;
    return { ...page, runs };
  });
  return { version: 1, pages };
}
