/** Which passages have which words: a compact base, and an overlay of later additions. */
import { Bytes, grown, Numbers } from './growing.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops over parallel arrays of one length */

/** How a passage has a word: times in the text (low four bits, at most 15), and the fields that have it. */
export const TIMES = 0x0f;
export const IN_TITLE = 0x10;
export const IN_SPEAKER = 0x20;
export const IN_TAG = 0x40;
export const IN_OTHER = 0x80;

/** Pending additions up to which the overlay serves. */
const OVERLAY = 60_000;

export class Postings {
  #start: Uint32Array = new Uint32Array(1);
  #passages: Uint32Array = new Uint32Array(0);
  #how: Uint8Array = new Uint8Array(0);
  #pendingWord = new Numbers();
  #pendingPassage = new Numbers();
  #pendingHow = new Bytes();
  /** By word: its last place in the pending lists (from 1), and how many it has there. Made as far as somebody asked. */
  #overlay = new Uint32Array(0);
  #overlayCount = new Uint32Array(0);
  /** Place of the one before of the same word, from 1; 0 when there is none. */
  #pendingBefore = new Numbers();
  #words = 0;

  static from(start: Uint32Array, passages: Uint32Array, how: Uint8Array): Postings {
    const postings = new Postings();
    postings.#start = start;
    postings.#passages = passages;
    postings.#how = how;
    return postings;
  }

  /** Call `settle` before asking. */
  add(word: number, passage: number, how: number): void {
    this.#pendingWord.push(word);
    this.#pendingPassage.push(passage);
    this.#pendingHow.push(how);
  }

  /** In how many passages a word is; those of removed documents count until the next compaction. */
  count(word: number): number {
    if (this.#pendingBefore.length < this.#pendingWord.length) this.#chain();
    const base = word + 1 < this.#start.length ? this.#start[word + 1]! - this.#start[word]! : 0;
    return base + (this.#overlayCount[word] ?? 0);
  }

  each(word: number, visit: (passage: number, how: number) => void): void {
    const { passages, how } = this.base;
    for (let at = this.startOf(word), end = this.startOf(word + 1); at < end; at++)
      visit(passages[at]!, how[at]!);
    this.eachLater(word, visit);
  }

  /** What `each` visits first, for loops that call nothing: from `startOf(word)` to `startOf(word + 1)`. */
  get base(): { readonly passages: Uint32Array; readonly how: Uint8Array } {
    return { passages: this.#passages, how: this.#how };
  }

  startOf(word: number): number {
    return this.#start[word] ?? this.#passages.length;
  }

  /** The rest of what `each` visits: the additions since everything was sorted. */
  eachLater(word: number, visit: (passage: number, how: number) => void): void {
    if (this.#pendingBefore.length < this.#pendingWord.length) this.#chain();
    for (let at = this.#overlay[word] ?? 0; at > 0; at = this.#pendingBefore.at(at - 1))
      visit(this.#pendingPassage.at(at - 1), this.#pendingHow.at(at - 1));
  }

  /** Makes additions findable. Takes time in proportion to what is new, averaged over many calls. */
  settle(words: number): void {
    const pending = this.#pendingWord.length;
    if (pending > Math.max(OVERLAY, this.#passages.length / 2)) this.compact(words);
    this.#words = words;
  }

  #chain(): void {
    const words = this.#pendingWord.view();
    this.#overlay = grown(this.#overlay, this.#words);
    this.#overlayCount = grown(this.#overlayCount, this.#words);
    for (let at = this.#pendingBefore.length; at < words.length; at++) {
      const word = words[at]!;
      this.#pendingBefore.push(this.#overlay[word]!);
      this.#overlay[word] = at + 1;
      this.#overlayCount[word]!++;
    }
  }

  /** Sorts everything into a new base; `renumbered` gives each passage its new number, or -1 when it is gone. */
  compact(words: number, renumbered?: Int32Array): void {
    const kept = (passage: number) => (renumbered ? renumbered[passage]! : passage);
    const start = new Uint32Array(words + 1);
    let total = 0;
    this.#each((word, passage) => {
      if (kept(passage) < 0) return;
      start[word + 1]!++;
      total++;
    });
    for (let word = 0; word < words; word++) start[word + 1]! += start[word]!;
    const next = start.slice(0, words);
    const passages = new Uint32Array(total);
    const how = new Uint8Array(total);
    this.#each((word, passage, had) => {
      const number = kept(passage);
      if (number < 0) return;
      const at = next[word]!++;
      passages[at] = number;
      how[at] = had;
    });
    this.#start = start;
    this.#passages = passages;
    this.#how = how;
    this.#pendingWord = new Numbers();
    this.#pendingPassage = new Numbers();
    this.#pendingHow = new Bytes();
    this.#pendingBefore = new Numbers();
    this.#overlay = new Uint32Array(0);
    this.#overlayCount = new Uint32Array(0);
  }

  #each(visit: (word: number, passage: number, how: number) => void): void {
    for (let word = 0; word + 1 < this.#start.length; word++)
      for (let at = this.#start[word]!, end = this.#start[word + 1]!; at < end; at++)
        visit(word, this.#passages[at]!, this.#how[at]!);
    const words = this.#pendingWord.view();
    const passages = this.#pendingPassage.view();
    const how = this.#pendingHow.view();
    for (let at = 0; at < words.length; at++) visit(words[at]!, passages[at]!, how[at]!);
  }

  /** The base as three arrays; everything must have been taken in by `compact`. */
  parts(): readonly [start: Uint32Array, passages: Uint32Array, how: Uint8Array] {
    return [this.#start, this.#passages, this.#how];
  }
}
