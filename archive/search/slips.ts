/** Words that were meant when what was typed is a slip or two of the finger away from some way of writing them. */
import { isEnding, sharings, SlipPattern } from '../text/index.ts';
import { spell } from './sound-codes.ts';
import { endOf, type SoundOrder, type Spellings } from './sound-order.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops over parallel arrays of one length */

/** Entries with more sounds than what was met that are looked at for endings. */
const LOOKED_AT = 60;
const LONGEST_ENDING = 4;
/** Sounds stepped to in one walk: a word of few consonants is like many. */
const STEPS = 4_000;

export type PutSlip = (entry: number, cost: number, tail: number) => void;

/**
 * Calls `put` for entries that some way of writing, at most `most` slips from `typed`, sounds like: with what the slips cost (`SLIP` each) and how many sounds of an
 * ending follow. Perhaps several times for one entry.
 */
export function eachSlip(
  typed: string,
  most: 1 | 2,
  spellings: Spellings,
  order: SoundOrder,
  put: PutSlip,
): void {
  for (const backwards of [false, true]) {
    const pattern = SlipPattern.of(typed, backwards);
    if (!pattern) return;
    for (const sharing of sharings(pattern.length, most, backwards)) {
      pattern.begin(sharing);
      let left = STEPS;
      order.walk(spellings, backwards, {
        first: pattern.follow(0),
        step: (depth, code) => (left-- > 0 ? pattern.step(depth, code) : 0),
        met: (list, low, high, depth) => {
          const cost = pattern.cost(depth);
          if (cost === null) return;
          for (let place = low; place < high; place++) {
            const entry = list[place]!;
            const more = endOf(spellings, entry) - spellings.start[entry]! - depth;
            if (more === 0) put(entry, cost, 0);
            else if (backwards || place - low > LOOKED_AT) return;
            else if (more <= LONGEST_ENDING && isEnding(soundsAfter(spellings, entry, depth)))
              put(entry, cost, more);
          }
        },
      });
    }
  }
}

const soundsAfter = (spellings: Spellings, entry: number, depth: number): string =>
  spell(spellings.codes, spellings.start[entry]! + depth, endOf(spellings, entry));
