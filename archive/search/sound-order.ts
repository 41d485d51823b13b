/** The sound spellings in the order of their sounds, read from the beginning or from the end: all that begin alike stand together. */

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops over parallel arrays of one length */

/** Sounds by which spellings are ordered; which of two that agree in all of these comes first does not matter. */
const ORDERED = 16;
/** Sounds that one round of sorting looks at, and what they may be together. */
const AT_ONCE = 2;
const KEYS = 1 << (6 * AT_ONCE);
/** Entries that came late up to which they stand in an order of their own. */
const LATE = 4_000;

/** Sound spellings as codes (1 to 62), one after the other. */
export interface Spellings {
  readonly codes: Uint8Array;
  readonly start: Uint32Array;
  readonly count: number;
}

export function endOf({ codes, start, count }: Spellings, entry: number): number {
  return entry + 1 < count ? start[entry + 1]! : codes.length;
}

/** The entries `from` to `to` in order: a radix sort, a few sounds at a time, the last first. */
export function sorted(
  spellings: Spellings,
  from: number,
  to: number,
  backwards: boolean,
): Uint32Array {
  const { codes, start } = spellings;
  const keys = new Uint16Array(to - from);
  let order = new Uint32Array(to - from);
  let next = new Uint32Array(to - from);
  for (let at = 0; at < order.length; at++) order[at] = from + at;
  const places = new Uint32Array(KEYS + 1);
  for (let depth = ORDERED - AT_ONCE; depth >= 0; depth -= AT_ONCE) {
    places.fill(0);
    for (let entry = from; entry < to; entry++) {
      const first = start[entry]!;
      const end = endOf(spellings, entry);
      let key = 0;
      for (let more = depth; more < depth + AT_ONCE; more++) {
        const at = backwards ? end - 1 - more : first + more;
        key = (key << 6) | (at >= first && at < end ? codes[at]! : 0);
      }
      keys[entry - from] = key;
      places[key + 1]!++;
    }
    for (let key = 0; key < KEYS; key++) places[key + 1]! += places[key]!;
    for (const entry of order) next[places[keys[entry - from]!]!++] = entry;
    [order, next] = [next, order];
  }
  return order;
}

/** What a walk does at each beginning that words share. Sounds are bits, 1 << code; other codes than letters are never stepped to. */
export interface Walker {
  /** The sounds to begin with. */
  readonly first: number;
  /** Goes on to `code` as the sound of that number, from 1; answers the sounds to go on with. */
  readonly step: (depth: number, code: number) => number;
  /** The entries `low` to `high` of the order begin with what was stepped through; those that are no longer come first. */
  readonly met: (order: Uint32Array, low: number, high: number, depth: number) => void;
}

const LETTERS = 26;

/** Steps through all beginnings in `order` for which `walker` goes on. */
export function walk(
  { codes, start, count }: Spellings,
  order: Uint32Array,
  backwards: boolean,
  walker: Walker,
): void {
  const codeAt = (place: number, depth: number): number => {
    const entry = order[place]!;
    const first = start[entry]!;
    const end = entry + 1 < count ? start[entry + 1]! : codes.length;
    if (first + depth >= end) return 0;
    return codes[backwards ? end - 1 - depth : first + depth]!;
  };
  /** The first place from `low` on with a code of at least `code` at `depth`: by leaps that double, then by halves. */
  const reach = (low: number, high: number, depth: number, code: number): number => {
    let before = low - 1;
    let end = low;
    for (let leap = 1; end < high && codeAt(end, depth) < code; leap *= 2) {
      before = end;
      end += leap;
    }
    if (end > high) end = high;
    while (before + 1 < end) {
      const middle = (before + end) >> 1;
      if (codeAt(middle, depth) < code) before = middle;
      else end = middle;
    }
    return end;
  };
  const visit = (low: number, high: number, depth: number, sounds: number): void => {
    for (let place = low; place < high;) {
      const code = codeAt(place, depth);
      if (code > LETTERS) return;
      const left = sounds & (-1 << code);
      if (left === 0) return;
      const next = 31 - Math.clz32(left & -left);
      if (next > code) {
        place = depth < ORDERED ? reach(place + 1, high, depth, next) : place + 1;
        continue;
      }
      const after = depth < ORDERED ? reach(place + 1, high, depth, code + 1) : place + 1;
      const following = walker.step(depth + 1, code);
      walker.met(order, place, after, depth + 1);
      if (following !== 0) visit(place, after, depth + 1, following);
      place = after;
    }
  };
  visit(0, order.length, 0, walker.first);
}

/** The order of all entries, in both directions; what came later stands in a short order of its own until the next sorting of all. */
export class SoundOrder {
  #all: readonly [Uint32Array, Uint32Array] = [new Uint32Array(0), new Uint32Array(0)];
  #later: readonly [Uint32Array, Uint32Array] = [new Uint32Array(0), new Uint32Array(0)];
  #sorted = 0;

  /** One order of all entries: quicker to walk. Takes time in proportion to all of them. */
  sortAll(spellings: Spellings): void {
    if (this.#all[0].length === spellings.count) return;
    this.#all = [
      sorted(spellings, 0, spellings.count, false),
      sorted(spellings, 0, spellings.count, true),
    ];
    this.#later = [new Uint32Array(0), new Uint32Array(0)];
    this.#sorted = spellings.count;
  }

  /** The orders of all entries; everything must have been taken in by `sortAll`. */
  parts(): readonly [forwards: Uint32Array, backwards: Uint32Array] {
    return this.#all;
  }

  /** Takes orders that were made by `sortAll` for its own. */
  take(forwards: Uint32Array, backwards: Uint32Array): void {
    this.#all = [forwards, backwards];
    this.#sorted = forwards.length;
  }

  walk(spellings: Spellings, backwards: boolean, walker: Walker): void {
    this.#settle(spellings);
    const side = backwards ? 1 : 0;
    walk(spellings, this.#all[side], backwards, walker);
    if (this.#later[side].length > 0) walk(spellings, this.#later[side], backwards, walker);
  }

  #settle(spellings: Spellings): void {
    if (this.#sorted === spellings.count) return;
    const from = this.#all[0].length;
    if (spellings.count - from > Math.max(LATE, from / 2)) {
      this.sortAll(spellings);
      return;
    }
    this.#later = [
      sorted(spellings, from, spellings.count, false),
      sorted(spellings, from, spellings.count, true),
    ];
    this.#sorted = spellings.count;
  }
}
