/** Takes a document's words into the index, passage by passage. */
import { eachWord } from '../text/index.ts';
import { AS_NAME, IN_SMALL, isCapital, isSmall, isWithinSentence } from './capitals.ts';
import { detached, type Dictionary } from './dictionary.ts';
import type { SearchDocument } from './document.ts';
import { indexedForm } from './matching.ts';
import { IN_OTHER, IN_SPEAKER, IN_TAG, IN_TITLE, type Postings, TIMES } from './postings.ts';
import type { Shelf } from './shelf.ts';

/** Words after which a passage ends at the next line break, and after which it ends in any case. */
const PASSAGE_WORDS = 160;
const LONGEST_PASSAGE = 240;
/** Spellings remembered: most words of a document stood in one before. */
const MEMORY = 200_000;

export class Writer {
  readonly #dictionary: Dictionary;
  readonly #postings: Postings;
  readonly #shelf: Shelf;
  /** By word: how the passage at hand has it. */
  #how = new Uint8Array(1 << 12);
  #seen: number[] = [];
  readonly #known = new Map<string, number>();

  constructor(dictionary: Dictionary, postings: Postings, shelf: Shelf) {
    this.#dictionary = dictionary;
    this.#postings = postings;
    this.#shelf = shelf;
  }

  add(document: SearchDocument, text: string): void {
    const number = this.#shelf.add(document);
    let passage = this.#shelf.addPassage(number, 0);
    this.#fields(document);
    let words = 0;
    let last = 0;
    eachWord(text, (start, end) => {
      const full =
        words >= LONGEST_PASSAGE ||
        (words >= PASSAGE_WORDS && text.slice(last, start).includes('\n'));
      if (full) {
        this.#finish(passage, words);
        passage = this.#shelf.addPassage(number, start);
        words = 0;
      }
      words++;
      last = end;
      const word = this.#wordAt(text, start, end);
      if (isCapital(text.charCodeAt(start)) && isWithinSentence(text, start))
        this.#dictionary.meet(word, AS_NAME);
      const how = this.#how[word] ?? 0;
      if (how === 0) this.#seen.push(word);
      if ((how & TIMES) < TIMES) this.#how[word] = how + 1;
    });
    this.#finish(passage, words);
  }

  #finish(passage: number, words: number): void {
    for (const word of this.#seen) {
      this.#postings.add(word, passage, this.#how[word] ?? 0);
      this.#how[word] = 0;
    }
    this.#seen = [];
    this.#shelf.setWords(passage, words);
  }

  #fields(document: SearchDocument): void {
    this.#flag(document.title, IN_TITLE);
    for (const name of document.speaker ?? []) this.#flag(name, IN_SPEAKER, true);
    for (const tag of document.tags ?? []) this.#flag(tag, IN_TAG);
    for (const name of document.names ?? []) this.#flag(name, IN_OTHER, true);
    this.#flag(document.note ?? '', IN_OTHER);
    this.#flag(document.publisher ?? '', IN_OTHER);
  }

  #flag(text: string, field: number, named = false): void {
    eachWord(text, (start, end) => {
      const word = this.#wordAt(text, start, end);
      const how = this.#how[word] ?? 0;
      if (how === 0) this.#seen.push(word);
      this.#how[word] = how | field;
      if (named) this.#dictionary.meet(word, AS_NAME);
    });
  }

  #wordAt(text: string, start: number, end: number): number {
    const spelled = text.slice(start, end);
    let word = this.#known.get(spelled);
    if (word === undefined) {
      word = this.#dictionary.intern(indexedForm(text, start, end));
      if (isSmall(spelled.charCodeAt(0))) this.#dictionary.meet(word, IN_SMALL);
      if (this.#known.size >= MEMORY) this.#known.clear();
      this.#known.set(detached(spelled), word);
      if (word >= this.#how.length) {
        const wider = new Uint8Array(Math.max(word + 1, this.#how.length * 2));
        wider.set(this.#how);
        this.#how = wider;
      }
    }
    return word;
  }
}
