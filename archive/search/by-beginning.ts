/** Words that sound the same as what was typed, or go on after it. */
import { END, headOf } from './sound-codes.ts';
import type { SoundList } from './sound-list.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops over parallel arrays of one length */

/** Entries of one list that are looked at. */
const LOOKED_AT = 4_000;
/** Sounds from which on a word is long enough that the same with an ending is the same word. */
const LONG = 5;

/** Entries that sound the same, or go on after the typed letters. */
export function gatherBeginning(
  list: SoundList,
  typed: Uint8Array,
  length: number,
  beginning: boolean,
  put: (entry: number, weight: number) => void,
  longer: Set<number>,
): void {
  const codes = list.codes();
  const look = (entry: number) => {
    const start = list.startOf(entry);
    const more = list.endOf(entry) - start - length;
    if (more < 0) return;
    for (let at = 0; at < length; at++) if (codes[start + at] !== typed[at]) return;
    if (more === 0) put(entry, 0.97);
    else if (length > 2 && more <= 3) {
      put(entry, 0.9 - 0.02 * more);
      if (length >= LONG) longer.add(list.wordOf(entry));
    } else if (beginning) put(entry, 0.88 - 0.01 * Math.min(10, more));
  };
  if (length >= 3 || !beginning) {
    list.byHead.each(headOf(typed, 0, length), look, LOOKED_AT);
    return;
  }
  // One or two letters typed so far: the trigram ^ab lists all words that begin with two.
  if (length === 2) list.byTrigram.each((typed[0]! << 6) | typed[1]!, look, LOOKED_AT);
  else {
    list.byHead.each(headOf(typed, 0, 1), look, LOOKED_AT);
    for (let second = 1; second < END; second++)
      list.byTrigram.each((typed[0]! << 6) | second, look, LOOKED_AT / 20);
  }
}
