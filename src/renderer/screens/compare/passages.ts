/** The passages of one side as they are drawn: the words cut where a mark begins or ends. Pure. */
import type { Comparison, FactPair, Match, Range } from '../../../../archive/compare/comparison.ts';
import type { Block, BlockKind, TextDocument } from '../../../../archive/model/index.ts';

export type Side = 'a' | 'b';

/** What may lie on words: shared wording, a fact's verdict, or what a version did to them. */
export type Mark =
  'verbatim' | 'near' | 'unlike' | 'fact-same' | 'fact-differs' | 'fact-only' | 'removed' | 'added';

export interface Piece {
  /** Where it stands in the whole text. */
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** What became of a passage on the other side. */
export type Standing = 'alike' | 'differs' | 'only';

export interface Passage {
  /** Index into `Comparison.a` or `Comparison.b`. */
  readonly index: number;
  /** Shown in the margin; `null` where the paragraph goes on. */
  readonly paragraph: number | null;
  readonly kind: BlockKind;
  readonly standing: Standing;
  /** A version put it elsewhere. Two accounts have no common order. */
  readonly moved: boolean;
  readonly pieces: readonly Piece[];
}

interface Marked {
  readonly range: Range;
  readonly mark: Mark;
}

/** Whether a match of versions changes any word. */
export const changes = (match: Match): boolean =>
  match.diff?.some((part) => part.kind !== 'same') ?? false;

/** The facts that differ between the passages of a match. */
export function differingFacts(match: Match, facts: readonly FactPair[]): readonly FactPair[] {
  return facts.filter(
    ({ verdict, a, b }) =>
      verdict === 'differs' &&
      a !== null &&
      b !== null &&
      match.a.includes(a.passage) &&
      match.b.includes(b.passage),
  );
}

export function matchDiffers(match: Match, comparison: Comparison): boolean {
  return comparison.kind === 'versions'
    ? changes(match) || match.moved
    : differingFacts(match, comparison.facts).length > 0;
}

const factMarks = {
  same: 'fact-same',
  differs: 'fact-differs',
  'only-a': 'fact-only',
  'only-b': 'fact-only',
} as const satisfies Record<FactPair['verdict'], Mark>;

function marksOf(side: Side, comparison: Comparison): readonly Marked[] {
  const versions = comparison.kind === 'versions';
  const marks: Marked[] = [];
  for (const pair of comparison.facts) {
    const fact = pair[side];
    if (fact === null || (versions && pair.verdict !== 'differs')) continue;
    const mark = factMarks[pair.verdict];
    marks.push({ range: [fact.start, fact.end], mark });
    for (const range of fact.mentions) marks.push({ range, mark });
  }
  if (versions) {
    for (const { diff } of comparison.matches)
      for (const part of diff ?? []) {
        const range = part[side];
        if (range !== null && part.kind !== 'same')
          marks.push({ range, mark: side === 'a' ? 'removed' : 'added' });
      }
    return marks;
  }
  for (const shared of comparison.shared) {
    marks.push({ range: shared[side], mark: shared.kind });
    for (const difference of shared.differences)
      marks.push({ range: difference[side], mark: 'unlike' });
  }
  return marks;
}

/** Cuts `[start, end)` of the text at every edge of a mark, and says which marks lie on each piece. */
function cut(text: string, start: number, end: number, marks: readonly Marked[]): Piece[] {
  const edges = new Set([start, end]);
  for (const { range } of marks)
    for (const edge of range) if (edge > start && edge < end) edges.add(edge);
  const points = [...edges].sort((one, other) => one - other);
  return points.slice(0, -1).map((from, at) => {
    const to = points[at + 1] ?? end;
    const on = marks.filter(({ range }) => range[0] < to && range[1] > from);
    return {
      start: from,
      text: text.slice(from, to),
      marks: [...new Set(on.map(({ mark }) => mark))],
    };
  });
}

/** From the first of these passages to the last, as a stretch of the text. */
export function stretchOf(
  passages: readonly Passage[],
  indices: readonly number[],
): { readonly start: number; readonly end: number } | null {
  const meant = passages.filter(({ index }) => indices.includes(index));
  const [first, last] = [meant[0]?.pieces[0], meant.at(-1)?.pieces.at(-1)];
  return first && last ? { start: first.start, end: last.start + last.text.length } : null;
}

/** The block in which an offset stands. Blocks are in order. */
function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return blocks[low];
}

/** All passages of a side. Joined, the pieces of a passage are its words, letter by letter. */
export function passagesOf(
  side: Side,
  comparison: Comparison,
  document: TextDocument,
): readonly Passage[] {
  const units = comparison[side];
  const marks = [...marksOf(side, comparison)].sort((one, other) => one.range[0] - other.range[0]);
  const only = new Set(side === 'a' ? comparison.onlyA : comparison.onlyB);
  const differing = new Set<number>();
  const moved = new Set<number>();
  for (const match of comparison.matches) {
    if (matchDiffers(match, comparison)) for (const index of match[side]) differing.add(index);
    if (match.moved && comparison.kind === 'versions')
      for (const index of match[side]) moved.add(index);
  }
  let next = 0;
  let open: Marked[] = [];
  return units.map((unit, index) => {
    open = open.filter(({ range }) => range[1] > unit.start);
    for (let mark = marks[next]; mark && mark.range[0] < unit.end; mark = marks[++next])
      if (mark.range[1] > unit.start) open.push(mark);
    return {
      index,
      paragraph: units[index - 1]?.paragraph === unit.paragraph ? null : unit.paragraph,
      kind: blockAt(document.blocks, unit.start)?.kind ?? 'paragraph',
      standing: only.has(index) ? 'only' : differing.has(index) ? 'differs' : 'alike',
      moved: moved.has(index),
      pieces: cut(document.text, unit.start, unit.end, open),
    };
  });
}
