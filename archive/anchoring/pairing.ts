/**
 * Which places of two texts belong together: runs of words that stand once in each of them, taken in one order.
 * Between two neighbouring pairs lies a corridor: what stood between them in one text stands there in the other, or
 * nowhere, or was moved.
 */
import { limits } from '../model/index.ts';

/** Words in a run: two are often phrases of the language, four are torn by every other edit. */
const RUN = 3;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

interface Words {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly words: readonly string[];
}

/** Where a stretch can stand in the other text, and what answers to that in its own. */
export interface Corridor {
  /** In the text that it was cut from. */
  readonly old: readonly [from: number, to: number];
  readonly now: readonly [from: number, to: number];
  /** Where it would begin if nothing between it and the nearer pair had changed. */
  readonly expected: number;
}

export class Pairing {
  readonly #old: string;
  readonly #now: string;
  /** Beginnings and ends of paired runs, ascending in both texts. */
  readonly #pairs: readonly Pair[];

  constructor(old: string, now: string) {
    this.#old = old;
    this.#now = now;
    this.#pairs = pairsOf(wordsIn(old), wordsIn(now));
  }

  /** Runs that touch the stretch are no walls of its corridor: its own words may be torn out of them. */
  corridorOf(start: number, end: number): Corridor {
    const pairs = this.#pairs;
    const next = firstFrom(pairs, end, 'oldStart');
    let last = firstFrom(pairs, start + 1, 'oldEnd') - 1;
    while (last >= 0 && (pairs[last]?.oldEnd ?? 0) > start) last -= 1;
    const before = pairs[last];
    const after = pairs[next];
    const now = [before?.nowEnd ?? 0, after?.nowStart ?? this.#now.length] as const;
    const old = [before?.oldEnd ?? 0, after?.oldStart ?? this.#old.length] as const;
    const fromBefore = start - old[0];
    const fromAfter = old[1] - start;
    const expected =
      after && fromAfter < fromBefore ? now[1] - fromAfter : Math.min(now[0] + fromBefore, now[1]);
    // Pairs may touch each other in one text and overlap in the other.
    return { old, now: [Math.min(now[0], now[1]), Math.max(now[0], now[1])], expected };
  }
}

interface Pair {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly nowStart: number;
  readonly nowEnd: number;
}

function wordsIn(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const words: string[] = [];
  for (const found of text.matchAll(WORD)) {
    if (words.length === limits.pairedWords) break;
    starts.push(found.index);
    ends.push(found.index + found[0].length);
    words.push(found[0]);
  }
  return { starts, ends, words };
}

/** The index of the first word of every run that stands once; -1 for those that stand more often. */
function runsOf({ words }: Words): Map<string, number> {
  const runs = new Map<string, number>();
  for (let at = 0; at + RUN <= words.length; at += 1) {
    const run = words.slice(at, at + RUN).join(' ');
    runs.set(run, runs.has(run) ? -1 : at);
  }
  return runs;
}

function pairsOf(old: Words, now: Words): Pair[] {
  const there = runsOf(now);
  const both: (readonly [old: number, now: number])[] = [];
  for (const [run, at] of runsOf(old)) {
    const other = there.get(run) ?? -1;
    if (at !== -1 && other !== -1) both.push([at, other]);
  }
  both.sort(([a], [b]) => a - b);
  return inOneOrder(both).map(([a, b]) => ({
    oldStart: old.starts[a] ?? 0,
    oldEnd: old.ends[a + RUN - 1] ?? 0,
    nowStart: now.starts[b] ?? 0,
    nowEnd: now.ends[b + RUN - 1] ?? 0,
  }));
}

/** The longest part of the pairs that ascends in the second text too: patience sorting. */
function inOneOrder<P extends readonly [number, number]>(pairs: readonly P[]): P[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, value]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const chosen: P[] = [];
  for (let at = tails.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chosen.push(pair);
  }
  return chosen.reverse();
}

/** The index of the first pair whose `key` is `least` or more. */
function firstFrom(pairs: readonly Pair[], least: number, key: 'oldStart' | 'oldEnd'): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle]?.[key] ?? 0) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}
