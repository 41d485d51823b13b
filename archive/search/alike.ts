/** How much of one text stands in another: the share of its runs of words, however they are inflected by case or accent. */
import { eachWord, foldWord } from '../text/index.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops over arrays of a known length */

/** Words of a run, and of a text that are read at most. */
const RUN = 3;
const READ = 20_000;

/** The runs of a text as numbers, in their order, each once. */
export type Runs = Uint32Array;

/** Of a text that is shorter than a run, its words are one. */
export function runsOf(text: string): Runs {
  const words = new Uint32Array(Math.min(READ, (text.length >> 1) + 1));
  let count = 0;
  eachWord(text, (start, end) => {
    if (count < words.length) words[count++] = hash(foldWord(text.slice(start, end)));
  });
  const length = Math.min(RUN, count);
  const runs = new Uint32Array(length === 0 ? 0 : count - length + 1);
  for (let at = 0; at < runs.length; at++) {
    let run = 0;
    for (let word = 0; word < length; word++) run = mixed(run, words[at + word]!);
    runs[at] = run;
  }
  return eachOnce(runs.sort());
}

function eachOnce(sorted: Runs): Runs {
  let kept = 0;
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at]!;
  return sorted.slice(0, kept);
}

function hash(word: string): number {
  let value = 2_166_136_261;
  for (let at = 0; at < word.length; at++)
    value = Math.imul(value ^ word.charCodeAt(at), 16_777_619);
  return value >>> 0;
}

/** The order of the words counts. */
function mixed(run: number, word: number): number {
  const value = Math.imul(run ^ word, 0x85eb_ca6b);
  return Math.imul(value ^ (value >>> 15), 0xc2b2_ae35);
}

/** 0 (no run in common) to 1 (all of the shorter stands in the longer). */
export function shareOf(a: Runs, b: Runs): number {
  if (a.length === 0 || b.length === 0) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i]!, b[j]!];
    if (one === other) shared++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return shared / Math.min(a.length, b.length);
}
