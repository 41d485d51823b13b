/** Writes a `TextDocument` block by block; offsets are exact by construction. */
import { assert } from '../lib/assert.ts';
import { type Block, BLOCK_BREAK, type BlockKind, limits, type Span } from '../model/index.ts';

export type MarkKind = Span['kind'];

/** The text, its blocks and its spans; language and direction are found out from it. */
export interface Written {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly spans: readonly Span[];
}

interface OpenMark {
  readonly kind: MarkKind;
  readonly href: string | undefined;
  start: number;
}

/** Blanks of every sort that stand for one space. The no-break ones too: a passage must be found as it is typed. */
const BLANKS = /[ \t\n\r\f\u00a0\u2007\u202f]+/g;
/** Letters that show nothing and part words for a search: soft hyphen, zero-width space, stray marks, controls. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const INVISIBLE = /[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g;

/** Without letters that show nothing and halves of surrogate pairs, which UTF-8 cannot keep. */
export function visible(text: string): string {
  return text.replaceAll(INVISIBLE, '').toWellFormed();
}

export class DocumentWriter {
  readonly #done: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #spans: Span[] = [];
  readonly #marks: OpenMark[] = [];
  #length = 0;
  #kind: BlockKind | null = null;
  #level: number | undefined;
  /** Text of the open block. */
  #block = '';
  #blank = false;
  #overflow = false;

  /** Whether the text or its parts outgrew the limits; what came after was not written. */
  get overflow(): boolean {
    return this.#overflow;
  }

  get opened(): BlockKind | null {
    return this.#kind;
  }

  /** Begins a block; an open one is closed. Marks that are open go on in it. */
  open(kind: BlockKind, level?: number): void {
    this.close();
    this.#kind = kind;
    this.#level = level;
    for (const mark of this.#marks) mark.start = 0;
  }

  /** Ends the open block. Without a visible letter there was no block. */
  close(): void {
    const kind = this.#kind;
    if (kind === null) return;
    const text = this.#block.trimEnd();
    const spans = this.#marks.map((mark) => ({ ...mark, end: text.length }));
    for (const mark of spans) this.#keep(mark, text);
    this.#kind = null;
    this.#block = '';
    this.#blank = false;
    const spansOfBlock = this.#pending.splice(0);
    if (text.trim() === '' || this.#overflow) return;
    const start = this.#length === 0 ? 0 : this.#length + BLOCK_BREAK.length;
    const end = start + text.length;
    const spanCount = this.#spans.length + spansOfBlock.length;
    if (end > limits.textLength || Math.max(this.#blocks.length, spanCount) >= limits.textParts) {
      this.#overflow = true;
      return;
    }
    this.#done.push(text);
    this.#length = end;
    this.#blocks.push({
      kind,
      start,
      end,
      ...(this.#level === undefined ? {} : { level: this.#level }),
    });
    for (const span of spansOfBlock)
      this.#spans.push({ ...span, start: span.start + start, end: span.end + start });
  }

  /** Running text: blanks of every sort become one space. Text outside a block opens a paragraph. */
  write(text: string): void {
    if (this.#overflow) return;
    const plain = visible(text.replaceAll(BLANKS, ' '));
    if (plain === '') return;
    if (this.#kind === null) {
      if (plain.trim() === '') return;
      this.open('paragraph');
    }
    const lead = plain.startsWith(' ');
    const words = plain.trim();
    if (lead) this.#blank = true;
    if (words === '') return;
    if (this.#blank && this.#block !== '' && !/[\n\t]$/.test(this.#block)) this.#block += ' ';
    this.#block += words;
    this.#blank = plain.endsWith(' ');
  }

  /** Text whose blanks count. A blank line in it ends the block and begins another of the same kind. */
  writeExactly(text: string): void {
    const lines = visible(text.replaceAll(/\r\n?/g, '\n')).split('\n');
    lines.forEach((line, index) => {
      if (index > 0) this.breakLine();
      if (this.#overflow || line.trim() === '') return;
      if (this.#kind === null) this.open('preformatted');
      this.#block += line.replaceAll(/[\u00a0\u2007\u202f]/g, ' ').trimEnd();
    });
  }

  /** A new line inside the block; a second one in a row begins a new block of the same kind. */
  breakLine(): void {
    const kind = this.#kind;
    if (kind === null || this.#block === '') return;
    if (this.#block.endsWith('\n')) this.open(kind, this.#level);
    else {
      this.#block = `${this.#block.trimEnd()}\n`;
      this.#blank = false;
    }
  }

  /** Parts two cells of a table row. */
  breakCell(): void {
    assert(this.#kind === 'table-row', 'cells stand in table rows');
    this.#block += '\t';
    this.#blank = false;
  }

  /** Begins a marked stretch. Marks end in the reverse order of their beginning. */
  mark(kind: MarkKind, href?: string): void {
    this.#marks.push({ kind, href, start: this.#block.length });
  }

  unmark(): void {
    const mark = this.#marks.pop();
    assert(mark, 'a mark ends after it began');
    if (this.#kind !== null) this.#keep({ ...mark, end: this.#block.length }, this.#block);
  }

  readonly #pending: Span[] = [];

  #keep(mark: OpenMark & { readonly end: number }, text: string): void {
    let { start, end } = mark;
    while (start < end && /\s/.test(text.charAt(start))) start++;
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    if (start >= end) return;
    this.#pending.push({
      kind: mark.kind,
      start,
      end,
      ...(mark.href === undefined ? {} : { href: mark.href }),
    });
  }

  finish(): Written {
    this.close();
    const spans = this.#spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
    return { text: this.#done.join(BLOCK_BREAK), blocks: this.#blocks, spans };
  }
}
