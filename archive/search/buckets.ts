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
  /** Of what came later, by code: the last place in two lists, which chain back to the first. */
  #later = new Uint32Array(0);
  #laterEntry = new Numbers();
  /** Place of the one before, from 1; 0 when there is none. */
  #laterBefore = new Numbers();

  constructor(start: Uint32Array = new Uint32Array(0), list: Uint32Array = new Uint32Array(0)) {
    this.#start = start;
    this.#list = list;
  }

  push(code: number, entry: number): void {
    if (this.#later.length === 0) this.#later = new Uint32Array(CODES);
    this.#laterEntry.push(entry);
    this.#laterBefore.push(this.#later[code]!);
    this.#later[code] = this.#laterEntry.length;
  }

  /** Takes the overlay into the base: quicker to search, and smaller. */
  pack(): void {
    const later = this.#laterEntry.length;
    if (later === 0) return;
    const start = new Uint32Array(CODES + 1);
    const list = new Uint32Array(this.#list.length + later);
    let filled = 0;
    for (let code = 0; code < CODES; code++) {
      start[code] = filled;
      for (let at = this.#start[code] ?? 0, end = this.#start[code + 1] ?? 0; at < end; at++)
        list[filled++] = this.#list[at]!;
      // The chain begins with what came last.
      let chained = 0;
      for (let at = this.#later[code]!; at > 0; at = this.#laterBefore.at(at - 1)) chained++;
      let next = (filled += chained);
      for (let at = this.#later[code]!; at > 0; at = this.#laterBefore.at(at - 1))
        list[--next] = this.#laterEntry.at(at - 1);
    }
    start[CODES] = filled;
    this.#start = start;
    this.#list = list;
    this.#later = new Uint32Array(0);
    this.#laterEntry = new Numbers();
    this.#laterBefore = new Numbers();
  }

  /** Calls `visit` for each entry under `code`, at most `most` times. */
  each(code: number, visit: Visit, most = Infinity): void {
    let left = most;
    if (this.#start.length > 0) {
      const end = this.#start[code + 1]!;
      for (let at = this.#start[code]!; at < end && left > 0; at++, left--) visit(this.#list[at]!);
    }
    for (let at = this.#later[code] ?? 0; at > 0 && left > 0; left--) {
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
    let noted = seen;
    if (this.#start.length > 0) {
      const list = this.#list;
      const end = this.#start[code + 1]!;
      for (let at = this.#start[code]!; at < end; at++) {
        const entry = list[at]!;
        if (counts[entry]!++ === 0) touched[noted++] = entry;
      }
    }
    for (let at = this.#later[code] ?? 0; at > 0; at = this.#laterBefore.at(at - 1)) {
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
