/** Writes the body of a Word document: what a reader of the document sees, in its order. */
import type { BlockKind } from '../../model/index.ts';
import type { DocumentWriter } from '../document-writer.ts';
import type { NoteCode } from '../draft.ts';
import { childOf, childrenOf, findAll, textIn, type XmlElement } from '../package/xml.ts';
import { toAddress } from '../readings.ts';
import { writeRow } from './cells.ts';
import { type DocxStyles, valueOf } from './docx-styles.ts';

export interface DocxParts {
  readonly styles: DocxStyles;
  /** Targets of links by their identifiers. */
  readonly links: ReadonlyMap<string, string>;
  /** Footnotes and endnotes by their identifiers. */
  readonly notes: ReadonlyMap<string, XmlElement>;
}

/** Elements that only hold others. */
const TRANSPARENT = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'w:smartTag',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'mc:Choice',
]);
const CHANGED = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);

export class DocxBody {
  readonly #writer: DocumentWriter;
  readonly #parts: DocxParts;
  readonly #told: Set<NoteCode>;
  /** Numbers of the footnotes that were met, in order. */
  readonly #met = new Map<string, number>();
  /** Boxes of text that stand beside the paragraph that is being written. */
  #boxes: XmlElement[] = [];

  constructor(writer: DocumentWriter, parts: DocxParts, told: Set<NoteCode>) {
    this.#writer = writer;
    this.#parts = parts;
    this.#told = told;
  }

  write(body: XmlElement): void {
    this.#blocks(body, 'paragraph');
    // A footnote may have footnotes: they join while these are written.
    for (const [id, number] of this.#met) this.#footnote(id, number);
  }

  /** Blocks that stand outside of the running text, all of one kind. */
  writeAs(parent: XmlElement, kind: BlockKind): void {
    this.#blocks(parent, kind);
  }

  #blocks(parent: XmlElement, kind: BlockKind): void {
    for (const child of childrenOf(parent)) {
      if (this.#writer.overflow) return;
      if (CHANGED.has(child.name)) this.#told.add('tracked-changes');
      if (child.name === 'w:p') this.#paragraph(child, kind);
      else if (child.name === 'w:tbl') this.#table(child, kind);
      else if (child.name === 'mc:AlternateContent') this.#blocks(alternative(child), kind);
      else if (TRANSPARENT.has(child.name)) this.#blocks(child, kind);
    }
  }

  #paragraph(paragraph: XmlElement, kind: BlockKind): void {
    const properties = childOf(paragraph, 'w:pPr');
    if (findAll(properties ?? paragraph, 'w:pPrChange').length > 0)
      this.#told.add('tracked-changes');
    const style = this.#parts.styles.of(properties);
    const chosen = kind === 'paragraph' ? style.kind : kind;
    this.#writer.open(chosen, chosen === 'heading' ? style.level : undefined);
    this.#inline(paragraph);
    this.#writer.close();
    const boxes = this.#boxes;
    this.#boxes = [];
    for (const box of boxes) this.#blocks(box, kind);
  }

