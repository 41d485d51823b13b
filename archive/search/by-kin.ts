/** The kin of a word: what sounds the same but for an ending, or is the same in a script that leaves vowels out. */
import {
  type Alphabet,
  COMPARED,
  encodeSound,
  endingWeight,
  SoundPattern,
  soundStems,
} from '../text/index.ts';
import { ENDING, SAME_SOUND } from './nearness.ts';
import { consonantCode, skeletonCode, spell, wholeCode } from './sound-codes.ts';
import type { SoundList } from './sound-list.ts';

/** Of the nearest words, so many are taken for what was meant, by different sounds. */
const KIN_ROUNDS = 2;
const KIN_SOUNDS = 8;
const KIN_LOOKED_AT = 40;
const KIN_BELOW = 0.12;
export const KIN_SHORTEST = 4;
const KIN_FROM = 0.82;
const KIN_DISTANCE = 0.7;
/** A spelling that is not the one that was met, or not the likeliest. */
const KIN_OTHER = 0.98;
const COMPARED_KIN = 120;
/** Entries of one list that are looked at. */
const LOOKED_AT = 4_000;
const LOOKED_AT_KIN = 600;
/** How near words of one family are, and how much less for each sound of their endings. */
const FAMILY = 0.99;
/** What is ц before a soft vowel in Belarusian is т in its neighbours: Ціханоўская, Тихановская. */
const SOFT_C = /c(?=[ie])/g;
const SOFT_T = /t(?=[ie])/g;
const NEIGHBOUR = 0.93;

/**
 * When the word as typed is not there, it most likely is the nearest one misspelt: then what sounds like that one is meant
 * too, in whatever script and with whatever ending, before what merely is as many errors away.
 */
export function gatherKin(
  list: SoundList,
  found: Map<number, number>,
  by: Map<number, number>,
  firstEntry: (word: number) => number,
): void {
  const met = new Set<number>();
  for (let round = 0, seeds = 0; round < KIN_ROUNDS; round++) {
    const nearest = [...found].sort((a, b) => b[1] - a[1]).slice(0, KIN_LOOKED_AT);
    const best = nearest[0]?.[1] ?? 0;
    const floor = best - (best >= SAME_SOUND ? 1 - SAME_SOUND : KIN_BELOW);
    for (const [word, weight] of nearest) {
      if (weight < floor || seeds >= KIN_SOUNDS * (round + 1)) break;
      if (met.has(word)) continue;
      met.add(word);
      const first = firstEntry(word);
      const entry = by.get(word) ?? first;
      if (list.lengthOf(entry) < KIN_SHORTEST) continue;
      seeds++;
      for (let from = first; list.wordOf(from) === word && from < list.length; from++) {
        const trust = from === entry ? weight : weight * KIN_OTHER;
        eachKin(list, list.sound(from), list.alphabet(from), (kin, nearness, sameScript) => {
          const other = list.wordOf(kin);
          // Its kin are the same for all that differ by an ending alone.
          if (sameScript && from === entry) met.add(other);
          const worth = trust * nearness;
          if (worth <= (found.get(other) ?? 0)) return;
          found.set(other, worth);
          by.set(other, kin);
        });
      }
    }
  }
}

/** The entries that sound the same but for an ending, or are in a script that leaves vowels out. */
function eachKin(
  list: SoundList,
  sound: string,
  alphabet: Alphabet,
  put: (entry: number, nearness: number, sameScript: boolean) => void,
): void {
  const abjad = alphabet === 'arabic';
  eachOfFamily(list, sound, alphabet, (entry, tails) => {
    put(entry, FAMILY - ENDING * tails, true);
  });
  for (const neighbour of [sound.replace(SOFT_C, 't'), sound.replace(SOFT_T, 'c')])
    if (neighbour !== sound)
      eachOfFamily(list, neighbour, alphabet, (entry, tails) => {
        put(entry, NEIGHBOUR - ENDING * tails, false);
      });
  const codes = list.codes();
  const own = new Uint8Array(COMPARED);
  encodeSound(sound, own);
  for (const stem of [sound, ...soundStems(sound)]) {
    const pattern = new SoundPattern(stem);
    const trust = FAMILY - ENDING * (sound.length - stem.length);
    let left = COMPARED_KIN;
    const compare = (entry: number) => {
      if (list.isAbjad(entry) === abjad || left-- <= 0) return;
      const start = list.startOf(entry);
      const nearness = pattern.similarityOfCodes(codes, start, list.endOf(entry) - start, {
        floor: KIN_FROM,
        abjad: abjad ? 'mine' : 'theirs',
      });
      if (nearness > 0) put(entry, trust * (1 - KIN_DISTANCE * (1 - nearness)), false);
    };
    const length = Math.min(stem.length, COMPARED);
    list.byStem.each(consonantCode(own, 0, length), compare, LOOKED_AT);
    left = Math.min(left, COMPARED_KIN / 4);
    list.bySkeleton.each(skeletonCode(own, 0, length), compare, LOOKED_AT_KIN);
  }
}

/** Entries that sound like `sound` but for their endings, and how many sounds those have. */
export function eachOfFamily(
  list: SoundList,
  sound: string,
  alphabet: Alphabet,
  put: (entry: number, tails: number) => void,
): void {
  const codes = list.codes();
  const own = new Uint8Array(COMPARED);
  encodeSound(sound, own);
  for (const stem of [sound, ...soundStems(sound, alphabet)]) {
    const taken = endingWeight(sound.slice(stem.length), alphabet) ?? 0;
    list.byStem.each(
      wholeCode(own, 0, Math.min(stem.length, COMPARED)),
      (entry) => {
        const start = list.startOf(entry);
        const end = list.endOf(entry);
        for (let at = 0; at < stem.length; at++) if (codes[start + at] !== own[at]) return;
        const tail = spell(codes, start + stem.length, end);
        const added = endingWeight(tail, list.alphabet(entry));
        if (added !== null) put(entry, taken + added);
      },
      LOOKED_AT,
    );
  }
}
