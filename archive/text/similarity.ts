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

/** What it costs to swap one letter for another and to drop one of either side, by code. */
interface Costs {
  readonly swap: Uint8Array;
  readonly dropMine: Uint8Array;
  readonly dropTheirs: Uint8Array;
  /** Words count as long as what their letters tell. */
  readonly weighed: boolean;
}

/** Which of the two is in a script that leaves vowels out. */
export type Abjad = 'neither' | 'mine' | 'theirs';

/** Every error the same: how words of one script differ as typed. */
function plainCosts(): Costs {
  const swap = new Uint8Array(CODES * CODES).fill(WHOLE);
  for (let code = 0; code < CODES; code++) swap[code * CODES + code] = 0;
  const drop = new Uint8Array(CODES).fill(WHOLE);
  return { swap, dropMine: drop, dropTheirs: drop, weighed: false };
}

const ABJAD_CONSONANT = 1.5;
const ABJAD = { near: 0.15, far: 0.27, written: 0.6, unwritten: 0.2, scale: 0.0045 };

/**
 * Near sounds cost less, and vowels less than consonants. Where one side leaves vowels out, those of the other side cost next to nothing;
 * those that it does write are long ones, and tell nearly as much as consonants.
 */
function soundCosts(abjad: Abjad): Costs {
  const { swap } = plainCosts();
  const written = new Uint8Array(CODES).fill(WHOLE);
  const other = written.slice();
  const code = (letter: string) => letterCode(letter.charCodeAt(0));
  const near = (pairs: string, given: number) => {
    const cost = abjad === 'neither' || given < 0.3 ? given : given * ABJAD_CONSONANT;
    for (const pair of pairs.split(' ')) {
      const a = code(pair.charAt(0));
      const b = code(pair.charAt(1));
      swap[a * CODES + b] = WHOLE * cost;
      swap[b * CODES + a] = WHOLE * cost;
    }
  };
  const drop = (letters: string, cost: number, otherCost = cost) => {
    for (const letter of letters) {
      written[code(letter)] = WHOLE * cost;
      other[code(letter)] = WHOLE * otherCost;
    }
  };
  if (abjad !== 'neither') {
    // What the vowels do not tell, the consonants must.
    for (let at = 0; at < swap.length; at++) if (swap[at] !== 0) swap[at] = WHOLE * ABJAD_CONSONANT;
    written.fill(WHOLE * ABJAD_CONSONANT);
    other.fill(WHOLE * ABJAD_CONSONANT);
  }
  near('ae ai au ei eu iu', 0.4);
  near('sz sx zj xj xq qc tc cs cz vf uv td bp', 0.35);
  near('hk qh ck dj dc ij qj tq dz ts nm', 0.5);
  near('vb', 0.7);
  drop('aeu', 0.6);
  drop('i', 0.4);
  drop('v', 0.7);
  drop('h', 0.8);
  if (abjad !== 'neither') {
    near('bp vf', 0.1);
    near('ae eu ai', ABJAD.far);
    near('iu', ABJAD.far);
    near('au ei', ABJAD.near);
    drop('aeu', ABJAD.written, ABJAD.unwritten);
    drop('i', ABJAD.written, ABJAD.unwritten);
  }
  // 2021 is not 2022 misspelt.
  for (const digit of '0123456789') {
    written[code(digit)] = 2 * WHOLE;
    other[code(digit)] = 2 * WHOLE;
    for (let letter = 0; letter < CODES; letter++)
      if (letter !== code(digit)) {
        swap[code(digit) * CODES + letter] = 2 * WHOLE;
        swap[letter * CODES + code(digit)] = 2 * WHOLE;
      }
  }
  return abjad === 'theirs'
    ? { swap, dropMine: other, dropTheirs: written, weighed: true }
    : { swap, dropMine: written, dropTheirs: other, weighed: abjad === 'mine' };
}

const plain = plainCosts();
const bySound: Readonly<Record<Abjad, Costs>> = {
  neither: soundCosts('neither'),
  mine: soundCosts('mine'),
  theirs: soundCosts('theirs'),
};
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

function weight(drops: Uint8Array, codes: Uint8Array, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at++) sum += drops[codes[at]!]!;
  return sum;
}

function compare(
  mine: Uint8Array,
  rowCount: number,
  theirCodes: Uint8Array,
  start: number,
  columns: number,
  {
    costs: { swap, dropMine: dropsMine, dropTheirs: dropsTheirs, weighed },
    beginning,
    floor,
  }: Comparing,
): number {
  if (rowCount === 0 || columns === 0) return 0;
  const scale = Math.max(
    3,
    weighed
      ? (weight(dropsMine, mine, 0, rowCount) + weight(dropsTheirs, theirCodes, start, columns)) *
          ABJAD.scale
      : beginning
        ? rowCount
        : (rowCount + columns) / 2,
  );
  const limit = Math.ceil((1 - floor) * scale * WHOLE);
  const ending = Math.max(3, Math.ceil(Math.min(rowCount, columns) * ENDING_FROM));
  rows[0] = 0;
  for (let j = 1; j <= columns; j++) {
    const cost = dropsTheirs[theirCodes[start + j - 1]!]!;
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
    const dropMine = late ? inEnding(dropsMine[letter]!) : dropsMine[letter]!;
    let diagonal = rows[above]!;
    let left = diagonal + dropMine;
    rows[row] = left;
    let least = left;
    let before = 0;
    for (let j = 1; j <= columns; j++) {
      const theirs = theirCodes[start + j - 1]!;
      const swapped = swap[swaps + theirs]!;
      const dropTheirs = dropsTheirs[theirs]!;
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
   * free; `abjad` says which of the two comes from a script that mostly leaves vowels out.
   */
  similarityOfCodes(
    codes: Uint8Array,
    start: number,
    length: number,
    options: {
      readonly floor?: number;
      readonly beginning?: boolean;
      readonly abjad?: Abjad;
    } = {},
  ): number {
    const { floor = 0, beginning = false, abjad = 'neither' } = options;
    return compare(this.#codes, this.#length, codes, start, Math.min(length, COMPARED), {
      costs: bySound[abjad],
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
      costs: plain,
      beginning,
      floor: 0,
    });
  }
}

/** 0 (nothing in common) to 1 (the same) for two sound spellings; symmetric. At 0.8 most spellings of one name meet. */
export function soundSimilarity(a: string, b: string): number {
  return new SoundPattern(a).similarity(b);
}
