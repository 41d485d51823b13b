/** Follows the groups and words of RTF, and says where its letters go. */
import type { DocumentWriter } from '../document-writer.ts';
import type { NoteCode } from '../draft.ts';
import type { Readings } from '../readings.ts';
import { RtfBody } from './body.ts';
import { labelOfCharset, labelOfPage } from './code-pages.ts';
import { Letters } from './letters.ts';
import { type Token, tokensOf } from './tokens.ts';
import { EDGES, KNOWN, SIGNS, SILENT, type Target, toldBy } from './words.ts';

/** Groups inside of groups; what lies deeper is passed over. */
const DEPTH = 500;
/** Letters of a group that is no text, a title, say. */
const ASIDE_MOST = 200_000;

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

export class RtfReader {
  readonly #body: RtfBody;
  readonly #readings: Readings;
  readonly #told: Set<NoteCode>;
  readonly #chosen: string | null;
  readonly #letters = new Letters();
  readonly #stack: State[] = [];
  readonly #fonts = new Map<number, string>();
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
  /** Letters of a group that is no text: a title, a font, a style, a note, an edge. */
  #aside = '';
  #styleNumber = 0;
  #date: Partial<Record<string, number>> = {};
  #info = false;

  constructor(
    writer: DocumentWriter,
    readings: Readings,
    told: Set<NoteCode>,
    chosen: string | null,
  ) {
    this.#body = new RtfBody(writer);
    this.#readings = readings;
    this.#told = told;
    this.#chosen = chosen;
  }

  /** Whether the document was whole: every group that was opened was closed. */
  read(bytes: Uint8Array): boolean {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    let whole = false;
    for (const token of tokensOf(text)) {
      if (this.#body.full) return true;
      this.#take(token);
      if (token.kind === 'close' && this.#stack.length === 0) {
        whole = true;
        break;
      }
    }
    this.#flush();
    this.#body.end();
    return whole;
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
        this.#letters.take(token.bytes);
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
    this.#letters.stopPassing();
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
    this.#letters.stopPassing();
  }

  #endTarget(target: Target): void {
    const words = this.#aside.trim();
    this.#aside = '';
    if (target === 'font-table' || target === 'nowhere' || target === 'text') return;
    if (target === 'style-names') return;
    if (target === 'footnote')
      this.#text(this.#body.footnote(words), this.#stack.at(-1) ? 'text' : 'nowhere');
    else if (target === 'caption') this.#body.edge(words);
    else this.#readings.add(target, words === '' ? this.#dateOf() : words, 'rtf:info');
  }

