/** Draws a readable text as plain semantic HTML. Text nodes are never split but where a span begins or ends. */
import type { Block, Span, TextDocument } from '../../../../archive/model/index.ts';
import { TextMap, type Piece } from './text-map.ts';

export interface Drawing {
  /** What to put on the page, in order. */
  readonly elements: readonly HTMLElement[];
  /** The element of each block. */
  readonly blocks: readonly HTMLElement[];
  readonly map: TextMap;
}

/** The blocks of a text; a text without any is one paragraph. */
export function blocksOf({ text, blocks }: TextDocument): readonly Block[] {
  if (blocks.length > 0 || text === '') return blocks;
  return [{ kind: 'paragraph', start: 0, end: text.length }];
}

/** From 1: what is cited as ¶. A place between blocks counts to the next one. */
export function blockNumberAt(document: TextDocument, offset: number): number {
  const blocks = blocksOf(document);
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return Math.min(low + 1, Math.max(1, blocks.length));
}

export function drawText(document: TextDocument): Drawing {
  const pieces: Piece[] = [];
  const elements: HTMLElement[] = [];
  const drawn: HTMLElement[] = [];
  const blocks = blocksOf(document);
  const spans = spansByBlock(document, blocks);
  let inner: HTMLElement | null = null;
  let innerKind: Block['kind'] | null = null;

  for (const [index, block] of blocks.entries()) {
    const element = elementFor(block);
    element.dataset.b = String(index);
    const numbered =
      block.kind === 'table-row'
        ? drawRow(element, document.text, block, spans[index] ?? [], pieces)
        : fill(element, document.text, block, spans[index] ?? [], pieces);
    numbered.dataset.n = String(index + 1);
    drawn.push(element);

    const wrapper = wrapperFor(block.kind);
    if (!wrapper) {
      inner = null;
      elements.push(element);
      continue;
    }
    if (inner === null || innerKind !== block.kind) {
      elements.push(wrapper.outer);
      ({ inner } = wrapper);
      innerKind = block.kind;
    }
    inner.append(element);
  }
  return { elements, blocks: drawn, map: new TextMap(pieces) };
}

function elementFor({ kind, level }: Block): HTMLElement {
  const make = (name: string) => document.createElement(name);
  switch (kind) {
    case 'heading':
      return make(`h${level ?? 2}`);
    case 'list-item':
      return make('li');
    case 'block-quote':
      return make('blockquote');
    case 'table-row':
      return make('tr');
    case 'caption':
      return make('figcaption');
    case 'preformatted':
      return make('pre');
    case 'footnote': {
      const note = make('p');
      note.className = 'footnote';
      return note;
    }
    case 'paragraph':
      return make('p');
  }
}

function wrapperFor(kind: Block['kind']): { outer: HTMLElement; inner: HTMLElement } | null {
  const alone = (name: string) => {
    const outer = document.createElement(name);
    return { outer, inner: outer };
  };
  if (kind === 'list-item') return alone('ul');
  if (kind === 'caption') return alone('figure');
  if (kind !== 'table-row') return null;
  const { outer } = alone('table');
  const inner = document.createElement('tbody');
  outer.append(inner);
  return { outer, inner };
}

/** Cells are parted by tabs, which are in the text but not on the page. Answers the first cell. */
function drawRow(
  row: HTMLElement,
  text: string,
  block: Block,
  spans: readonly Span[],
  pieces: Piece[],
): HTMLElement {
  let start = block.start;
  let first: HTMLElement | null = null;
  while (start <= block.end) {
    const tab = text.indexOf('\t', start);
    const end = tab === -1 || tab > block.end ? block.end : tab;
    const cell = document.createElement('td');
    fill(cell, text, { start, end }, spans, pieces);
    row.append(cell);
    first ??= cell;
    start = end + 1;
  }
  return first ?? row;
}

function fill(
  element: HTMLElement,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  spans: readonly Span[],
  pieces: Piece[],
): HTMLElement {
  const cuts = new Set([start, end]);
  for (const span of spans)
    for (const at of [span.start, span.end]) if (at > start && at < end) cuts.add(at);
  const places = [...cuts].sort((a, b) => a - b);
  for (const [index, from] of places.entries()) {
    const to = places[index + 1];
    if (to === undefined || to === from) continue;
    const node = document.createTextNode(text.slice(from, to));
    pieces.push({ node, start: from });
    element.append(
      spans
        .filter((span) => span.start <= from && span.end >= to)
        .reduce<Node>((inner, span) => dressed(inner, span), node),
    );
  }
  return element;
}

const spanNames = { emphasis: 'em', strong: 'strong', code: 'code', link: 'span' } as const;

/** A link keeps its address as a title; it leads nowhere. */
function dressed(inner: Node, { kind, href }: Span): HTMLElement {
  const element = document.createElement(spanNames[kind]);
  if (kind === 'link') {
    element.className = 'link';
    if (href !== undefined) element.title = href;
  }
  element.append(inner);
  return element;
}

function spansByBlock(document: TextDocument, blocks: readonly Block[]): readonly Span[][] {
  const byBlock: Span[][] = blocks.map(() => []);
  for (const span of document.spans) {
    for (
      let index = blockNumberAt(document, span.start) - 1;
      index < blocks.length && (blocks[index]?.start ?? 0) < span.end;
      index += 1
    )
      byBlock[index]?.push(span);
  }
  return byBlock;
}
