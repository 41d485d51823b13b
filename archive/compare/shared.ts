/** Shared passages: runs of the same words in two texts, found by shingles and joined over small differences. */
import type { Range, SharedPassage } from './comparison.ts';
import { endAt, startAt, type Words } from './words.ts';

/** Words of a shingle: no passage is found without one. */
export const SHINGLE = 4;
/** A shingle that stands more often than this in B only pairs its k-th place in A with its k-th place in B. */
const COMMON = 12;
/** Words that may differ between two runs of one shared passage. */
export const LONGEST_GAP = 5;
/** Words that a shared passage reaches over at least: less is a turn of speech. */
export const SHORTEST = 6;
const HASH_BASE = 0x01000193;

/** `[first, last)` words of A and B. */
interface Run {
  a: number;
  aEnd: number;
  b: number;
  bEnd: number;
  same: number;
  gaps: { a: number; aEnd: number; b: number; bEnd: number }[];
}

function shingleHashes(word: Int32Array): Int32Array {
  const hashes = new Int32Array(Math.max(0, word.length - SHINGLE + 1));
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0x811c9dc5;
    for (let next = 0; next < SHINGLE; next++)
      hash = Math.imul(hash ^ ((word[at + next] ?? 0) + 1), HASH_BASE);
    hashes[at] = hash ^ (hash >>> 15);
  }
  return hashes;
}

function sameShingle(a: Int32Array, i: number, b: Int32Array, j: number): boolean {
  for (let next = 0; next < SHINGLE; next++) if (a[i + next] !== b[j + next]) return false;
  return true;
}

type Places = ReadonlyMap<number, readonly number[]>;

function placesByHash(hashes: Int32Array): Places {
  const places = new Map<number, number[]>();
  hashes.forEach((hash, at) => {
    const list = places.get(hash);
    if (list === undefined) places.set(hash, [at]);
    else list.push(at);
  });
  return places;
}

/** Longest runs of the same words, each found once; in order of A. */
function exactRuns(a: Int32Array, b: Int32Array, places: Places): Run[] {
  const seen = new Map<number, number>();
  /** Per diagonal (b - a): the end in A of the last run on it. */
  const reached = new Map<number, number>();
  const runs: Run[] = [];
  const extend = (i: number, j: number) => {
    if ((reached.get(j - i) ?? -1) > i || !sameShingle(a, i, b, j)) return;
    let from = 0;
    while (i - from > 0 && j - from > 0 && a[i - from - 1] === b[j - from - 1]) from++;
    let to = SHINGLE;
    while (i + to < a.length && j + to < b.length && a[i + to] === b[j + to]) to++;
    reached.set(j - i, i + to);
    runs.push({ a: i - from, aEnd: i + to, b: j - from, bEnd: j + to, same: from + to, gaps: [] });
  };
  shingleHashes(a).forEach((hash, i) => {
    const list = places.get(hash);
    if (list === undefined) return;
    const turn = seen.get(hash) ?? 0;
    seen.set(hash, turn + 1);
    if (list.length <= COMMON) for (const j of list) extend(i, j);
    else extend(i, list[Math.min(turn, list.length - 1)] ?? 0);
  });
  return runs.sort((p, q) => p.a - q.a || p.b - q.b);
}

