/**
 * How many slips of the finger lie between what was typed and a way of writing a row of sounds: letters changed, left out, added or turned.
 * "Jaljouthhal" is one from "Jaljoutchal", a way to write what sounds like Жалжучал, though it sounds like neither: a slip in a group of letters
 * changes many sounds. So typed letters are laid over the groups that may write each sound, and errors are counted in letters.
 */
import { writtenForm } from './fold.ts';
import { layLetters } from './laid-letters.ts';
import { scriptOf } from './script.ts';
import { COMPARED, letterCode } from './similarity.ts';
import * as costs from './slip-costs.ts';
import type { Sharing } from './slip-sharing.ts';
import * as sounds from './spellers.ts';
import { reverse, type Speller, spellerOf } from './spellers.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- the inner loops of every search for a misspelt name; all indices are within the tables */

// Constants of this file: what is imported is looked up each time, and these loops took half as long again.
const { DOUBT, MOST_COST, MOST_DOUBT, NONE, SLIP, SLIPPED, SPAN, WIDTH } = costs;
const { CODES, E, I } = sounds;
const VOWELS = 'aeiu';
const VOWEL_BITS = Array.from(VOWELS).reduce(
  (bits, vowel) => bits | (1 << letterCode(vowel.charCodeAt(0))),
  0,
);

/**
 * A typed word, laid over sounds one at a time: a walk through words in the order of their sounds pays for a common beginning once. Not safe to share
 * between threads.
 */
export class SlipPattern {
  readonly length: number;
  readonly #speller: Speller;
  readonly #whole: Uint8Array;
  readonly #enter: Uint8Array;
  readonly #through: Uint8Array;
  readonly #leave: Uint8Array;
  readonly #silentVowels: boolean;
  readonly #backwards: boolean;
  /** By number of sounds, whether a turn is open, and typed letters: the least cost. */
  readonly #costs = new Uint8Array((COMPARED + 2) * 2 * WIDTH).fill(NONE);
  readonly #path = new Uint8Array(COMPARED + 2);
  /** By typed letters: the most that may be spent so far. */
  readonly #limits = new Uint8Array(WIDTH);
  /** By typed place and cost there: the sounds that may follow, one bit each; -1 when it was not asked for. */
  readonly #following = new Int32Array(2 * WIDTH * (MOST_COST + 1));

  private constructor(
    typed: string,
    speller: Speller,
    { backwards, silentVowels }: { readonly backwards: boolean; readonly silentVowels: boolean },
  ) {
    this.#backwards = backwards;
    this.length = typed.length;
    this.#speller = speller;
    this.#silentVowels = silentVowels;
    const { whole, enter, through, leave } = layLetters(typed, speller);
    this.#whole = whole;
    this.#enter = enter;
    this.#through = through;
    this.#leave = leave;
  }

  /** `null` for a word that is too long, or of no script whose letters are known. `backwards` lays it over sounds from their last. */
  static of(word: string, backwards: boolean): SlipPattern | null {
    const typed = writtenForm(word);
    const script = scriptOf(typed);
    if (typed.length > SLIPPED || script === 'other') return null;
    const speller = spellerOf(script, backwards);
    return new SlipPattern(backwards ? reverse(typed) : typed, speller, {
      backwards,
      silentVowels: script === 'arabic',
    });
  }

  /** Begins a walk. */
  begin(sharing: Sharing): void {
    for (let place = 0; place <= this.length; place++)
      this.#limits[place] =
        (place <= sharing.letters ? sharing.first : sharing.most) * SLIP + MOST_DOUBT;
    this.#following.fill(-1);
    this.#costs.fill(NONE, 0, 2 * WIDTH);
    this.#costs[0] = 0;
    this.#within(0, 0);
  }

