/** Passages as read for earlier questions: while somebody types, mostly the same ones are met again. */
import type { IndexParts } from './index-parts.ts';
import { type ReadWord, readWords } from './matching.ts';
import type { Ranked } from './ranking.ts';

const KEPT = 1_000;

export class KeptPassages {
  readonly #kept = new Map<number, readonly ReadWord[]>();

  wordsOf({ document, passage }: Ranked, { dictionary, shelf }: IndexParts): readonly ReadWord[] {
    const known = this.#kept.get(passage);
    if (known) return known;
    const text = shelf.text(document);
    const { start, end } = shelf.rangeOf(passage);
    const words = readWords(text, start, Math.min(end, text.length), dictionary);
    if (this.#kept.size >= KEPT) this.#kept.clear();
    this.#kept.set(passage, words);
    return words;
  }

  /** Passages have other numbers now. */
  forget(): void {
    this.#kept.clear();
  }
}
