/** How much of one text stands in another: the share of its runs of words, however they are inflected by case or accent. */
import { eachWord, foldWord } from '../text/index.ts';

/** Words of a run, and of a text that are read at most. */
const RUN = 3;
const READ = 20_000;

/** The runs of a text as numbers; of one that is shorter than a run, its words. */
export function runsOf(text: string): Set<number> {
  const words: string[] = [];
  eachWord(text, (start, end) => {
    if (words.length < READ) words.push(foldWord(text.slice(start, end)));
  });
  const runs = new Set<number>();
  const length = Math.min(RUN, words.length);
  for (let at = 0; at + length <= words.length && length > 0; at++)
    runs.add(hash(words.slice(at, at + length).join(' ')));
  return runs;
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  return value >>> 0;
}

/** 0 (no run in common) to 1 (all of the shorter stands in the longer). */
export function shareOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const run of few) if (many.has(run)) shared++;
  return shared / few.size;
}
