/**
 * How many slips of the finger lie between what was typed and a way of writing a row of sounds: letters changed, left out, added or turned.
 * "Jaljouthhal" is one from "Jaljoutchal", a way to write what sounds like Жалжучал, though it sounds like neither: a slip in a group of letters
 * changes many sounds. So typed letters are laid over the groups that may write each sound, and errors are counted in letters.
 */
import { writtenForm } from './fold.ts';
import { soundsOfGroup } from './letters.ts';
import { scriptOf } from './script.ts';
import { COMPARED, letterCode } from './similarity.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- the inner loops of every search for a misspelt name; all indices are within the tables */

/** Letters of a typed word up to which slips are counted. */
const SLIPPED = 20;
/**
 * Costs in whole numbers: of a slip; and of reading a group as the second or third of its sounds. In all, a word may have that much of the latter.
 */
export const SLIP = 4;
const DOUBT = 1;
const MOST_DOUBT = 2;
const MOST_COST = 2 * SLIP + MOST_DOUBT;
const NONE = 99;
/** One more than the typed letters that one group may cover, slips and all: the longest has seven. */
const SPAN = 8;
const WIDTH = SLIPPED + 1;
const CODES = 64;
const VOWELS = 'aeiu';
const E = letterCode(0x65);
const I = letterCode(0x69);
const VOWEL_BITS = Array.from(VOWELS).reduce(
  (bits, vowel) => bits | (1 << letterCode(vowel.charCodeAt(0))),
  0,
);
/** Context tells how "c" is read before these; laid over letters, "c" alone says the same. */
const BY_CONTEXT = new Set(['ce', 'ci', 'cy']);
/** What letters write beside their own sounds: Arabic ones those of other languages, and s in German what is z elsewhere. */
const TOO = {
  latin: [['s', 'z']],
  cyrillic: [],
  arabic: [
    ['و', 'a'],
    ['ب', 'p'],
    ['ي', 'e'],
    ['إ', 'e'],
  ],
} as const;

/** One group of letters with one of its sounds. */
interface Spelling {
  readonly letters: string;
  /** Place in the tables: 0 for silence, the sound's code for one, `CODES` and more for two. */
  readonly row: number;
  readonly doubt: number;
}

/** The groups of one script, in the direction of reading or against it. */
interface Speller {
  readonly spellings: readonly Spelling[];
  /** Two codes (first × CODES + second) → row, 0 when no group writes the two. */
  readonly pairs: Uint8Array;
  readonly rows: number;
  /** By row: its sounds, one bit each. */
  readonly bits: Int32Array;
  /** By sound: those that come after it in a group, or in its place. */
  readonly after: Int32Array;
}

const reverse = (text: string) => Array.from(text).reverse().join('');

function isOfScript(group: string, script: string): boolean {
  return group === "'" ? script !== 'arabic' : scriptOf(group) === script;
}

function makeSpeller(script: 'latin' | 'cyrillic' | 'arabic', backwards: boolean): Speller {
  const spellings: Spelling[] = [];
  const pairs = new Uint8Array(CODES * CODES);
  let rows = CODES;
  const rowOf = (sound: string): number => {
    if (sound === '') return 0;
    const first = letterCode(sound.charCodeAt(0));
    if (sound.length === 1) return first;
    const pair = first * CODES + letterCode(sound.charCodeAt(1));
    if (pairs[pair] === 0) pairs[pair] = rows++;
    return pairs[pair]!;
  };
  const put = (group: string, sound: string, rank: number) => {
    spellings.push({
      letters: backwards ? reverse(group) : group,
      row: rowOf(backwards ? reverse(sound) : sound),
      doubt: rank > 0 ? DOUBT : 0,
    });
  };
  for (const [group, choices] of soundsOfGroup)
    if (isOfScript(group, script) && !BY_CONTEXT.has(group))
      choices.forEach((sound, rank) => {
        put(group, sound, rank);
      });
  for (const [letter, sound] of TOO[script]) put(letter, sound, 1);
  const bits = new Int32Array(rows);
  const after = new Int32Array(CODES);
  for (let code = 1; code <= 26; code++) bits[code] = 1 << code;
  pairs.forEach((row, pair) => {
    if (row === 0) return;
    const second = pair % CODES;
    after[Math.floor(pair / CODES)]! |= 1 << second;
    bits[row] = (1 << Math.floor(pair / CODES)) | (1 << second);
  });
  // "ie" is kept as "e".
  bits[I]! |= 1 << E;
  return { spellings, pairs, rows, bits, after };
}

