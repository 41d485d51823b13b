/** Words that sound nearly like what was typed: those that share most with it are compared sound by sound. */
import { COMPARED, isEnding, SoundPattern } from '../text/index.ts';
import type { Asking } from './dictionary.ts';
import { whichAbjad } from './scripts.ts';
import { otherVowels, skeletonCodes, spell, trigrams } from './sound-codes.ts';
import type { SoundList } from './sound-list.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops over parallel arrays of one length */

/** Entries counted for each that is compared, and trigrams counted however common they are. */
const COUNTED = 24;
const GRAMS_AT_LEAST = 3;
/** Entries with nearly the same skeleton that are compared, for each of those that share trigrams. */
const SKELETONS = 1.5;
/** Sounds up to which a word has no trigram to spare. */
const SHORT = 4;

/** Below this similarity two spellings are two words. Short words leave no room for errors. */
function floorFor(length: number, fuzziness: number): number {
  const floor = length <= 3 ? 0.8 : length === 4 ? 0.72 : 0.66;
  return fuzziness === 2 ? floor - 0.12 : floor;
}

/** How long an entry is without the longest ending that does not make it shorter than `length` less one. */
function stemLength(list: SoundList, start: number, size: number, length: number): number {
  for (let tail = Math.min(4, size - length + 1, size - 3); tail > 0; tail--)
    if (isEnding(spell(list.codes(), start + size - tail, start + size))) return size - tail;
  return size;
}

export class ByLikeness {
  #counts = new Uint8Array(0);
  #touched = new Uint32Array(0);
  /** By entry: the comparison in which it was met last. */
  #compared = new Uint32Array(0);
  #comparing = 0;

  #makeRoom(entries: number): void {
    if (this.#counts.length >= entries) return;
    const room = Math.ceil(entries * 1.2) + 64;
    this.#counts = new Uint8Array(room);
    this.#touched = new Uint32Array(room);
    this.#compared = new Uint32Array(room);
    this.#comparing = 0;
  }

  /** Calls `put` for entries that are near enough. At most `most` of each list are compared. */
  gather(
    list: SoundList,
    typed: Uint8Array,
    length: number,
    typedAbjad: boolean,
    most: number,
    asking: Asking,
    put: (entry: number, weight: number) => void,
  ): void {
    const { beginning, fuzziness } = asking;
    const sound = spell(typed, 0, length);
    const pattern = new SoundPattern(sound);
    const floor = floorFor(length, fuzziness);
    this.#makeRoom(list.length);
    const mark = ++this.#comparing;
    const compare = (entry: number) => {
      if (this.#compared[entry] === mark) return;
      this.#compared[entry] = mark;
      const start = list.startOf(entry);
      const size = list.endOf(entry) - start;
      const more = size - length;
      if (more < -4 || (more > 4 && !beginning)) return;
      const codes = list.codes();
      const abjad = whichAbjad(typedAbjad, list.isAbjad(entry));
      let weight = 0.95 * pattern.similarityOfCodes(codes, start, size, { floor, abjad });
      if (more > 0 && weight < 0.88) {
        const stem = stemLength(list, start, size, length);
        if (stem < size)
          weight = Math.max(
            weight,
            0.92 * pattern.similarityOfCodes(codes, start, stem, { floor, abjad }),
          );
      }
      if (beginning && more > 0 && weight < 0.85 && length > 3) {
        const begun = pattern.similarityOfCodes(codes, start, size, { floor: 0.78, beginning });
        weight = Math.max(weight, 0.82 * begun - 0.01 * Math.min(8, more));
      }
      if (weight > 0) put(entry, weight);
    };
    for (const entry of this.#sharingTrigrams(list, typed, length, beginning, most)) compare(entry);
    if (length <= SHORT)
      otherVowels(typed, length, (head) => {
        list.byHead.each(head, compare, most);
      });
    let left = SKELETONS * most;
    skeletonCodes(typed, 0, length, (code) => {
      list.bySkeleton.each(
        code,
        (entry) => {
          if (left > 0 && this.#compared[entry] !== mark) {
            left--;
            compare(entry);
          }
        },
        most,
      );
    });
  }

  /** The entries that share most trigrams with the typed letters. */
  #sharingTrigrams(
    list: SoundList,
    typed: Uint8Array,
    length: number,
    beginning: boolean,
    most: number,
  ): Uint32Array {
    const counts = this.#counts;
    const touched = this.#touched;
    let seen = 0;
    const grams = new Set<number>();
    trigrams(typed, 0, length, (code) => grams.add(code));
    const sized = [...grams].map((code) => ({ code, size: list.byTrigram.size(code) }));
    // The rarest first: what all words have ("nka", "ovs") tells least and takes longest.
    let budget = COUNTED * most;
    sized.sort((a, b) => a.size - b.size);
    for (const [at, { code, size }] of sized.entries()) {
      budget -= size;
      if (budget < 0 && at >= GRAMS_AT_LEAST) break;
      seen = list.byTrigram.tally(code, counts, touched, seen);
    }
    const histogram = new Uint32Array(64);
    const starts = list.starts();
    const last = starts.length - 1;
    const longest = beginning ? COMPARED : length + 4;
    for (let at = 0; at < seen; at++) {
      const entry = touched[at]!;
      const count = counts[entry]!;
      const size = (entry < last ? starts[entry + 1]! : list.codes().length) - starts[entry]!;
      if (size < length - 4 || size > longest) counts[entry] = 0;
      else histogram[count < 63 ? count : 63]!++;
    }
    let need = 63;
    let taken = 0;
    while (need > 1 && taken + histogram[need - 1]! <= most) taken += histogram[--need]!;
    const chosen = new Uint32Array(taken);
    let kept = 0;
    for (let at = 0; at < seen; at++) {
      const entry = touched[at]!;
      if (counts[entry]! >= need && kept < taken) chosen[kept++] = entry;
      counts[entry] = 0;
    }
    return chosen.subarray(0, kept);
  }
}
