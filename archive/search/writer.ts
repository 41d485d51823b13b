/** Takes a document's words into the index, passage by passage. */
import { limits } from '../model/limits.ts';
import { eachWord, isPlain } from '../text/index.ts';
import { AS_NAME, IN_SMALL, isCapital, isSmall, isWithinSentence } from './capitals.ts';
import type { Dictionary } from './dictionary.ts';
import type { SearchDocument } from './document.ts';
import { indexedForm } from './matching.ts';
import { IN_OTHER, IN_SPEAKER, IN_TAG, IN_TITLE, type Postings, TIMES } from './postings.ts';
import type { Shelf } from './shelf.ts';
import { WordNumbers } from './word-numbers.ts';

/** Words after which a passage ends at the next line break, and after which it ends in any case. */
const PASSAGE_WORDS = 160;
const LONGEST_PASSAGE = 240;
/** Spellings remembered that are not as the index writes the word: most words of a document stood in one before. */
const MEMORY = 200_000;

export class Writer {
  readonly #dictionary: Dictionary;
  readonly #postings: Postings;
  readonly #shelf: Shelf;
  /** By word: how the passage at hand has it. */
  #how = new Uint8Array(1 << 12);
  #seen: number[] = [];
  readonly #known = new WordNumbers();

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
    const plain = isPlain(text, start, end);
    let word = -1;
    if (end - start <= limits.indexedWord)
      word = plain
        ? this.#dictionary.numberAt(text, start, end)
        : this.#known.find(text, start, end);
    if (word < 0) word = this.#newSpelling(text, start, end, plain);
    if (isSmall(text.charCodeAt(start))) this.#dictionary.meet(word, IN_SMALL);
    if (word >= this.#how.length) this.#widen(word);
    return word;
  }

  #newSpelling(text: string, start: number, end: number, plain: boolean): number {
    const word = this.#dictionary.intern(indexedForm(text, start, end));
    if (plain || end - start > limits.indexedWord) return word;
    if (this.#known.size >= MEMORY) this.#known.clear();
    this.#known.add(word, text, start, end);
    return word;
  }

  #widen(word: number): void {
    const wider = new Uint8Array(Math.max(word + 1, this.#how.length * 2));
    wider.set(this.#how);
    this.#how = wider;
  }
}
