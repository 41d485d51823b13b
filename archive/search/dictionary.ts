/**
 * The words of the archive, and which of them a typed word may mean. Each word has up to three sound spellings
 * ("entries"); three kinds of lists lead to them: trigrams (typos, inflection), the first three letters (unfinished
 * words) and the consonant skeleton less one letter (vowels, and a typo among the consonants).
 */
import {
  type Abjad,
  COMPARED,
  encodeSound,
  foldWord,
  isEnding,
  letterCode,
  LetterPattern,
  skeleton,
  SLIP,
  SoundPattern,
  sounds,
  soundStems,
  stem,
} from '../text/index.ts';
import { Buckets, CODE_MASK, type Visit } from './buckets.ts';
import { Bytes, Numbers } from './growing.ts';
import { eachSlip } from './slips.ts';
import { SoundOrder, type Spellings } from './sound-order.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops over parallel arrays of one length */

/** Sound spellings kept of a word of the archive, and read of a typed one. */
const KEPT_SOUNDS = 3;
const TYPED_SOUNDS = 4;
/** Entries compared letter by letter: for the likeliest sound spelling of a typed word, and for the others. */
const COMPARED_ENTRIES = [200, 60, 40, 40] as const;
const COMPARED_KIN = 120;
/** Entries counted for each that is compared, and trigrams counted however common they are. */
const COUNTED = 24;
const GRAMS_AT_LEAST = 3;
/** Entries of one list that are looked at. */
const LOOKED_AT = 4_000;
const LOOKED_AT_KIN = 600;
/** Found words up to which each is judged by its letters too. */
const WEIGHED = 3_000;
const MEMORY = 256;
/** Words this much less near than the nearest are something else. */
const FARTHER = [0.2, 0.33, 0.45] as const;
/** A word whose nearest meaning is less near than this is not in the archive. */
const LEAST_NEAR = 0.74;
/** Words that sound the same are not judged by their letters. */
const SAME_SOUND = 0.95;
const LETTER_SHARE = 0.85;
const UNLIKE = 0.25;
const MOST_UNLIKE = 0.06;
/** A word of another script that only nearly sounds the same has more against it than its sound. */
const OTHER_SCRIPT = 0.03;
const OTHER_SCRIPT_UNLIKE = 0.5;
/** Sounds from which on a word is long enough that the same with an ending is the same word. */
const LONG = 5;
const OTHER_SCRIPT_SAME = 0.02;
const INFLECTED = 0.95;
/** A word that begins letter by letter with what was typed so far. */
const BEGUN = 0.93;
/** Of the nearest words, so many are taken for what was meant, by different sounds. */
const KIN_ROUNDS = 2;
const KIN_SOUNDS = 8;
const KIN_LOOKED_AT = 40;
const KIN_BELOW = 0.12;
const KIN_SHORTEST = 4;
const KIN_FROM = 0.82;
const KIN_DISTANCE = 0.7;
/** A spelling that is not the one that was met, or not the likeliest. */
const KIN_OTHER = 0.98;
/** How near words are that differ by no, one or two endings. */
/** How near words are that sound the same: to what was typed, and to one another; and how much less for each sound of their endings. */
const SAME = 0.97;
const FAMILY = 0.99;
const ENDING = 0.006;
/** Typed letters from which on one slip of the finger is thought of, and from which on two. */
const SLIP_FROM = 5;
const TWO_SLIPS_FROM = 8;
/** How near a word is that is meant when nothing slipped; less by its unlikeness, and by what the slips cost. */
const SLIP_BASE = 0.97;
const SLIP_UNLIKE = 0.4;
const SLIP_COST = 0.01;
/** A word less alike than this, with one slip and with two, is not what was meant. */
const LEAST_ALIKE = [0.72, 0.74] as const;
/** What is near and no slips lead to it has that against it when they lead to others. */
const NO_SLIP = 0.06;
const END = 63;

export interface Asking {
  /** The word may be unfinished. */
  readonly beginning: boolean;
  /** 0: as it sounds; 1: with errors; 2: with more of them. */
  readonly fuzziness: 0 | 1 | 2;
  /** Words at most. */
  readonly limit: number;
  /** How many places have a word; the commoner of equally near words come first. */
  readonly commonness: (word: number) => number;
}

/** Word number → how well it answers, above 0 to 1. */
export type Meanings = ReadonlyMap<number, number>;

