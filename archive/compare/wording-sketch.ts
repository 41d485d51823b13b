/** Enough of a text to tell which of its words stand in another one, in four bytes a word: its runs of words as numbers, in order. */
import { eachWord, foldWord, withoutPossessive } from '../text/index.ts';
import { SHINGLE } from './shared.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops over arrays of a known length */

/** Words of a text that are looked at. */
const READ = 20_000;
const PRIME = 16_777_619;

export interface WordingSketch {
  /** Words that were looked at. */
  readonly words: number;
  readonly runs: Uint32Array;
}

export function sketchOf(text: string): WordingSketch {
  const words: number[] = [];
  eachWord(text, (start, end) => {
    if (words.length < READ)
      words.push(hashOf(withoutPossessive(foldWord(text.slice(start, end)))));
  });
  const runs = new Uint32Array(Math.max(0, words.length - SHINGLE + 1));
  for (let at = 0; at < runs.length; at++) {
    let run = 0;
    for (let next = at; next < at + SHINGLE; next++)
      run = Math.imul(run ^ words[next]!, PRIME) ^ (run >>> 13);
    runs[at] = run;
  }
  return { words: words.length, runs };
}

/** Share of the words that stand in runs for which `has` is true. */
export function shareOfRuns({ words, runs }: WordingSketch, has: (run: number) => boolean): number {
  let covered = 0;
  let reached = 0;
  for (let at = 0; at < runs.length; at++) {
    if (!has(runs[at]!)) continue;
    covered += at + SHINGLE - Math.max(at, reached);
    reached = at + SHINGLE;
  }
  return words === 0 ? 0 : covered / words;
}

function hashOf(word: string): number {
  let value = 2_166_136_261;
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), PRIME);
  return value;
}
