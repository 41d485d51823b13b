/**
 * Which documents have wording of one text: four words of it, one behind the other, however they are written. Nothing is
 * left out: a document without such a run shares no passage with it. The postings tell quickly which have such words at
 * all; their texts are then read for the order of them.
 */
import { foldWord, withoutPossessive } from '../text/index.ts';
import type { IndexParts } from './index-parts.ts';
import { eachNumber } from './matching.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops over parallel arrays of one length */

/** Words of a run. */
const RUN = 4;
/** Places of words that are looked at to tell candidates; a text that asks for more has every text read, piece by piece. */
const LOOKED_AT = 20_000_000;
/** A word that the text does not have. */
const NONE = -1;

/** The text that is asked for: UTF-16 units, the end exclusive. */
export interface AskedWording {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Candidates {
  /** In the order in which they were taken in. */
  readonly ids: readonly string[];
  readonly empty: readonly string[];
}

/** Words as a reader takes them for the same: without regard to case, accents and the kind of apostrophes. */
const sameForm = (written: string) => withoutPossessive(foldWord(written));

export class Wording {
  readonly asked: AskedWording;
  readonly #parts: IndexParts;
  /** By word of the dictionary, as far as it reached when the question came: the number of the same word of the text. */
  readonly #own: Int32Array;
  /** The words of the text in their order, by these numbers. */
  readonly #order: Int32Array;
  /** By number: the words of the dictionary that are the same to a reader. */
  readonly #written: number[][] = [];
  readonly #runs = new Set<number>();

  constructor(asked: AskedWording, parts: IndexParts) {
    this.asked = asked;
    this.#parts = parts;
    const { dictionary } = parts;
    const numbers = new Map<string, number>();
    const order: number[] = [];
    const byWritten = new Map<string, number>();
    eachNumber(asked.text.slice(asked.start, asked.end), dictionary, (_word, written) => {
      let number = byWritten.get(written);
      if (number === undefined) {
        const form = sameForm(written);
        number = numbers.get(form) ?? numbers.size;
        numbers.set(form, number);
        byWritten.set(written, number);
      }
      order.push(number);
    });
    this.#order = Int32Array.from(order);
    for (let number = 0; number < numbers.size; number++) this.#written.push([]);
    this.#own = new Int32Array(dictionary.size).fill(NONE);
    for (let word = 0; word < dictionary.size; word++) {
      const number = numbers.get(sameForm(dictionary.written(word)));
      if (number === undefined) continue;
      this.#own[word] = number;
      this.#written[number]!.push(word);
    }
    for (let at = 0; at + RUN <= order.length; at++) this.#runs.add(this.#runAt(this.#order, at));
  }

  /** Whether nothing was taken in since. */
  fits(asked: AskedWording, parts: IndexParts): boolean {
    const { text, start, end } = this.asked;
    return (
      parts === this.#parts &&
      parts.dictionary.size === this.#own.length &&
      start === asked.start &&
      end === asked.end &&
      text === asked.text
    );
  }

  /** Texts that have all words of a run, in whatever order; and documents of whose text the index has nothing. */
  candidates(): Candidates {
    const { shelf } = this.#parts;
    const found = this.#withWords();
    const ids: string[] = [];
    const empty: string[] = [];
    for (const number of shelf.living()) {
      const document = shelf.document(number);
      if (!document || document.kind === 'quote') continue;
      if (shelf.text(number) === '') empty.push(document.id);
      else if (!found || found[number] === 1) ids.push(document.id);
    }
    return { ids: ids.reverse(), empty };
  }

  /** By document: whether it has all words of a run. `null` where that would take longer than to read them all. */
  #withWords(): Uint8Array | null {
    const { postings, shelf } = this.#parts;
    const counts = this.#written.map((words) =>
      words.reduce((sum, word) => sum + postings.count(word), 0),
    );
    if (this.#order.reduce((sum, number) => sum + counts[number]!, 0) > LOOKED_AT) return null;
    const last = new Int32Array(shelf.numbers).fill(-2);
    const length = new Int32Array(shelf.numbers);
    const found = new Uint8Array(shelf.numbers);
    this.#order.forEach((number, at) => {
      for (const word of this.#written[number]!)
        postings.each(word, (passage) => {
          const document = shelf.documentOf(passage);
          if (last[document] === at) return;
          length[document] = last[document] === at - 1 ? length[document]! + 1 : 1;
          last[document] = at;
          if (length[document] >= RUN) found[document] = 1;
        });
    });
    return found;
  }

  /** Those of them that have a run in its order. */
  confirmed(ids: readonly string[]): string[] {
    const { shelf } = this.#parts;
    const met = new Map<string, number>();
    return ids.filter((id) => {
      const number = shelf.numberOf(id);
      return number !== undefined && this.#stands(shelf.text(number), met);
    });
  }

  #stands(text: string, met: Map<string, number>): boolean {
    const words: number[] = [];
    const take = (word: number) => {
      words.push(this.#own[word] ?? NONE);
    };
    eachNumber(text, this.#parts.dictionary, take, met);
    for (let at = 0, known = 0; at < words.length; at++) {
      known = words[at] === NONE ? 0 : known + 1;
      if (known >= RUN && this.#runs.has(this.#runAt(words, at - RUN + 1))) return true;
    }
    return false;
  }

  /** Two runs may meet in one number: who asks compares the texts themselves. */
  #runAt(words: ArrayLike<number>, from: number): number {
    let run = 0;
    for (let at = from; at < from + RUN; at++)
      run = Math.imul(run ^ (words[at]! + 1), 0x0100_0193) ^ (run >>> 15);
    return run;
  }
}
