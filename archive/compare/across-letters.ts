/** Names of several words that stand in a text in other letters than they are known in: Jawad al-Khatib, جواد الخطيب. */
import { bonesOf, heardEnds, isArticle, type Side, sideOf, vowelsAgree } from '../text/index.ts';
import { foldedAt, gapAfter, type Words } from './words.ts';

/** Consonants of which one word of a name at least has so many: two or three words of few are alike by chance. */
const TELLING = 3;

/** A word of the text, without what is written together with it. */
interface Met {
  readonly word: string;
  readonly number: number;
  /** With something else than the article. */
  readonly joined: boolean;
}

/** Of each word of a name the numbers of words that it may be in a text, and whether that alone tells much. */
type Chain = readonly ReadonlyMap<number, boolean>[];

/** The words of a text by their consonants; Arabic ones also without what is written together with them. */
export class AcrossLetters {
  readonly #met: Iterable<number>;
  readonly #bare: ReadonlyMap<number, readonly number[]>;
  readonly #folded: readonly string[];
  readonly #known: Partial<Record<Side, ReadonlyMap<string, readonly Met[]>>> = {};
  readonly #forms = new Map<string, ReadonlyMap<number, boolean>>();

  /** `bare` has the numbers of words that are written together with something before them, by what they are without it. */
  constructor(
    met: Iterable<number>,
    bare: ReadonlyMap<number, readonly number[]>,
    folded: readonly string[],
  ) {
    this.#met = met;
    this.#bare = bare;
    this.#folded = folded;
  }

  /** `null` for a spelling of which no word is here in other letters. `formsOf` answers what is found of a word without that. */
  chainOf(
    spelling: readonly string[],
    formsOf: (folded: string) => ReadonlySet<number>,
  ): Chain | null {
    const words = spelling.filter((word) => !isArticle(word));
    if (words.length < 2) return null;
    const across = words.map((word, at) => this.#formsOf(word, at === 0));
    if (across.every((forms) => forms.size === 0)) return null;
    return across.map((forms, at) => {
      const same = [...formsOf(words[at] ?? '')].map((number): [number, boolean] => [number, true]);
      return new Map([...forms, ...same]);
    });
  }

  /** "And", "to" are written together with the `first` word of a name alone. */
  #formsOf(word: string, first: boolean): ReadonlyMap<number, boolean> {
    const key = first ? word : ` ${word}`;
    const known = this.#forms.get(key);
    if (known) return known;
    const forms = new Map<number, boolean>();
    const side = sideOf(word);
    // An article written together with a name is not in its other spelling.
    const arabic = side === 'arabic' ? [word, word.replace(/^ال(?=.{2})/, '')] : [];
    for (const own of side === 'elsewhere' ? heardEnds(word) : arabic) {
      if (!side) break;
      const bones = bonesOf(own, side);
      for (const { word: theirs, number, joined } of this.#byBones(other(side)).get(bones) ?? [])
        if (
          (first || !joined) &&
          (side === 'arabic' ? vowelsAgree(own, theirs) : vowelsAgree(theirs, own))
        )
          forms.set(number, bones.length >= TELLING);
    }
    this.#forms.set(key, forms);
    return forms;
  }

  #byBones(side: Side): ReadonlyMap<string, readonly Met[]> {
    const known = this.#known[side];
    if (known) return known;
    const byBones = new Map<string, Met[]>();
    const add = (word: string, number: number, joined: boolean) => {
      const bones = bonesOf(word, side);
      if (bones === '') return;
      const list = byBones.get(bones);
      if (list) list.push({ word, number, joined });
      else byBones.set(bones, [{ word, number, joined }]);
    };
    for (const number of this.#met) {
      const word = this.#folded[number] ?? '';
      if (sideOf(word) !== side) continue;
      for (const form of side === 'elsewhere' ? heardEnds(word) : [word]) add(form, number, false);
    }
    if (side === 'arabic')
      for (const [without, numbers] of this.#bare)
        for (const number of numbers)
          add(this.#folded[without] ?? '', number, !this.#folded[number]?.startsWith('ال'));
    this.#known[side] = byBones;
    return byBones;
  }
}

const other = (side: Side): Side => (side === 'arabic' ? 'elsewhere' : 'arabic');

/** Nothing that ends a sentence or parts a list stands in a name. */
const WITHIN = /^[\s\p{Pd}]*$/u;

/** How many words from `at` on are that name; 0 when they are not. An article stands between them as a word of its own. */
export function lengthOf(chain: Chain, words: Words, at: number): number {
  let next = at;
  let told = false;
  for (const wanted of chain) {
    const here = () => wanted.get(words.word[next] ?? -1);
    if (next > at && here() === undefined && isArticle(foldedAt(words, next))) next++;
    const tells = here();
    if (tells === undefined || (next > at && !WITHIN.test(gapAfter(words, next - 1)))) return 0;
    told ||= tells;
    next++;
  }
  return told ? next - at : 0;
}
