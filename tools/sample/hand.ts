/** Handwriting in block capitals: letters as strokes of a pen that is never quite steady. */
import type { Random } from './random.ts';

type Point = readonly [x: number, y: number];

/**
 * A letter is its width and its strokes, on a field of 10 by 10 with the baseline at y = 10. A stroke is a list of
 * points; one that begins with `~` runs smoothly through them, the others have corners.
 */
const LETTERS: Readonly<Record<string, readonly [width: number, strokes: string]>> = {
  А: [7, '0,10 3.4,0 7,10|1.3,6.6 5.8,6.4'],
  Б: [6, '6,0.2 0.4,0 0,10|~0.2,4.6 3.6,4.2 5.8,6.4 4.6,9.4 0,10'],
  В: [6, '0.2,0 0,10|~0,0 4,0.2 5,2.4 3.4,4.4 0.4,4.7|~0.4,4.7 4.4,4.9 5.8,7.2 4.2,9.6 0,10'],
  Г: [5, '0,10 0.3,0.2 5.2,0'],
  Д: [7.4, '0,12 0.3,9.8 7.2,9.8 7.4,12|1.4,9.6 2.6,0.2 6,0 6.2,9.6'],
  Е: [5.4, '5.4,0.2 0.2,0 0,10 5.6,9.8|0.2,4.8 4.4,4.6'],
  Ё: [5.4, '5.4,0.2 0.2,0 0,10 5.6,9.8|0.2,4.8 4.4,4.6|1.4,-2 1.6,-1.8|3.8,-2 4,-1.8'],
  Ж: [
    8.6,
    '4.3,0 4.2,10|~0,0.2 1.6,3.8 4.2,4.8|~4.2,4.8 1.8,6 0,10|~8.4,0 6.8,3.8 4.3,4.8|~4.3,4.8 6.6,6 8.6,10',
  ],
  З: [5.4, '~0.2,1 2.6,0 5,1.6 4.2,4 1.8,4.7|~1.8,4.7 5,5.4 5.4,8 3,10 0,8.8'],
  И: [6, '0.2,0 0,10 5.9,0.2 6,10'],
  Й: [6, '0.2,0 0,10 5.9,0.2 6,10|~1.4,-2.6 3,-1.4 4.8,-2.8'],
  І: [2.2, '1.2,0 1,10'],
  К: [6, '0.2,0 0,10|~5.6,0 3.2,3.8 0.3,5|~1.4,4.6 3.6,6 6,10'],
  Л: [6.4, '~0,10 1.6,8.6 2.4,4 2.8,0.1|2.8,0.1 6,0 6.4,10'],
  М: [7.8, '0,10 1,0 3.9,6.8 6.8,0 7.8,10'],
  Н: [6, '0.2,0 0,10|6,0 5.8,10|0.1,5 5.9,4.7'],
  О: [6.8, '~3.6,0 0.6,2 0.1,6 2.6,9.9 6,8.4 6.7,4 4.8,0.6 3,0.2'],
  П: [6, '0,10 0.3,0.2 5.8,0 6,10'],
  Р: [5.6, '0.2,0 0,10|~0.1,0.3 3.8,0 5.6,2.4 4,5 0.2,5.6'],
  С: [6, '~5.8,1.4 3.4,0 0.6,2.4 0.2,6.6 2.6,9.9 6,8.6'],
  Т: [6.4, '0,0.3 6.4,0|3.2,0.2 3.1,10'],
  У: [6, '~0,0 1.2,3.8 3,5.4|~6,0 4.4,5.4 2.4,9.4 0.4,10'],
  Ў: [6, '~0,0 1.2,3.8 3,5.4|~6,0 4.4,5.4 2.4,9.4 0.4,10|~1.4,-2.6 3,-1.4 4.8,-2.8'],
  Ф: [7.6, '3.8,-0.4 3.7,10.4|~3.8,1.8 0.6,2.6 0.4,6 3.8,7.4|~3.8,1.8 7.2,2.4 7.2,6 3.8,7.4'],
  Х: [6, '0,0 6,10|5.8,0 0.1,10'],
  Ц: [6.8, '0.2,0 0,9.8 6.6,9.8 6.8,12|5.8,0 5.7,9.8'],
  Ч: [5.6, '~0,0 0.2,4 2.6,5.4 5.4,4.2|5.6,0 5.4,10'],
  Ш: [8, '0.2,0 0,9.8 7.8,9.9 8,0|4,0.2 3.9,9.8'],
  Щ: [8.6, '0.2,0 0,9.8 8.4,9.8 8.6,12|3.8,0.2 3.7,9.8|7.6,0 7.5,9.8'],
  Ы: [7, '0.2,0 0,10|~0.1,5 3,4.8 4.2,7.4 2.8,9.8 0,10|6.4,0 6.3,10'],
  Ь: [5.2, '0.2,0 0,10|~0.1,5 3.8,4.8 5.2,7.4 3.4,9.8 0,10'],
  Э: [6, '~0.2,1.4 2.8,0 5.6,2.4 5.6,7 3,9.9 0,8.8|1.6,4.9 5.6,4.8'],
  Ю: [8.2, '0.2,0 0,10|0.2,5 2.6,4.8|~5.4,0.2 3,2.6 2.8,7 5.4,9.9 7.8,7.4 7.9,3 5.4,0.2'],
  Я: [5.8, '5.6,0 5.5,10|~5.5,0.3 1.6,0.2 0.3,2.6 1.8,5 5.4,5.2|~2.8,5.2 1.6,8 0,10'],
  '0': [5, '~2.6,0 0.4,2.4 0.3,7 2.6,10 4.8,7.2 4.8,2.6 2.6,0'],
  '1': [2.6, '0,2.4 2.2,0 2,10'],
  '2': [5, '~0.2,2 2.4,0 4.8,2.2 3.2,6 0,9.8|0,9.8 5,9.6'],
  '3': [5, '~0.2,1 2.6,0 4.8,1.8 3.8,4.2 1.8,4.7|~1.8,4.7 4.8,5.4 4.8,8.6 2.4,10 0,8.8'],
  '4': [5.2, '3.8,10 3.9,0 0,6.8 5.4,6.6'],
  '5': [5, '4.8,0.1 0.8,0.2 0.5,4.4|~0.5,4.4 3.6,3.8 5,6.6 3.4,9.6 0,9.4'],
  '6': [5, '~4.4,0.2 1.6,2.4 0.2,6.8 2.2,10 4.8,8 3.6,5.2 0.6,6.6'],
  '7': [4.8, '0,0.3 4.8,0.1 1.8,10|1.2,5 4.2,4.8'],
  '8': [5, '~2.6,4.6 0.5,2.6 2.6,0 4.6,2.2 2.6,4.6 0.2,7.6 2.6,10 5,7.6 2.6,4.6'],
  '9': [5, '~4.6,3 2.6,5 0.3,3.2 2,0.1 4.6,1.6 4.6,5 3.4,10'],
  '.': [1.4, '0.6,9.6 0.8,10'],
  ',': [1.6, '~1,9.4 0.9,10.6 0.2,11.8'],
  ':': [1.4, '0.6,3.6 0.8,4|0.6,8.8 0.8,9.2'],
  '-': [3.6, '0,5.6 3.6,5.4'],
  '(': [2.4, '~2,-0.6 0.4,4 2,11'],
  ')': [2.4, '~0.2,-0.6 2,4 0.4,11'],
};
const SPACE = 4.2;
const LETTER_GAP = 2.5;

