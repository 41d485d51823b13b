/**
 * Pictures by what they look like: 256 bits each, and those that differ from an asked one in few. All are looked at one
 * after the other: a hundred thousand take some milliseconds, and nothing has to be kept in order.
 */

const WORDS = 8;
const FIRST_ROOM = 1_024;
/**
 * Bits in which two pictures that look alike may differ, whole and when one of them was cut. `bench/pictures` measures
 * both: changed pictures stay below, others hardly ever come near.
 */
const MOST_BITS = 60;
const MOST_BITS_CUT = 52;

export interface AskedLook {
  /** 64 hexadecimal digits. */
  readonly hash: string;
  /** Bits in which another may differ from it at the most. */
  readonly most: number;
}

export interface NearPicture {
  readonly id: string;
  /** Bits in which it differs from the nearest of the asked ones. */
  readonly bits: number;
}

/** What to ask for what looks like a picture: as it is, and as it is when it was cut a little or before it was. */
export function asksFor(hash: string, whenCut: readonly string[]): AskedLook[] {
  return [{ hash, most: MOST_BITS }, ...whenCut.map((cut) => ({ hash: cut, most: MOST_BITS_CUT }))];
}

export class PictureIndex {
  #bits = new Uint32Array(FIRST_ROOM * WORDS);
  readonly #ids: string[] = [];
  readonly #places = new Map<string, number>();

  get size(): number {
    return this.#ids.length;
  }

  /** Takes the place of what was known of the same picture; `null` forgets it. */
  set(id: string, hash: string | null): void {
    if (hash === null) {
      this.#forget(id);
      return;
    }
    const at = this.#places.get(id) ?? this.#ids.length;
    if (at === this.#ids.length) {
      this.#ids.push(id);
      this.#places.set(id, at);
    }
    if ((at + 1) * WORDS > this.#bits.length) {
      const larger = new Uint32Array(this.#bits.length * 2);
      larger.set(this.#bits);
      this.#bits = larger;
    }
    this.#bits.set(wordsOf(hash), at * WORDS);
  }

  /** Nearest first; among equals those that came first. */
  near(asked: readonly AskedLook[], limit: number, except: string): NearPicture[] {
    const found = new Map<number, number>();
    for (const { hash, most } of asked) {
      const words = wordsOf(hash);
      for (let at = 0; at < this.#ids.length; at++) {
        const bits = this.#differing(at * WORDS, words, most);
        if (bits <= most && bits < (found.get(at) ?? Infinity)) found.set(at, bits);
      }
    }
    return [...found]
      .map(([at, bits]) => ({ id: this.#ids[at] ?? '', bits, at }))
      .filter(({ id }) => id !== except)
      .sort((a, b) => a.bits - b.bits || a.at - b.at)
      .slice(0, limit)
      .map(({ id, bits }) => ({ id, bits }));
  }

  /** Counts no further than past `most`. */
  #differing(from: number, words: Uint32Array, most: number): number {
    let bits = 0;
    for (let word = 0; word < WORDS && bits <= most; word++)
      bits += ones((this.#bits[from + word] ?? 0) ^ (words[word] ?? 0));
    return bits;
  }

  /** The last one comes into its place. */
  #forget(id: string): void {
    const at = this.#places.get(id);
    if (at === undefined) return;
    this.#places.delete(id);
    const last = this.#ids.length - 1;
    const moved = this.#ids.pop() ?? '';
    if (at === last) return;
    this.#ids[at] = moved;
    this.#places.set(moved, at);
    this.#bits.copyWithin(at * WORDS, last * WORDS, (last + 1) * WORDS);
  }
}

function wordsOf(hash: string): Uint32Array {
  return Uint32Array.from({ length: WORDS }, (_, word) =>
    parseInt(hash.slice(word * 8, word * 8 + 8), 16),
  );
}

/** Bits that are set, counted side by side in ever wider fields (H. S. Warren, Hacker's Delight, 5-1). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
