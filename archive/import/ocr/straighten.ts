/**
 * Straightens lines that run aslant: a photograph is never held quite level, and its lines fan out. A first reading
 * shows how they run; the picture is sheared so that they lie, and what is read then is told by the old places.
 */
import type { Grey } from './pixels.ts';
import type { PixelBox, SeenBlock, SeenLine } from './tesseract.ts';

/** How lines run: at the height `y` by `at + turn * y` downwards for each pixel to the right of `middle`. */
export interface Slant {
  readonly at: number;
  readonly turn: number;
  readonly middle: number;
}

/** Slopes that need no straightening: Tesseract itself copes with them. */
const LEVEL = 0.008;
/** Steeper lines are none: something else was read as a line. */
const STEEP = 0.3;
/** Pixels of a line from which its slope can be told. */
const LONG = 120;

/** `null` when the lines lie level, or there are too few to tell. */
export function slantOf(blocks: readonly SeenBlock[], { width, height }: Grey): Slant | null {
  const lines = blocks
    .flat()
    .filter(({ baseline }) => baseline.x1 - baseline.x0 >= LONG)
    .map(({ baseline: { x0, y0, x1, y1 } }) => {
      const slope = (y1 - y0) / (x1 - x0);
      return { slope, y: (y0 + y1) / 2 - slope * ((x0 + x1) / 2 - width / 2), weight: x1 - x0 };
    })
    .filter(({ slope }) => Math.abs(slope) < STEEP);
  if (lines.length < 3) return null;
  const { at, turn } = fitted(lines);
  const slant = { at, turn, middle: width / 2 };
  const most = Math.max(Math.abs(slopeAt(slant, 0)), Math.abs(slopeAt(slant, height)));
  return most <= LEVEL || most >= STEEP ? null : slant;
}

/** Weighted least squares. */
function fitted(
  lines: readonly { readonly slope: number; readonly y: number; readonly weight: number }[],
): { at: number; turn: number } {
  const total = lines.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (line: (typeof lines)[number]) => number) =>
    lines.reduce((sum, line) => sum + of(line) * line.weight, 0) / total;
  const y = mean((line) => line.y);
  const slope = mean((line) => line.slope);
  const spread = mean((line) => (line.y - y) ** 2);
  const turn = spread === 0 ? 0 : mean((line) => (line.y - y) * (line.slope - slope)) / spread;
  return { at: slope - turn * y, turn };
}

const slopeAt = ({ at, turn }: Slant, y: number) => at + turn * y;

/** Where the point `x`, `y` of the straightened picture stands in the picture. */
const heightOf = (slant: Slant, x: number, y: number) => y + slopeAt(slant, y) * (x - slant.middle);

export function straightened({ width, height, shades }: Grey, slant: Slant): Grey {
  const result = new Uint8Array(shades.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = Math.min(height - 1, Math.max(0, heightOf(slant, x, y)));
      const above = Math.floor(from);
      const below = Math.min(height - 1, above + 1);
      const share = from - above;
      result[y * width + x] =
        (shades[above * width + x] ?? 0) * (1 - share) + (shades[below * width + x] ?? 0) * share;
    }
  return { width, height, shades: result };
}

/** What was read in the straightened picture, by its places in the picture. */
export function slanted(blocks: readonly SeenBlock[], slant: Slant): SeenBlock[] {
  const box = ({ x0, y0, x1, y1 }: PixelBox): PixelBox => {
    const x = (x0 + x1) / 2;
    return { x0, x1, y0: heightOf(slant, x, y0), y1: heightOf(slant, x, y1) };
  };
  const back = (line: SeenLine): SeenLine => ({
    ...line,
    words: line.words.map((word) => ({ ...word, bbox: box(word.bbox) })),
  });
  return blocks.map((block) => block.map(back));
}