function trigrams(codes: Uint8Array, start: number, end: number, visit: Visit): void {
  let gram = codes[start]!;
  for (let at = start + 1; at <= end; at++) {
    gram = ((gram << 6) | (at < end ? codes[at]! : END)) & CODE_MASK;
    visit(gram);
  }
}

function headOf(codes: Uint8Array, start: number, end: number): number {
  let head = 0;
  for (let at = start; at < start + 3; at++) head = (head << 6) | (at < end ? codes[at]! : END);
  return head & CODE_MASK;
}

/** The beginnings of a short sound spelling with one of its vowels another: it has no trigram and no skeleton to spare. */
function otherVowels(codes: Uint8Array, length: number, visit: Visit): void {
  const other = codes.slice();
  for (let at = 0; at < length; at++) {
    const letter = codes[at]!;
    if (!VOWEL_CODES.includes(letter)) continue;
    for (const vowel of VOWEL_CODES) {
      if (vowel === letter) continue;
      other[at] = vowel;
      visit(headOf(other, 0, length));
    }
    other[at] = letter;
  }
}

function hash(text: string, skipped: number): number {
  let value = 2_166_136_261;
  for (let at = 0; at < text.length; at++)
    if (at !== skipped) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  return (value ^ (value >>> 15)) & CODE_MASK;
}

/** Codes of a skeleton and of what is left of it without one of its letters. */
function skeletonCodes(sound: string, visit: Visit): void {
  const bones = skeleton(sound);
  if (bones.length < 2) return;
  visit(hash(bones, -1));
  if (bones.length < 4) return;
  for (let at = 0; at < bones.length; at++)
    if (bones.charCodeAt(at) !== bones.charCodeAt(at - 1)) visit(hash(bones, at));
}

/** What Arabic writes of a sound spelling in any case, marked so that it is no spelling itself. */
function consonants(sound: string): string {
  let bones = '*';
  for (const letter of sound) {
    if ('aeiu'.includes(letter)) continue;
    const merged = letter === 'p' ? 'b' : letter === 'f' ? 'v' : letter;
    if (!bones.endsWith(merged)) bones += merged;
  }
  return bones;
}

/** Room for one spelling at a time. */
const encoded = new Uint8Array(COMPARED);

const SHORT = 4;
const VOWEL_CODES = Array.from('aeiu', (vowel) => letterCode(vowel.charCodeAt(0)));
const LETTERS = '?abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function spell(codes: Bytes, start: number, end: number): string {
  let sound = '';
  for (let at = start; at < end; at++) sound += LETTERS.charAt(codes.at(at));
  return sound;
}

/** A copy that does not keep the text alive from which it was cut. */
const detached = (word: string) => Buffer.from(word, 'utf16le').toString('utf16le');

/** Below this similarity two spellings are two words. Short words leave no room for errors. */
function floorFor(length: number, fuzziness: number): number {
  const floor = length <= 3 ? 0.8 : length === 4 ? 0.72 : 0.66;
  return fuzziness === 2 ? floor - 0.12 : floor;
}

export class Dictionary {
  readonly #numbers = new Map<string, number>();
  readonly #written: string[] = [];
  readonly #firstEntry = new Numbers();
  readonly #entryWord = new Numbers();
  readonly #entryStart = new Numbers();
  readonly #codes = new Bytes();
  readonly #entryAbjad = new Bytes();
  /** Entries that are in the lists, and in their compact part. */
  #listed = 0;
  #packed = 0;
  #byTrigram = new Buckets();
  #byHead = new Buckets();
  #bySkeleton = new Buckets();
  #byStem = new Buckets();
  readonly #order = new SoundOrder();
  #counts = new Uint8Array(0);
  #touched = new Uint32Array(0);
  #compared = new Uint32Array(0);
  #comparing = 0;
  readonly #memory = new Map<string, Meanings>();

  get size(): number {
    return this.#written.length;
  }

  numberOf(written: string): number | undefined {
    return this.#numbers.get(written);
  }

  written(word: number): string {
    return this.#written[word] ?? '';
  }

  /** The likeliest sound spelling; letters of other scripts as capitals that stand for them. */
  sound(word: number): string {
    const entry = this.#firstEntry.at(word);
    return this.#entryWord.at(entry) === word ? this.#soundOfEntry(entry) : '';
  }