export interface Hand {
  /** Height of a capital letter. */
  readonly size: number;
  /** How far the pen strays, as a share of the height: 0.02 is careful, 0.06 hasty. */
  readonly unrest: number;
  readonly random: Random;
}

function parseStroke(stroke: string): { readonly smooth: boolean; readonly points: Point[] } {
  const smooth = stroke.startsWith('~');
  const points = (smooth ? stroke.slice(1) : stroke).split(' ').map((pair): Point => {
    const [x = 0, y = 0] = pair.split(',').map(Number);
    return [x, y];
  });
  return { smooth, points };
}

const print = ([x, y]: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** A path through the points: Catmull-Rom as cubic Béziers, or straight lines. */
export function toPath(points: readonly Point[], smooth: boolean): string {
  const at = (index: number): Point =>
    points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0];
  let path = `M${print(at(0))}`;
  for (let index = 1; index < points.length; index += 1) {
    const [before, from, to, after] = [at(index - 2), at(index - 1), at(index), at(index + 1)];
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path += smooth ? `C${print(first)} ${print(second)} ${print(to)}` : `L${print(to)}`;
  }
  return path;
}

/**
 * The path data of a line of text whose baseline begins at (x, y). Characters without a drawn letter leave a gap.
 */
export function writeLine(text: string, x: number, y: number, hand: Hand): string {
  const { size, unrest, random } = hand;
  const unit = size / 10;
  const stray = () => random.between(-unrest, unrest) * size * 0.6;
  let pen = x;
  let drift = 0;
  let path = '';
  for (const character of text.toUpperCase()) {
    const letter = LETTERS[character];
    if (letter === undefined) {
      pen += SPACE * unit;
      continue;
    }
    const [width, strokes] = letter;
    const stretch = 1 + random.between(-unrest, unrest) * 2;
    const lean = random.between(-unrest, unrest) * 1.2;
    drift = drift * 0.7 + stray() * 0.8;
    for (const stroke of strokes.split('|')) {
      const { smooth, points } = parseStroke(stroke);
      const moved = points.map(([px, py]): Point => {
        const up = (10 - py) * unit * stretch;
        return [pen + px * unit + up * lean + stray(), y + drift - up + stray()];
      });
      path += toPath(moved, smooth);
    }
    pen += (width + LETTER_GAP + random.between(-0.5, 0.5)) * unit;
  }
  return path;
}

/** The path data of a signature: loops that mean nothing, about `width` wide. */
export function scribble(x: number, y: number, width: number, random: Random): string {
  const points: Point[] = [];
  const loops = 7;
  for (let index = 0; index <= loops * 4; index += 1) {
    const along = index / (loops * 4);
    const angle = index * (Math.PI / 2);
    const height = width * 0.16 * (1 - along * 0.7) * random.between(0.5, 1.2);
    points.push([
      x + along * width + Math.cos(angle) * width * 0.05,
      y - Math.sin(angle) * height - along * width * 0.05,
    ]);
  }
  points.push([x + width * 1.25, y - width * 0.14], [x + width * 0.2, y + width * 0.08]);
  return toPath(points, true);
}
