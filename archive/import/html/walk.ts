/** Walks a chosen part of a page and writes it down as blocks, in the order in which they stand. */
import type { BlockKind } from '../../model/index.ts';
import type { DocumentWriter, MarkKind } from '../document-writer.ts';
import { toAddress } from '../readings.ts';
import { isBlock, isSilent } from './tags.ts';

export interface WalkOptions {
  /** Against which links are resolved; without it, only absolute ones are kept. */
  readonly base: string | null;
  /** What is not to be written, with all that is in it. */
  readonly dropped: ReadonlySet<Element>;
}

const MARKS: Readonly<Record<string, MarkKind>> = {
  EM: 'emphasis',
  I: 'emphasis',
  CITE: 'emphasis',
  DFN: 'emphasis',
  VAR: 'emphasis',
  STRONG: 'strong',
  B: 'strong',
  CODE: 'code',
  KBD: 'code',
  SAMP: 'code',
  TT: 'code',
};
const KINDS: Readonly<Record<string, BlockKind>> = {
  LI: 'list-item',
  DT: 'list-item',
  DD: 'list-item',
  FIGCAPTION: 'caption',
  CAPTION: 'caption',
};
/** Elements inside of elements. What lies deeper is written as one run of text. */
const DEPTH = 400;

interface Place {
  /** The kind of the blocks that are opened here. */
  readonly kind: BlockKind;
  readonly exact: boolean;
  readonly depth: number;
}

export class Walker {
  readonly #writer: DocumentWriter;
  readonly #options: WalkOptions;

  constructor(writer: DocumentWriter, options: WalkOptions) {
    this.#writer = writer;
    this.#options = options;
  }

  /** Writes the element and closes the last block. */
  walk(root: Element): void {
    this.#element(root, { kind: 'paragraph', exact: false, depth: 0 });
    this.#writer.close();
  }

