/** The lines of a block to paragraphs, and out goes what is no text: specks, borders and faces read as letters. */
import type { SeenBlock, SeenLine, SeenWord } from './tesseract.ts';

/** Below this, on the average of its letters, a line is taken for a drawing. */
const DRAWN = 30;
/** Lines whose distance is this share of their height stand in one paragraph for certain. */
const CLOSE = 0.75;
/** Times the usual distance that parts two paragraphs. */
const APART = 1.5;
/** A line that ends a sentence and fills less of the block than this ends a paragraph. */
const SHORT = 0.85;

export type SeenParagraph = readonly SeenLine[];

export function paragraphsOf(blocks: readonly SeenBlock[]): SeenParagraph[] {
  return blocks.flatMap((block) => {
    const lines = block.map(withoutMarks).filter(({ words }) => sureness(words) >= DRAWN);
    return split(lines);
  });
}

/** The mean confidence of words, each letter counted alike; 0 for none. */
export function sureness(words: readonly SeenWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (letters === 0) return 0;
  return words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}

/** Marks of direction are added by the reading; the order of the letters says it already. */
function withoutMarks({ words, ...line }: SeenLine): SeenLine {
  const plain = words.map((word) => ({
    ...word,
    text: word.text.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''),
  }));
  return { ...line, words: plain.filter(({ text }) => text.trim() !== '') };
}

function split(lines: readonly SeenLine[]): SeenParagraph[] {
  const height = median(lines.map(({ bbox }) => bbox.y1 - bbox.y0));
  const gaps = lines.slice(1).map((line, index) => gapBetween(lines[index], line));
  const usual = Math.max(0, median(gaps));
  const left = Math.min(...lines.map(({ bbox }) => bbox.x0));
  const right = Math.max(...lines.map(({ bbox }) => bbox.x1));
  const paragraphs: SeenLine[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const apart = gapBetween(before, line) > Math.max(height * CLOSE, usual * APART);
    const ended = before !== undefined && endsShort(before, right - left);
    if (before === undefined || apart || ended) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  });
  return paragraphs;
}

const gapBetween = (before: SeenLine | undefined, line: SeenLine) =>
  before === undefined ? 0 : line.bbox.y0 - before.bbox.y1;

function endsShort({ bbox, words }: SeenLine, width: number): boolean {
  const end = words.at(-1)?.text ?? '';
  return bbox.x1 - bbox.x0 < width * SHORT && /[.!?…؟:]["»”’)\]]*$/u.test(end);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
