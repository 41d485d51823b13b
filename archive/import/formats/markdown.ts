/** Reads Markdown by the tokens of its lexer; nothing is ever rendered. Raw HTML stays as the text that it is. */
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import type { BlockKind } from '../../model/index.ts';
import { DocumentWriter } from '../document-writer.ts';
import type { Hint, NoteCode, SourceDraft } from '../draft.ts';
import { decode } from '../encoding.ts';
import { Readings, toAddress } from '../readings.ts';
import { textOf } from '../text-of.ts';
import { chooseTitle, firstWords } from '../title.ts';

const METHOD = { name: 'kuferak-markdown', version: '1' };
/** Lists in lists, quotes in quotes: deeper ones are written as they stand. */
const DEPTH = 100;

export function readMarkdown(bytes: Uint8Array, hint: Hint, mediaType: string): SourceDraft {
  const { text, encoding, unreadable } = decode(bytes, hint.encoding, false);
  const notes: NoteCode[] = [];
  if (encoding.guessed) notes.push('encoding-guessed');
  if (unreadable) notes.push('characters-unreadable');
  const readings = new Readings();
  readings.add('address', hint.address, hint.by ?? 'given');
  const body = readFrontMatter(text, readings);
  const base = readings.address();
  const writer = new DocumentWriter();
  new MarkdownWalker(writer, base).blocks(lexer(body), 'paragraph', 0);
  const written = writer.finish();
  if (writer.overflow) notes.push('text-too-long');
  else if (written.text === '') notes.push('no-text');
  const heading = written.blocks.find(({ kind }) => kind === 'heading');
  return {
    kind: 'text',
    title: chooseTitle(
      [
        readings.first('title'),
        heading === undefined ? null : written.text.slice(heading.start, heading.end),
        firstWords(written.text),
      ],
      hint.name,
    ),
    mediaType,
    text: writer.overflow ? null : textOf(written, readings),
    textMethod: METHOD,
    encoding,
    image: null,
    metadata: readings.toMetadata(readings.all('author').map(({ value }) => value)),
    saved: null,
    notes,
  };
}

const FRONT_FIELDS = {
  title: 'title',
  author: 'author',
  date: 'published',
  published: 'published',
  updated: 'modified',
  modified: 'modified',
  lang: 'language',
  language: 'language',
  url: 'address',
  source: 'address',
  canonical: 'address',
  license: 'licence',
  licence: 'licence',
  description: 'description',
  publisher: 'publisher',
} as const;

/** Simple `key: value` lines between `---` are readings; the text without them is answered. */
function readFrontMatter(text: string, readings: Readings): string {
  const start = /^\ufeff?---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
  if (start === 0) return text;
  const end = text.slice(start, start + 20_000).search(/^(?:---|\.\.\.)[ \t]*\r?$/m);
  if (end === -1) return text;
  const lines = text.slice(start, start + end).split(/\r?\n/);
  if (!lines.every((line) => /^(?:[\w-]+:|\s|#|-|$)/.test(line))) return text;
  for (const line of lines) {
    const [, key = '', value = ''] = /^([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    const field = Object.hasOwn(FRONT_FIELDS, key.toLowerCase())
      ? FRONT_FIELDS[key.toLowerCase() as keyof typeof FRONT_FIELDS]
      : null;
    if (field !== null)
      readings.add(field, value.replace(/^(["'])(.*)\1$/, '$2'), `front-matter:${key}`);
  }
  return text.slice(start + end).replace(/^.*\r?\n?/, '');
}

class MarkdownWalker {
  readonly #writer: DocumentWriter;
  readonly #base: string | null;

  constructor(writer: DocumentWriter, base: string | null) {
    this.#writer = writer;
    this.#base = base;
  }

  blocks(tokens: readonly Token[], kind: BlockKind, depth: number): void {
    for (const token of tokens as readonly MarkedToken[]) this.#block(token, kind, depth);
  }

  #block(token: MarkedToken, kind: BlockKind, depth: number): void {
    const writer = this.#writer;
    if (writer.overflow) return;
    if (depth > DEPTH) {
      this.#exact(token.raw, kind);
      return;
    }
    switch (token.type) {
      case 'space':
      case 'hr':
      case 'def':
        return;
      case 'heading':
        writer.open('heading', token.depth);
        this.#inline(token.tokens, depth);
        writer.close();
        return;
      case 'code':
        this.#exact(token.text, 'preformatted');
        return;
      case 'html':
        this.#exact(token.raw, 'preformatted');
        return;
      case 'blockquote':
        this.blocks(token.tokens, 'block-quote', depth + 1);
        return;
      case 'list':
        for (const item of token.items)
          this.blocks(item.tokens, kind === 'block-quote' ? kind : 'list-item', depth + 1);
        return;
      case 'table':
        this.#table(token, depth);
        return;
      case 'paragraph':
        writer.open(kind);
        this.#inline(token.tokens, depth);
        writer.close();
        return;
      default:
        // Text of a tight list item, which is a block there.
        writer.open(kind);
        this.#inline([token], depth);
        writer.close();
    }
  }

  #exact(text: string, kind: BlockKind): void {
    this.#writer.open(kind);
    this.#writer.writeExactly(text.trimEnd());
    this.#writer.close();
  }

  #table(table: Tokens.Table, depth: number): void {
    for (const cells of [table.header, ...table.rows]) {
      this.#writer.open('table-row');
      cells.forEach((cell, index) => {
        if (index > 0) this.#writer.breakCell();
        this.#inline(cell.tokens, depth);
      });
      this.#writer.close();
    }
  }

  #inline(tokens: readonly Token[], depth: number): void {
    for (const token of tokens as readonly MarkedToken[]) this.#piece(token, depth + 1);
  }

  #piece(token: MarkedToken, depth: number): void {
    const writer = this.#writer;
    if (depth > DEPTH) {
      writer.write(token.raw);
      return;
    }
    switch (token.type) {
      case 'strong':
      case 'em':
        writer.mark(token.type === 'em' ? 'emphasis' : 'strong');
        this.#inline(token.tokens, depth);
        writer.unmark();
        return;
      case 'codespan':
        writer.mark('code');
        writer.write(token.text);
        writer.unmark();
        return;
      case 'link':
        this.#link(token, depth);
        return;
      case 'image':
        writer.write(token.text);
        return;
      case 'br':
        writer.breakLine();
        return;
      case 'checkbox':
        writer.write(token.checked ? '☑ ' : '☐ ');
        return;
      case 'html':
        writer.write(token.raw);
        return;
      case 'text':
        if (token.tokens) this.#inline(token.tokens, depth);
        else writer.write(token.text);
        return;
      case 'escape':
        writer.write(token.text);
        return;
      case 'del':
        this.#inline(token.tokens, depth);
        return;
      default:
        writer.write(token.raw);
    }
  }

  #link(link: Tokens.Link, depth: number): void {
    const href = /^mailto:\S+$/i.test(link.href)
      ? link.href
      : toAddress(link.href, this.#base ?? undefined);
    if (href !== null) this.#writer.mark('link', href);
    this.#inline(link.tokens, depth);
    if (href !== null) this.#writer.unmark();
  }
}
