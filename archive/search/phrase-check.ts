/** Whether documents have the phrases that a question asks for, and none that it excludes. One for each question. */
import { PhraseReader } from './phrases.ts';
import type { Plan } from './plan.ts';
import type { Wanted } from './query.ts';
import type { Ranked } from './ranking.ts';
import type { Shelf } from './shelf.ts';

/** UTF-16 units that are read around the best passage of a document. */
const AROUND = 500;

export class PhraseCheck {
  readonly #plan: Plan;
  readonly #shelf: Shelf;
  readonly #reading = new PhraseReader();

  constructor(plan: Plan, shelf: Shelf) {
    this.#plan = plan;
    this.#shelf = shelf;
  }

  /** There is something to be looked for. */
  get needed(): boolean {
    return this.#plan.phrases.length > 0 || this.#plan.excludedPhrases.length > 0;
  }

  excludes(document: number): boolean {
    return this.#has(this.#plan.excludedPhrases, document);
  }

  accepts({ document, passage }: Ranked): boolean {
    if (this.excludes(document)) return false;
    return this.#plan.phrases.every(
      (alternatives) =>
        alternatives.some(({ phrase }) => !phrase) || this.#has(alternatives, document, passage),
    );
  }

  /** Looks in the fields, around `passage`, and, as long as there is time for it, in the whole text. */
  #has(phrases: readonly Wanted[], number: number, passage?: number): boolean {
    const document = this.#shelf.document(number);
    if (!document || phrases.length === 0) return false;
    const reading = this.#reading;
    const has = (text: string) => phrases.some((wanted) => reading.has(text, wanted));
    const fields = [
      document.title,
      ...(document.speaker ?? []),
      ...(document.tags ?? []),
      document.note ?? '',
      document.publisher ?? '',
    ];
    const text = this.#shelf.text(number);
    if (fields.some(has)) return true;
    if (passage !== undefined) {
      const { start, end } = this.#shelf.rangeOf(passage);
      const around = text.slice(Math.max(0, start - AROUND), Math.min(text.length, end + AROUND));
      reading.left -= around.length;
      if (has(around)) return true;
      if (around.length === text.length) return false;
    }
    if (text.length > reading.left) return false;
    reading.left -= text.length;
    return has(text);
  }
}