  #children(parent: Node, place: Place): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (this.#writer.overflow) return;
      if (node.nodeType === 3) this.#text(node.nodeValue ?? '', place);
      else if (node.nodeType === 1) this.#element(node as Element, place);
    }
  }

  #text(text: string, place: Place): void {
    if (this.#writer.opened === null) {
      if (text.trim() === '') return;
      this.#writer.open(place.kind);
    }
    if (place.exact) this.#writer.writeExactly(text);
    else this.#writer.write(text);
  }

  #element(element: Element, place: Place): void {
    const tag = element.tagName.toUpperCase();
    if (isSilent(tag) || this.#options.dropped.has(element)) return;
    if (place.depth > DEPTH) {
      this.#text(element.textContent, place);
      return;
    }
    const inside = { ...place, depth: place.depth + 1 };
    if (tag === 'BR') this.#writer.breakLine();
    else if (tag === 'WBR') return;
    else if (isBlock(tag) || isCaption(element)) this.#block(tag, element, inside);
    else this.#inline(tag, element, inside);
  }

  #block(tag: string, element: Element, place: Place): void {
    this.#writer.close();
    const heading = /^H([1-6])$/.exec(tag)?.[1];
    const kind = KINDS[tag];
    if (heading !== undefined) {
      this.#writer.open('heading', Number(heading));
      this.#children(element, place);
    } else if (tag === 'TABLE') this.#table(element, place);
    else if (tag === 'PRE' || tag === 'XMP' || tag === 'LISTING')
      this.#children(element, { ...place, kind: 'preformatted', exact: true });
    else if (tag === 'BLOCKQUOTE') this.#children(element, { ...place, kind: 'block-quote' });
    else if (kind === 'list-item' && place.kind === 'block-quote') this.#children(element, place);
    else if (kind !== undefined)
      this.#children(element, { ...place, kind: isFootnote(element) ? 'footnote' : kind });
    else if (isFootnote(element)) this.#children(element, { ...place, kind: 'footnote' });
    else if (isCaption(element)) this.#children(element, { ...place, kind: 'caption' });
    else this.#children(element, place);
    this.#writer.close();
  }

  #inline(tag: string, element: Element, place: Place): void {
    const kind = MARKS[tag];
    const href = tag === 'A' ? this.#target(element) : null;
    if (kind !== undefined) this.#writer.mark(kind);
    else if (href !== null) this.#writer.mark('link', href);
    this.#children(element, place);
    if (kind !== undefined || href !== null) this.#writer.unmark();
  }

  #target(element: Element): string | null {
    const href = element.getAttribute('href')?.trim() ?? '';
    if (href === '' || href.startsWith('#')) return null;
    if (/^mailto:[^\s]+$/i.test(href) && href.length <= 4_000) return href;
    return toAddress(href, this.#options.base ?? undefined);
  }

  /** A table of data becomes rows; one that only arranges a page is walked like any other part of it. */
  #table(table: Element, place: Place): void {
    const caption = table.querySelector(':scope > caption');
    if (caption) this.#element(caption, place);
    for (const row of rowsOf(table)) {
      if (this.#options.dropped.has(row)) continue;
      const cells = [...row.children].filter((cell) => !this.#options.dropped.has(cell));
      if (cells.length > 1 && cells.every((cell) => isPlainCell(cell))) this.#row(cells, place);
      else for (const cell of cells) this.#block(cell.tagName, cell, place);
    }
  }

  #row(cells: readonly Element[], place: Place): void {
    this.#writer.open('table-row');
    cells.forEach((cell, index) => {
      if (index > 0) this.#writer.breakCell();
      this.#cell(cell, place);
    });
    this.#writer.close();
  }

  /** The words of a cell in one line. */
  #cell(parent: Element, place: Place): void {
    if (place.depth > DEPTH) {
      this.#writer.write(parent.textContent);
      return;
    }
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === 3) this.#writer.write(node.nodeValue ?? '');
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      const tag = element.tagName.toUpperCase();
      if (isSilent(tag) || this.#options.dropped.has(element)) continue;
      const apart = tag === 'BR' || isBlock(tag);
      if (apart) this.#writer.write(' ');
      const kind = MARKS[tag];
      const href = tag === 'A' ? this.#target(element) : null;
      if (kind !== undefined) this.#writer.mark(kind);
      else if (href !== null) this.#writer.mark('link', href);
      this.#cell(element, { ...place, depth: place.depth + 1 });
      if (kind !== undefined || href !== null) this.#writer.unmark();
      if (apart) this.#writer.write(' ');
    }
  }
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  for (const child of table.children) {
    if (child.tagName === 'TR') rows.push(child);
    else if (/^T(?:BODY|HEAD|FOOT)$/.test(child.tagName))
      rows.push(...[...child.children].filter((row) => row.tagName === 'TR'));
  }
  return rows;
}

/** UTF-16 units of a cell: what is longer is prose set in a table. */
const CELL = 600;

function isPlainCell(cell: Element): boolean {
  if (cell.textContent.length > CELL) return false;
  if (cell.querySelector('table, h1, h2, h3, h4, h5, h6, pre, blockquote, article, section, dl'))
    return false;
  return cell.querySelectorAll('p, div, li').length <= 3;
}

/** UTF-16 units of what is a caption by its class name. */
const CAPTION = 1_000;
const CAPTION_NAMES =
  /caption(?:$|[\s_-]|text)|(?:^|[\s_-])(?:credits?|legende?|photo-?credits?|image-?credits?|fotocredit)(?:$|[\s_-])|bild(?:unter|beschr|text|quelle)|(?:img|image|photo|foto)[\s_-]?(?:desc|subtitle|legend|credit|info)/i;

function isCaption(element: Element): boolean {
  const names = element.getAttribute('class') ?? '';
  return CAPTION_NAMES.test(names) && element.textContent.length <= CAPTION;
}

function isFootnote(element: Element): boolean {
  const role = element.getAttribute('role') ?? '';
  if (role === 'doc-footnote' || role === 'doc-endnotes') return true;
  const marks = `${element.getAttribute('class') ?? ''} ${element.id}`;
  return /(?:^|[\s_-])(?:foot|end)notes?(?:$|[\s_:\d-])|^\s*fn[:_-]?\d/i.test(marks);
}
