/** One picture of a page to blocks of words, by their places in it: lit evenly, straightened when it must be. */
import { ok, type Result } from '../../lib/result.ts';
import { inEvenLight } from './even-light.ts';
import { sureness } from './lines.ts';
import type { Grey } from './pixels.ts';
import { slanted, slantOf, straightened } from './straighten.ts';
import type { PixelBox, SeenBlock, Tesseract } from './tesseract.ts';

export function readPage(
  tesseract: Tesseract,
  picture: Grey,
): Result<readonly SeenBlock[], 'ocr-failed'> {
  const { picture: even, margin } = inEvenLight(picture);
  const first = tesseract.read(even);
  if (!first.ok) return first;
  const slant = slantOf(first.value, even);
  if (slant === null) return ok(withoutMargin(first.value, margin));
  const second = tesseract.read(straightened(even, slant));
  if (!second.ok) return second;
  const better =
    worth(second.value) > worth(first.value) ? slanted(second.value, slant) : first.value;
  return ok(withoutMargin(better, margin));
}

/** Letters, each as far as it is sure. */
function worth(blocks: readonly SeenBlock[]): number {
  const words = blocks.flat().flatMap((line) => line.words);
  return sureness(words) * words.reduce((sum, { text }) => sum + text.length, 0);
}

function withoutMargin(blocks: readonly SeenBlock[], margin: number): readonly SeenBlock[] {
  if (margin === 0) return blocks;
  const box = ({ x0, y0, x1, y1 }: PixelBox): PixelBox => ({
    x0: x0 - margin,
    y0: y0 - margin,
    x1: x1 - margin,
    y1: y1 - margin,
  });
  return blocks.map((block) =>
    block.map((line) => ({
      ...line,
      bbox: box(line.bbox),
      words: line.words.map((word) => ({ ...word, bbox: box(word.bbox) })),
    })),
  );
}
