/** The words of the archive, and which of them a typed word may mean. */
import { encodeSound, sounds } from '../text/index.ts';
import { gatherBeginning } from './by-beginning.ts';
import { eachOfFamily, gatherKin, KIN_SHORTEST } from './by-kin.ts';
import { weighLetters } from './by-letters.ts';
import { ByLikeness } from './by-likeness.ts';
import { gatherSlips } from './by-slips.ts';
import { IN_SMALL } from './capitals.ts';
import { foremost } from './foremost.ts';
import { Bytes, Numbers } from './growing.ts';
import { ENDING, SAME_SOUND } from './nearness.ts';
import { namesOfPlace, takesEndings } from './place-names.ts';
import { alphabetOf, isAbjad } from './scripts.ts';
import { SoundList, type SoundParts } from './sound-list.ts';
import { WordNumbers } from './word-numbers.ts';

/** Sound spellings kept of a word of the archive, and read of a typed one. */
const KEPT_SOUNDS = 3;
const TYPED_SOUNDS = 4;
/** A spelling that is not the likeliest. */
const OTHER_SOUND = 0.98;
/** Entries compared sound by sound: for the likeliest sound spelling of a typed word, and for the others. */
const COMPARED_ENTRIES = [200, 60, 40, 40] as const;
/** How near words are that sound the same. */
const SAME = 0.97;
/** Another name of the same place. */
const OTHER_NAME = 0.975;
/** Found words up to which each is judged by its letters too. */
const WEIGHED = 3_000;
const MEMORY = 256;
/** Words this much less near than the nearest are something else. */
const FARTHER = [0.2, 0.33, 0.45] as const;
/**
 * A word whose nearest meaning is less near than this is not in the archive, by how many letters it has at most: among some hundred thousand words one is always
 * somewhat near, and to a short one many are.
 */
const LEAST_NEAR = [
  { letters: 4, near: 0.74 },
  { letters: 6, near: 0.82 },
  { letters: 10, near: 0.76 },
  { letters: Infinity, near: 0.74 },
] as const;
/** What a word that was never met as a name has against it when a name was typed: one that sounds the same, and any other. */
const NO_NAME = { same: 0.03, near: 0.06 } as const;

export interface Asking {
  /** The word may be unfinished. */
  readonly beginning: boolean;
  /** 0: as it sounds; 1: with errors; 2: with more of them. */
  readonly fuzziness: 0 | 1 | 2;
  /** It was typed as a name is written. */
  readonly name: boolean;
  /** Words at most. */
  readonly limit: number;
  /** How many places have a word; the commoner of equally near words come first. */
  readonly commonness: (word: number) => number;
}

/** Word number → how well it answers, above 0 to 1. */
export type Meanings = ReadonlyMap<number, number>;

/** V8 copies what is cut out of a text when it is shorter than this, and else keeps the whole text for it. */
const CUT = 13;

/** A string that does not keep the text alive from which it was cut. */
export function detached(word: string): string {
  return word.length < CUT ? word : Buffer.from(word, 'utf16le').toString('utf16le');
}

export class Dictionary {
  readonly #numbers = new WordNumbers();
  readonly #written: string[] = [];
  readonly #firstEntry = new Numbers();
  /** By word: how it was met. */
  readonly #met = new Bytes();
  #list = new SoundList();
  readonly #byLikeness = new ByLikeness();
  readonly #memory = new Map<string, Meanings>();

  get size(): number {
    return this.#written.length;
  }

  numberOf(written: string): number | undefined {
    const number = this.#numbers.find(written);
    return number < 0 ? undefined : number;
  }

  /** The number of the word whose written form stands in `text` from `start` to `end`; -1 when there is none. */
  numberAt(text: string, start: number, end: number): number {
    return this.#numbers.find(text, start, end);
  }

  written(word: number): string {
    return this.#written[word] ?? '';
  }

  /** The likeliest sound spelling; letters of other scripts as capitals that stand for them. */
  sound(word: number): string {
    const entry = this.#firstEntry.at(word);
    return this.#list.wordOf(entry) === word ? this.#list.sound(entry) : '';
  }