  /** Lays sound `code` as number `depth` (from 1) over the typed word; answers the sounds that may follow, one bit each from 1 for a. */
  step(depth: number, code: number): number {
    this.#path[depth] = code;
    const row = depth * 2 * WIDTH;
    this.#costs.fill(NONE, row, row + 2 * WIDTH);
    this.#relax(depth - 1, depth, code);
    if (code === E && !this.#backwards) this.#relaxOver(depth, code);
    if (depth > 1) {
      const pair = this.#speller.pairs[this.#path[depth - 1]! * CODES + code]!;
      if (pair > 0) {
        this.#relax(depth - 2, depth, pair);
        // Of a doubled sound one is kept.
        this.#relax(depth - 1, depth, pair);
      }
    }
    if (this.#silentVowels && (VOWEL_BITS & (1 << code)) !== 0) this.#skip(depth, code);
    this.#within(depth, code);
    return this.follow(depth);
  }

  /** What the whole typed word costs when it is to sound like the first `depth` sounds; `null` when that is too much. */
  cost(depth: number): number | null {
    const cost = this.#costs[depth * 2 * WIDTH + this.length]!;
    return cost < NONE ? cost : null;
  }

  /** The sounds that may follow on the first `depth`, one bit each. */
  follow(depth: number): number {
    const row = depth * 2 * WIDTH;
    let sounds = this.#followRow(row, false);
    if (depth > 0)
      sounds |= this.#followRow(row - 2 * WIDTH, true) & this.#speller.after[this.#path[depth]!]!;
    return sounds;
  }

  #followRow(row: number, seconds: boolean): number {
    const costs = this.#costs;
    const length = this.length;
    let sounds = 0;
    let open = false;
    // The places of the word itself, and then with a turn open.
    for (let at = 0; at <= WIDTH + length; at = at === length ? WIDTH : at + 1) {
      const cost = costs[row + at]!;
      if (cost >= NONE) continue;
      open = true;
      const key = at * (MOST_COST + 1) + cost;
      let following = this.#following[key]!;
      if (following < 0) this.#following[key] = following = this.#followPlace(at, cost);
      sounds |= following;
    }
    return open && !seconds && this.#silentVowels ? sounds | VOWEL_BITS : sounds;
  }

  /** The sounds, also those that come second in a group, that may be laid from one place on. */
  #followPlace(at: number, cost: number): number {
    const turned = at >= WIDTH;
    const place = turned ? at - WIDTH : at;
    let sounds = 0;
    for (let row = 1; row < this.#speller.rows; row++) {
      const table = (row * WIDTH + place) * SPAN;
      const most = Math.min(SPAN - 1, this.length - place);
      for (let more = 0; more <= most; more++) {
        const least = turned
          ? Math.min(this.#leave[table + more]!, this.#through[table + more]!)
          : Math.min(this.#whole[table + more]!, this.#enter[table + more]!);
        if (cost + least > this.#limits[place + more]!) continue;
        sounds |= this.#speller.bits[row]!;
        break;
      }
    }
    return sounds;
  }

  #relax(from: number, to: number, tableRow: number): void {
    this.#relaxRows(from * 2 * WIDTH, to * 2 * WIDTH, tableRow);
  }

  #relaxRows(fromRow: number, toRow: number, tableRow: number): void {
    const costs = this.#costs;
    for (let place = 0; place <= this.length; place++) {
      const had = costs[fromRow + place]!;
      const turned = costs[fromRow + WIDTH + place]!;
      const table = (tableRow * WIDTH + place) * SPAN;
      if (had < NONE) {
        this.#relaxPlace(this.#whole, table, had, toRow, place);
        this.#relaxPlace(this.#enter, table, had, toRow + WIDTH, place);
      }
      if (turned < NONE) {
        this.#relaxPlace(this.#leave, table, turned, toRow, place);
        this.#relaxPlace(this.#through, table, turned, toRow + WIDTH, place);
      }
    }
  }

  #relaxPlace(table: Uint8Array, at: number, had: number, toRow: number, place: number): void {
    const costs = this.#costs;
    const most = Math.min(SPAN - 1, this.length - place);
    for (let more = 0; more <= most; more++) {
      const cost = had + table[at + more]!;
      const end = place + more;
      if (cost <= this.#limits[end]! && cost < costs[toRow + end]!) costs[toRow + end] = cost;
    }
  }

  /** "ie" is kept as "e": the i before it may have its letters. */
  #relaxOver(depth: number, code: number): void {
    const before = (depth - 1) * 2 * WIDTH;
    const spare = (COMPARED + 1) * 2 * WIDTH;
    this.#costs.fill(NONE, spare, spare + 2 * WIDTH);
    this.#relaxRows(before, spare, I);
    this.#relaxRows(spare, depth * 2 * WIDTH, code);
  }

  /** A vowel that is not written. */
  #skip(depth: number, code: number): void {
    const row = depth * 2 * WIDTH;
    const before = row - 2 * WIDTH;
    const more = code === E ? 0 : DOUBT;
    for (let at = 0; at < 2 * WIDTH; at++) {
      const cost = this.#costs[before + at]! + more;
      if (cost <= this.#limits[at % WIDTH]! && cost < this.#costs[row + at]!)
        this.#costs[row + at] = cost;
    }
  }

  /** Letters that sound like nothing, or like what went before. */
  #within(depth: number, code: number): void {
    const row = depth * 2 * WIDTH;
    this.#relaxRows(row, row, 0);
    if (code > 0) this.#relaxRows(row, row, code);
    if (code === E && this.#backwards) this.#relaxRows(row, row, I);
  }
}