  #inline(parent: XmlElement): void {
    for (const child of childrenOf(parent)) {
      if (CHANGED.has(child.name)) this.#told.add('tracked-changes');
      if (child.name === 'w:r') this.#run(child);
      else if (child.name === 'w:hyperlink') this.#link(child);
      else if (child.name === 'mc:AlternateContent') this.#inline(alternative(child));
      else if (TRANSPARENT.has(child.name)) this.#inline(child);
      else if (child.name === 'w:commentRangeStart') this.#told.add('comments-left-out');
    }
  }

  #link(link: XmlElement): void {
    const href = toAddress(this.#parts.links.get(link.attributes.get('r:id') ?? '') ?? '');
    if (href !== null) this.#writer.mark('link', href);
    this.#inline(link);
    if (href !== null) this.#writer.unmark();
  }

  #run(run: XmlElement): void {
    const properties = childOf(run, 'w:rPr');
    if (isOn(properties, 'w:vanish')) return;
    const strong = isOn(properties, 'w:b');
    const emphasis = isOn(properties, 'w:i');
    if (strong) this.#writer.mark('strong');
    if (emphasis) this.#writer.mark('emphasis');
    for (const child of childrenOf(run)) this.#piece(child);
    if (emphasis) this.#writer.unmark();
    if (strong) this.#writer.unmark();
  }

  #piece(piece: XmlElement): void {
    switch (piece.name) {
      case 'w:t':
        this.#writer.write(textIn(piece));
        return;
      case 'w:tab':
        this.#writer.write(' ');
        return;
      case 'w:br':
      case 'w:cr':
        if (this.#writer.opened === 'table-row') this.#writer.write(' ');
        else this.#writer.breakLine();
        return;
      case 'w:noBreakHyphen':
        this.#writer.write('-');
        return;
      case 'w:sym':
        this.#writer.write(symbolOf(piece));
        return;
      case 'w:footnoteReference':
        this.#refer(`footnote ${piece.attributes.get('w:id') ?? ''}`);
        return;
      case 'w:endnoteReference':
        this.#refer(`endnote ${piece.attributes.get('w:id') ?? ''}`);
        return;
      case 'w:commentReference':
        this.#told.add('comments-left-out');
        return;
      case 'mc:AlternateContent':
        for (const child of childrenOf(alternative(piece))) this.#piece(child);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#boxes.push(...findAll(piece, 'w:txbxContent'));
        return;
      default:
    }
  }

  #refer(id: string): void {
    if (!this.#parts.notes.has(id)) return;
    const number = this.#met.get(id) ?? this.#met.size + 1;
    this.#met.set(id, number);
    this.#writer.write(`[${number}]`);
  }

  #footnote(id: string, number: number): void {
    const note = this.#parts.notes.get(id);
    if (!note) return;
    childrenOf(note).forEach((child, index) => {
      if (child.name !== 'w:p') {
        this.#blocks({ ...note, children: [child] }, 'footnote');
        return;
      }
      this.#writer.open('footnote');
      if (index === 0) this.#writer.write(`[${number}] `);
      this.#inline(child);
      this.#writer.close();
    });
  }

  #table(table: XmlElement, kind: BlockKind): void {
    for (const row of partsOf(table, 'w:tr')) {
      if (this.#writer.overflow) return;
      const properties = childOf(row, 'w:trPr');
      if (properties && childOf(properties, 'w:del')) {
        this.#told.add('tracked-changes');
        continue;
      }
      const cells = partsOf(row, 'w:tc').map((cell) => ({
        text: textIn(cell),
        nested: findAll(cell, 'w:tbl').length > 0,
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

  #cell(cell: XmlElement): void {
    for (const child of childrenOf(cell)) {
      if (child.name === 'w:p') {
        this.#inline(child);
        this.#writer.write(' ');
      } else if (TRANSPARENT.has(child.name)) this.#cell(child);
    }
  }
}

/** Rows of a table or cells of a row, also those that stand in a field for content. */
function partsOf(parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return TRANSPARENT.has(child.name) ? partsOf(child, name) : [];
  });
}

/** The same content is given twice, for newer and older programs: one of them. */
function alternative(element: XmlElement): XmlElement {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element;
}

function isOn(properties: XmlElement | undefined, name: string): boolean {
  const property = properties && childOf(properties, name);
  return property !== undefined && !/^(?:0|false|off)$/.test(valueOf(properties, name) ?? '');
}

/** Fonts of symbols have their signs in the area for private use, which says nothing without the font. */
function symbolOf(symbol: XmlElement): string {
  const code = Number.parseInt(symbol.attributes.get('w:char') ?? '', 16);
  if (!(code > 0 && code <= 0xffff)) return '';
  return code >= 0xe000 && code <= 0xf8ff ? '□' : String.fromCharCode(code);
}
