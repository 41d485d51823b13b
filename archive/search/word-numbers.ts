/**
 * The numbers of words, found by their letters where they stand in a text: to cut each word out of it, millions of times, takes longer than all
 * else that indexing does with most of them.
 */
import { randomBytes } from 'node:crypto';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops; places and slots are within their arrays */

/** Slots of an empty table, a power of two; and the share of them that may be taken. */
const SLOTS = 1 << 8;
const FULL = 0.6;
/** What stands before the letters of a word: their count, and the number in two halves. */
const HEAD = 3;
const HALF = 16;

export class WordNumbers {
  /** Two for each slot: the hash, and the place of the word from 1, or 0 when the slot is free. */
  #slots = new Uint32Array(2 * SLOTS);
  #words = new Uint16Array(1 << 10);
  #filled = 0;
  size = 0;

  /** The number of the word that stands from `start` to `end`; -1 when it has none. */
  find(text: string, start = 0, end = text.length): number {
    const hash = hashOf(text, start, end);
    const slots = this.#slots;
    const last = slots.length - 2;
    for (let slot = (2 * hash) & last; slots[slot + 1]! > 0; slot = (slot + 2) & last)
      if (slots[slot] === hash && this.#stands(slots[slot + 1]! - 1, text, start, end))
        return this.#numberAt(slots[slot + 1]! - 1);
    return -1;
  }

  /** The word must not have a number yet, and be shorter than 65,536 units. */
  add(number: number, text: string, start = 0, end = text.length): void {
    if (this.size >= (FULL * this.#slots.length) / 2) this.#widen();
    const length = end - start;
    const place = this.#filled;
    this.#makeRoom(place + HEAD + length);
    const words = this.#words;
    words[place] = length;
    words[place + 1] = number;
    words[place + 2] = number >>> HALF;
    for (let at = 0; at < length; at++) words[place + HEAD + at] = text.charCodeAt(start + at);
    this.#filled = place + HEAD + length;
    this.#put(this.#slots, hashOf(text, start, end), place + 1);
    this.size++;
  }

  clear(): void {
    this.#slots.fill(0);
    this.#filled = 0;
    this.size = 0;
  }

  /** Gives room back that was taken for more. */
  trim(): void {
    if (this.#filled < this.#words.length) this.#words = this.#words.slice(0, this.#filled);
  }

  #stands(place: number, text: string, start: number, end: number): boolean {
    const words = this.#words;
    if (words[place] !== end - start) return false;
    for (let at = start, own = place + HEAD; at < end; at++, own++)
      if (words[own] !== text.charCodeAt(at)) return false;
    return true;
  }

  #numberAt(place: number): number {
    return this.#words[place + 1]! + this.#words[place + 2]! * (1 << HALF);
  }

  #put(slots: Uint32Array, hash: number, place: number): void {
    const last = slots.length - 2;
    let slot = (2 * hash) & last;
    while (slots[slot + 1]! > 0) slot = (slot + 2) & last;
    slots[slot] = hash;
    slots[slot + 1] = place;
  }

  #widen(): void {
    const slots = this.#slots;
    const wider = new Uint32Array(2 * slots.length);
    for (let slot = 0; slot < slots.length; slot += 2)
      if (slots[slot + 1]! > 0) this.#put(wider, slots[slot]!, slots[slot + 1]!);
    this.#slots = wider;
  }

  #makeRoom(length: number): void {
    if (length <= this.#words.length) return;
    const wider = new Uint16Array(Math.max(length, Math.ceil(this.#words.length * 1.5)));
    wider.set(this.#words);
    this.#words = wider;
  }
}

/** Nobody who writes a text can choose words that meet in one slot. */
const SEED = randomBytes(4).readInt32LE();

/** FNV-1a by units, with its halves mixed, because slots are told by the lower bits alone. */
function hashOf(text: string, start: number, end: number): number {
  let value = SEED;
  for (let at = start; at < end; at++) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  value = Math.imul(value ^ (value >>> 16), 2_246_822_507);
  return (value ^ (value >>> 13)) >>> 0;
}
