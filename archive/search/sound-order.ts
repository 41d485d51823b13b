/** The sound spellings in the order of their sounds, read from the beginning or from the end: all that begin alike stand together. */

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops over parallel arrays of one length */

/** Sounds by which spellings are ordered; which of two that agree in all of these comes first does not matter. */
const ORDERED = 16;
/** Sounds that stand beside the order as one number: most steps look no further. */
const HEAD = 5;
const SOUND_BITS = 6;
const SOUND = (1 << SOUND_BITS) - 1;
/** Bits of these that one round of sorting looks at. */
const AT_ONCE = 15;
const KEYS = 1 << AT_ONCE;
/** Spellings with one head up to which each is put in its place by comparing it with those before it. */
const FEW = 24;
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

/** Entries in the order of their sounds, and the first sounds of each as a number. */
export interface Ordered {
  readonly entries: Uint32Array;
  readonly heads: Uint32Array;
}

const nothing: Ordered = { entries: new Uint32Array(0), heads: new Uint32Array(0) };

/** Sound number `depth` of an entry; 0 when it has fewer. */
function soundAt(spellings: Spellings, entry: number, depth: number, backwards: boolean): number {
  const first = spellings.start[entry]!;
  const end = endOf(spellings, entry);
  if (first + depth >= end) return 0;
  return spellings.codes[backwards ? end - 1 - depth : first + depth]!;
}

function headOf(spellings: Spellings, entry: number, backwards: boolean): number {
  const { codes } = spellings;
  const first = spellings.start[entry]!;
  const end = endOf(spellings, entry);
  let head = 0;
  for (let depth = 0; depth < HEAD; depth++) {
    const at = backwards ? end - 1 - depth : first + depth;
    head = (head << SOUND_BITS) | (at >= first && at < end ? codes[at]! : 0);
  }
  return head;
}

function headsOf(spellings: Spellings, entries: Uint32Array, backwards: boolean): Uint32Array {
  const heads = new Uint32Array(entries.length);
  for (let at = 0; at < entries.length; at++)
    heads[at] = headOf(spellings, entries[at]!, backwards);
  return heads;
}

/** The entries `from` to `to` in order: a radix sort by their heads, then by comparing those that have one head. */
export function sorted(
  spellings: Spellings,
  from: number,
  to: number,
  backwards: boolean,
): Ordered {
  let entries = Uint32Array.from({ length: to - from }, (_, at) => from + at);
  let heads = headsOf(spellings, entries, backwards);
  for (const shift of [0, AT_ONCE]) {
    const places = new Uint32Array(KEYS + 1);
    for (const head of heads) places[((head >>> shift) & (KEYS - 1)) + 1]!++;
    for (let key = 0; key < KEYS; key++) places[key + 1]! += places[key]!;
    const nextEntries = new Uint32Array(entries.length);
    const nextHeads = new Uint32Array(heads.length);
    for (let at = 0; at < heads.length; at++) {
      const place = places[(heads[at]! >>> shift) & (KEYS - 1)]!++;
      nextEntries[place] = entries[at]!;
      nextHeads[place] = heads[at]!;
    }
    entries = nextEntries;
    heads = nextHeads;
  }
  for (let low = 0; low < heads.length;) {
    let high = low + 1;
    while (high < heads.length && heads[high] === heads[low]) high++;
    if (high > low + 1 && (heads[low]! & SOUND) > 0)
      sortTails(spellings, entries, low, high, backwards);
    low = high;
  }
  return { entries, heads };
}

/** Orders entries of one head by the sounds after it. */
function sortTails(
  spellings: Spellings,
  entries: Uint32Array,
  low: number,
  high: number,
  backwards: boolean,
): void {
  const compare = (a: number, b: number): number => {
    for (let depth = HEAD; depth < ORDERED; depth++) {
      const one = soundAt(spellings, a, depth, backwards);
      const two = soundAt(spellings, b, depth, backwards);
      if (one !== two) return one - two;
      if (one === 0) return 0;
    }
    return 0;
  };
  if (high - low > FEW) {
    entries.subarray(low, high).sort(compare);
    return;
  }
  for (let at = low + 1; at < high; at++) {
    const entry = entries[at]!;
    let place = at;
    for (; place > low && compare(entries[place - 1]!, entry) > 0; place--)
      entries[place] = entries[place - 1]!;
    entries[place] = entry;
  }
}

/** What a walk does at each beginning that words share. Sounds are bits, 1 << code; other codes than letters are never stepped to. */
export interface Walker {
  /** The sounds to begin with. */
  readonly first: number;
  /** Goes on to `code` as the sound of that number, from 1; answers the sounds to go on with. */
  readonly step: (depth: number, code: number) => number;
  /** The entries `low` to `high` of the order begin with what was stepped through; those that are no longer come first. */
  readonly met: (entries: Uint32Array, low: number, high: number, depth: number) => void;
}

const LETTERS = 26;

/** Steps through all beginnings in the order for which `walker` goes on. */
export function walk(
  spellings: Spellings,
  { entries, heads }: Ordered,
  backwards: boolean,
  walker: Walker,
): void {
  const codeAt = (place: number, depth: number): number =>
    depth < HEAD
      ? (heads[place]! >>> (SOUND_BITS * (HEAD - 1 - depth))) & SOUND
      : soundAt(spellings, entries[place]!, depth, backwards);
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
      walker.met(entries, place, after, depth + 1);
      if (following !== 0) visit(place, after, depth + 1, following);
      place = after;
    }
  };
  visit(0, entries.length, 0, walker.first);
}

/** The order of all entries, in both directions; what came later stands in a short order of its own until the next sorting of all. */
export class SoundOrder {
  #all: readonly [Ordered, Ordered] = [nothing, nothing];
  #later: readonly [Ordered, Ordered] = [nothing, nothing];
  #sorted = 0;

  /** One order of all entries: quicker to walk. Takes time in proportion to all of them. */
  sortAll(spellings: Spellings): void {
    const { count } = spellings;
    if (this.#all[0].entries.length === count) return;
    this.#all = [sorted(spellings, 0, count, false), sorted(spellings, 0, count, true)];
    this.#later = [nothing, nothing];
    this.#sorted = count;
  }

  /** The orders of all entries; everything must have been taken in by `sortAll`. */
  parts(): readonly [forwards: Uint32Array, backwards: Uint32Array] {
    return [this.#all[0].entries, this.#all[1].entries];
  }

  /** Takes orders that were made by `sortAll` for its own. */
  take(spellings: Spellings, forwards: Uint32Array, backwards: Uint32Array): void {
    this.#all = [
      { entries: forwards, heads: headsOf(spellings, forwards, false) },
      { entries: backwards, heads: headsOf(spellings, backwards, true) },
    ];
    this.#sorted = forwards.length;
  }

  walk(spellings: Spellings, backwards: boolean, walker: Walker): void {
    this.#settle(spellings);
    const side = backwards ? 1 : 0;
    walk(spellings, this.#all[side], backwards, walker);
    if (this.#later[side].entries.length > 0) walk(spellings, this.#later[side], backwards, walker);
  }

  #settle(spellings: Spellings): void {
    const { count } = spellings;
    if (this.#sorted === count) return;
    const from = this.#all[0].entries.length;
    if (count - from > Math.max(LATE, from / 2)) {
      this.sortAll(spellings);
      return;
    }
    this.#later = [sorted(spellings, from, count, false), sorted(spellings, from, count, true)];
    this.#sorted = count;
  }
}
