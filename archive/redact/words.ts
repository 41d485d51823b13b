/** The words of a name, and whether a word of a text is one of them: as written, in another script, or inflected. */
import {
  bonesOf,
  foldWord,
  heardEnds,
  scriptOf,
  type Side,
  sideOf,
  skeleton,
  sounds,
  vowelsAgree,
} from '../text/index.ts';
import { intoArabic } from '../text/arabic-letters.ts';
import { type Commonness, commonness } from './common-words.ts';
import { allReadings, type Reading } from './folded.ts';
import { keysOf, keysOfLine, linesOf } from './given-names.ts';
import { wordLook } from './look-alikes.ts';
import { isSpelledLike, spellingsOf } from './spelled-like.ts';
import { derivedOf, type Stem, stemsBeforeEndings, stemsOf } from './name-stems.ts';

/**
 * How sure it is that a word of a text is a word of a name. `heard`: in Arabic letters it is one, or the other way about,
 * by its consonants and long vowels. `bones`: few consonants are all that they share.
 */
type Nearness = 'same' | 'near' | 'heard' | 'far' | 'bones';

export interface WordMatch {
  readonly word: number;
  readonly nearness: Nearness;
  /** The word is a common one, and only sounds like the word of the name. */
  readonly common: Commonness | null;
}

/** Sounds below which a word is compared as it is written only. */
const SHORTEST = 3;
/** A stem of so many sounds tells a name in any case; a shorter one only at a capital letter, and after a short ending. */
const TELLING_STEM = 4;
/** Consonants that tell a word of a longer name however its vowels are written, or not written. */
const TELLING_SKELETON = 3;
/** Consonants that tell it beside a word that is told by more. */
const FEWEST_BONES = 2;
const LATIN = /^\p{Script=Latin}/u;
const WITH_ARTICLE = /^[وفبك]{0,2}(?:ال|لل)/u;
/** Inside of a word in Arabic letters: consonants alone are those of many words. */
const LONG_VOWEL = /\p{L}[اوي]\p{L}/u;
const SMALL = /^\p{Ll}/u;
/** Ivanoff, as older papers write Иванов. */
const LAST_F = /[aeiu]f$/;
/** Letters of an Arabic spelling by the table that is looked for as it is. */
const SHORTEST_IN_ARABIC = 5;
/** And, by, for, like, from, to, the: written together with the word after them. */
const JOINED_BEFORE =
  /^(?:[وفبكل]{0,2}(?:ال|لل)?|[והבכלמש]{1,3})(?=[\p{Script=Arabic}\p{Script=Hebrew}]{2})/u;

interface KnownStem extends Stem {
  readonly word: number;
  /** What is derived of it is looked for as well. */
  readonly derives: boolean;
}

