/** Writes the body of an OpenDocument text: what a reader of the document sees, in its order. */
import type { BlockKind } from '../../model/index.ts';
import type { DocumentWriter } from '../document-writer.ts';
import type { NoteCode } from '../draft.ts';
import {
  childOf,
  childrenOf,
  findAll,
  isElement,
  textIn,
  type XmlElement,
} from '../package/xml.ts';
import { toAddress } from '../readings.ts';
import { writeRow } from './cells.ts';

/** Elements that only hold others. */
const TRANSPARENT = new Set([
  'text:section',
  'text:index-body',
  'text:index-title',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:bibliography',
  'text:numbered-paragraph',
  'table:table-header-rows',
  'table:table-rows',
  'table:table-row-group',
  'text:meta',
  'text:meta-field',
  'text:ruby',
  'text:ruby-base',
  'draw:a',
]);
/** Repetitions of one blank or one empty cell that are believed. */
const REPEATED = 100;

interface Look {
  readonly parent: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
}

export class OdtBody {
  readonly #writer: DocumentWriter;
  readonly #looks: ReadonlyMap<string, Look>;
  readonly #told: Set<NoteCode>;
  readonly #notes: XmlElement[] = [];
  #boxes: XmlElement[] = [];

  constructor(writer: DocumentWriter, styles: readonly XmlElement[], told: Set<NoteCode>) {
    this.#writer = writer;
    this.#looks = new Map(
      styles.map((style) => [style.attributes.get('style:name') ?? '', lookOf(style)]),
    );
    this.#told = told;
  }

  write(body: XmlElement): void {
    this.#blocks(body, 'paragraph');
    for (let at = 0; at < this.#notes.length; at++) this.#footnote(this.#notes[at], at + 1);
  }

  /** Blocks that stand outside of the running text, all of one kind. */
  writeAs(parent: XmlElement, kind: BlockKind): void {
    this.#blocks(parent, kind);
  }

  #blocks(parent: XmlElement, kind: BlockKind): void {
    for (const child of childrenOf(parent)) {
      if (this.#writer.overflow) return;
      this.#block(child, kind);
    }
  }

  #block(element: XmlElement, kind: BlockKind): void {
    switch (element.name) {
      case 'text:h':
      case 'text:p':
        this.#paragraph(element, kind);
        return;
      case 'text:list':
        for (const item of childrenOf(element)) {
          if (item.name === 'text:list-item' || item.name === 'text:list-header')
            this.#blocks(item, kind === 'paragraph' ? 'list-item' : kind);
        }
        return;
      case 'table:table':
        this.#table(element, kind);
        return;
      case 'text:tracked-changes':
        if (childrenOf(element).length > 0) this.#told.add('tracked-changes');
        return;
      case 'draw:frame':
        for (const box of childrenOf(element, 'draw:text-box')) this.#blocks(box, kind);
        return;
      default:
        if (TRANSPARENT.has(element.name)) this.#blocks(element, kind);
    }
  }

  #paragraph(element: XmlElement, kind: BlockKind): void {
    const level = Number(element.attributes.get('text:outline-level') ?? 1);
    const styled = this.#kindOf(element.attributes.get('text:style-name') ?? '');
    if (element.name === 'text:h' && kind === 'paragraph')
      this.#writer.open('heading', Math.min(6, Math.max(1, level || 1)));
    else if (kind === 'paragraph') this.#writer.open(styled.kind, styled.level);
    else this.#writer.open(kind);
    this.#inline(element);
    this.#writer.close();
    const boxes = this.#boxes;
    this.#boxes = [];
    for (const box of boxes) this.#blocks(box, kind);
  }

  #kindOf(name: string): { readonly kind: BlockKind; readonly level?: number } {
    let style = name;
    for (let depth = 0; depth < 10 && style !== ''; depth++) {
      const plain = style.replaceAll('_20_', ' ').toLowerCase();
      if (plain === 'title') return { kind: 'heading', level: 1 };
      if (plain === 'subtitle') return { kind: 'heading', level: 2 };
      if (/^quotations?$/.test(plain)) return { kind: 'block-quote' };
      if (/^(?:caption|illustration|figure|drawing)$/.test(plain)) return { kind: 'caption' };
      if (/^preformatted text$/.test(plain)) return { kind: 'preformatted' };
      style = this.#looks.get(style)?.parent ?? '';
    }
    return { kind: 'paragraph' };
  }

  #inline(parent: XmlElement): void {
    for (const node of parent.children) {
      if (isElement(node)) this.#piece(node);
      else this.#writer.write(node);
    }
  }

  #piece(element: XmlElement): void {
    switch (element.name) {
      case 'text:span':
        this.#span(element);
        return;
      case 'text:a':
        this.#link(element);
        return;
      case 'text:s':
      case 'text:tab':
        this.#writer.write(' ');
        return;
      case 'text:line-break':
        if (this.#writer.opened === 'table-row') this.#writer.write(' ');
        else this.#writer.breakLine();
        return;
      case 'text:note':
        this.#notes.push(element);
        this.#writer.write(`[${this.#notes.length}]`);
        return;
      case 'office:annotation':
        this.#told.add('comments-left-out');
        return;
      case 'draw:frame':
      case 'draw:custom-shape':
      case 'draw:g':
        this.#boxes.push(...findAll(element, 'draw:text-box'));
        return;
      case 'text:hidden-text':
      case 'office:annotation-end':
      case 'text:ruby-text':
        return;
      default:
        if (element.name.startsWith('text:change')) this.#told.add('tracked-changes');
        this.#inline(element);
    }
  }

  #span(span: XmlElement): void {
    const look = this.#looks.get(span.attributes.get('text:style-name') ?? '');
    if (look?.strong === true) this.#writer.mark('strong');
    if (look?.emphasis === true) this.#writer.mark('emphasis');
    this.#inline(span);
    if (look?.emphasis === true) this.#writer.unmark();
    if (look?.strong === true) this.#writer.unmark();
  }

  #link(link: XmlElement): void {
    const href = toAddress(link.attributes.get('xlink:href') ?? '');
    if (href !== null) this.#writer.mark('link', href);
    this.#inline(link);
    if (href !== null) this.#writer.unmark();
  }

  #footnote(note: XmlElement | undefined, number: number): void {
    const body = note && childOf(note, 'text:note-body');
    if (!body) return;
    childrenOf(body).forEach((child, index) => {
      if (child.name !== 'text:p') {
        this.#block(child, 'footnote');
        return;
      }
      this.#writer.open('footnote');
      if (index === 0) this.#writer.write(`[${number}] `);
      this.#inline(child);
      this.#writer.close();
    });
  }

  #table(table: XmlElement, kind: BlockKind): void {
    for (const row of rowsOf(table)) {
      if (this.#writer.overflow) return;
      const cells = cellsOf(row).map((cell) => ({
        text: textIn(cell),
        nested: findAll(cell, 'table:table').length + findAll(cell, 'text:h').length > 0,
        inRow: () => {
          this.#cell(cell);
        },
        alone: () => {
          this.#blocks(cell, kind);
        },
      }));
      writeRow(cells, this.#writer);
    }
  }

  #cell(parent: XmlElement): void {
    for (const child of childrenOf(parent)) {
      if (child.name === 'text:p') this.#inline(child);
      else this.#cell(child);
      this.#writer.write(' ');
    }
  }
}

