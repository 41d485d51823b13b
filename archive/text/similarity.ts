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

/** One error in whole numbers: the inner loop is quicker without fractions. */
const WHOLE = 100;

/** What it costs to swap one letter for another and to drop one, by code. */
interface Costs {
  readonly swap: Uint8Array;
  readonly drop: Uint8Array;
}

/** Every error the same: how words of one script differ as typed. */
function plainCosts(): Costs {
  const swap = new Uint8Array(CODES * CODES).fill(WHOLE);
  for (let code = 0; code < CODES; code++) swap[code * CODES + code] = 0;
  return { swap, drop: new Uint8Array(CODES).fill(WHOLE) };
}

const ABJAD_CONSONANT = 1.5;

/** Near sounds cost less, and vowels less than consonants; with `abjad` vowels next to nothing. */
function soundCosts(abjad: boolean): Costs {
  const { swap, drop } = plainCosts();
  if (abjad) {
    // What the vowels do not tell, the consonants must.
    for (let at = 0; at < swap.length; at++)
      if (swap[at] === WHOLE) swap[at] = WHOLE * ABJAD_CONSONANT;
    drop.fill(WHOLE * ABJAD_CONSONANT);
  }
  const code = (letter: string) => letterCode(letter.charCodeAt(0));
  const near = (pairs: string, cost: number) => {
    for (const pair of pairs.split(' ')) {
      const a = code(pair.charAt(0));
      const b = code(pair.charAt(1));
      swap[a * CODES + b] = WHOLE * cost;
      swap[b * CODES + a] = WHOLE * cost;
    }
  };
  near('ae ai au ei eu iu', abjad ? 0.2 : 0.4);
  near('sz sx zj xj xq qc tc cs cz vf uv td bp', 0.35);
  near('hk qh ck dj dc ij qj tq dz ts nm', 0.5);
  near('vb', 0.7);
  if (abjad) near('bp vf', 0.1);
  for (const vowel of 'aeu') drop[code(vowel)] = WHOLE * (abjad ? 0.2 : 0.6);
  drop[code('i')] = WHOLE * (abjad ? 0.2 : 0.4);
  drop[code('v')] = WHOLE * 0.7;
  drop[code('h')] = WHOLE * 0.8;
  // 2021 is not 2022 misspelt.
  for (const digit of '0123456789') {
    drop[code(digit)] = 2 * WHOLE;
    for (let other = 0; other < CODES; other++)
      if (other !== code(digit)) {
        swap[code(digit) * CODES + other] = 2 * WHOLE;
        swap[other * CODES + code(digit)] = 2 * WHOLE;
      }
  }
  return { swap, drop };
}

const costs = { plain: plainCosts(), sound: soundCosts(false), abjad: soundCosts(true) };
const TURN_COST = 0.8 * WHOLE;
/** Edits past this share of the shorter word are its ending, and weigh less: inflection. */
const ENDING_FROM = 0.7;
const inEnding = (cost: number) => (cost * 5) >> 3;

const WIDTH = COMPARED + 1;
const rows = new Int32Array(WIDTH * WIDTH);
const other = new Uint8Array(COMPARED);

interface Comparing {
  readonly costs: Costs;
  /** Letters past the pattern are free. */
  readonly beginning: boolean;
  /** 0 when the similarity would be below it. */
  readonly floor: number;
}

