/**
 * Makes a picture of a page as if it were lit evenly, black on white with a margin: photographs have shadows, and
 * letters that touch the edge are lost to the finding of lines.
 */
import type { Grey } from './pixels.ts';

/** Pixels of paper put around a picture whose letters come so near its edge. */
const MARGIN = 24;
const NEAR = 8;
/** Pixels of a tile in which the shade of the paper is looked for: more than a letter, less than a shadow. */
const TILE = 32;
/** Shades by which the paper may differ before the light is evened. */
const EVEN = 24;
/** Paper is never taken for darker than this: a photograph in the page is not made to glow. */
const DARKEST = 50;

export interface EvenlyLit {
  readonly picture: Grey;
  /** Pixels that were put around it. */
  readonly margin: number;
}

export function inEvenLight(picture: Grey): EvenlyLit {
  const upright = isDark(picture) ? inverted(picture) : picture;
  const paper = paperOf(upright);
  const even = spread(paper.shades) <= EVEN ? upright : divided(upright, paper);
  if (!touchesEdge(even)) return { picture: even, margin: 0 };
  return { picture: withMargin(even, percentile(even.shades, 0.7)), margin: MARGIN };
}

/** Something darker than the paper stands at the edge. */
function touchesEdge({ width, height, shades }: Grey): boolean {
  const edge: number[] = [];
  for (let y = 0; y < height; y++) {
    const inside = y >= NEAR && y < height - NEAR;
    for (
      let x = 0;
      x < width;
      x += inside && x === NEAR - 1 ? Math.max(1, width - 2 * NEAR + 1) : 1
    )
      edge.push(shades[y * width + x] ?? 0);
  }
  const ink = percentile(Uint8Array.from(edge), 0.5) - 80;
  return edge.filter((shade) => shade < ink).length > edge.length / 1_000;
}

/** White letters on black: screenshots by night. */
function isDark({ shades }: Grey): boolean {
  return percentile(shades, 0.5) < 100;
}

function inverted({ width, height, shades }: Grey): Grey {
  return { width, height, shades: shades.map((shade) => 255 - shade) };
}

/** The shade of the paper tile by tile, smoothed over the tiles around. */
function paperOf({ width, height, shades }: Grey): Grey {
  const across = Math.ceil(width / TILE);
  const down = Math.ceil(height / TILE);
  const tiles = new Uint8Array(across * down);
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      const counts = new Uint32Array(256);
      const right = Math.min(width, (column + 1) * TILE);
      for (let y = row * TILE; y < Math.min(height, (row + 1) * TILE); y++)
        for (let x = column * TILE; x < right; x++) count(counts, shades[y * width + x]);
      tiles[row * across + column] = shadeAt(counts, 0.8);
    }
  return smoothed({ width: across, height: down, shades: tiles });
}

function smoothed({ width, height, shades }: Grey): Grey {
  const result = new Uint8Array(shades.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const around: number[] = [];
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++)
          around.push(shades[v * width + u] ?? 0);
      around.sort((a, b) => a - b);
      result[y * width + x] = around[Math.floor(around.length / 2)] ?? 0;
    }
  return { width, height, shades: result };
}

/** Each pixel as a share of the paper's shade there, between the middles of the tiles. */
function divided({ width, height, shades }: Grey, paper: Grey): Grey {
  const result = new Uint8Array(shades.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const light = Math.max(DARKEST, between(paper, x / TILE - 0.5, y / TILE - 0.5));
      result[y * width + x] = Math.min(255, ((shades[y * width + x] ?? 0) * 245) / light);
    }
  return { width, height, shades: result };
}

function between({ width, height, shades }: Grey, x: number, y: number): number {
  const left = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 1, Math.max(0, Math.floor(y)));
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const across = Math.min(1, Math.max(0, x - left));
  const down = Math.min(1, Math.max(0, y - top));
  const row = (at: number) =>
    (shades[at * width + left] ?? 0) * (1 - across) + (shades[at * width + right] ?? 0) * across;
  return row(top) * (1 - down) + row(bottom) * down;
}

function withMargin({ width, height, shades }: Grey, shade: number): Grey {
  const wide = width + 2 * MARGIN;
  const result = new Uint8Array(wide * (height + 2 * MARGIN)).fill(shade);
  for (let y = 0; y < height; y++)
    result.set(shades.subarray(y * width, (y + 1) * width), (y + MARGIN) * wide + MARGIN);
  return { width: wide, height: height + 2 * MARGIN, shades: result };
}

const spread = (shades: Uint8Array) => percentile(shades, 0.9) - percentile(shades, 0.1);

function percentile(shades: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const shade of shades) count(counts, shade);
  return shadeAt(counts, share);
}

function count(counts: Uint32Array, shade = 0): void {
  counts[shade] = (counts[shade] ?? 0) + 1;
}

/** The shade that this share of the counted does not exceed. */
function shadeAt(counts: Uint32Array, share: number): number {
  const wanted = counts.reduce((sum, count) => sum + count, 0) * share;
  let sum = 0;
  for (let shade = 0; shade < 256; shade++) {
    sum += counts[shade] ?? 0;
    if (sum >= wanted) return shade;
  }
  return 255;
}
