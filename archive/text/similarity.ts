/** How alike two sound spellings are: an edit distance in which near sounds and endings weigh less. */

/* eslint-disable @typescript-eslint/no-non-null-assertion -- the innermost loop of every search; all indices are within WIDTH, COMPARED and CODES */

/** Letters compared; what is longer is compared by its beginning. */
export const COMPARED = 40;
const CODES = 64;

/** A sound letter as a number from 1 to 62: letters, digits, then letters of other scripts, which may share one. */
export function letterCode(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x60;
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30 + 27;
  return 37 + (unit % 26);
}

/** Writes the codes of `sound` to `codes` from `at`; answers how many (at most `COMPARED`). */
export function encodeSound(sound: string, codes: Uint8Array, at = 0): number {
  const length = Math.min(sound.length, COMPARED);
  for (let i = 0; i < length; i++) codes[at + i] = letterCode(sound.charCodeAt(i));
  return length;
}

const swapCost = new Float32Array(CODES * CODES).fill(1);
const dropCost = new Float32Array(CODES).fill(1);
{
  const code = (letter: string) => letterCode(letter.charCodeAt(0));
  for (let i = 0; i < CODES; i++) swapCost[i * CODES + i] = 0;
  const near = (pairs: string, cost: number) => {
    for (const pair of pairs.split(' ')) {
      const a = code(pair.charAt(0));
      const b = code(pair.charAt(1));
      swapCost[a * CODES + b] = cost;
      swapCost[b * CODES + a] = cost;
    }
  };
  near('ae ai au ei eu iu', 0.4);
  near('sz sx zj xj xq qc tc cs cz vf uv td bp', 0.35);
  near('hk qh ck dj dc ij qj tq dz ts nm', 0.5);
  near('vb', 0.7);
  for (const vowel of 'aeu') dropCost[code(vowel)] = 0.6;
  dropCost[code('i')] = 0.4;
  dropCost[code('v')] = 0.7;
  dropCost[code('h')] = 0.8;
}
const TURN_COST = 0.8;
/** Edits past this share of the shorter word are its ending, and weigh less: inflection. */
const ENDING_FROM = 0.7;
const ENDING_COST = 0.6;

const WIDTH = COMPARED + 1;
const rows = new Float32Array(WIDTH * WIDTH);
const other = new Uint8Array(COMPARED);

/** A sound spelling made ready to be compared with many. Not safe to share between threads. */
export class SoundPattern {
  readonly #codes = new Uint8Array(COMPARED);
  readonly #length: number;

  constructor(sound: string) {
    this.#length = encodeSound(sound, this.#codes);
  }

  /** 0 to 1; 0 when it would be below `floor`. */
  similarity(sound: string, floor = 0): number {
    return this.similarityOfCodes(other, 0, encodeSound(sound, other), floor);
  }

  /** The same for a spelling that `encodeSound` wrote to `codes`. With `beginning`, letters past the pattern are free. */
  similarityOfCodes(
    codes: Uint8Array,
    start: number,
    length: number,
    floor = 0,
    beginning = false,
  ): number {
    const mine = this.#codes;
    const rowCount = this.#length;
    const columns = Math.min(length, COMPARED);
    if (rowCount === 0 || columns === 0) return 0;
    const scale = Math.max(3, beginning ? rowCount : (rowCount + columns) / 2);
    const limit = (1 - floor) * scale;
    const ending = Math.max(3, Math.ceil(Math.min(rowCount, columns) * ENDING_FROM));
    rows[0] = 0;
    for (let j = 1; j <= columns; j++) {
      const drop = dropCost[codes[start + j - 1]!]!;
      rows[j] = rows[j - 1]! + (j > ending ? drop * ENDING_COST : drop);
    }
    let leastAbove = 0;
    for (let i = 1; i <= rowCount; i++) {
      const row = i * WIDTH;
      const above = row - WIDTH;
      const letter = mine[i - 1]!;
      const late = i > ending;
      const dropMine = dropCost[letter]!;
      const dropped = late ? dropMine * ENDING_COST : dropMine;
      rows[row] = rows[above]! + dropped;
      let least = rows[row];
      for (let j = 1; j <= columns; j++) {
        const theirs = codes[start + j - 1]!;
        const discount = late && j > ending ? ENDING_COST : 1;
        let cost = rows[above + j - 1]! + swapCost[letter * CODES + theirs]! * discount;
        const without = rows[above + j]! + dropped;
        if (without < cost) cost = without;
        const dropTheirs = dropCost[theirs]!;
        const added = rows[row + j - 1]! + (j > ending ? dropTheirs * ENDING_COST : dropTheirs);
        if (added < cost) cost = added;
        if (i > 1 && j > 1 && letter === codes[start + j - 2] && mine[i - 2] === theirs) {
          const turned = rows[above - WIDTH + j - 2]! + TURN_COST * discount;
          if (turned < cost) cost = turned;
        }
        rows[row + j] = cost;
        if (cost < least) least = cost;
      }
      // Two rows, because turned letters reach over one.
      if (least > limit && leastAbove > limit) return 0;
      leastAbove = least;
    }
    const last = rowCount * WIDTH;
    let cost = rows[last + columns]!;
    if (beginning) for (let j = 1; j < columns; j++) cost = Math.min(cost, rows[last + j]!);
    const similarity = 1 - cost / scale;
    return similarity < floor ? 0 : Math.max(0, similarity);
  }
}

/** 0 (nothing in common) to 1 (the same) for two sound spellings; symmetric. At 0.8 most spellings of one name meet. */
export function soundSimilarity(a: string, b: string): number {
  return new SoundPattern(a).similarity(b);
}