/** Answers, for a folded word of a text, which words of names it may be. */
export class NameWords {
  #count = 0;
  readonly #numbers = new Map<string, number>();
  readonly #byKey = new Map<string, number[]>();
  readonly #bySound = new Map<string, Set<number>>();
  readonly #byStem = new Map<string, KnownStem[]>();
  /** Stems that a word of a name has before some endings only. */
  readonly #byOtherStem = new Map<string, Set<number>>();
  readonly #folded = new Map<number, string>();
  readonly #written: string[] = [];
  readonly #spellings = new Map<number, readonly string[]>();
  /** Words that have an article before them. */
  readonly #withArticle = new Set<number>();
  readonly #byAlias = new Map<string, Set<number>>();
  readonly #aliases = new Map<number, number>();
  readonly #bySkeleton = new Map<string, Set<number>>();
  readonly #byBones = {
    arabic: new Map<string, Set<number>>(),
    elsewhere: new Map<string, Set<number>>(),
  };
  readonly #byLook = new Map<string, Set<number>>();
  readonly #known = new Map<string, readonly WordMatch[]>();

  /** The number of a word of a name. */
  add({ folded, written }: Reading, { article = false } = {}): number {
    const before = this.#numbers.get(written);
    if (article && before !== undefined) this.#withArticle.add(before);
    if (before !== undefined) return before;
    const number = this.#count++;
    this.#folded.set(number, folded);
    this.#written[number] = written;
    if (article) this.#withArticle.add(number);
    this.#numbers.set(written, number);
    // Of Иван is derived Иванов, who is somebody else.
    const derives = linesOf(written).size === 0;
    const isLatin = LATIN.test(written);
    const key = foldWord(folded);
    this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), number]);
    if (folded.length >= SHORTEST)
      for (const drawn of [written, written.toUpperCase(), written.toLowerCase()])
        put(this.#byLook, wordLook(drawn), number);
    for (const sound of soundsOf(folded, written)) {
      if (sound.length < SHORTEST) continue;
      put(this.#bySound, sound, number);
      for (const { stem, taken } of stemsOf(sound)) {
        const known = { stem, word: number, taken, derives: derives && taken <= 1 };
        this.#byStem.set(stem, [...(this.#byStem.get(stem) ?? []), known]);
      }
      for (const stem of stemsBeforeEndings(sound, isLatin)) put(this.#byOtherStem, stem, number);
      const bones = skeleton(sound);
      if (bones.length >= TELLING_SKELETON) put(this.#bySkeleton, bones, number);
    }
    const side = sideOf(folded);
    if (side)
      for (const form of side === 'arabic' ? formsOf(folded) : heardEnds(folded)) {
        const bones = bonesOf(form, side);
        if (bones.length >= FEWEST_BONES) put(this.#byBones[side], bones, number);
      }
    return number;
  }

  /** As Arabic papers would write it. */
  addInArabic(number: number, written: string): void {
    if (sideOf(foldWord(written)) !== 'elsewhere') return;
    for (const form of [written, written.replace(/w/gi, 'v')].flatMap(intoArabic)) {
      const key = foldWord(form);
      if (key.length < SHORTEST_IN_ARABIC) continue;
      this.#byKey.set(key, [...new Set([...(this.#byKey.get(key) ?? []), number])]);
    }
  }

  /** The number that stands for all given names on a line of the table, in all their forms. */
  addGivenNames(line: number): number {
    const before = this.#aliases.get(line);
    if (before !== undefined) return before;
    const number = this.#count++;
    this.#aliases.set(line, number);
    for (const key of keysOfLine(line)) put(this.#byAlias, key, number);
    return number;
  }

  matches(word: Reading): readonly WordMatch[] {
    let found = this.#known.get(word.written);
    if (!found) {
      const nearness = new Map<number, Nearness>();
      for (const reading of allReadings(word)) this.#match(reading, nearness);
      for (const number of this.#byLook.get(wordLook(word.written)) ?? [])
        nearness.set(number, 'same');
      const common = [...nearness.values()].includes('near') ? commonness(word.written) : null;
      found = [...nearness].map(([number, how]) => ({
        word: number,
        nearness: how,
        common: how === 'near' && this.#onlySounds(number, word, common) ? common : null,
      }));
      this.#known.set(word.written, found);
    }
    return found;
  }

  /**
   * A common word that is not the name in its own letters, in those of a usual transliteration, or in a case of these. An
   * everyday word is believed only in another script than the name's: in its own it may be a slip.
   */
  #onlySounds(number: number, { written }: Reading, common: Commonness | null): boolean {
    const name = this.#written[number];
    if (common === null || name === undefined) return false;
    if (common === 'everyday' && scriptOf(written) === scriptOf(name)) return false;
    let spellings = this.#spellings.get(number);
    if (!spellings) this.#spellings.set(number, (spellings = spellingsOf(name)));
    return !isSpelledLike(written, spellings);
  }

  #match({ folded, written }: Reading, found: Map<number, Nearness>): void {
    const capital = !SMALL.test(written);
    for (const form of formsOf(folded)) {
      for (const word of this.#byKey.get(foldWord(form)) ?? []) found.set(word, 'same');
      for (const sound of form === folded ? soundsOf(folded, written) : sounds(form))
        this.#matchSound(sound, capital, found);
    }
    if (this.#byAlias.size > 0)
      for (const key of keysOf(written))
        for (const word of this.#byAlias.get(key) ?? []) found.set(word, 'same');
    const side = sideOf(folded);
    if (side) this.#matchBones(formsOf(folded).flatMap(heardEnds), side, found);
  }

  /** A word in Arabic letters is held against names in other ones, and the other way about. */
  #matchBones(forms: readonly string[], side: Side, found: Map<number, Nearness>): void {
    const names = this.#byBones[side === 'arabic' ? 'elsewhere' : 'arabic'];
    const [whole = ''] = forms;
    for (const form of forms) {
      const bones = bonesOf(form, side);
      for (const word of names.get(bones) ?? []) {
        const before = found.get(word);
        if (before !== undefined && before !== 'far' && before !== 'bones') continue;
        if (bones.length >= TELLING_SKELETON)
          found.set(word, this.#howHeard(word, form, whole, side));
        else if (before === undefined) found.set(word, 'bones');
      }
    }
  }

  /** With the article that the name has, it is the name. */
  #howHeard(word: number, form: string, whole: string, side: Side): Nearness {
    const name = this.#folded.get(word) ?? '';
    const [arabic, other] = side === 'arabic' ? [form, name] : [name, form];
    if (!LONG_VOWEL.test(arabic) || !vowelsAgree(arabic, other)) return 'far';
    return this.#withArticle.has(word) && WITH_ARTICLE.test(whole) && whole !== form
      ? 'near'
      : 'heard';
  }

  #matchSound(sound: string, capital: boolean, found: Map<number, Nearness>): void {
    if (sound.length < SHORTEST) return;
    const note = (word: number, nearness: Nearness) => {
      if (nearness === 'near' || !found.has(word))
        if (found.get(word) !== 'same') found.set(word, nearness);
    };
    for (const word of this.#bySound.get(sound) ?? []) note(word, 'near');
    const stems = stemsOf(sound);
    for (const { stem, taken } of stems)
      for (const known of this.#byStem.get(stem) ?? []) {
        const telling = stem.length >= TELLING_STEM || (capital && taken <= 1 && known.taken <= 1);
        note(known.word, telling ? 'near' : 'far');
      }
    this.#matchDerived(stems, capital, note);
    const bones = skeleton(sound);
    if (bones.length < TELLING_SKELETON) return;
    for (const word of this.#bySkeleton.get(bones) ?? []) note(word, 'far');
  }

  #matchDerived(
    stems: readonly Stem[],
    capital: boolean,
    note: (word: number, nearness: Nearness) => void,
  ): void {
    if (capital)
      for (const { stem, taken } of stems)
        if (taken > 0) for (const word of this.#byOtherStem.get(stem) ?? []) note(word, 'near');
    for (const stem of derivedOf(stems, capital)) {
      for (const { word, derives } of this.#byStem.get(stem) ?? []) if (derives) note(word, 'near');
      if (capital) for (const word of this.#byOtherStem.get(stem) ?? []) note(word, 'near');
    }
  }
}

/** Of the word with its own letters, and of the folded one: й and ў sound otherwise than what folding leaves of them. */
function soundsOf(folded: string, written: string): Set<string> {
  const heard = [...sounds(written), ...sounds(folded)];
  return new Set(
    heard.flatMap((sound) => (LAST_F.test(sound) ? [sound, `${sound.slice(0, -1)}v`] : sound)),
  );
}

/** The word, without what is written together with it, and without an English s. */
function formsOf(folded: string): readonly string[] {
  const forms = [folded];
  const bare = folded.replace(JOINED_BEFORE, '');
  if (bare !== folded) forms.push(bare);
  // One letter of a name may look like a joined word: ولد.
  if (bare !== folded && bare !== folded.slice(1) && folded.length > 3) forms.push(folded.slice(1));
  if (/^[a-z]{3,}s$/.test(folded)) forms.push(folded.slice(0, -1));
  return forms;
}

function put(map: Map<string, Set<number>>, key: string, number: number): void {
  const set = map.get(key);
  if (set) set.add(number);
  else map.set(key, new Set([number]));
}