function rowsOf(table: XmlElement): XmlElement[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === 'table:table-row') return [child];
    return TRANSPARENT.has(child.name) ? rowsOf(child) : [];
  });
}

/** Empty cells may be told once for many; at the end of a row they are none. */
function cellsOf(row: XmlElement): XmlElement[] {
  const cells = childrenOf(row).flatMap((cell) => {
    if (cell.name === 'table:covered-table-cell') return [{ ...cell, children: [] }];
    if (cell.name !== 'table:table-cell') return [];
    const times = Number(cell.attributes.get('table:number-columns-repeated') ?? 1);
    return Array.from({ length: Math.min(REPEATED, Math.max(1, times || 1)) }, () => cell);
  });
  const last = cells.findLastIndex((cell) => textIn(cell).trim() !== '');
  return cells.slice(0, Math.max(last + 1, Math.min(cells.length, 2)));
}

function lookOf(style: XmlElement): Look {
  const text = childOf(style, 'style:text-properties')?.attributes;
  const weight = text?.get('fo:font-weight') ?? '';
  return {
    parent: style.attributes.get('style:parent-style-name') ?? '',
    strong: weight === 'bold' || Number(weight) >= 600,
    emphasis: /^(?:italic|oblique)$/.test(text?.get('fo:font-style') ?? ''),
  };
}
