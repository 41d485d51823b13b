/** Lists of entries under 18-bit codes: a compact base, and an overlay for what came later. */
import { Numbers } from './growing.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops; codes are below CODES and `start` has one more */

export const CODE_BITS = 18;
const CODES = 1 << CODE_BITS;
export const CODE_MASK = CODES - 1;

export type Visit = (value: number) => void;

export class Buckets {
  #start: Uint32Array;
  #list: Uint32Array;
  /** What came later, in the order in which it came. */
  #laterCode = new Numbers();
  #laterEntry = new Numbers();
  /** By code: its last place in these lists, from which a chain leads back to the first. Made as far as somebody asked. */
  #chains = new Uint32Array(0);
  /** Place of the one before, from 1; 0 when there is none. */
  #laterBefore = new Numbers();

  constructor(start: Uint32Array = new Uint32Array(0), list: Uint32Array = new Uint32Array(0)) {
    this.#start = start;
    this.#list = list;
  }

  push(code: number, entry: number): void {
    this.#laterCode.push(code);
    this.#laterEntry.push(entry);
  }

  #chain(): void {
    const codes = this.#laterCode.view();
    if (this.#chains.length === 0) this.#chains = new Uint32Array(CODES);
    for (let at = this.#laterBefore.length; at < codes.length; at++) {
      const code = codes[at]!;
      this.#laterBefore.push(this.#chains[code]!);
      this.#chains[code] = at + 1;
    }
  }

  /** Takes the overlay into the base: quicker to search, and smaller. */
  pack(): void {
    const codes = this.#laterCode.view();
    if (codes.length === 0) return;
    const entries = this.#laterEntry.view();
    const list = new Uint32Array(this.#list.length + codes.length);
    const start = new Uint32Array(CODES + 1);
    /** By code: at first how many come to it, then where the next goes. */
    const next = new Uint32Array(CODES);
    for (const code of codes) next[code]!++;
    let filled = 0;
    for (let code = 0; code < CODES; code++) {
      start[code] = filled;
      for (let at = this.#start[code] ?? 0, end = this.#start[code + 1] ?? 0; at < end; at++)
        list[filled++] = this.#list[at]!;
      const coming = next[code]!;
      next[code] = filled;
      filled += coming;
    }
    start[CODES] = filled;
    for (let at = 0; at < codes.length; at++) list[next[codes[at]!]!++] = entries[at]!;
    this.#start = start;
    this.#list = list;
    this.#chains = new Uint32Array(0);
    this.#laterCode = new Numbers();
    this.#laterEntry = new Numbers();
    this.#laterBefore = new Numbers();
  }

  /** Calls `visit` for each entry under `code`, at most `most` times. */
  each(code: number, visit: Visit, most = Infinity): void {
    if (this.#laterBefore.length < this.#laterCode.length) this.#chain();
    let left = most;
    if (this.#start.length > 0) {
      const end = this.#start[code + 1]!;
      for (let at = this.#start[code]!; at < end && left > 0; at++, left--) visit(this.#list[at]!);
    }
    for (let at = this.#chains[code] ?? 0; at > 0 && left > 0; left--) {
      visit(this.#laterEntry.at(at - 1));
      at = this.#laterBefore.at(at - 1);
    }
  }

  /** How many entries the base has under `code`. */
  size(code: number): number {
    return this.#start.length > 0 ? this.#start[code + 1]! - this.#start[code]! : 0;
  }

  /**
   * Counts each entry under `code` in `counts`, and notes those that were not counted before in `touched` from `seen` on; answers how many are noted
   * then. The innermost loop of every search, so it calls nothing.
   */
  tally(code: number, counts: Uint8Array, touched: Uint32Array, seen: number): number {
    if (this.#laterBefore.length < this.#laterCode.length) this.#chain();
    let noted = seen;
    if (this.#start.length > 0) {
      const list = this.#list;
      const end = this.#start[code + 1]!;
      for (let at = this.#start[code]!; at < end; at++) {
        const entry = list[at]!;
        if (counts[entry]!++ === 0) touched[noted++] = entry;
      }
    }
    for (let at = this.#chains[code] ?? 0; at > 0; at = this.#laterBefore.at(at - 1)) {
      const entry = this.#laterEntry.at(at - 1);
      if (counts[entry]!++ === 0) touched[noted++] = entry;
    }
    return noted;
  }

  /** The base as two arrays; the overlay must have been taken in by `pack`. */
  parts(): readonly [start: Uint32Array, list: Uint32Array] {
    return [this.#start, this.#list];
  }
}
