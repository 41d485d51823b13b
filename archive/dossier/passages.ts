/** Cuts the readable text of an exhibit into blocks to print, with the quoted passages marked in them. */
import type { Block as TextBlock, Span, TextDocument } from '../model/index.ts';
import { directionOf } from './direction.ts';
import type { Printable } from './printable.ts';
import type { Block, Run } from './print.ts';

/** A quoted stretch of the text: UTF-16 units, `end` exclusive. */
export interface Passage {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** UTF-16 units of context kept on each side of a passage inside its own paragraphs. */
const AROUND = 1_200;
/** UTF-16 units kept of the paragraph before and of the one after. */
const BESIDE = 500;
const SPACE = /\s/;

/** Every block of the text. */
export function wholeText(
  document: TextDocument,
  passages: readonly Passage[],
  printable: Printable,
): readonly Block[] {
  const blocks = blocksOf(document);
  const marked = passages.flatMap((passage) => fitted(blocks, passage) ?? []);
  return blocks.map((block, index) =>
    printBlock({ document, block, index, shown: block, passages: marked, printable }),
  );
}

/** The paragraphs in which the passage stands, one before and one after; long ones are cut at a space. */
export function inContext(
  document: TextDocument,
  quoted: Passage,
  printable: Printable,
): readonly Block[] {
  const blocks = blocksOf(document);
  const passage = fitted(blocks, quoted);
  if (!passage) return [];
  const first = blocks.findIndex(({ end }) => end > passage.start);
  let last = first;
  while ((blocks[last + 1]?.start ?? Infinity) < passage.end) last++;
  const printed: Block[] = [];
  for (
    let index = Math.max(0, first - 1);
    index <= Math.min(blocks.length - 1, last + 1);
    index++
  ) {
    const block = blocks[index];
    if (!block) continue;
    const shown =
      index < first
        ? { start: spaceAfter(document.text, block, block.end - BESIDE), end: block.end }
        : index > last
          ? { start: block.start, end: spaceBefore(document.text, block, block.start + BESIDE) }
          : {
              start: spaceAfter(document.text, block, passage.start - AROUND),
              end: spaceBefore(document.text, block, passage.end + AROUND),
            };
    printed.push(printBlock({ document, block, index, shown, passages: [passage], printable }));
  }
  return printed;
}

/** From 1: the number of the block in which the passage begins. */
export function numberOfBlock(document: TextDocument, start: number): number {
  const index = blocksOf(document).findIndex(({ end }) => end > start);
  return index === -1 ? 1 : index + 1;
}

function blocksOf({ text, blocks }: TextDocument): readonly TextBlock[] {
  if (blocks.length > 0 || text === '') return blocks;
  return [{ kind: 'paragraph', start: 0, end: text.length }];
}

/** Without the breaks between blocks at its ends, for nothing is printed there that could carry a mark. */
function fitted(blocks: readonly TextBlock[], passage: Passage): Passage | null {
  const first = blocks.find(({ end }) => end > passage.start);
  const last = blocks.findLast(({ start }) => start < passage.end);
  if (!first || !last || last.end <= passage.start || first.start >= passage.end) return null;
  return {
    ...passage,
    start: Math.max(passage.start, first.start),
    end: Math.min(passage.end, last.end),
  };
}

function spaceAfter(text: string, { start, end }: Stretch, wanted: number): number {
  if (wanted <= start) return start;
  for (let at = wanted; at < Math.min(end, wanted + 60); at++)
    if (SPACE.test(text.charAt(at))) return at + 1;
  return whole(text, wanted);
}

function spaceBefore(text: string, { start, end }: Stretch, wanted: number): number {
  if (wanted >= end) return end;
  for (let at = wanted; at > Math.max(start, wanted - 60); at--)
    if (SPACE.test(text.charAt(at))) return at;
  return whole(text, wanted);
}

/** Not between the halves of a pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
}

interface ToPrint {
  readonly document: TextDocument;
  readonly block: TextBlock;
  readonly index: number;
  readonly shown: Stretch;
  readonly passages: readonly Passage[];
  readonly printable: Printable;
}

function printBlock({ document, block, index, shown, passages, printable }: ToPrint): Block {
  const dir = directionOf(document.text.slice(block.start, block.end), document.direction);
  const runs: Run[] = [];
  if (shown.start > block.start) runs.push({ cut: true });
  runs.push(...runsOf(document, shown, passages, printable));
  if (shown.end < block.end) runs.push({ cut: true });
  return {
    kind: block.kind,
    ...(block.level === undefined ? {} : { level: block.level }),
    number: index + 1,
    lang: dir === document.direction ? document.language : 'und',
    dir,
    runs,
  };
}

function runsOf(
  document: TextDocument,
  shown: Stretch,
  passages: readonly Passage[],
  printable: Printable,
): readonly Run[] {
  const meets = (stretch: Stretch) => stretch.start < shown.end && stretch.end > shown.start;
  const spans = spansIn(document, shown);
  const marked = passages.filter(meets);
  if (spans.length === 0 && marked.length === 0)
    return [printable.text(document.text.slice(shown.start, shown.end))];
  const cuts = new Set([shown.start, shown.end]);
  for (const { start, end } of [...spans, ...marked])
    for (const at of [start, end]) if (at > shown.start && at < shown.end) cuts.add(at);
  const places = [...cuts].sort((a, b) => a - b);
  const runs: Run[] = [];
  for (const [i, start] of places.entries()) {
    for (const { label, end } of marked) if (end === start) runs.push({ close: label });
    const end = places[i + 1];
    if (end === undefined) break;
    for (const passage of marked) if (passage.start === start) runs.push({ open: passage.label });
    const covers = (stretch: Stretch) => stretch.start <= start && stretch.end >= end;
    const style = {
      ...(spans.some((span) => span.kind === 'emphasis' && covers(span))
        ? { em: true as const }
        : {}),
      ...(spans.some((span) => span.kind === 'strong' && covers(span))
        ? { strong: true as const }
        : {}),
      ...(spans.some((span) => span.kind === 'code' && covers(span))
        ? { code: true as const }
        : {}),
      ...(marked.some(covers) ? { hit: true as const } : {}),
    };
    const t = printable.text(document.text.slice(start, end));
    runs.push(Object.keys(style).length === 0 ? t : { t, ...style });
  }
  return runs;
}

const byStart = new WeakMap<TextDocument, readonly Span[]>();

/** Spans that style something in the stretch; links are not shown as such. */
function spansIn(document: TextDocument, { start, end }: Stretch): readonly Span[] {
  let spans = byStart.get(document);
  if (!spans) {
    spans = document.spans.filter(({ kind }) => kind !== 'link').sort((a, b) => a.start - b.start);
    byStart.set(document, spans);
  }
  const found: Span[] = [];
  // Spans do not reach over blocks, so none that begins long before the stretch can meet it.
  for (let i = firstFrom(spans, start - SPAN_LENGTH); i < spans.length; i++) {
    const span = spans[i];
    if (!span || span.start >= end) break;
    if (span.end > start) found.push(span);
  }
  return found;
}

const SPAN_LENGTH = 20_000;

function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