  #endStyle(): void {
    this.#body.styles.set(this.#styleNumber, this.#aside.trim().replace(/;$/, ''));
    this.#aside = '';
    this.#styleNumber = 0;
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
    if (sign === '~') this.#letter(' ');
    else if (sign === '_') this.#letter('-');
    else if (sign === '\\' || sign === '{' || sign === '}') this.#letter(sign);
    else if (sign === '\n' || sign === '\r') this.#endParagraph();
  }

  #word(name: string, number: number | null): void {
    if (this.#fresh && this.#begin(name)) return;
    this.#fresh = false;
    this.#flush();
    const on = number !== 0;
    const known =
      this.#ends(name) ||
      this.#formsParagraph(name, number) ||
      this.#looks(name, on) ||
      this.#setsLetters(name, number);
    if (known) return;
    if (name === 'u') this.#unicode(number ?? 0);
    else if (name === 'chatn') this.#told.add('comments-left-out');
    else if (number !== null && /^(?:yr|mo|dy|hr|min)$/.test(name)) this.#date[name] = number;
    else if (Object.hasOwn(SIGNS, name)) this.#letter(SIGNS[name] ?? '');
  }

  /** Words that end a paragraph, a line, a cell or a row. */
  #ends(name: string): boolean {
    switch (name) {
      case 'par':
      case 'sect':
      case 'page':
        this.#endParagraph();
        return true;
      case 'line':
        this.#breakLine();
        return true;
      case 'cell':
      case 'nestcell':
        if (this.#state.target === 'text') this.#body.endCell();
        return true;
      case 'row':
      case 'nestrow':
        this.#body.endRow();
        return true;
      default:
        return false;
    }
  }

  #formsParagraph(name: string, number: number | null): boolean {
    const { paragraph } = this.#body;
    switch (name) {
      case 'pard':
        this.#body.newParagraph();
        return true;
      case 'intbl':
        paragraph.inTable = true;
        return true;
      case 'ls':
        paragraph.list = number !== 0;
        return true;
      case 'outlinelevel':
        if (number !== null && number >= 0 && number < 9) paragraph.level = Math.min(6, number + 1);
        return true;
      case 's':
        paragraph.style = number;
        if (this.#state.target === 'style-names') this.#styleNumber = number ?? 0;
        return true;
      default:
        return false;
    }
  }

  /** How letters look, and whether they are shown. */
  #looks(name: string, on: boolean): boolean {
    switch (name) {
      case 'plain':
        Object.assign(this.#state, { strong: false, emphasis: false, hidden: false });
        return true;
      case 'b':
        this.#state.strong = on;
        return true;
      case 'i':
        this.#state.emphasis = on;
        return true;
      case 'v':
        this.#state.hidden = on;
        return true;
      case 'deleted':
        this.#state.deleted = on;
        this.#told.add('tracked-changes');
        return true;
      case 'revised':
        if (on) this.#told.add('tracked-changes');
        return true;
      default:
        return false;
    }
  }

  /** What bytes stand for. */
  #setsLetters(name: string, number: number | null): boolean {
    switch (name) {
      case 'ansicpg':
        this.#usePage(labelOfPage(number ?? 1252));
        return true;
      case 'mac':
        this.#usePage('macintosh');
        return true;
      case 'f':
        this.#font = number ?? 0;
        if (this.#state.target !== 'font-table')
          this.#state.label = this.#fonts.get(this.#font) ?? this.#page;
        return true;
      case 'fcharset': {
        const label = labelOfCharset(number ?? 0);
        if (label !== null && this.#state.target === 'font-table')
          this.#fonts.set(this.#font, number === 0 ? this.#page : label);
        return true;
      }
      case 'uc':
        this.#state.instead = Math.max(0, Math.min(20, number ?? 1));
        return true;
      default:
        return false;
    }
  }

  #usePage(label: string): void {
    this.#page = label;
    this.#state.label = label;
  }

  /** The first word of a group says what the group is. Answers whether that was all that it says. */
  #begin(name: string): boolean {
    const state = this.#state;
    const starred = this.#starred;
    const told = toldBy(name);
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
    } else if (this.#info && told !== null) state.target = told;
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
    const letter = this.#letters.numbered(number, this.#state.instead);
    if (letter !== '') this.#text(letter, this.#state.target);
  }

  /** The bytes that were gathered, as letters. */
  #flush(): void {
    const letters = this.#letters.gathered(this.#chosen ?? this.#state.label);
    if (letters !== '') this.#text(letters, this.#state.target);
  }

  #letter(letter: string): void {
    this.#flush();
    this.#letters.stopPassing();
    this.#text(letter, this.#state.target);
  }

  #text(letters: string, target: Target): void {
    const { hidden, deleted } = this.#state;
    if (target === 'nowhere' || target === 'font-table' || hidden || deleted) return;
    if (target === 'text') this.#body.write(letters, this.#state);
    else if (this.#aside.length < ASIDE_MOST) this.#aside += letters;
  }

  #endParagraph(): void {
    const { target } = this.#state;
    if (target === 'text' && !this.#body.paragraph.inTable) this.#body.endParagraph();
    else this.#text(' ', target);
  }

  #breakLine(): void {
    const { target } = this.#state;
    if (target === 'text' && !this.#body.paragraph.inTable) this.#body.breakLine();
    else this.#text(' ', target);
  }
}