/** Joins runs that follow each other on both sides with at most `LONGEST_GAP` words between them. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    let target: Run | null = null;
    // Runs are in order of A, so only the last few can be near enough.
    for (let back = 1; back <= COMMON && target === null; back++) {
      const earlier = out[out.length - back];
      if (earlier === undefined) break;
      const gapA = run.a - earlier.aEnd;
      const gapB = run.b - earlier.bEnd;
      if (gapA >= 0 && gapB >= 0 && gapA <= LONGEST_GAP && gapB <= LONGEST_GAP) target = earlier;
    }
    if (target === null) {
      out.push({ ...run, gaps: [] });
      continue;
    }
    target.gaps.push({ a: target.aEnd, aEnd: run.a, b: target.bEnd, bEnd: run.b });
    target.aEnd = run.aEnd;
    target.bEnd = run.bEnd;
    target.same += run.same;
  }
  return out;
}

/** Drops runs whose words in A and in B are both in longer ones already. */
function withoutCovered(runs: Run[], lengthA: number, lengthB: number): Run[] {
  const coveredA = new Uint8Array(lengthA);
  const coveredB = new Uint8Array(lengthB);
  const covered = (mask: Uint8Array, from: number, to: number) => {
    let count = 0;
    for (let at = from; at < to; at++) count += mask[at] ?? 0;
    return count / (to - from);
  };
  return runs
    .sort((p, q) => q.same - p.same || p.a - q.a)
    .filter((run) => {
      if (covered(coveredA, run.a, run.aEnd) > 0.5 || covered(coveredB, run.b, run.bEnd) > 0.5)
        return false;
      coveredA.fill(1, run.a, run.aEnd);
      coveredB.fill(1, run.b, run.bEnd);
      return true;
    })
    .sort((p, q) => p.a - q.a);
}

/** The range from word `from` up to word `to`; empty, after the word before, when there is none between. */
export function rangeOf(words: Words, from: number, to: number): Range {
  if (from < to) return [startAt(words, from), endAt(words, to - 1)];
  const place = from > 0 ? endAt(words, from - 1) : 0;
  return [place, place];
}

/** A shared passage with the words it reaches over, `[first, last)`. */
export interface SharedWords {
  readonly passage: SharedPassage;
  readonly a: Range;
  readonly b: Range;
  /** The stretches of it that are the same on both sides, by their first words. */
  readonly same: readonly { readonly a: number; readonly b: number; readonly words: number }[];
}

/** What stands between the gaps of a run. */
function sameIn(run: Run): SharedWords['same'] {
  const ends = [...run.gaps, { a: run.aEnd, aEnd: run.aEnd, b: run.bEnd, bEnd: run.bEnd }];
  let from = { a: run.a, b: run.b };
  return ends.map((gap) => {
    const stretch = { ...from, words: gap.a - from.a };
    from = { a: gap.aEnd, b: gap.bEnd };
    return stretch;
  });
}

/** Finds what other texts share with one text, whose shingles are counted once. */
export class SharedFinder {
  readonly #text: Words;
  readonly #places: Places;
  readonly #shortest: number;

  /** `shortest`: words that a passage reaches over at least. */
  constructor(text: Words, shortest = SHORTEST) {
    this.#text = text;
    this.#places = placesByHash(shingleHashes(text.word));
    this.#shortest = shortest;
  }

  /** The shared passages of `other` (as A) with the text (as B), in order of A. Near linear in the length of `other`. */
  with(other: Words): SharedWords[] {
    const text = this.#text;
    const runs = joined(exactRuns(other.word, text.word, this.#places)).filter(
      (run) => run.aEnd - run.a >= this.#shortest && run.bEnd - run.b >= this.#shortest,
    );
    return withoutCovered(runs, other.count, text.count).map((run) => ({
      a: [run.a, run.aEnd],
      b: [run.b, run.bEnd],
      same: sameIn(run),
      passage: {
        a: rangeOf(other, run.a, run.aEnd),
        b: rangeOf(text, run.b, run.bEnd),
        kind: run.gaps.length === 0 ? 'verbatim' : 'near',
        similarity: (2 * run.same) / (run.aEnd - run.a + run.bEnd - run.b),
        words: run.aEnd - run.a,
        differences: run.gaps.map((gap) => ({
          a: rangeOf(other, gap.a, gap.aEnd),
          b: rangeOf(text, gap.b, gap.bEnd),
        })),
      },
    }));
  }
}

/** The shared passages of two texts with one vocabulary, in order of A. */
export const sharedPassages = (a: Words, b: Words): SharedWords[] => new SharedFinder(b).with(a);
