/**
 * A text that a person has corrected, as a document: paragraphs that stayed keep what they are and their page; spans,
 * and the places of words on their pages, go along with the words that stayed, and with a word that took the place of
 * one other.
 */
import { diffArrays } from 'diff';
import {
  type Block,
  BLOCK_BREAK,
  limits,
  type PageLayout,
  type TextDocument,
} from '../model/index.ts';

export interface Corrected {
  readonly document: TextDocument;
  readonly layout: PageLayout | null;
}

/** A stretch of the old text and what stands for it in the new one. */
interface Kept {
  readonly old: readonly [start: number, end: number];
  readonly now: readonly [start: number, end: number];
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function correct(old: TextDocument, layout: PageLayout | null, typed: string): Corrected {
  const text = typed.replaceAll(/\r\n?/g, '\n');
  const blocks = old.blocks.length > 0 ? old.blocks : whole(old.text);
  const { blocks: now, pairs } = pairBlocks(old.text, blocks, text);
  const joined = now.map(({ text: words }) => words).join(BLOCK_BREAK);
  const kept: Kept[] = [];
  let at = 0;
  const placed = now.map(({ text: words, like }): Block => {
    const block = { ...like, start: at, end: at + words.length };
    at = block.end + BLOCK_BREAK.length;
    return block;
  });
  for (const [from, to] of pairs) {
    const [before, after] = [blocks[from], placed[to]];
    if (before && after) kept.push(...keptWords(old.text, before, joined, after));
  }
  return {
    document: {
      ...old,
      text: joined,
      blocks: placed,
      spans: old.spans.flatMap((span) => moved(span, kept) ?? []),
    },
    layout: layout && {
      ...layout,
      pages: layout.pages.map((page) => ({
        ...page,
        runs: page.runs.flatMap((run) => moved(run, kept) ?? []),
      })),
    },
  };
}

function whole(text: string): Block[] {
  return text === '' ? [] : [{ kind: 'paragraph', start: 0, end: text.length }];
}

type Like = Omit<Block, 'start' | 'end'>;

interface Paired {
  readonly blocks: readonly { readonly text: string; readonly like: Like }[];
  /** Numbers of an old block and of the new one that is the same, or stands in its place. */
  readonly pairs: readonly (readonly [old: number, now: number])[];
}

/** Blocks before the first and behind the last change are taken over whole: they may hold empty lines of their own. */
function pairBlocks(old: string, blocks: readonly Block[], text: string): Paired {
  const same = commonStart(old, text);
  const sameEnd = commonEnd(old, text, same);
  const first = Math.max(
    0,
    blocks.findIndex(({ end }) => end + BLOCK_BREAK.length > same),
  );
  const untouched = old.length - sameEnd;
  let last = blocks.findLastIndex(({ start }) => start - BLOCK_BREAK.length < untouched);
  last = Math.max(last, first - 1);
  const from = blocks[first]?.start ?? 0;
  const to = text.length - (old.length - (blocks[last]?.end ?? 0));
  const typed = to >= from ? piecesOf(text.slice(from, to)) : [];
  const kept = (block: Block) => ({ text: old.slice(block.start, block.end), like: likeOf(block) });

  const middle = pairPieces(old, blocks.slice(first, last + 1), typed, blocks[first - 1]);
  const behind = first + middle.blocks.length;
  return {
    blocks: [
      ...blocks.slice(0, first).map(kept),
      ...middle.blocks,
      ...blocks.slice(last + 1).map(kept),
    ],
    pairs: [
      ...blocks.slice(0, first).map((_, at) => [at, at] as const),
      ...middle.pairs.map(([a, b]) => [first + a, first + b] as const),
      ...blocks.slice(last + 1).map((_, at) => [last + 1 + at, behind + at] as const),
    ],
  };
}

function pairPieces(
  old: string,
  blocks: readonly Block[],
  typed: readonly string[],
  before: Block | undefined,
): Paired {
  const result: { text: string; like: Like }[] = [];
  const pairs: (readonly [number, number])[] = [];
  const changes = diffArrays(
    blocks.map(({ start, end }) => old.slice(start, end)),
    [...typed],
  );
  let at = 0;
  let waiting: number[] = [];
  let page = before?.page;
  for (const { value, added, removed } of changes) {
    if (removed) {
      waiting = value.map((_, index) => at + index);
      at += value.length;
      continue;
    }
    for (const words of value) {
      const from = added ? waiting.shift() : at++;
      const block = from === undefined ? undefined : blocks[from];
      const like: Like = block
        ? likeOf(block)
        : { kind: 'paragraph', ...(page !== undefined && { page }) };
      page = like.page ?? page;
      if (from !== undefined) pairs.push([from, result.length]);
      result.push({ text: words, like });
    }
    waiting = [];
  }
  return { blocks: result, pairs };
}

function likeOf({ kind, level, page }: Block): Like {
  return { kind, ...(level !== undefined && { level }), ...(page !== undefined && { page }) };
}

function piecesOf(text: string): string[] {
  return text
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((piece) => piece.replace(/^[^\S\t]+|\s+$/g, ''))
    .filter((piece) => piece !== '');
}

/** The words of a block that stayed, neighbours in one stretch; and single words that took the place of single ones. */
function keptWords(old: string, before: Block, now: string, after: Block): Kept[] {
  const left = wordsIn(old, before);
  const right = wordsIn(now, after);
  const changes = diffArrays(
    left.map(({ text }) => text),
    right.map(({ text }) => text),
    { maxEditLength: limits.diffEdits },
  );
  const kept: Kept[] = [];
  let [i, j] = [0, 0];
  let gone: readonly Piece[] = [];
  for (const { value, added, removed } of changes ?? []) {
    const count = value.length;
    if (removed) {
      gone = left.slice(i, i + count);
      i += count;
      continue;
    }
    const come = right.slice(j, j + count);
    j += count;
    if (added) {
      if (come.length === gone.length)
        for (const [at, { start, end }] of come.entries()) {
          const was = gone[at];
          if (was) kept.push({ old: [was.start, was.end], now: [start, end] });
        }
    } else {
      const stayed = left.slice(i, i + count);
      i += count;
      const [a, b, c, d] = [stayed[0], stayed.at(-1), come[0], come.at(-1)];
      if (a && b && c && d) kept.push({ old: [a.start, b.end], now: [c.start, d.end] });
    }
    gone = [];
  }
  return kept;
}

/** Words, and what stands between them, so that the pieces together are the block. */
function wordsIn(text: string, { start, end }: Block): Piece[] {
  return [...text.slice(start, end).matchAll(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)].map(
    (found) => ({
      text: found[0],
      start: start + found.index,
      end: start + found.index + found[0].length,
    }),
  );
}

/** What was in one stretch that stayed; a stretch of another length only as a whole. */
function moved<T extends { readonly start: number; readonly end: number }>(
  part: T,
  kept: readonly Kept[],
): T | null {
  const { old, now } = stretchOf(part, kept) ?? {};
  if (!old || !now) return null;
  if (old[1] - old[0] === now[1] - now[0]) {
    const by = now[0] - old[0];
    return { ...part, start: part.start + by, end: part.end + by };
  }
  return part.start === old[0] && part.end === old[1]
    ? { ...part, start: now[0], end: now[1] }
    : null;
}

function stretchOf(
  { start, end }: { readonly start: number; readonly end: number },
  kept: readonly Kept[],
): Kept | undefined {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.old[1] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found = kept[low];
  return found && found.old[0] <= start && end <= found.old[1] ? found : undefined;
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at += 1;
  return at;
}

/** Not counting what is common at the start. */
function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  return count;
}
