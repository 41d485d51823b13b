/** Writes what a reader of an RTF document sees: paragraphs, rows of tables, headers and footers once, footnotes at the end. */
import type { BlockKind } from '../../model/index.ts';
import type { DocumentWriter } from '../document-writer.ts';
import { writeRow } from '../office/cells.ts';

interface Paragraph {
  list: boolean;
  level: number | null;
  style: number | null;
  inTable: boolean;
}

const plain = (): Paragraph => ({ list: false, level: null, style: null, inTable: false });

export class RtfBody {
  /** Names of styles by their numbers. */
  readonly styles = new Map<number, string>();
  paragraph = plain();
  readonly #writer: DocumentWriter;
  readonly #edges = new Set<string>();
  /** Headers and footers that were met inside of a paragraph. */
  readonly #late: string[] = [];
  readonly #footnotes: string[] = [];
  #cells: string[] = [];
  #row = false;

  constructor(writer: DocumentWriter) {
    this.#writer = writer;
  }

  get full(): boolean {
    return this.#writer.overflow;
  }

  newParagraph(): void {
    this.paragraph = plain();
  }

  write(
    letters: string,
    { strong, emphasis }: { readonly strong: boolean; readonly emphasis: boolean },
  ): void {
    if (this.paragraph.inTable) {
      this.#row = true;
      this.#cells[Math.max(0, this.#cells.length - 1)] = (this.#cells.at(-1) ?? '') + letters;
      return;
    }
    this.endRow();
    if (this.#writer.opened === null) {
      if (letters.trim() === '') return;
      const { kind, level } = this.#kind();
      this.#writer.open(kind, level);
    }
    if (strong) this.#writer.mark('strong');
    if (emphasis) this.#writer.mark('emphasis');
    this.#writer.write(letters);
    if (emphasis) this.#writer.unmark();
    if (strong) this.#writer.unmark();
  }

  /** A header or footer, once. */
  edge(words: string): void {
    if (!/\p{L}{2}/u.test(words) || this.#edges.has(words)) return;
    this.#edges.add(words);
    if (this.#writer.opened === null) this.#alone('caption', words);
    else this.#late.push(words);
  }

  /** Answers what stands for it in the text. */
  footnote(words: string): string {
    this.#footnotes.push(words);
    return `[${this.#footnotes.length}]`;
  }

  endParagraph(): void {
    this.#writer.close();
  }

  breakLine(): void {
    this.#writer.breakLine();
  }

  endCell(): void {
    this.#row = true;
    if (this.#cells.length === 0) this.#cells.push('');
    this.#cells.push('');
  }

  endRow(): void {
    if (!this.#row) return;
    this.#row = false;
    const cells = this.#cells.map((cell) => cell.trim());
    this.#cells = [];
    if (cells.at(-1) === '') cells.pop();
    this.#writer.close();
    writeRow(
      cells.map((text) => ({
        text,
        nested: false,
        inRow: () => {
          this.#writer.write(text);
        },
        alone: () => {
          this.#alone('paragraph', text);
        },
      })),
      this.#writer,
    );
  }

  /** Ends what is open, and writes what waited for the end. */
  end(): void {
    this.endRow();
    this.#writer.close();
    for (const words of this.#late) this.#alone('caption', words);
    this.#footnotes.forEach((note, index) => {
      this.#alone('footnote', `[${index + 1}] ${note}`);
    });
  }

  #kind(): { readonly kind: BlockKind; readonly level?: number } {
    const { level, style, list } = this.paragraph;
    if (level !== null) return { kind: 'heading', level };
    const name = style === null ? '' : (this.styles.get(style) ?? '').toLowerCase();
    const numbered = /^(?:heading|заголовок) ([1-9])$/.exec(name)?.[1];
    if (numbered !== undefined) return { kind: 'heading', level: Math.min(6, Number(numbered)) };
    if (name === 'title') return { kind: 'heading', level: 1 };
    if (/^(?:intense )?quote$|^quotations$/.test(name)) return { kind: 'block-quote' };
    if (name === 'caption') return { kind: 'caption' };
    return { kind: list ? 'list-item' : 'paragraph' };
  }

  #alone(kind: BlockKind, words: string): void {
    this.#writer.open(kind);
    this.#writer.write(words);
    this.#writer.close();
  }
}