  /** The number of a written form, new if need be. Call `settle` before asking for meanings. */
  intern(written: string): number {
    const known = this.#numbers.find(written);
    if (known >= 0) return known;
    const word = this.#written.length;
    const kept = detached(written);
    this.#numbers.add(word, kept);
    this.#written.push(kept);
    this.#firstEntry.push(this.#list.length);
    this.#met.push(0);
    const alphabet = alphabetOf(kept);
    for (const sound of sounds(kept, KEPT_SOUNDS)) this.#list.add(word, sound, alphabet);
    return word;
  }

  /** Notes how a word was met. */
  meet(word: number, how: number): void {
    this.#met.set(word, this.#met.at(word) | how);
  }

  /** Makes new words findable. Takes time in proportion to what is new, averaged over many calls. */
  settle(): void {
    this.#memory.clear();
    this.#list.settle();
  }

  /** Lists everything in one piece: quicker to search. Takes time in proportion to all words. */
  pack(): void {
    this.#memory.clear();
    this.#list.pack();
    for (const grown of [this.#numbers, this.#firstEntry, this.#met]) grown.trim();
  }

  /** What a typed written form may mean among the words of the archive. */
  meanings(typed: string, asking: Asking): Meanings {
    const key = `${typed} ${asking.beginning ? 1 : 0}${asking.name ? 1 : 0}${asking.fuzziness}${asking.limit}`;
    const known = this.#memory.get(key);
    if (known) return known;
    const found = this.#nearest(typed, this.#gather(typed, asking), asking);
    if (this.#memory.size >= MEMORY) this.#memory.clear();
    this.#memory.set(key, found);
    return found;
  }

  #gather(typed: string, asking: Asking): Map<number, number> {
    const found = new Map<number, number>();
    /** Words that sound the same but for an ending. */
    const longer = new Set<number>();
    /** By which of its spellings a word was found. */
    const by = new Map<number, number>();
    const list = this.#list;
    sounds(typed, TYPED_SOUNDS).forEach((sound, rank) => {
      const trust = rank === 0 ? 1 : OTHER_SOUND;
      const put = (entry: number, weight: number) => {
        const word = list.wordOf(entry);
        if (weight * trust <= (found.get(word) ?? 0)) return;
        found.set(word, weight * trust);
        by.set(word, entry);
      };
      const codes = new Uint8Array(40);
      const length = encodeSound(sound, codes);
      gatherBeginning(list, codes, length, asking.beginning, put, longer);
      const most = COMPARED_ENTRIES[rank] ?? 0;
      if (asking.fuzziness === 0 || length <= 2) return;
      if (length >= KIN_SHORTEST)
        eachOfFamily(list, sound, alphabetOf(typed), (entry, tails) => {
          put(entry, SAME - 2 * ENDING * tails);
          longer.add(list.wordOf(entry));
        });
      this.#byLikeness.gather(list, codes, length, isAbjad(typed), most, asking, put);
    });
    if (found.size <= WEIGHED)
      weighLetters((word) => this.written(word), typed, found, longer, asking);
    const same = this.numberOf(typed);
    if (same !== undefined) found.set(same, 1);
    if (asking.fuzziness === 0) return found;
    this.#gatherPlace(typed, found);
    gatherSlips(list, (word) => this.written(word), typed, found, by);
    gatherKin(list, found, by, (word) => this.#firstEntry.at(word));
    return found;
  }

  /** The other names of a place, and what they are with endings. */
  #gatherPlace(typed: string, found: Map<number, number>): void {
    for (const name of namesOfPlace(typed)) {
      const put = (word: number, weight: number) => {
        if (weight > (found.get(word) ?? 0)) found.set(word, weight);
      };
      const same = this.numberOf(name);
      if (same !== undefined) put(same, OTHER_NAME);
      if (!takesEndings(name)) continue;
      const [sound = ''] = sounds(name);
      eachOfFamily(this.#list, sound, 'other', (entry, tails) => {
        const word = this.#list.wordOf(entry);
        if (this.written(word).startsWith(name)) put(word, OTHER_NAME - ENDING * (1 + tails));
      });
    }
  }

  #nearest(typed: string, found: Map<number, number>, asking: Asking): Meanings {
    const { limit, beginning, commonness, fuzziness } = asking;
    // A word of removed documents only is no word of the archive any more.
    for (const word of found.keys()) if (commonness(word) === 0) found.delete(word);
    if (asking.name) this.#preferNames(found);
    let nearest = 0;
    for (const weight of found.values()) if (weight > nearest) nearest = weight;
    // What is no nearer than that is found for any row of letters; who still wants it asks with "~".
    if (fuzziness < 2 && nearest < leastNear(typed)) return new Map();
    const floor = nearest - FARTHER[fuzziness];
    for (const [word, weight] of found) if (weight < floor) found.delete(word);
    if (found.size <= limit) return found;
    return limited(found, limit, beginning, commonness);
  }