function compare(
  mine: Uint8Array,
  rowCount: number,
  theirCodes: Uint8Array,
  start: number,
  columns: number,
  { costs: { swap, drop }, beginning, floor }: Comparing,
): number {
  if (rowCount === 0 || columns === 0) return 0;
  const scale = Math.max(3, beginning ? rowCount : (rowCount + columns) / 2);
  const limit = Math.ceil((1 - floor) * scale * WHOLE);
  const ending = Math.max(3, Math.ceil(Math.min(rowCount, columns) * ENDING_FROM));
  rows[0] = 0;
  for (let j = 1; j <= columns; j++) {
    const cost = drop[theirCodes[start + j - 1]!]!;
    rows[j] = rows[j - 1]! + (j > ending ? inEnding(cost) : cost);
  }
  let leastAbove = 0;
  let letterAbove = 0;
  for (let i = 1; i <= rowCount; i++) {
    const row = i * WIDTH;
    const above = row - WIDTH;
    const letter = mine[i - 1]!;
    const swaps = letter * CODES;
    const late = i > ending;
    const dropMine = late ? inEnding(drop[letter]!) : drop[letter]!;
    let diagonal = rows[above]!;
    let left = diagonal + dropMine;
    rows[row] = left;
    let least = left;
    let before = 0;
    for (let j = 1; j <= columns; j++) {
      const theirs = theirCodes[start + j - 1]!;
      const swapped = swap[swaps + theirs]!;
      const dropTheirs = drop[theirs]!;
      let cost = diagonal + (late && j > ending ? inEnding(swapped) : swapped);
      diagonal = rows[above + j]!;
      const without = diagonal + dropMine;
      if (without < cost) cost = without;
      const added = left + (j > ending ? inEnding(dropTheirs) : dropTheirs);
      if (added < cost) cost = added;
      if (letter === before && letterAbove === theirs && i > 1) {
        const turned =
          rows[above - WIDTH + j - 2]! + (late && j > ending ? inEnding(TURN_COST) : TURN_COST);
        if (turned < cost) cost = turned;
      }
      rows[row + j] = cost;
      if (cost < least) least = cost;
      left = cost;
      before = theirs;
    }
    // Two rows, because turned letters reach over one.
    if (least > limit && leastAbove > limit) return 0;
    leastAbove = least;
    letterAbove = letter;
  }
  const last = rowCount * WIDTH;
  let cost = rows[last + columns]!;
  if (beginning) for (let j = 1; j < columns; j++) cost = Math.min(cost, rows[last + j]!);
  const similarity = 1 - cost / (WHOLE * scale);
  return similarity < floor ? 0 : Math.max(0, similarity);
}

/** A sound spelling made ready to be compared with many. Not safe to share between threads. */
export class SoundPattern {
  readonly #codes = new Uint8Array(COMPARED);
  readonly #length: number;

  constructor(sound: string) {
    this.#length = encodeSound(sound, this.#codes);
  }

  /** 0 to 1; 0 when it would be below `floor`. */
  similarity(sound: string, floor = 0): number {
    return this.similarityOfCodes(other, 0, encodeSound(sound, other), { floor });
  }

  /**
   * The same for a spelling that `encodeSound` wrote to `codes`. With `beginning`, letters past the pattern are
   * free; with `abjad`, vowels nearly so, because one of the two comes from a script that mostly leaves them out.
   */
  similarityOfCodes(
    codes: Uint8Array,
    start: number,
    length: number,
    options: {
      readonly floor?: number;
      readonly beginning?: boolean;
      readonly abjad?: boolean;
    } = {},
  ): number {
    const { floor = 0, beginning = false, abjad = false } = options;
    return compare(this.#codes, this.#length, codes, start, Math.min(length, COMPARED), {
      costs: abjad ? costs.abjad : costs.sound,
      beginning,
      floor,
    });
  }
}

/** Letters of one alphabet as codes: distinct within Latin, Cyrillic and Arabic. */
function encodeLetters(word: string, codes: Uint8Array): number {
  const length = Math.min(word.length, COMPARED);
  for (let i = 0; i < length; i++) codes[i] = word.charCodeAt(i) & (CODES - 1);
  return length;
}

/** A word as written, made ready to be compared with others of its script: every error counts the same, endings less. */
export class LetterPattern {
  readonly #codes = new Uint8Array(COMPARED);
  readonly #length: number;

  constructor(word: string) {
    this.#length = encodeLetters(word, this.#codes);
  }

  /** 0 to 1; with `beginning`, letters past the pattern are free. */
  similarity(word: string, beginning = false): number {
    const length = encodeLetters(word, other);
    return compare(this.#codes, this.#length, other, 0, length, {
      costs: costs.plain,
      beginning,
      floor: 0,
    });
  }
}

/** 0 (nothing in common) to 1 (the same) for two sound spellings; symmetric. At 0.8 most spellings of one name meet. */
export function soundSimilarity(a: string, b: string): number {
  return new SoundPattern(a).similarity(b);
}
