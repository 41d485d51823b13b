/** Groups of letters laid over a typed word: what each costs at each place of it, slips and all. */
import { NONE, SLIP, SPAN, WIDTH } from './slip-costs.ts';
import type { Speller } from './spellers.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- the inner loops of every search for a misspelt name; all indices are within the tables */

/**
 * By row of the speller, typed place and letters covered: costs. A turn of two letters may reach over the end of a group:
 * "enter", then "leave"; "through" leaves one and enters the next.
 */
export interface LaidLetters {
  readonly whole: Uint8Array;
  readonly enter: Uint8Array;
  readonly through: Uint8Array;
  readonly leave: Uint8Array;
}

export function layLetters(typed: string, { spellings, rows }: Speller): LaidLetters {
  const table = () => new Uint8Array(rows * WIDTH * SPAN).fill(NONE);
  const laid = { whole: table(), enter: table(), through: table(), leave: table() };
  const units = Uint16Array.from(typed, (letter) => letter.charCodeAt(0));
  const length = typed.length;
  // A letter too many, and the end of the word, which nothing covers.
  for (let from = 0; from < length; from++) laid.whole[from * SPAN + 1] = SLIP;
  for (const { letters, row, doubt } of spellings) {
    const tail = letters.slice(1);
    const last = letters.charCodeAt(letters.length - 1);
    for (let from = 0; from <= length; from++) {
      const at = (row * WIDTH + from) * SPAN;
      const columns = lay(units, length, from, letters);
      put(laid.whole, at, letters.length * SPAN, columns, doubt);
      const turn = (over: number): Turn => ({ units, from, last, columns: over, doubt });
      putTurn(laid.enter, at, (letters.length - 1) * SPAN, turn(columns));
      if (from < 2 || units[from - 2] !== letters.charCodeAt(0)) continue;
      const rest = lay(units, length, from, tail);
      put(laid.leave, at, tail.length * SPAN, rest, doubt);
      if (tail !== '') putTurn(laid.through, at, (tail.length - 1) * SPAN, turn(rest));
    }
  }
  return laid;
}

/** Costs of laying the beginning of `letters` over typed letters from a place on: `cell[rows of letters][typed letters]`. */
const cells = new Uint8Array(SPAN * SPAN);

function lay(typed: Uint16Array, length: number, from: number, letters: string): number {
  const columns = Math.min(SPAN - 1, length - from);
  for (let j = 0; j <= columns; j++) cells[j] = j;
  for (let i = 1; i <= letters.length; i++) {
    const row = i * SPAN;
    const letter = letters.charCodeAt(i - 1);
    cells[row] = i;
    for (let j = 1; j <= columns; j++) {
      const unit = typed[from + j - 1]!;
      let cost = cells[row - SPAN + j - 1]! + (unit === letter ? 0 : 1);
      cost = Math.min(cost, cells[row - SPAN + j]! + 1, cells[row + j - 1]! + 1);
      if (i > 1 && j > 1 && unit === letters.charCodeAt(i - 2) && typed[from + j - 2] === letter)
        cost = Math.min(cost, cells[row - 2 * SPAN + j - 2]! + 1);
      cells[row + j] = cost;
    }
  }
  return columns;
}

function put(table: Uint8Array, at: number, row: number, columns: number, doubt: number): void {
  for (let j = 0; j <= columns; j++) {
    const slips = cells[row + j]! * SLIP + doubt;
    if (cells[row + j]! <= 2 && slips < table[at + j]!) table[at + j] = slips;
  }
}

interface Turn {
  readonly units: Uint16Array;
  readonly from: number;
  /** The group's last letter. */
  readonly last: number;
  readonly columns: number;
  readonly doubt: number;
}

/** All but the last letter, then the next group's first letter, then the last letter. */
function putTurn(
  table: Uint8Array,
  at: number,
  before: number,
  { units, from, last, columns, doubt }: Turn,
): void {
  for (let j = 0; j + 2 <= columns; j++) {
    const slips = (cells[before + j]! + 1) * SLIP + doubt;
    if (units[from + j + 1] === last && units[from + j] !== last && slips < table[at + j + 2]!)
      table[at + j + 2] = slips;
  }
}
