/** Follows the groups and words of RTF and writes what a reader of the document sees. */
import type { BlockKind } from '../../model/index.ts';
import type { DocumentWriter } from '../document-writer.ts';
import type { NoteCode } from '../draft.ts';
import { writeRow } from '../office/cells.ts';
import type { Field, Readings } from '../readings.ts';
import { labelOfCharset, labelOfPage } from './code-pages.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Groups inside of groups; what lies deeper is passed over. */
const DEPTH = 500;

/** Where the letters of a group go. */
type Target = 'text' | 'footnote' | 'caption' | 'nowhere' | 'font-table' | 'style-names' | Field;

interface State {
  target: Target;
  label: string;
  /** Letters that stand for a `\u` where a reader does not know it. */
  instead: number;
  hidden: boolean;
  deleted: boolean;
  strong: boolean;
  emphasis: boolean;
}

interface Paragraph {
  list: boolean;
  level: number | null;
  style: number | null;
  inTable: boolean;
}

const SIGNS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  tab: ' ',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

/** Groups that show nothing. */
const SILENT = new Set(
  'colortbl nonesttables pict object objdata fldinst listtable listoverridetable revtbl rsidtbl themedata colorschememapping datastore latentstyles generator filetbl xmlnstbl listtext pntext pnseclvl template private1 comment bkmkstart bkmkend atnid atnauthor atndate atntime atnref atnparent annotation nonshppict ftnsep ftnsepc aftnsep aftnsepc'.split(
    ' ',
  ),
);
const EDGES = new Set([
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
]);
/** Groups that a reader of our sort understands although they are marked as new. */
const KNOWN = new Set(['footnote', 'shptxt', 'ud', 'annotation', 'shpinst', 'shp']);
const INFO: Readonly<Record<string, Field>> = {
  title: 'title',
  author: 'author',
  subject: 'description',
  doccomm: 'description',
  keywords: 'description',
};
const DATES: Readonly<Record<string, Field>> = { creatim: 'created', revtim: 'modified' };

