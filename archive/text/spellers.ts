/** Which groups of letters of a script write which sounds: what typed letters are laid over. */
import { soundsOfGroup } from './letters.ts';
import { scriptOf } from './script.ts';
import { letterCode } from './similarity.ts';
import { DOUBT } from './slip-costs.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- all indices are within the tables */

export const CODES = 64;
export const E = letterCode(0x65);
export const I = letterCode(0x69);
export const reverse = (text: string) => Array.from(text).reverse().join('');

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
export interface Speller {
  readonly spellings: readonly Spelling[];
  /** Two codes (first × CODES + second) → row, 0 when no group writes the two. */
  readonly pairs: Uint8Array;
  readonly rows: number;
  /** By row: its sounds, one bit each. */
  readonly bits: Int32Array;
  /** By sound: those that come after it in a group, or in its place. */
  readonly after: Int32Array;
}

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

export function spellerOf(script: 'latin' | 'cyrillic' | 'arabic', backwards: boolean): Speller {
  const key = `${script} ${backwards}`;
  let speller = spellers.get(key);
  if (!speller) spellers.set(key, (speller = makeSpeller(script, backwards)));
  return speller;
}
