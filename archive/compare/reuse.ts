/** Where else the wording of a text stands: shared passages of one text with a whole archive. */
import { quietJob, type Job } from '../lib/job.ts';
import { FailureError } from '../lib/result.ts';
import type { TextDocument } from '../model/index.ts';
import type { SharedPassage } from './comparison.ts';
import { SharedFinder, type SharedWords } from './shared.ts';
import { knownWordsIn, Vocabulary, wordsIn } from './words.ts';

export interface Reuse<Id> {
  readonly id: Id;
  /** Share of the words of the text that stand in the other one too, and of the other one's that stand in the text. */
  readonly share: number;
  readonly shareOfOther: number;
  /** `a` is a range of the text, `b` of the other one; in order of the text. */
  readonly shared: readonly SharedPassage[];
}

/** The same shared passage seen from the other side. */
const swapped = ({ passage }: SharedWords): SharedPassage => ({
  ...passage,
  a: passage.b,
  b: passage.a,
  differences: passage.differences.map(({ a, b }) => ({ a: b, b: a })),
});

const wordsCovered = (runs: readonly SharedWords[], side: 'a' | 'b') =>
  runs.reduce((sum, run) => sum + run[side][1] - run[side][0], 0);

/**
 * The texts of `corpus` that share wording with `text`, most shared words first. Says nothing of who took it from whom.
 * Time is linear in the length of the corpus, memory in the length of `text` and of the longest other one. Throws a
 * `FailureError` with the code `cancelled` once `job.signal` is aborted.
 */
export function findReuse<Id>(
  text: TextDocument,
  corpus: Iterable<{ readonly id: Id; readonly document: TextDocument }>,
  job: Job = quietJob,
): Reuse<Id>[] {
  const vocabulary = new Vocabulary();
  const words = wordsIn(text.text, vocabulary);
  const finder = new SharedFinder(words);
  const found: (Reuse<Id> & { readonly words: number })[] = [];
  let done = 0;
  for (const { id, document } of corpus) {
    if (job.signal.aborted) throw new FailureError({ code: 'cancelled' });
    job.progress(done++);
    const other = knownWordsIn(document.text, vocabulary);
    const runs = finder.with(other);
    if (runs.length === 0) continue;
    const covered = wordsCovered(runs, 'b');
    found.push({
      id,
      share: covered / words.count,
      shareOfOther: wordsCovered(runs, 'a') / other.count,
      shared: runs.map(swapped).sort((x, y) => x.a[0] - y.a[0]),
      words: covered,
    });
  }
  return found
    .sort((x, y) => y.words - x.words)
    .map(({ id, share, shareOfOther, shared }) => ({ id, share, shareOfOther, shared }));
}
