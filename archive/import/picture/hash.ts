/**
 * What a picture looks like, as 256 bits: pictures that look alike differ in few of them. The method is PDQ, published
 * by Facebook in 2019 ("The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm"): the picture as 64
 * by 64 shades, of their cosine transform the 16 by 16 lowest frequencies without the mean, and of each whether it is
 * above the median. The averaging before it is that of our decoder, so the bits are near those of other programs, and
 * not always the same.
 */
import type { Grey } from '../ocr/pixels.ts';

/** Pixels along each side of what is looked at. */
const HASHED_SIDE = 64;
const FREQUENCIES = 16;
/** Of 100: what has fewer edges is a plain surface, and looks like every other. PDQ leaves out what is below 50. */
const LEAST_EDGES = 10;

/** Row by row: cosines of the 16 frequencies above the mean. */
const cosines = Float64Array.from(
  { length: FREQUENCIES * HASHED_SIDE },
  (_, at) =>
    Math.sqrt(2 / HASHED_SIDE) *
    Math.cos(
      (Math.PI / (2 * HASHED_SIDE)) *
        (Math.floor(at / HASHED_SIDE) + 1) *
        (2 * (at % HASHED_SIDE) + 1),
    ),
);

/** A stretch of a side, in shares of it; what lies outside is as the nearest edge. */
interface Stretch {
  readonly from: number;
  readonly over: number;
}
const WHOLE: Stretch = { from: 0, over: 1 };

/** 64 hexadecimal digits; `null` for a surface without anything on it. */
export function hashOf(picture: Grey): string | null {
  return bitsOf(averagedDown(averagedAcross(picture, WHOLE), WHOLE));
}

function bitsOf(shades: Float64Array): string | null {
  if (edges(shades) < LEAST_EDGES) return null;
  const lows = lowFrequencies(shades);
  const sorted = lows.toSorted();
  const median = ((sorted[127] ?? 0) + (sorted[128] ?? 0)) / 2;
  const bytes = Buffer.alloc((FREQUENCIES * FREQUENCIES) / 8);
  lows.forEach((value, at) => {
    if (value > median) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7));
  });
  return bytes.toString('hex');
}

/** What is cut off when a picture is cut a little, or was there before it was. */
const STRIP = 0.05;
const PLACES = [0, 0.5, 1] as const;

/**
 * The hashes under which a picture would be found that was cut a little out of this one, or out of which this one was
 * cut: cut at one side or at two, by a twentieth. The strips that are not there any more are as the edge beside them.
 */
export function hashesWhenCut(picture: Grey): string[] {
  const hashes = new Set<string>();
  for (const size of [1 - STRIP, 1 / (1 - STRIP)]) {
    const moved = PLACES.map((place): Stretch => ({ from: place * (1 - size), over: size }));
    for (const across of [WHOLE, ...moved]) {
      const narrow = averagedAcross(picture, across);
      for (const down of across === WHOLE ? moved : [WHOLE, ...moved]) {
        const hash = bitsOf(averagedDown(narrow, down));
        if (hash !== null) hashes.add(hash);
      }
    }
  }
  return [...hashes];
}

interface Narrow {
  readonly height: number;
  /** Rows of 64. */
  readonly shades: Float64Array;
}

function averagedAcross({ width, height, shades }: Grey, stretch: Stretch): Narrow {
  const narrow = new Float64Array(height * HASHED_SIDE);
  const spans = spansOf(width, stretch);
  for (let y = 0; y < height; y++)
    for (let span = 0; span < spans.cells.length; span++) {
      const to = y * HASHED_SIDE + (spans.cells[span] ?? 0);
      const shade = shades[y * width + (spans.pixels[span] ?? 0)] ?? 0;
      narrow[to] = (narrow[to] ?? 0) + (spans.shares[span] ?? 0) * shade;
    }
  return { height, shades: narrow };
}

/** 64 by 64 shades, each the mean of what lies under it. */
function averagedDown({ height, shades }: Narrow, stretch: Stretch): Float64Array {
  const means = new Float64Array(HASHED_SIDE * HASHED_SIDE);
  const spans = spansOf(height, stretch);
  for (let span = 0; span < spans.cells.length; span++) {
    const to = (spans.cells[span] ?? 0) * HASHED_SIDE;
    const from = (spans.pixels[span] ?? 0) * HASHED_SIDE;
    const share = spans.shares[span] ?? 0;
    for (let x = 0; x < HASHED_SIDE; x++)
      means[to + x] = (means[to + x] ?? 0) + share * (shades[from + x] ?? 0);
  }
  return means;
}

/** For the 64 cells along a side: which pixels lie under each, and by what share of it. */
function spansOf(length: number, { from, over }: Stretch) {
  const cell = (over * length) / HASHED_SIDE;
  const [cells, pixels, shares] = [[] as number[], [] as number[], [] as number[]];
  for (let index = 0; index < HASHED_SIDE; index++) {
    const start = from * length + index * cell;
    const end = start + cell;
    for (let at = Math.floor(start); at < end; at++) {
      cells.push(index);
      pixels.push(Math.min(length - 1, Math.max(0, at)));
      shares.push((Math.min(end, at + 1) - Math.max(start, at)) / cell);
    }
  }
  return { cells, pixels, shares };
}

function lowFrequencies(shades: Float64Array): Float64Array {
  const columns = new Float64Array(FREQUENCIES * HASHED_SIDE);
  for (let frequency = 0; frequency < FREQUENCIES; frequency++)
    for (let x = 0; x < HASHED_SIDE; x++) {
      let sum = 0;
      for (let y = 0; y < HASHED_SIDE; y++)
        sum += (cosines[frequency * HASHED_SIDE + y] ?? 0) * (shades[y * HASHED_SIDE + x] ?? 0);
      columns[frequency * HASHED_SIDE + x] = sum;
    }
  return Float64Array.from({ length: FREQUENCIES * FREQUENCIES }, (_, at) => {
    const [down, across] = [Math.floor(at / FREQUENCIES), at % FREQUENCIES];
    let sum = 0;
    for (let x = 0; x < HASHED_SIDE; x++)
      sum += (columns[down * HASHED_SIDE + x] ?? 0) * (cosines[across * HASHED_SIDE + x] ?? 0);
    return sum;
  });
}

/** How much there is to see, 0 to 100: the steps between neighbouring shades, as PDQ counts them. */
function edges(shades: Float64Array): number {
  let sum = 0;
  const step = (a: number, b: number) =>
    Math.trunc((((shades[a] ?? 0) - (shades[b] ?? 0)) * 100) / 255);
  for (let y = 0; y < HASHED_SIDE; y++)
    for (let x = 0; x < HASHED_SIDE; x++) {
      const at = y * HASHED_SIDE + x;
      if (x + 1 < HASHED_SIDE) sum += Math.abs(step(at, at + 1));
      if (y + 1 < HASHED_SIDE) sum += Math.abs(step(at, at + HASHED_SIDE));
    }
  return Math.min(100, sum / 90);
}
