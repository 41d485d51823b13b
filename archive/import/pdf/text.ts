/** The text of a whole PDF: pages to blocks to a written document, with the place of every line on its page. */
import { limits, type PageLayout } from '../../model/index.ts';
import { DocumentWriter, type Written } from '../document-writer.ts';
import { type Column, inColumns, type Line } from './columns.ts';
import { Vocabulary } from './hyphens.ts';
import type { PDFDocumentProxy } from './open.ts';
import { blocksOf, goesOn, markFootnotes, type PdfBlock, type Usual } from './paragraphs.ts';
import { type Box, type Piece, piecesOf } from './pieces.ts';
import { findRunning, type Place } from './running.ts';
import { type Segment, segmentsOf } from './segments.ts';

export interface PdfText {
  readonly written: Written;
  readonly layout: PageLayout;
  /** Pages on which no letter stands. */
  readonly empty: number;
  /** Pages that could not be read. */
  readonly broken: number;
  readonly overflow: boolean;
  /** Somebody wrote remarks beside the text. */
  readonly remarks: boolean;
}

interface Page {
  readonly width: number;
  readonly height: number;
  /** What stands upright, then what is turned. */
  readonly columns: readonly Column[];
  readonly turned: readonly Column[];
  readonly remarks: boolean;
}

export async function textOfPdf(document: PDFDocumentProxy): Promise<PdfText> {
  const pages: Page[] = [];
  let broken = 0;
  for (let number = 1; number <= Math.min(document.numPages, limits.pages); number++) {
    const page = await readPage(document, number);
    if (page === null) broken++;
    pages.push(page ?? { width: 0, height: 0, columns: [], turned: [], remarks: false });
  }
  const usual = usualOf(pages);
  const blocks = joined(pages, usual, findRunning(pages));
  const writer = new DocumentWriter();
  write(blocks, writer);
  const { overflow } = writer;
  const written = writer.finish();
  return {
    written,
    layout: layoutOf(pages, written),
    empty: pages.filter(({ columns, turned }) => columns.length + turned.length === 0).length,
    broken,
    overflow: overflow || writer.overflow,
    remarks: pages.some(({ remarks }) => remarks),
  };
}

/** `null` when the page itself is broken; the others go on. */
async function readPage(document: PDFDocumentProxy, number: number): Promise<Page | null> {
  try {
    const page = await document.getPage(number);
    const { width, height, pieces, remarks } = await piecesOf(page);
    page.cleanup();
    const byTurn = Map.groupBy(pieces, ({ turn }) => turn);
    const upright = columnsOf(byTurn.get(0) ?? []);
    byTurn.delete(0);
    const turned = [...byTurn.values()].flatMap(columnsOf);
    return { width, height, columns: upright, turned, remarks };
  } catch {
    return null;
  }
}

function columnsOf(pieces: readonly Piece[]): Column[] {
  const segments = segmentsOf(pieces);
  const letters = (rightToLeft: boolean) =>
    segments
      .filter((segment) => segment.rightToLeft === rightToLeft)
      .reduce((sum, { text }) => sum + text.length, 0);
  return inColumns(segments, letters(true) > letters(false));
}