  /** The number of a written form, new if need be. Call `settle` before asking for meanings. */
  intern(written: string): number {
    const known = this.#numbers.get(written);
    if (known !== undefined) return known;
    const word = this.#written.length;
    const kept = detached(written);
    this.#numbers.set(kept, word);
    this.#written.push(kept);
    this.#firstEntry.push(this.#entryWord.length);
    for (const sound of sounds(kept, KEPT_SOUNDS)) this.#addEntry(word, sound);
    return word;
  }

  /** Makes new words findable. Takes time in proportion to what is new, averaged over many calls. */
  settle(): void {
    this.#memory.clear();
    this.#listFresh();
    if (this.#listed - this.#packed > Math.max(4_000, this.#packed / 2)) this.#packLists();
  }

  /** Lists everything in one piece: quicker to search. Takes time in proportion to all words. */
  pack(): void {
    this.settle();
    if (this.#packed < this.#listed) this.#packLists();
  }

  #addEntry(word: number, sound: string): void {
    const length = encodeSound(sound, encoded);
    this.#entryWord.push(word);
    this.#entryAbjad.push(isAbjad(this.#written[word]!) ? 1 : 0);
    this.#entryStart.push(this.#codes.length);
    for (let at = 0; at < length; at++) this.#codes.push(encoded[at]!);
  }

  #endOf(entry: number): number {
    return entry + 1 < this.#entryStart.length
      ? this.#entryStart.at(entry + 1)
      : this.#codes.length;
  }

  #soundOfEntry(entry: number): string {
    return spell(this.#codes, this.#entryStart.at(entry), this.#endOf(entry));
  }

  #trigramsOf = (entry: number, put: Visit) => {
    trigrams(this.#codes.view(), this.#entryStart.at(entry), this.#endOf(entry), put);
  };
  #headOfEntry = (entry: number, put: Visit) => {
    put(headOf(this.#codes.view(), this.#entryStart.at(entry), this.#endOf(entry)));
  };
  #skeletonOf = (entry: number, put: Visit) => {
    skeletonCodes(this.#soundOfEntry(entry), put);
  };
  #stemsOf = (entry: number, put: Visit) => {
    const sound = this.#soundOfEntry(entry);
    const stems = [sound, ...soundStems(sound)];
    for (const stem of stems) put(hash(stem, -1));
    let before = '';
    for (const stem of stems) {
      const bones = consonants(stem);
      if (bones !== before) put(hash(bones, -1));
      before = bones;
    }
  };

