/** Words that were meant when a finger slipped, and how near they are. */
import { foldWord, LetterPattern, SLIP, SoundPattern, sounds } from '../text/index.ts';
import { SAME_SOUND } from './nearness.ts';
import { isAbjad, scriptRange, whichAbjad } from './scripts.ts';
import { eachSlip } from './slips.ts';
import type { SoundList } from './sound-list.ts';

/** Typed letters from which on one slip of the finger is thought of, and from which on two. */
const SLIP_FROM = 5;
const TWO_SLIPS_FROM = 7;
/** How near a word is that is meant when nothing slipped; less by its unlikeness, and by what the slips cost. */
const SLIP_BASE = 0.97;
const SLIP_UNLIKE = 0.3;
const SLIP_COST = 0.015;
/**
 * A word less alike than this, with one slip and with two, is not what was meant: up to so many letters typed, and for each letter more a little less, because
 * long words are met less by chance.
 */
const LEAST_ALIKE = [
  { least: 0.72, letters: 6 },
  { least: 0.74, letters: 8 },
] as const;
const LESS_ALIKE = 0.04;
const UNLIKE = 0.6;
/** What is near and no slips lead to it has that against it when they lead to others. */
const NO_SLIP = 0.06;

function leastAlike(typed: number, slips: 1 | 2): number {
  const { least, letters } = LEAST_ALIKE[slips === 1 ? 0 : 1];
  return Math.max(UNLIKE, least - LESS_ALIKE * Math.max(0, typed - letters));
}

/**
 * A slip of the finger may break a group of letters that is one sound ("zh" typed as "hz"): then little is left of how the word sounds. So it is also
 * looked for as it may have been written without slips.
 */
export function gatherSlips(
  list: SoundList,
  written: (word: number) => string,
  typed: string,
  found: Map<number, number>,
  by: Map<number, number>,
): void {
  if (typed.length < SLIP_FROM) return;
  for (const weight of found.values()) if (weight >= SAME_SOUND) return;
  const nearest = new Map<number, { cost: number; entry: number }>();
  const most = typed.length < TWO_SLIPS_FROM ? 1 : 2;
  eachSlip(typed, most, list.spellings(), list.order, (entry, cost, tail) => {
    const word = list.wordOf(entry);
    const all = cost + tail;
    const had = nearest.get(word);
    if (!had || all < had.cost) nearest.set(word, { cost: all, entry });
  });
  if (nearest.size === 0) return;
  const patterns = sounds(typed, 2).map((sound) => new SoundPattern(sound));
  const folded = foldWord(typed);
  const letters = new LetterPattern(folded);
  const script = scriptRange(folded);
  const mine = isAbjad(typed);
  const codes = list.codes();
  for (const [word, weight] of found) if (!nearest.has(word)) found.set(word, weight - NO_SLIP);
  for (const [word, { cost, entry }] of nearest) {
    let alike = found.get(word) ?? 0;
    const start = list.startOf(entry);
    const abjad = whichAbjad(mine, list.isAbjad(entry));
    for (const pattern of patterns)
      alike = Math.max(
        alike,
        pattern.similarityOfCodes(codes, start, list.endOf(entry) - start, { abjad }),
      );
    const spelled = written(word);
    if (scriptRange(spelled) === script) alike = Math.max(alike, letters.similarity(spelled));
    if (alike < leastAlike(typed.length, cost < 2 * SLIP ? 1 : 2)) continue;
    const worth = SLIP_BASE - SLIP_UNLIKE * (1 - alike) - SLIP_COST * cost;
    if (worth <= (found.get(word) ?? 0)) continue;
    found.set(word, worth);
    by.set(word, entry);
  }
}
