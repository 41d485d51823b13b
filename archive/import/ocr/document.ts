/** Pages of words to a document, with the place of each word on its page and how sure it is. */
import { limits, type PageLayout, type TextDocument } from '../../model/index.ts';
import { DocumentWriter } from '../document-writer.ts';
import { Vocabulary } from '../pdf/hyphens.ts';
import { textOf } from '../text-of.ts';
import { paragraphsOf, type SeenParagraph, sureness } from './lines.ts';
import type { SeenBlock, SeenLine } from './tesseract.ts';

/** A page that was read by machine; `width` and `height` in points. */
export interface SeenPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Points of one pixel. */
  readonly scale: number;
  readonly blocks: readonly SeenBlock[];
}

export interface SeenDocument {
  readonly document: TextDocument;
  readonly layout: PageLayout;
  readonly confidence: number;
}

/** `null` when there is no word. `paged` is whether pages are named: a picture is none. */
export function documentOf(pages: readonly SeenPage[], paged: boolean): SeenDocument | null {
  const writer = new DocumentWriter();
  const vocabulary = new Vocabulary();
  const read = pages.map((page) => ({ page, paragraphs: paragraphsOf(page.blocks) }));
  for (const { paragraphs } of read)
    for (const line of paragraphs.flat()) vocabulary.note(textOfLine(line));
  for (const { page, paragraphs } of read)
    for (const paragraph of paragraphs) {
      writer.open('paragraph', undefined, paged ? page.number : undefined);
      write(paragraph, page, vocabulary, writer);
    }
  const written = writer.finish();
  const document = textOf(written, null);
  if (document === null) return null;
  const byPage = Map.groupBy(written.places.slice(0, limits.layoutRuns), ({ place }) => place.page);
  return {
    document,
    layout: {
      version: 1,
      pages: pages.map(({ number, width, height }) => ({
        width,
        height,
        runs: (byPage.get(number) ?? []).map(({ start, end, place }) => ({
          start,
          end,
          x: place.x,
          y: place.y,
          width: place.width,
          height: place.height,
          ...(place.confidence !== undefined && { confidence: place.confidence }),
        })),
      })),
    },
    confidence: tenths(
      sureness(read.flatMap(({ paragraphs }) => paragraphs.flat().flatMap(({ words }) => words))),
    ),
  };
}

function write(
  lines: SeenParagraph,
  page: SeenPage,
  vocabulary: Vocabulary,
  writer: DocumentWriter,
): void {
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const after = lines[index + 1];
    if (before && vocabulary.joint(textOfLine(before), textOfLine(line)) === 'blank')
      writer.write(' ');
    const halved = after && vocabulary.joint(textOfLine(line), textOfLine(after)) === 'word';
    line.words.forEach(({ text, confidence, bbox }, at) => {
      if (at > 0) writer.write(' ');
      const last = halved === true && at === line.words.length - 1;
      writer.writeAt(last ? text.replace(/[-\u2010\u00ad]$/, '') : text, {
        page: page.number,
        x: tenths(bbox.x0 * page.scale),
        y: tenths(bbox.y0 * page.scale),
        width: tenths((bbox.x1 - bbox.x0) * page.scale),
        height: tenths((bbox.y1 - bbox.y0) * page.scale),
        confidence: Math.round(Math.min(100, Math.max(0, confidence))),
      });
    });
  });
}

const textOfLine = ({ words }: SeenLine) => words.map(({ text }) => text).join(' ');

const tenths = (value: number) => Math.round(value * 10) / 10;
