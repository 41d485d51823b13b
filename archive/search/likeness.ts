/** Which documents share much of their text with one: found by its rarest words, then compared whole. */
import { limits } from '../model/limits.ts';
import { type Runs, shareOf } from './alike.ts';
import type { Alike } from './document.ts';
import type { IndexParts } from './index-parts.ts';
import { KeptRuns } from './kept-runs.ts';
import { readWords } from './matching.ts';
import type { Term } from './plan.ts';
import type { Ranker } from './ranking.ts';

/** Candidates whose whole text is compared with another, and the share from which on two texts are alike. */
const READ_FOR_LIKENESS = 60;
const LEAST_ALIKE = 0.3;

export class Likeness {
  readonly #runs = new KeptRuns();

  /** Most alike first; empty when there is no such document. */
  of(id: string, limit: number, parts: IndexParts, ranker: Ranker): Alike[] {
    const { shelf, postings } = parts;
    const number = shelf.numberOf(id);
    if (number === undefined) return [];
    const own = this.#runsOf(number, parts);
    const { best } = ranker.rank(
      telling(shelf.text(number), parts),
      postings,
      shelf,
      (other) => other !== number && shelf.document(other) !== null,
      READ_FOR_LIKENESS,
    );
    return best
      .map(({ document }) => ({
        id: shelf.document(document)?.id ?? '',
        share: shareOf(own, this.#runsOf(document, parts)),
      }))
      .filter(({ share }) => share >= LEAST_ALIKE)
      .sort((a, b) => b.share - a.share)
      .slice(0, limit);
  }

  /** Its text is another one now, or gone. */
  forget(id: string): void {
    this.#runs.forget(id);
  }

  #runsOf(number: number, { shelf }: IndexParts): Runs {
    const { id = '' } = shelf.document(number) ?? {};
    return this.#runs.of(id, () => shelf.text(number));
  }
}

/** The rarest words of a text that other documents have too. */
function telling(text: string, { dictionary, postings }: IndexParts): Term[] {
  const counts = new Map<number, number>();
  for (const { word } of readWords(text, 0, text.length, dictionary))
    if (word >= 0 && !counts.has(word)) counts.set(word, postings.count(word));
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => a[1] - b[1])
    .slice(0, limits.queryWords)
    .map(([word]) => ({ asked: [], meanings: new Map([[word, 1]]), worth: 1 }));
}