  #spellings(): Spellings {
    return {
      codes: this.#codes.view(),
      start: this.#entryStart.view(),
      count: this.#entryStart.length,
    };
  }

  #listFresh(): void {
    const count = this.#entryWord.length;
    for (let entry = this.#listed; entry < count; entry++) {
      this.#trigramsOf(entry, (code) => this.#byTrigram.push(code, entry));
      this.#headOfEntry(entry, (code) => this.#byHead.push(code, entry));
      this.#skeletonOf(entry, (code) => this.#bySkeleton.push(code, entry));
      this.#stemsOf(entry, (code) => this.#byStem.push(code, entry));
    }
    this.#listed = count;
  }

  #packLists(): void {
    for (const list of [this.#byTrigram, this.#byHead, this.#bySkeleton, this.#byStem]) list.pack();
    this.#order.sortAll(this.#spellings());
    this.#packed = this.#listed;
  }

  /** What a typed written form may mean among the words of the archive. */
  meanings(typed: string, asking: Asking): Meanings {
    const key = `${typed} ${asking.beginning ? 1 : 0}${asking.fuzziness}${asking.limit}`;
    const known = this.#memory.get(key);
    if (known) return known;
    const { found: gathered, slipped } = this.#gather(typed, asking);
    const found = this.#nearest(gathered, slipped, asking);
    if (this.#memory.size >= MEMORY) this.#memory.clear();
    this.#memory.set(key, found);
    return found;
  }

  #gather(
    typed: string,
    asking: Asking,
  ): { readonly found: Map<number, number>; readonly slipped: boolean } {
    const found = new Map<number, number>();
    /** Words that sound the same but for an ending. */
    const longer = new Set<number>();
    /** By which of its spellings a word was found. */
    const by = new Map<number, number>();
    this.#makeRoom();
    sounds(typed, TYPED_SOUNDS).forEach((sound, rank) => {
      const trust = rank === 0 ? 1 : 0.98;
      const put = (entry: number, weight: number) => {
        const word = this.#entryWord.at(entry);
        if (weight * trust <= (found.get(word) ?? 0)) return;
        found.set(word, weight * trust);
        by.set(word, entry);
      };
      const codes = new Uint8Array(40);
      const length = encodeSound(sound, codes);
      this.#gatherBeginning(codes, length, asking.beginning, put, longer);
      const most = COMPARED_ENTRIES[rank] ?? COMPARED_KIN;
      if (asking.fuzziness === 0 || length <= 2) return;
      if (length >= KIN_SHORTEST)
        this.#family(sound, (entry, tails) => {
          put(entry, SAME - 2 * ENDING * tails);
          longer.add(this.#entryWord.at(entry));
        });
      this.#gatherAlike(codes, length, isAbjad(typed), most, asking, put);
    });
    if (found.size <= WEIGHED) this.#weighLetters(typed, found, longer, asking);
    const same = this.#numbers.get(typed);
    if (same !== undefined) found.set(same, 1);
    if (asking.fuzziness === 0) return { found, slipped: false };
    const slipped = this.#gatherSlips(typed, found, by);
    this.#gatherKin(found, by);
    return { found, slipped };
  }

  /**
   * A slip of the finger may break a group of letters that is one sound ("zh" typed as "hz"): then little is left of how the word sounds. So it is also
   * looked for as it may have been written without slips; answers whether there is anything.
   */
  #gatherSlips(typed: string, found: Map<number, number>, by: Map<number, number>): boolean {
    if (typed.length < SLIP_FROM) return false;
    for (const weight of found.values()) if (weight >= SAME_SOUND) return false;
    const nearest = new Map<number, { cost: number; entry: number }>();
    const most = typed.length < TWO_SLIPS_FROM ? 1 : 2;
    eachSlip(typed, most, this.#spellings(), this.#order, (entry, cost, tail) => {
      const word = this.#entryWord.at(entry);
      const all = cost + tail;
      const had = nearest.get(word);
      if (!had || all < had.cost) nearest.set(word, { cost: all, entry });
    });
    if (nearest.size === 0) return false;
    let slipped = false;
    const patterns = sounds(typed, 2).map((sound) => new SoundPattern(sound));
    const folded = foldWord(typed);
    const letters = new LetterPattern(folded);
    const script = scriptRange(folded);
    const mine = isAbjad(typed);
    const codes = this.#codes.view();
    for (const [word, weight] of found) if (!nearest.has(word)) found.set(word, weight - NO_SLIP);
    for (const [word, { cost, entry }] of nearest) {
      let alike = found.get(word) ?? 0;
      const start = this.#entryStart.at(entry);
      const abjad = whichAbjad(mine, this.#entryAbjad.at(entry) === 1);
      for (const pattern of patterns)
        alike = Math.max(
          alike,
          pattern.similarityOfCodes(codes, start, this.#endOf(entry) - start, { abjad }),
        );
      const written = this.#written[word]!;
      if (scriptRange(written) === script) alike = Math.max(alike, letters.similarity(written));
      if (alike < LEAST_ALIKE[cost < 2 * SLIP ? 0 : 1]) continue;
      slipped = true;
      const worth = SLIP_BASE - SLIP_UNLIKE * (1 - alike) - SLIP_COST * cost;
      if (worth <= (found.get(word) ?? 0)) continue;
      found.set(word, worth);
      by.set(word, entry);
    }
    return slipped;
  }

  /**
   * When the word as typed is not there, it most likely is the nearest one misspelt: then what sounds like that one is meant
   * too, in whatever script and with whatever ending, before what merely is as many errors away.
   */
  #gatherKin(found: Map<number, number>, by: Map<number, number>): void {
    const met = new Set<number>();
    for (let round = 0, seeds = 0; round < KIN_ROUNDS; round++) {
      const nearest = [...found].sort((a, b) => b[1] - a[1]).slice(0, KIN_LOOKED_AT);
      const best = nearest[0]?.[1] ?? 0;
      const floor = best - (best >= SAME_SOUND ? 1 - SAME_SOUND : KIN_BELOW);
      for (const [word, weight] of nearest) {
        if (weight < floor || seeds >= KIN_SOUNDS * (round + 1)) break;
        if (met.has(word)) continue;
        met.add(word);
        const first = this.#firstEntry.at(word);
        const entry = by.get(word) ?? first;
        if (this.#endOf(entry) - this.#entryStart.at(entry) < KIN_SHORTEST) continue;
        seeds++;
        for (let from = first; this.#entryWord.at(from) === word && from < this.#listed; from++) {
          const trust = from === entry ? weight : weight * KIN_OTHER;
          const abjad = this.#entryAbjad.at(from) === 1;
          this.#kin(this.#soundOfEntry(from), abjad, (kin, nearness, sameScript) => {
            const other = this.#entryWord.at(kin);
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
  #kin(
    sound: string,
    abjad: boolean,
    put: (entry: number, nearness: number, sameScript: boolean) => void,
  ): void {
    this.#family(sound, (entry, tails) => {
      put(entry, FAMILY - ENDING * tails, true);
    });
    const codes = this.#codes.view();
    for (const stem of [sound, ...soundStems(sound)]) {
      const pattern = new SoundPattern(stem);
      const trust = FAMILY - ENDING * (sound.length - stem.length);
      let left = COMPARED_KIN;
      const compare = (entry: number) => {
        if ((this.#entryAbjad.at(entry) === 1) === abjad || left-- <= 0) return;
        const start = this.#entryStart.at(entry);
        const nearness = pattern.similarityOfCodes(codes, start, this.#endOf(entry) - start, {
          floor: KIN_FROM,
          abjad: abjad ? 'mine' : 'theirs',
        });
        if (nearness > 0) put(entry, trust * (1 - KIN_DISTANCE * (1 - nearness)), false);
      };
      this.#byStem.each(hash(consonants(stem), -1), compare, LOOKED_AT);
      left = Math.min(left, COMPARED_KIN / 4);
      this.#bySkeleton.each(hash(skeleton(stem), -1), compare, LOOKED_AT_KIN);
    }
  }

  /** Entries that sound like `sound` but for their endings, and how many sounds those have. */
  #family(sound: string, put: (entry: number, tails: number) => void): void {
    const codes = this.#codes.view();
    for (const stem of [sound, ...soundStems(sound)])
      this.#byStem.each(
        hash(stem, -1),
        (entry) => {
          const start = this.#entryStart.at(entry);
          const end = this.#endOf(entry);
          for (let at = 0; at < stem.length; at++)
            if (codes[start + at] !== letterCode(stem.charCodeAt(at))) return;
          const tail = spell(this.#codes, start + stem.length, end);
          if (!isEnding(tail)) return;
          put(entry, sound.length - stem.length + tail.length);
        },
        LOOKED_AT,
      );
  }

  /** Among words that sound alike, those written alike come first. */
  #weighLetters(
    typed: string,
    found: Map<number, number>,
    longer: ReadonlySet<number>,
    asking: Asking,
  ): void {
    const { beginning } = asking;
    const folded = foldWord(typed);
    const pattern = new LetterPattern(folded);
    const script = scriptRange(folded);
    for (const [word, weight] of found) {
      const written = this.#written[word]!;
      if (scriptRange(written) !== script) {
        const less =
          weight >= SAME_SOUND || longer.has(word)
            ? OTHER_SCRIPT_SAME
            : OTHER_SCRIPT + OTHER_SCRIPT_UNLIKE * (SAME_SOUND - weight);
        found.set(word, weight - less);
        continue;
      }
      const letters = pattern.similarity(written, beginning);
      if (weight >= SAME_SOUND) found.set(word, weight - 0.05 * (1 - letters));
      else {
        // Conventions of writing differ in many letters; a slip within a group of letters changes many sounds.
        const whole = beginning && letters > weight ? pattern.similarity(written) : letters;
        const begun = beginning && written.startsWith(folded) ? BEGUN : 0;
        const judged =
          letters > weight
            ? weight + LETTER_SHARE * Math.max(0, whole - weight)
            : weight - Math.min(MOST_UNLIKE, UNLIKE * (weight - letters));
        found.set(
          word,
          Math.max(judged, begun, isInflected(folded, foldWord(written)) ? INFLECTED : 0),
        );
      }
    }
  }

  #makeRoom(): void {
    const entries = this.#entryWord.length;
    if (this.#counts.length >= entries) return;
    const room = Math.ceil(entries * 1.2) + 64;
    this.#counts = new Uint8Array(room);
    this.#touched = new Uint32Array(room);
    this.#compared = new Uint32Array(room);
    this.#comparing = 0;
  }

  /** Entries that sound the same, or go on after the typed letters. */
  #gatherBeginning(
    typed: Uint8Array,
    length: number,
    beginning: boolean,
    put: (entry: number, weight: number) => void,
    longer: Set<number>,
  ): void {
    const codes = this.#codes.view();
    const look = (entry: number) => {
      const start = this.#entryStart.at(entry);
      const more = this.#endOf(entry) - start - length;
      if (more < 0) return;
      for (let at = 0; at < length; at++) if (codes[start + at] !== typed[at]) return;
      if (more === 0) put(entry, 0.97);
      else if (length > 2 && more <= 3) {
        put(entry, 0.9 - 0.02 * more);
        if (length >= LONG) longer.add(this.#entryWord.at(entry));
      } else if (beginning) put(entry, 0.88 - 0.01 * Math.min(10, more));
    };
    if (length >= 3 || !beginning) {
      this.#byHead.each(headOf(typed, 0, length), look, LOOKED_AT);
      return;
    }
    // One or two letters typed so far: the trigram ^ab lists all words that begin with two.
    if (length === 2) this.#byTrigram.each((typed[0]! << 6) | typed[1]!, look, LOOKED_AT);
    else {
      this.#byHead.each(headOf(typed, 0, 1), look, LOOKED_AT);
      for (let second = 1; second < END; second++)
        this.#byTrigram.each((typed[0]! << 6) | second, look, LOOKED_AT / 20);
    }
  }

  #gatherAlike(
    typed: Uint8Array,
    length: number,
    typedAbjad: boolean,
    most: number,
    asking: Asking,
    put: (entry: number, weight: number) => void,
  ): void {
    const { beginning, fuzziness } = asking;
    const sound = spell(new Bytes(typed), 0, length);
    const pattern = new SoundPattern(sound);
    const floor = floorFor(length, fuzziness);
    const mark = ++this.#comparing;
    const compare = (entry: number) => {
      if (this.#compared[entry] === mark) return;
      this.#compared[entry] = mark;
      const start = this.#entryStart.at(entry);
      const size = this.#endOf(entry) - start;
      const more = size - length;
      if (more < -4 || (more > 4 && !beginning)) return;
      const codes = this.#codes.view();
      const abjad = whichAbjad(typedAbjad, this.#entryAbjad.at(entry) === 1);
      let weight = 0.95 * pattern.similarityOfCodes(codes, start, size, { floor, abjad });
      if (more > 0 && weight < 0.88) {
        const stem = this.#stemLength(start, size, length);
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
    for (const entry of this.#sharingTrigrams(typed, length, beginning, most)) compare(entry);
    if (length <= SHORT)
      otherVowels(typed, length, (head) => {
        this.#byHead.each(head, compare, most);
      });
    skeletonCodes(sound, (code) => {
      this.#bySkeleton.each(code, compare, most);
    });
  }

  /** How long an entry is without the longest ending that does not make it shorter than `length` less one. */
  #stemLength(start: number, size: number, length: number): number {
    for (let tail = Math.min(4, size - length + 1, size - 3); tail > 0; tail--)
      if (isEnding(spell(this.#codes, start + size - tail, start + size))) return size - tail;
    return size;
  }

  /** The entries that share most trigrams with the typed letters. */
  #sharingTrigrams(
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
    const sized = [...grams].map((code) => ({ code, size: this.#byTrigram.size(code) }));
    // The rarest first: what all words have ("nka", "ovs") tells least and takes longest.
    let budget = COUNTED * most;
    sized.sort((a, b) => a.size - b.size);
    for (const [at, { code, size }] of sized.entries()) {
      budget -= size;
      if (budget < 0 && at >= GRAMS_AT_LEAST) break;
      seen = this.#byTrigram.tally(code, counts, touched, seen);
    }
    const histogram = new Uint32Array(64);
    const starts = this.#entryStart.view();
    const last = starts.length - 1;
    const longest = beginning ? COMPARED : length + 4;
    for (let at = 0; at < seen; at++) {
      const entry = touched[at]!;
      const count = counts[entry]!;
      const size = (entry < last ? starts[entry + 1]! : this.#codes.length) - starts[entry]!;
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

  #nearest(found: Map<number, number>, slipped: boolean, asking: Asking): Meanings {
    const { limit, beginning, commonness, fuzziness } = asking;
    // A word of removed documents only is no word of the archive any more.
    for (const word of found.keys()) if (commonness(word) === 0) found.delete(word);
    let nearest = 0;
    for (const weight of found.values()) if (weight > nearest) nearest = weight;
    // What is no nearer than that is found for any row of letters; who still wants it asks with "~".
    if (fuzziness < 2 && nearest < LEAST_NEAR && !slipped) return new Map();
    const floor = nearest - FARTHER[fuzziness];
    for (const [word, weight] of found) if (weight < floor) found.delete(word);
    if (found.size <= limit) return found;
    const ranked = [...found]
      .map(([word, weight]) => ({ word, weight, count: commonness(word) }))
      .sort((a, b) => b.weight - a.weight || b.count - a.count || a.word - b.word);
    if (!beginning) return new Map(ranked.slice(0, limit).map((r) => [r.word, r.weight]));
    // Unfinished: half the places go to the nearest, half to the commonest.
    const near = ranked.slice(0, limit >> 1);
    const common = ranked
      .slice(limit >> 1)
      .sort((a, b) => b.count * b.weight - a.count * a.weight)
      .slice(0, limit - near.length);
    return new Map([...near, ...common].map((r) => [r.word, r.weight]));
  }

  /** Everything as arrays, for a snapshot. */
  parts(): DictionaryParts {
    this.pack();
    return {
      written: this.#written,
      firstEntry: this.#firstEntry.view(),
      entryWord: this.#entryWord.view(),
      entryStart: this.#entryStart.view(),
      codes: this.#codes.view(),
      trigrams: this.#byTrigram.parts(),
      heads: this.#byHead.parts(),
      skeletons: this.#bySkeleton.parts(),
      stems: this.#byStem.parts(),
      orders: this.#order.parts(),
    };
  }

  static from(parts: DictionaryParts): Dictionary {
    const dictionary = new Dictionary();
    parts.written.forEach((word, number) => {
      dictionary.#written.push(word);
      dictionary.#numbers.set(word, number);
    });
    for (const [own, given] of [
      [dictionary.#firstEntry, parts.firstEntry],
      [dictionary.#entryWord, parts.entryWord],
      [dictionary.#entryStart, parts.entryStart],
    ] as const)
      own.take(given);
    dictionary.#codes.take(parts.codes);
    for (const word of parts.entryWord)
      dictionary.#entryAbjad.push(isAbjad(parts.written[word] ?? '') ? 1 : 0);
    dictionary.#listed = dictionary.#entryWord.length;
    dictionary.#packed = dictionary.#listed;
    dictionary.#order.take(...parts.orders);
    dictionary.#byTrigram = new Buckets(...parts.trigrams);
    dictionary.#byHead = new Buckets(...parts.heads);
    dictionary.#bySkeleton = new Buckets(...parts.skeletons);
    dictionary.#byStem = new Buckets(...parts.stems);
    return dictionary;
  }
}

export interface DictionaryParts {
  readonly written: readonly string[];
  readonly firstEntry: Uint32Array;
  readonly entryWord: Uint32Array;
  readonly entryStart: Uint32Array;
  readonly codes: Uint8Array;
  readonly trigrams: readonly [Uint32Array, Uint32Array];
  readonly heads: readonly [Uint32Array, Uint32Array];
  readonly skeletons: readonly [Uint32Array, Uint32Array];
  readonly stems: readonly [Uint32Array, Uint32Array];
  readonly orders: readonly [forwards: Uint32Array, backwards: Uint32Array];
}

/** Whether two folded words of one script have a stem in common. */
function isInflected(a: string, b: string): boolean {
  if (a.slice(0, 3) !== b.slice(0, 3)) return false;
  return stem(a, 'und') === stem(b, 'und') || (/^[a-z]/.test(a) && stem(a, 'pl') === stem(b, 'pl'));
}

/** Arabic leaves most vowels out. */
function isAbjad(word: string): boolean {
  return scriptRange(word) === 0x06;
}

function whichAbjad(mine: boolean, theirs: boolean): Abjad {
  return mine === theirs ? 'neither' : mine ? 'mine' : 'theirs';
}

/** Tells Latin, Cyrillic and Arabic words apart by their first letter. */
function scriptRange(word: string): number {
  const unit = word.charCodeAt(0);
  return unit < 0x250 ? 0 : unit < 0x530 ? 0x04 : unit < 0x780 ? 0x06 : unit >> 8;
}