/** The size that most letters have. */
function usualOf(pages: readonly Page[]): Usual {
  const letters = new Map<number, number>();
  for (const { columns } of pages)
    for (const { size, text } of columns.flat()) {
      const rounded = Math.round(size * 2) / 2;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  const most = [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return { size: most?.[0] ?? 0 };
}

/** All blocks in order; a paragraph that goes on over the end of a page or column is one. */
function joined(
  pages: readonly Page[],
  usual: Usual,
  places: ReadonlyMap<Line, Place>,
): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  pages.forEach(({ columns, turned }, index) => {
    const own: PdfBlock[] = [];
    for (const column of [...columns, ...turned]) {
      const [first, ...rest] = blocksOf(column, index + 1, usual, places);
      if (!first) continue;
      const last = own.findLast(isFlow);
      if (last && goesOn(last, first)) last.lines.push(...first.lines);
      else own.push(first);
      own.push(...rest);
    }
    const marked = markFootnotes(own, usual);
    const last = blocks.findLast(isFlow);
    const next = marked.findIndex(isFlow);
    const first = marked[next];
    if (last && first && blocks.at(-1)?.page === index && goesOn(last, first)) {
      last.lines.push(...first.lines);
      marked.splice(next, 1);
    }
    blocks.push(...marked);
  });
  return blocks;
}

/** What the running text is made of, without what stands beside it. */
const isFlow = ({ kind }: PdfBlock) => kind !== 'caption' && kind !== 'footnote';

function write(blocks: readonly PdfBlock[], writer: DocumentWriter): void {
  const vocabulary = new Vocabulary();
  for (const { lines } of blocks) for (const { line } of lines) vocabulary.note(line.text);
  const levels = levelsOf(blocks);
  for (const block of blocks) {
    if (writer.overflow) return;
    const size = Math.round(block.lines[0]?.line.size ?? 0);
    writer.open(block.kind, block.kind === 'heading' ? levels.get(size) : undefined, block.page);
    block.lines.forEach(({ line, page, broken }, index) => {
      const after = block.lines[index + 1];
      const before = block.lines[index - 1];
      if (before) {
        const joint = vocabulary.joint(before.line.text, line.text);
        if (broken && joint === 'blank') writer.breakLine();
        else if (joint === 'blank') writer.write(' ');
      }
      const joint = after ? vocabulary.joint(line.text, after.line.text) : 'blank';
      writeLine(line, page, block.kind === 'table-row', joint === 'word', writer);
    });
    writer.close();
  }
}

function writeLine(
  { segments }: Line,
  page: number,
  cells: boolean,
  halved: boolean,
  writer: DocumentWriter,
): void {
  segments.forEach(({ parts }, index) => {
    if (index > 0 && cells) writer.breakCell();
    else if (index > 0) writer.write(' ');
    wordsOf(parts).forEach(({ text: word, blank, box }, part, words) => {
      const last = index === segments.length - 1 && part === words.length - 1;
      const text = last && halved ? word.trimEnd().replace(/[-\u2010\u00ad]$/, '') : word;
      if (blank) writer.write(' ');
      writer.writeAt(text, { page, ...box });
    });
  });
}

interface Word {
  text: string;
  box: Box;
  readonly blank: boolean;
}

/** UTF-16 units up to which pieces without a blank between them are put together: some PDFs draw letter by letter. */
const TOGETHER = 60;

function wordsOf(parts: Segment['parts']): readonly Word[] {
  const words: Word[] = [];
  for (const { piece, blank } of parts) {
    const word = words.at(-1);
    if (!word || blank || word.text.length + piece.text.length > TOGETHER)
      words.push({ text: piece.text, box: piece.box, blank });
    else {
      word.text += piece.text;
      word.box = around(word.box, piece.box);
    }
  }
  return words;
}

function around(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const tenths = (value: number) => Math.round(value * 10) / 10;
  return {
    x,
    y,
    width: tenths(Math.max(a.x + a.width, b.x + b.width) - x),
    height: tenths(Math.max(a.y + a.height, b.y + b.height) - y),
  };
}

/** The largest letters are headings of the first level. */
function levelsOf(blocks: readonly PdfBlock[]): ReadonlyMap<number, number> {
  const sizes = new Set(
    blocks.flatMap(({ kind, lines: [first] }) =>
      kind === 'heading' && first ? [Math.round(first.line.size)] : [],
    ),
  );
  const sorted = [...sizes].sort((a, b) => b - a);
  return new Map(sorted.map((size, index) => [size, Math.min(6, index + 1)]));
}

function layoutOf(pages: readonly Page[], { places }: Written): PageLayout {
  const byPage = Map.groupBy(places.slice(0, limits.layoutRuns), ({ place }) => place.page);
  return {
    version: 1,
    pages: pages.map(({ width, height }, index) => ({
      width,
      height,
      runs: (byPage.get(index + 1) ?? []).map(({ start, end, place }) => ({
        start,
        end,
        ...bare(place),
      })),
    })),
  };
}

const bare = ({ x, y, width, height }: Box) => ({ x, y, width, height });