export class RtfReader {
  readonly #writer: DocumentWriter;
  readonly #readings: Readings;
  readonly #told: Set<NoteCode>;
  readonly #chosen: string | null;
  readonly #stack: State[] = [];
  readonly #fonts = new Map<number, string>();
  readonly #styles = new Map<number, string>();
  readonly #edges = new Set<string>();
  #state: State = {
    target: 'text',
    label: 'windows-1252',
    instead: 1,
    hidden: false,
    deleted: false,
    strong: false,
    emphasis: false,
  };
  #page = 'windows-1252';
  #font = 0;
  #starred = false;
  #fresh = false;
  /** Bytes that wait for the rest of their letter, in the code page of the moment. */
  #bytes = '';
  /** Letters after a `\u` that are still to be passed over. */
  #skip = 0;
  #half = '';
  #paragraph: Paragraph = { list: false, level: null, style: null, inTable: false };
  #cells: string[] = [];
  #row = false;
  /** Headers and footers that were met inside of a paragraph. */
  readonly #late: string[] = [];
  /** Letters of a group that is no text: a title, a font, a style, a note, an edge. */
  #aside = '';
  #styleNumber = 0;
  #date: Partial<Record<string, number>> = {};
  readonly #footnotes: string[] = [];
  #info = false;

  constructor(
    writer: DocumentWriter,
    readings: Readings,
    told: Set<NoteCode>,
    chosen: string | null,
  ) {
    this.#writer = writer;
    this.#readings = readings;
    this.#told = told;
    this.#chosen = chosen;
  }

  /** Whether the document was whole: every group that was opened was closed. */
  read(bytes: Uint8Array): boolean {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    let whole = false;
    for (const token of tokensOf(text)) {
      if (this.#writer.overflow) return true;
      this.#take(token);
      if (token.kind === 'close' && this.#stack.length === 0) {
        whole = true;
        break;
      }
    }
    this.#flush();
    this.#endRow();
    this.#writer.close();
    for (const words of this.#late) this.#alone('caption', words);
    this.#footnotes.forEach((note, index) => {
      this.#alone('footnote', `[${index + 1}] ${note}`);
    });
    return whole;
  }

  #alone(kind: BlockKind, words: string): void {
    this.#writer.open(kind);
    this.#writer.write(words);
    this.#writer.close();
  }

  #take(token: Token): void {
    switch (token.kind) {
      case 'open':
        this.#open();
        return;
      case 'close':
        this.#close();
        return;
      case 'bytes':
        this.#fresh = false;
        this.#takeBytes(token.bytes);
        return;
      case 'sign':
        this.#sign(token.sign);
        return;
      case 'word':
        this.#word(token.name, token.number);
    }
  }

  #open(): void {
    this.#flush();
    this.#stack.push({ ...this.#state });
    if (this.#stack.length > DEPTH) this.#state.target = 'nowhere';
    this.#fresh = true;
    this.#starred = false;
    this.#skip = 0;
  }

  #close(): void {
    this.#flush();
    const { target } = this.#state;
    const before = this.#stack.pop();
    if (!before) return;
    if (target !== before.target) this.#endTarget(target);
    else if (target === 'style-names') this.#endStyle();
    this.#state = before;
    this.#fresh = false;
    this.#starred = false;
    this.#skip = 0;
  }

  #endTarget(target: Target): void {
    const words = this.#aside.trim();
    this.#aside = '';
    if (target === 'font-table' || target === 'nowhere' || target === 'text') return;
    if (target === 'style-names') return;
    if (target === 'footnote') {
      this.#footnotes.push(words);
      this.#text(`[${this.#footnotes.length}]`, this.#stack.at(-1) ? 'text' : 'nowhere');
    } else if (target === 'caption') this.#edge(words);
    else this.#readings.add(target, words === '' ? this.#dateOf() : words, 'rtf:info');
  }

  #endStyle(): void {
    this.#styles.set(this.#styleNumber, this.#aside.trim().replace(/;$/, ''));
    this.#aside = '';
    this.#styleNumber = 0;
  }

  /** A header or footer, once. */
  #edge(words: string): void {
    if (!/\p{L}{2}/u.test(words) || this.#edges.has(words)) return;
    this.#edges.add(words);
    if (this.#writer.opened === null) this.#alone('caption', words);
    else this.#late.push(words);
  }

  #dateOf(): string | null {
    const { yr, mo, dy, hr, min } = this.#date;
    this.#date = {};
    if (yr === undefined || mo === undefined || dy === undefined) return null;
    const two = (number: number) => String(number).padStart(2, '0');
    const day = `${String(yr).padStart(4, '0')}-${two(mo)}-${two(dy)}`;
    return hr === undefined || min === undefined ? day : `${day}T${two(hr)}:${two(min)}`;
  }

  #sign(sign: string): void {
    if (sign === '*') {
      this.#starred = this.#fresh;
      return;
    }
    this.#fresh = false;
    if (sign === '~') this.#letters(' ');
    else if (sign === '_') this.#letters('-');
    else if (sign === '\\' || sign === '{' || sign === '}') this.#letters(sign);
    else if (sign === '\n' || sign === '\r') this.#endParagraph();
  }

  #word(name: string, number: number | null): void {
    if (this.#fresh && this.#begin(name)) return;
    this.#fresh = false;
    this.#flush();
    const on = number !== 0;
    switch (name) {
      case 'par':
      case 'sect':
      case 'page':
        this.#endParagraph();
        return;
      case 'line':
        this.#breakLine();
        return;
      case 'cell':
      case 'nestcell':
        this.#endCell();
        return;
      case 'row':
      case 'nestrow':
        this.#endRow();
        return;
      case 'pard':
        this.#paragraph = { list: false, level: null, style: null, inTable: false };
        return;
      case 'intbl':
        this.#paragraph.inTable = true;
        return;
      case 'ls':
        this.#paragraph.list = on;
        return;
      case 'outlinelevel':
        if (number !== null && number >= 0 && number < 9)
          this.#paragraph.level = Math.min(6, number + 1);
        return;
      case 's':
        this.#paragraph.style = number;
        if (this.#state.target === 'style-names') this.#styleNumber = number ?? 0;
        return;
      case 'plain':
        Object.assign(this.#state, { strong: false, emphasis: false, hidden: false });
        return;
      case 'b':
        this.#state.strong = on;
        return;
      case 'i':
        this.#state.emphasis = on;
        return;
      case 'v':
        this.#state.hidden = on;
        return;
      case 'deleted':
        this.#state.deleted = on;
        this.#told.add('tracked-changes');
        return;
      case 'revised':
        if (on) this.#told.add('tracked-changes');
        return;
      case 'ansicpg':
        this.#page = labelOfPage(number ?? 1252);
        this.#state.label = this.#page;
        return;
      case 'mac':
        this.#page = 'macintosh';
        this.#state.label = this.#page;
        return;
      case 'f':
        this.#font = number ?? 0;
        if (this.#state.target !== 'font-table')
          this.#state.label = this.#fonts.get(this.#font) ?? this.#page;
        return;
      case 'deff':
        return;
      case 'fcharset': {
        const label = labelOfCharset(number ?? 0);
        if (label !== null && this.#state.target === 'font-table')
          this.#fonts.set(this.#font, number === 0 ? this.#page : label);
        return;
      }
      case 'uc':
        this.#state.instead = Math.max(0, Math.min(20, number ?? 1));
        return;
      case 'u':
        this.#unicode(number ?? 0);
        return;
      case 'chatn':
        this.#told.add('comments-left-out');
        return;
      default:
        if (number !== null && /^(?:yr|mo|dy|hr|min)$/.test(name)) this.#date[name] = number;
        else if (Object.hasOwn(SIGNS, name)) this.#letters(SIGNS[name] ?? '');
    }
  }

  /** The first word of a group says what the group is. Answers whether that was all that it says. */
  #begin(name: string): boolean {
    const state = this.#state;
    const starred = this.#starred;
    const unheard = state.target === 'nowhere';
    if (name === 'upr') state.target = 'nowhere';
    else if (name === 'ud') state.target = this.#stack.at(-2)?.target ?? 'text';
    else if (name === 'fonttbl') state.target = 'font-table';
    else if (name === 'stylesheet' && !unheard) {
      state.target = 'style-names';
      this.#styleNumber = 0;
    } else if (name === 'annotation') {
      this.#told.add('comments-left-out');
      state.target = 'nowhere';
    } else if (SILENT.has(name)) state.target = 'nowhere';
    else if (name === 'info') {
      this.#info = true;
      state.target = 'nowhere';
    } else if (this.#info && (INFO[name] ?? DATES[name]) !== undefined)
      state.target = INFO[name] ?? DATES[name] ?? 'nowhere';
    else if (name === 'footnote' && !unheard) state.target = 'footnote';
    else if (EDGES.has(name) && !unheard) state.target = 'caption';
    else if (starred && !KNOWN.has(name)) state.target = 'nowhere';
    else if (state.target === 'style-names') {
      this.#aside = '';
      return false;
    } else return false;
    this.#aside = '';
    this.#fresh = false;
    return true;
  }

  #unicode(number: number): void {
    const letter = String.fromCharCode((number < 0 ? number + 0x10000 : number) & 0xffff);
    this.#flush();
    // Letters beyond the first plane come as two halves.
    if (/[\uD800-\uDBFF]/.test(letter)) this.#half = letter;
    else {
      this.#text(this.#half + letter, this.#state.target);
      this.#half = '';
    }
    this.#skip = this.#state.instead;
  }

  #takeBytes(bytes: string): void {
    const passed = Math.min(this.#skip, bytes.length);
    this.#skip -= passed;
    this.#bytes += bytes.slice(passed);
  }

  /** The bytes that were gathered, as letters. */
  #flush(): void {
    if (this.#bytes === '') return;
    const bytes = Buffer.from(this.#bytes, 'latin1');
    this.#bytes = '';
    const label = this.#chosen ?? this.#state.label;
    this.#text(new TextDecoder(label).decode(bytes), this.#state.target);
  }

  #letters(letters: string): void {
    this.#flush();
    this.#skip = 0;
    this.#text(letters, this.#state.target);
  }

  #text(letters: string, target: Target): void {
    const { hidden, deleted, strong, emphasis } = this.#state;
    if (target === 'nowhere' || target === 'font-table' || hidden || deleted) return;
    if (target !== 'text') {
      if (this.#aside.length < 200_000) this.#aside += letters;
      return;
    }
    if (this.#paragraph.inTable) {
      this.#row = true;
      this.#cells[Math.max(0, this.#cells.length - 1)] = (this.#cells.at(-1) ?? '') + letters;
      return;
    }
    this.#endRow();
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

  #kind(): { readonly kind: BlockKind; readonly level?: number } {
    const { level, style, list } = this.#paragraph;
    if (level !== null) return { kind: 'heading', level };
    const name = style === null ? '' : (this.#styles.get(style) ?? '').toLowerCase();
    const numbered = /^(?:heading|заголовок) ([1-9])$/.exec(name)?.[1];
    if (numbered !== undefined) return { kind: 'heading', level: Math.min(6, Number(numbered)) };
    if (name === 'title') return { kind: 'heading', level: 1 };
    if (/^(?:intense )?quote$|^quotations$/.test(name)) return { kind: 'block-quote' };
    if (name === 'caption') return { kind: 'caption' };
    return { kind: list ? 'list-item' : 'paragraph' };
  }

  #endParagraph(): void {
    const { target } = this.#state;
    if (target === 'text' && this.#paragraph.inTable) this.#text(' ', target);
    else if (target === 'text') this.#writer.close();
    else this.#text(' ', target);
  }

  #breakLine(): void {
    if (this.#state.target === 'text' && !this.#paragraph.inTable) this.#writer.breakLine();
    else this.#text(' ', this.#state.target);
  }

  #endCell(): void {
    if (this.#state.target !== 'text') return;
    this.#row = true;
    if (this.#cells.length === 0) this.#cells.push('');
    this.#cells.push('');
  }

  #endRow(): void {
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
}