  #preferNames(found: Map<number, number>): void {
    for (const [word, weight] of found)
      if (weight < 1 && this.#met.at(word) === IN_SMALL)
        found.set(word, weight - (weight >= SAME_SOUND ? NO_NAME.same : NO_NAME.near));
  }

  /** Everything as arrays, for a snapshot. */
  parts(): DictionaryParts {
    this.pack();
    return {
      written: this.#written,
      firstEntry: this.#firstEntry.view(),
      met: this.#met.view(),
      ...this.#list.parts(),
    };
  }

  static from(parts: DictionaryParts): Dictionary {
    const dictionary = new Dictionary();
    parts.written.forEach((word, number) => {
      dictionary.#written.push(word);
      dictionary.#numbers.add(number, word);
    });
    dictionary.#firstEntry.take(parts.firstEntry);
    dictionary.#met.take(parts.met);
    dictionary.#list = SoundList.from(parts, parts.written);
    return dictionary;
  }
}

/** The nearest, and of equally near ones the commonest. Of an unfinished word half the places go to the nearest, half to the commonest. */
function limited(
  found: Meanings,
  limit: number,
  beginning: boolean,
  commonness: (word: number) => number,
): Meanings {
  const words = new Uint32Array(found.size);
  const weights = new Float64Array(found.size);
  const counts = new Uint32Array(found.size);
  let size = 0;
  for (const [word, weight] of found) {
    words[size] = word;
    weights[size] = weight;
    counts[size++] = commonness(word);
  }
  const wordOf = (at: number) => words[at] ?? 0;
  const weightOf = (at: number) => weights[at] ?? 0;
  const countOf = (at: number) => counts[at] ?? 0;
  const isNearer = (a: number, b: number): boolean =>
    weightOf(a) === weightOf(b)
      ? countOf(a) === countOf(b)
        ? wordOf(a) < wordOf(b)
        : countOf(a) > countOf(b)
      : weightOf(a) > weightOf(b);
  const chosen = foremost(size, beginning ? limit >> 1 : limit, isNearer);
  if (beginning) {
    // Those that are chosen already come last, so that they are not chosen again.
    const near = new Uint8Array(size);
    for (const at of chosen) near[at] = 1;
    const scores = weights.map((weight, at) => (near[at] === 1 ? -Infinity : weight * countOf(at)));
    const scoreOf = (at: number) => scores[at] ?? 0;
    const isCommoner = (a: number, b: number) =>
      scoreOf(a) === scoreOf(b) ? isNearer(a, b) : scoreOf(a) > scoreOf(b);
    for (const at of foremost(size, limit - chosen.length, isCommoner)) chosen.push(at);
  }
  return new Map(chosen.map((at) => [wordOf(at), weightOf(at)]));
}

function leastNear(typed: string): number {
  return LEAST_NEAR.find(({ letters }) => typed.length <= letters)?.near ?? 0;
}

export interface DictionaryParts extends SoundParts {
  readonly written: readonly string[];
  readonly firstEntry: Uint32Array;
  readonly met: Uint8Array;
}