const spellers = new Map<string, Speller>();

function spellerOf(script: 'latin' | 'cyrillic' | 'arabic', backwards: boolean): Speller {
  const key = `${script} ${backwards}`;
  let speller = spellers.get(key);
  if (!speller) spellers.set(key, (speller = makeSpeller(script, backwards)));
  return speller;
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

/** How many slips a walk lets pass: `first` in the first `letters` typed ones, `most` in all. */
export interface Sharing {
  readonly first: number;
  readonly letters: number;
  readonly most: 1 | 2;
}

/**
 * The ways to share out slips that together let pass every word with at most `most`, each with so few at the beginning that a walk keeps close to what was typed.
 * Two slips leave one part of three alone: the first, or the last (which is the first backwards), or the middle one with one slip before it. One leaves one
 * of two alone. A letter that is missing between two parts counts as one of the outer part.
 */
export function sharings(typed: number, most: 1 | 2, backwards: boolean): readonly Sharing[] {
  if (most === 1) {
    const half = typed >> 1;
    return [{ first: 0, letters: backwards ? typed - half - 1 : half, most }];
  }
  const third = Math.floor(typed / 3);
  const outer = { first: 0, letters: third, most };
  return backwards ? [outer] : [outer, { first: 1, letters: typed - third - 1, most }];
}

/**
 * A typed word, laid over sounds one at a time: a walk through words in the order of their sounds pays for a common beginning once. Not safe to share
 * between threads.
 */
export class SlipPattern {
  readonly length: number;
  readonly #speller: Speller;
  /** By row of the speller, typed place and letters covered: costs. A turn of two letters may reach over the end of a group: "enter", then "leave"; "through" leaves one and enters the next. */
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
    const size = speller.rows * WIDTH * SPAN;
    this.#whole = new Uint8Array(size).fill(NONE);
    this.#enter = new Uint8Array(size).fill(NONE);
    this.#through = new Uint8Array(size).fill(NONE);
    this.#leave = new Uint8Array(size).fill(NONE);
    this.#layAll(typed, speller);
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

  #layAll(typed: string, { spellings }: Speller): void {
    const units = Uint16Array.from(typed, (letter) => letter.charCodeAt(0));
    const length = typed.length;
    // A letter too many, and the end of the word, which nothing covers.
    for (let from = 0; from < length; from++) this.#whole[from * SPAN + 1] = SLIP;
    for (const { letters, row, doubt } of spellings) {
      const tail = letters.slice(1);
      const last = letters.charCodeAt(letters.length - 1);
      for (let from = 0; from <= length; from++) {
        const at = (row * WIDTH + from) * SPAN;
        const columns = lay(units, length, from, letters);
        put(this.#whole, at, letters.length * SPAN, columns, doubt);
        const turn = (over: number): Turn => ({ units, from, last, columns: over, doubt });
        putTurn(this.#enter, at, (letters.length - 1) * SPAN, turn(columns));
        if (from < 2 || units[from - 2] !== letters.charCodeAt(0)) continue;
        const rest = lay(units, length, from, tail);
        put(this.#leave, at, tail.length * SPAN, rest, doubt);
        if (tail !== '') putTurn(this.#through, at, (tail.length - 1) * SPAN, turn(rest));
      }
    }
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
