/** The documents by number, and the passages into which their texts are cut so that long ones can be found by their parts. */
import type { SearchDocument } from './document.ts';
import { Numbers } from './growing.ts';

/** Reads the text of a document that the index does not keep. Empty when it is gone. */
export type TextOf = (id: string) => string;

export interface ShelfParts {
  readonly documents: readonly SearchDocument[];
  readonly firstPassage: Uint32Array;
  readonly passageDocument: Uint32Array;
  readonly passageStart: Uint32Array;
  readonly passageWords: Uint32Array;
}

export class Shelf {
  readonly #documents: (SearchDocument | null)[] = [];
  readonly #numbers = new Map<string, number>();
  /** Of each document: its first passage. */
  readonly #firstPassage = new Numbers();
  readonly #passageDocument = new Numbers();
  /** UTF-16 units of the text at which the passage begins. */
  readonly #passageStart = new Numbers();
  readonly #passageWords = new Numbers();
  readonly #textOf: TextOf | undefined;
  #words = 0;

  constructor(textOf?: TextOf) {
    this.#textOf = textOf;
  }

  /** Documents on the shelf. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Numbers given out; some may be of removed documents. */
  get numbers(): number {
    return this.#documents.length;
  }

  get passages(): number {
    return this.#passageDocument.length;
  }

  /** Words in an average passage. */
  get averageWords(): number {
    return Math.max(1, this.#words / Math.max(1, this.passages));
  }

  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** `null` when it was removed. */
  document(number: number): SearchDocument | null {
    return this.#documents[number] ?? null;
  }

  add(document: SearchDocument): number {
    const number = this.#documents.length;
    this.#documents.push(this.#textOf ? { ...document, text: '' } : document);
    this.#numbers.set(document.id, number);
    this.#firstPassage.push(this.passages);
    return number;
  }

  addPassage(number: number, start: number): number {
    this.#passageDocument.push(number);
    this.#passageStart.push(start);
    this.#passageWords.push(0);
    return this.passages - 1;
  }

  setWords(passage: number, words: number): void {
    this.#passageWords.set(passage, words);
    this.#words += words;
  }

  remove(id: string): boolean {
    const number = this.#numbers.get(id);
    if (number === undefined) return false;
    this.#numbers.delete(id);
    this.#documents[number] = null;
    return true;
  }

  text(number: number): string {
    const document = this.document(number);
    if (!document) return '';
    return this.#textOf ? this.#textOf(document.id) : document.text;
  }

  documentOf(passage: number): number {
    return this.#passageDocument.at(passage);
  }

  firstPassage(number: number): number {
    return this.#firstPassage.at(number);
  }

  /** How many passages the document has: at least one. */
  passageCount(number: number): number {
    const end = number + 1 < this.numbers ? this.#firstPassage.at(number + 1) : this.passages;
    return end - this.#firstPassage.at(number);
  }

  /** UTF-16 units of the document's text, `end` exclusive; the last passage of a document ends with its text. */
  rangeOf(passage: number): { start: number; end: number } {
    const next = passage + 1;
    const same = next < this.passages && this.documentOf(next) === this.documentOf(passage);
    return {
      start: this.#passageStart.at(passage),
      end: same ? this.#passageStart.at(next) : Number.MAX_SAFE_INTEGER,
    };
  }

  wordsIn(passage: number): number {
    return this.#passageWords.at(passage);
  }

  passageDocuments(): Uint32Array {
    return this.#passageDocument.view();
  }

  passageStarts(): Uint32Array {
    return this.#passageStart.view();
  }

  passageLengths(): Uint32Array {
    return this.#passageWords.view();
  }

  /** Everything as plain data, for a snapshot; removed documents must have been dropped by `renumber`. */
  parts(): ShelfParts {
    return {
      documents: this.#documents.filter((document) => document !== null),
      firstPassage: this.#firstPassage.view(),
      passageDocument: this.#passageDocument.view(),
      passageStart: this.#passageStart.view(),
      passageWords: this.#passageWords.view(),
    };
  }

  static from(parts: ShelfParts, textOf?: TextOf): Shelf {
    const shelf = new Shelf(textOf);
    parts.documents.forEach((document, number) => {
      shelf.#documents.push(document);
      shelf.#numbers.set(document.id, number);
    });
    for (const [own, given] of [
      [shelf.#firstPassage, parts.firstPassage],
      [shelf.#passageDocument, parts.passageDocument],
      [shelf.#passageStart, parts.passageStart],
    ] as const)
      own.take(given);
    shelf.#passageWords.take(parts.passageWords);
    for (const words of parts.passageWords) shelf.#words += words;
    return shelf;
  }

  /** A shelf without the removed documents, and the new number of each passage (-1: gone). */
  renumbered(): { shelf: Shelf; passages: Int32Array } {
    const shelf = new Shelf(this.#textOf);
    const passages = new Int32Array(this.passages).fill(-1);
    this.#documents.forEach((document, number) => {
      if (!document) return;
      const own = shelf.add(document);
      const first = this.firstPassage(number);
      for (let passage = first; passage < first + this.passageCount(number); passage++) {
        const kept = shelf.addPassage(own, this.#passageStart.at(passage));
        shelf.setWords(kept, this.wordsIn(passage));
        passages[passage] = kept;
      }
    });
    return { shelf, passages };
  }

  *living(): Generator<number> {
    for (let number = this.#documents.length - 1; number >= 0; number--)
      if (this.#documents[number]) yield number;
  }
}
