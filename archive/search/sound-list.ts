/**
 * The sound spellings ("entries") of the archive's words, and the lists that lead to them: by trigrams (typos, inflection), by the first three letters (unfinished
 * words), by the consonant skeleton less one letter (vowels, and a typo among the consonants), by stems, and in the order of their sounds (slips).
 */
import { type Alphabet, COMPARED, eachStemLength, encodeSound } from '../text/index.ts';
import { Buckets } from './buckets.ts';
import { Bytes, Numbers } from './growing.ts';
import { alphabetOf } from './scripts.ts';
import { consonantCode, headOf, skeletonCodes, spell, trigrams, wholeCode } from './sound-codes.ts';
import { SoundOrder, type Spellings } from './sound-order.ts';

/** Entries that came late up to which nothing is packed. */
const LATE = 4_000;
const ALPHABETS = ['latin', 'arabic', 'other'] as const satisfies readonly Alphabet[];
const ARABIC = ALPHABETS.indexOf('arabic');
/** Room for one spelling at a time. */
const encoded = new Uint8Array(COMPARED);

export class SoundList {
  readonly #word = new Numbers();
  readonly #start = new Numbers();
  readonly #codes = new Bytes();
  /** Places in `ALPHABETS`. */
  readonly #alphabet = new Bytes();
  byTrigram = new Buckets();
  byHead = new Buckets();
  bySkeleton = new Buckets();
  byStem = new Buckets();
  readonly order = new SoundOrder();
  /** Entries that are in the lists, and in their compact part. */
  #listed = 0;
  #packed = 0;

  get length(): number {
    return this.#word.length;
  }

  /** Call `settle` before looking in the lists. */
  add(word: number, sound: string, alphabet: Alphabet): void {
    const length = encodeSound(sound, encoded);
    this.#word.push(word);
    this.#alphabet.push(ALPHABETS.indexOf(alphabet));
    this.#start.push(this.#codes.length);
    this.#codes.append(encoded, length);
  }

  wordOf(entry: number): number {
    return this.#word.at(entry);
  }

  /** Whether its word is in a script that leaves vowels out. */
  isAbjad(entry: number): boolean {
    return this.#alphabet.at(entry) === ARABIC;
  }

  alphabet(entry: number): Alphabet {
    return ALPHABETS[this.#alphabet.at(entry)] ?? 'other';
  }

  startOf(entry: number): number {
    return this.#start.at(entry);
  }

  endOf(entry: number): number {
    return entry + 1 < this.#start.length ? this.#start.at(entry + 1) : this.#codes.length;
  }

  lengthOf(entry: number): number {
    return this.endOf(entry) - this.startOf(entry);
  }

  /** The codes of all entries, one after the other; good until something is added. */
  codes(): Uint8Array {
    return this.#codes.view();
  }

  starts(): Uint32Array {
    return this.#start.view();
  }

  /** Letters of other scripts stand as capitals. */
  sound(entry: number): string {
    return spell(this.#codes.view(), this.startOf(entry), this.endOf(entry));
  }

  spellings(): Spellings {
    return { codes: this.codes(), start: this.starts(), count: this.length };
  }

  /** Makes new entries findable. Takes time in proportion to what is new, averaged over many calls. */
  settle(): void {
    this.#listFresh();
    if (this.#listed - this.#packed > Math.max(LATE, this.#packed)) this.#packLists();
  }

  /** Lists everything in one piece: quicker to search. Takes time in proportion to all entries. */
  pack(): void {
    this.settle();
    if (this.#packed < this.#listed) this.#packLists();
    this.order.sortAll(this.spellings());
    for (const grown of [this.#word, this.#start, this.#codes, this.#alphabet]) grown.trim();
  }

  #listFresh(): void {
    const count = this.#word.length;
    const codes = this.#codes.view();
    let entry = this.#listed;
    const putTrigram = (code: number) => {
      this.byTrigram.push(code, entry);
    };
    const putSkeleton = (code: number) => {
      this.bySkeleton.push(code, entry);
    };
    for (; entry < count; entry++) {
      const start = this.#start.at(entry);
      const end = this.endOf(entry);
      trigrams(codes, start, end, putTrigram);
      this.byHead.push(headOf(codes, start, end), entry);
      skeletonCodes(codes, start, end, putSkeleton);
      this.#listStems(entry, codes, start, end);
    }
    this.#listed = count;
  }

  /** By each stem, and by the consonants of each: of two stems that differ by vowels alone, once. */
  #listStems(entry: number, codes: Uint8Array, start: number, end: number): void {
    let before = -1;
    const put = (length: number) => {
      this.byStem.push(wholeCode(codes, start, start + length), entry);
      const consonants = consonantCode(codes, start, start + length);
      if (consonants !== before) this.byStem.push(consonants, entry);
      before = consonants;
    };
    put(end - start);
    eachStemLength(codes, start, end, this.alphabet(entry), put);
  }

  #packLists(): void {
    for (const list of [this.byTrigram, this.byHead, this.bySkeleton, this.byStem]) list.pack();
    this.#packed = this.#listed;
  }

  /** Everything as arrays, for a snapshot; it must be packed. */
  parts(): SoundParts {
    return {
      entryWord: this.#word.view(),
      entryStart: this.#start.view(),
      codes: this.#codes.view(),
      trigrams: this.byTrigram.parts(),
      heads: this.byHead.parts(),
      skeletons: this.bySkeleton.parts(),
      stems: this.byStem.parts(),
      orders: this.order.parts(),
    };
  }

  static from(parts: SoundParts, written: readonly string[]): SoundList {
    const list = new SoundList();
    list.#word.take(parts.entryWord);
    list.#start.take(parts.entryStart);
    list.#codes.take(parts.codes);
    for (const word of parts.entryWord)
      list.#alphabet.push(ALPHABETS.indexOf(alphabetOf(written[word] ?? '')));
    list.#listed = list.length;
    list.#packed = list.length;
    list.byTrigram = new Buckets(...parts.trigrams);
    list.byHead = new Buckets(...parts.heads);
    list.bySkeleton = new Buckets(...parts.skeletons);
    list.byStem = new Buckets(...parts.stems);
    list.order.take(list.spellings(), ...parts.orders);
    return list;
  }
}

export interface SoundParts {
  readonly entryWord: Uint32Array;
  readonly entryStart: Uint32Array;
  readonly codes: Uint8Array;
  readonly trigrams: readonly [Uint32Array, Uint32Array];
  readonly heads: readonly [Uint32Array, Uint32Array];
  readonly skeletons: readonly [Uint32Array, Uint32Array];
  readonly stems: readonly [Uint32Array, Uint32Array];
  readonly orders: readonly [forwards: Uint32Array, backwards: Uint32Array];
}
