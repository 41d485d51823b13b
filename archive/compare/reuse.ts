/** Where else the wording of a text stands: shared passages of one text with a whole archive. */
import { quietJob, type Job } from '../lib/job.ts';
import { FailureError } from '../lib/result.ts';
import type { TextDocument } from '../model/index.ts';
import type { Range, SharedPassage } from './comparison.ts';
import {
  LONGEST_GAP,
  rangeOf,
  SharedFinder,
  SHINGLE,
  SHORTEST,
  type SharedWords,
} from './shared.ts';
import {
  firstWordFrom,
  knownWordsIn,
  Vocabulary,
  type Words,
  wordsBetween,
  wordsIn,
} from './words.ts';

/** What another text shares with the one that is asked for. */
export interface SharedWording {
  /** Share of the words of the text that stand in the other one too, and of the other one's that stand in the text. */
  readonly share: number;
  readonly shareOfOther: number;
  /** Words of the text that stand in the other one too. */
  readonly words: number;
  /** `a` is a range of the text, `b` of the other one; in order of the text. */
  readonly shared: readonly SharedPassage[];
}

export interface Reuse<Id> extends Omit<SharedWording, 'words'> {
  readonly id: Id;
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

/** A text of few words is found where all of it stands. */
const finderOf = (words: Words) =>
  new SharedFinder(words, Math.min(SHORTEST, Math.max(SHINGLE, words.count)));

/** Looks for the wording of one text, or of a part of it, in others. Memory is linear in its length and in that of the longest other one. */
export class ReuseFinder {
  readonly #vocabulary = new Vocabulary();
  readonly #words: Words;
  readonly #part: Words | null;
  /** What is looked for: the whole, or its part. */
  readonly #asked: SharedFinder;
  /** The whole beside a part of it: made when something was found. */
  #whole: SharedFinder | null = null;
  /** How many words are looked for. */
  readonly count: number;

  /** `part` ends where words end. */
  constructor(text: string, part?: Range) {
    this.#words = wordsIn(text, this.#vocabulary);
    const words = part ? this.#within(part) : this.#words;
    this.#part = part ? words : null;
    this.count = words.count;
    this.#asked = finderOf(words);
    if (!part) this.#whole = this.#asked;
  }

  /** `null` when nothing of it stands there. The shares are of the whole text, also when a part of it is looked for. */
  in(text: string): SharedWording | null {
    const other = knownWordsIn(text, this.#vocabulary);
    const runs = this.#asked.with(other);
    if (runs.length === 0) return null;
    this.#whole ??= finderOf(this.#words);
    const all = this.#whole === this.#asked ? runs : this.#whole.with(other);
    const words = wordsCovered(all, 'b');
    const [only, second] = runs;
    const toEdges = this.#part && only && !second ? [widened(only, this.#part, other)] : runs;
    return {
      share: words / this.#words.count,
      shareOfOther: wordsCovered(all, 'a') / other.count,
      words,
      shared: toEdges.map(swapped).sort((x, y) => x.a[0] - y.a[0]),
    };
  }

  #within([start, end]: Range): Words {
    const [from, to] = [firstWordFrom(this.#words, start), firstWordFrom(this.#words, end)];
    return wordsBetween(this.#words, from, Math.max(from, to));
  }
}

/**
 * With the few words at the edges of what was asked for that are others there: of "the youngest is seventeen" the last
 * word matters most.
 */
function widened(run: SharedWords, asked: Words, other: Words): SharedWords {
  const { passage } = run;
  const [before, after] = [run.b[0], asked.count - run.b[1]];
  const start = before <= LONGEST_GAP ? before : 0;
  const end = after <= LONGEST_GAP ? after : 0;
  if (start + end === 0) return run;
  const a = [Math.max(0, run.a[0] - start), Math.min(other.count, run.a[1] + end)] as const;
  const b = [run.b[0] - start, run.b[1] + end] as const;
  const same = (passage.similarity * (run.a[1] - run.a[0] + run.b[1] - run.b[0])) / 2;
  const edge = (from: number, to: number, fromThere: number, toThere: number) =>
    from < to ? [{ a: rangeOf(other, fromThere, toThere), b: rangeOf(asked, from, to) }] : [];
  return {
    ...{ a, b, same: run.same },
    passage: {
      a: rangeOf(other, ...a),
      b: rangeOf(asked, ...b),
      kind: 'near',
      similarity: (2 * same) / (a[1] - a[0] + b[1] - b[0]),
      words: a[1] - a[0],
      differences: [
        ...edge(b[0], run.b[0], a[0], run.a[0]),
        ...passage.differences,
        ...edge(run.b[1], b[1], run.a[1], a[1]),
      ],
    },
  };
}

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
  const finder = new ReuseFinder(text.text);
  const found: { readonly words: number; readonly reuse: Reuse<Id> }[] = [];
  let done = 0;
  for (const { id, document } of corpus) {
    if (job.signal.aborted) throw new FailureError({ code: 'cancelled' });
    job.progress(done++);
    const wording = finder.in(document.text);
    if (!wording) continue;
    const { words, share, shareOfOther, shared } = wording;
    found.push({ words, reuse: { id, share, shareOfOther, shared } });
  }
  return found.sort((x, y) => y.words - x.words).map(({ reuse }) => reuse);
}
