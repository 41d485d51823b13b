/** Writes a `TextDocument` block by block; offsets are exact by construction. */
import { assert } from '../lib/assert.ts';
import { type Block, BLOCK_BREAK, type BlockKind, limits, type Span } from '../model/index.ts';

export type MarkKind = Span['kind'];

/** The text, its blocks and its spans; language and direction are found out from it. */
export interface Written {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly spans: readonly Span[];
  /** Of a paged original: where its words stand. */
  readonly places: readonly Placed[];
}

/** A place on a page, from 1; lengths as in `PageLayout`. */
export interface PagePlace {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly confidence?: number;
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly place: PagePlace;
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
  readonly #places: Placed[] = [];
  #length = 0;
  #kind: BlockKind | null = null;
  #level: number | undefined;
  #page: number | undefined;
  /** Text of the open block, in pieces; it never ends in a blank other than `\n` and `\t`. */
  #pieces: string[] = [];
  #blockLength = 0;
  #last = '';
  /** Spans that ended inside the open block, by offsets in it. */
  #ended: Span[] = [];
  /** Places in the open block, by offsets in it. */
  #placed: Placed[] = [];
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
  open(kind: BlockKind, level?: number, page?: number): void {
    this.close();
    this.#kind = kind;
    this.#level = level;
    this.#page = page;
    for (const mark of this.#marks) mark.start = 0;
  }

  /** Ends the open block. Without a visible letter there was no block. */
  close(): void {
    if (this.#kind === null) return;
    for (const mark of this.#marks) this.#end(mark);
    this.#finishBlock(this.#kind);
    this.#kind = null;
    this.#pieces = [];
    this.#blockLength = 0;
    this.#last = '';
    this.#ended = [];
    this.#placed = [];
    this.#blank = false;
  }

  #finishBlock(kind: BlockKind): void {
    const text = this.#pieces.join('').trimEnd();
    if (this.#overflow || text.trim() === '') return;
    const start = this.#length === 0 ? 0 : this.#length + BLOCK_BREAK.length;
    const end = start + text.length;
    const parts = Math.max(this.#blocks.length + 1, this.#spans.length + this.#ended.length);
    if (end > limits.textLength || parts > limits.textParts) {
      this.#overflow = true;
      return;
    }
    this.#done.push(text);
    this.#length = end;
    const level = this.#level === undefined ? {} : { level: this.#level };
    const page = this.#page === undefined ? {} : { page: this.#page };
    this.#blocks.push({ kind, start, end, ...level, ...page });
    for (const { place, ...part } of this.#placed) {
      const to = Math.min(part.end, text.length);
      if (part.start < to) this.#places.push({ start: start + part.start, end: start + to, place });
    }
    for (const span of this.#ended) {
      const [from, to] = inside(text, span);
      if (from < to) this.#spans.push({ ...span, start: start + from, end: start + to });
    }
  }

  /** Running text: blanks of every sort become one space. Text outside a block opens a paragraph. */
  write(text: string): void {
    if (this.#overflow) return;
    const plain = visible(text.replaceAll(BLANKS, ' '));
    const words = plain.trim();
    if (words === '') {
      if (plain !== '') this.#blank = true;
      return;
    }
    if (this.#kind === null) this.open('paragraph');
    if (plain.startsWith(' ')) this.#blank = true;
    if (this.#blank && this.#blockLength > 0 && !/[\n\t]/.test(this.#last)) this.#add(' ');
    this.#add(words);
    this.#blank = plain.endsWith(' ');
  }

  /** Running text, and where it stands. */
  writeAt(text: string, place: PagePlace): void {
    this.write(text);
    const length = visible(text.replaceAll(BLANKS, ' ')).trim().length;
    if (length === 0 || this.#overflow) return;
    this.#placed.push({ start: this.#blockLength - length, end: this.#blockLength, place });
  }

  /** Text whose blanks count. A blank line in it ends the block and begins another of the same kind. */
  writeExactly(text: string): void {
    const lines = visible(text.replaceAll(/\r\n?/g, '\n')).split('\n');
    lines.forEach((line, index) => {
      if (index > 0) this.breakLine();
      if (this.#overflow || line.trim() === '') return;
      if (this.#kind === null) this.open('preformatted');
      this.#add(line.replaceAll(/[\u00a0\u2007\u202f]/g, ' ').trimEnd());
    });
  }

  /** A new line inside the block; a second one in a row begins a new block of the same kind. */
  breakLine(): void {
    const kind = this.#kind;
    if (kind === null || this.#blockLength === 0) return;
    if (this.#last === '\n') this.open(kind, this.#level, this.#page);
    else this.#add('\n');
    this.#blank = false;
  }

  /** Parts two cells of a table row. */
  breakCell(): void {
    assert(this.#kind === 'table-row', 'cells stand in table rows');
    this.#add('\t');
    this.#blank = false;
  }

  /** Begins a marked stretch. Marks end in the reverse order of their beginning. */
  mark(kind: MarkKind, href?: string): void {
    this.#marks.push({ kind, href, start: this.#blockLength });
  }

  unmark(): void {
    const mark = this.#marks.pop();
    assert(mark, 'a mark ends after it began');
    if (this.#kind !== null) this.#end(mark);
  }

  #add(piece: string): void {
    this.#pieces.push(piece);
    this.#blockLength += piece.length;
    this.#last = piece.slice(-1);
  }

  #end({ kind, href, start }: OpenMark): void {
    if (start >= this.#blockLength) return;
    const link = href === undefined ? {} : { href };
    this.#ended.push({ kind, start, end: this.#blockLength, ...link });
  }

  finish(): Written {
    this.close();
    const spans = this.#spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
    return {
      text: this.#done.join(BLOCK_BREAK),
      blocks: this.#blocks,
      spans: distinct(spans),
      places: this.#places,
    };
  }
}

/** The span without the blanks at its ends. */
function inside(text: string, span: Span): [start: number, end: number] {
  let { start } = span;
  let end = Math.min(span.end, text.length);
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return [start, end];
}

/** `<b><strong>` is one emphasis, not two. */
function distinct(spans: readonly Span[]): Span[] {
  const seen = new Set<string>();
  return spans.filter(({ kind, start, end }) => {
    const key = `${kind} ${start} ${end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
