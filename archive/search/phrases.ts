/** Whether texts have phrases: the same words side by side, folded alike or (unless exact) sounding the same. */
import { eachWord, foldWord, sounds } from '../text/index.ts';
import { indexedForm } from './matching.ts';
import type { Wanted } from './query.ts';

/** UTF-16 units that are read for phrases in one search. */
const READ_UNITS = 1_000_000;

interface Said {
  readonly folded: string;
  readonly sounds: readonly string[];
}

/** For one search: a thousand texts have mostly the same words, and each phrase asks for the same texts. */
export class PhraseReader {
  /** Units that may still be read. */
  left = READ_UNITS;
  readonly #said = new Map<string, Said>();
  #text = '';
  #words: readonly string[] = [];

  has(text: string, wanted: Wanted): boolean {
    const { length } = wanted.words;
    if (length === 0 || text === '') return false;
    if (text !== this.#text) this.#read(text);
    for (let from = 0; from + length <= this.#words.length; from++) {
      let alike = 0;
      while (alike < length && this.#same(wanted, alike, this.#words[from + alike] ?? '')) alike++;
      if (alike === length) return true;
    }
    return false;
  }

  #read(text: string): void {
    const words: string[] = [];
    eachWord(text, (start, end) => words.push(indexedForm(text, start, end)));
    this.#text = text;
    this.#words = words;
  }

  #same(wanted: Wanted, index: number, written: string): boolean {
    const asked = wanted.words[index]?.written ?? '';
    if (asked === written) return true;
    if (wanted.exact) return false;
    const mine = this.#saidOf(asked);
    const theirs = this.#saidOf(written);
    return (
      mine.folded === theirs.folded || theirs.sounds.some((sound) => mine.sounds.includes(sound))
    );
  }

  #saidOf(written: string): Said {
    let said = this.#said.get(written);
    if (!said) {
      said = { folded: foldWord(written), sounds: sounds(written) };
      this.#said.set(written, said);
    }
    return said;
  }
}
