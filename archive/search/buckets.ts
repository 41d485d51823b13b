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
  readonly #later = new Map<number, number>();
  #laterEntry = new Numbers();
  /** Place of the one before, from 1; 0 when there is none. */
  #laterBefore = new Numbers();

  constructor(start: Uint32Array = new Uint32Array(0), list: Uint32Array = new Uint32Array(0)) {
    this.#start = start;
    this.#list = list;
  }

  push(code: number, entry: number): void {
    this.#laterEntry.push(entry);
    this.#laterBefore.push(this.#later.get(code) ?? 0);
    this.#later.set(code, this.#laterEntry.length);
  }

  /** Lists entries 0 to `count` anew; `codesOf` gives the codes of one. */
  rebuild(codesOf: (entry: number, put: Visit) => void, count: number): void {
    this.#later.clear();
    this.#laterEntry = new Numbers();
    this.#laterBefore = new Numbers();
    const start = new Uint32Array(CODES + 1);
    const codes = new Numbers();
    const ends = new Uint32Array(count);
    for (let entry = 0; entry < count; entry++) {
      codesOf(entry, (code) => {
        codes.push(code);
        start[code + 1]!++;
      });
      ends[entry] = codes.length;
    }
    for (let code = 0; code < CODES; code++) start[code + 1]! += start[code]!;
    const next = start.slice(0, CODES);
    const list = new Uint32Array(codes.length);
    const all = codes.view();
    for (let entry = 0, at = 0; entry < count; entry++)
      for (; at < ends[entry]!; at++) list[next[all[at]!]!++] = entry;
    this.#start = start;
    this.#list = list;
  }

  /** Calls `visit` for each entry under `code`, at most `most` times. */
  each(code: number, visit: Visit, most = Infinity): void {
    let left = most;
    if (this.#start.length > 0) {
      const end = this.#start[code + 1]!;
      for (let at = this.#start[code]!; at < end && left > 0; at++, left--) visit(this.#list[at]!);
    }
    for (let at = this.#later.get(code) ?? 0; at > 0 && left > 0; left--) {
      visit(this.#laterEntry.at(at - 1));
      at = this.#laterBefore.at(at - 1);
    }
  }

  /** The base as two arrays; the overlay must have been taken in by `rebuild`. */
  parts(): readonly [start: Uint32Array, list: Uint32Array] {
    return [this.#start, this.#list];
  }
}
