/** Which words of a text may be a form of a word of a name: inflected, in other letters, or with an Arabic particle before it. */
import { skeleton, sounds, soundSimilarity } from '../text/index.ts';
import type { Vocabulary } from './words.ts';

/** At this likeness two sound spellings are taken for one name in two forms. */
const SAME_SOUND = 0.82;
/** Short ones, when nothing stands beside them, are alike by chance: Sami is not сёмы. */
const SHORT_SOUND = 5;
const SAME_SHORT_SOUND = 0.93;
const SHORTEST_INFLECTED = 4;
const SHORTEST_BESIDE = 3;
const LONGEST_ENDING = 3;
const KEY_LENGTH = 2;

export const ARABIC = /[\u0600-\u06ff]/;

/** Words of the vocabulary by the beginning of their skeletons, so that few are compared by sound. */
class SoundIndex {
  readonly #byKey = new Map<string, number[]>();
  readonly #sounds: string[];
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary, words: Iterable<number>) {
    this.#vocabulary = vocabulary;
    this.#sounds = [];
    for (const number of words) {
      const sound = firstSound(vocabulary.folded[number] ?? '');
      this.#sounds[number] = sound;
      const key = skeleton(sound).slice(0, KEY_LENGTH);
      const list = this.#byKey.get(key);
      if (list === undefined) this.#byKey.set(key, [number]);
      else list.push(number);
    }
  }

  /** Words that may be a form of `folded`; `alone` when it is the whole of a spelling. */
  formsOf(folded: string, alone: boolean): number[] {
    const forms = new Set<number>();
    for (const sound of sounds(folded)) {
      for (const number of this.#byKey.get(skeleton(sound).slice(0, KEY_LENGTH)) ?? []) {
        if (forms.has(number)) continue;
        const theirs = this.#vocabulary.folded[number] ?? '';
        if (isForm(folded, sound, theirs, this.#sounds[number] ?? '', alone)) forms.add(number);
      }
    }
    return [...forms];
  }
}

const firstSound = (folded: string) => sounds(folded, 1)[0] ?? '';

/** Стары, Старога: the same beginning, and two short endings. */
function sameButEnding(a: string, b: string, shortest: number): boolean {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same++;
  return same >= shortest && a.length - same <= LONGEST_ENDING && b.length - same <= LONGEST_ENDING;
}

const SHORTEST_NOUN = 2;
const CONSONANT_END = /[^аеёиоуыэюяіїєaeiouyąęó]$/;
const CASE_ENDING = /^(?:а|у|ом|ам|ем|е|и|ы|і|ові|ови|a|u|em|om|owi|y|ie)$/;

/** Сухой Яр, из Сухого Яра: a noun of two letters takes a case ending, and the word before it tells that it is meant. */
const isCaseOfShort = (noun: string, theirs: string): boolean =>
  CONSONANT_END.test(noun) &&
  theirs.startsWith(noun) &&
  CASE_ENDING.test(theirs.slice(noun.length));

function isForm(
  folded: string,
  sound: string,
  theirs: string,
  theirSound: string,
  alone: boolean,
): boolean {
  if (folded === theirs) return true;
  if (!alone && folded.length === SHORTEST_NOUN && isCaseOfShort(folded, theirs)) return true;
  // Beside other words of the name a short one is sure enough: Вольны хор, Вольнага хору; Nowy Targ, Nowego Targu.
  const shortest = alone ? SHORTEST_INFLECTED : SHORTEST_BESIDE;
  if (folded.length < shortest || theirs.length < shortest) return false;
  if (sameButEnding(folded, theirs, shortest)) return true;
  if (folded.length < SHORTEST_INFLECTED || theirs.length < SHORTEST_INFLECTED) return false;
  const shorter = Math.min(sound.length, theirSound.length);
  const least = alone && shorter <= SHORT_SOUND ? SAME_SHORT_SOUND : SAME_SOUND;
  return theirSound.startsWith(sound.charAt(0)) && soundSimilarity(sound, theirSound) >= least;
}

const ARABIC_PARTICLE = /^(?:[وفبلك]?ال|[وفبلك])(?=.{3})/;

/** The words of a text, asked for the forms of words of names. */
export class NameForms {
  /** The numbers of words that have a particle before them, by the number of what they are without it. */
  readonly bare: ReadonlyMap<number, readonly number[]>;
  readonly #whole: SoundIndex;
  readonly #bareIndex: SoundIndex;
  readonly #known = new Map<string, ReadonlySet<number>>();

  constructor(vocabulary: Vocabulary, met: ReadonlySet<number>) {
    this.bare = withoutParticles(vocabulary, met);
    this.#whole = new SoundIndex(vocabulary, met);
    this.#bareIndex = new SoundIndex(vocabulary, this.bare.keys());
  }

  /** The numbers of words that may be a form of `folded`; `alone` when it is the whole of a spelling. */
  of(folded: string, alone: boolean): ReadonlySet<number> {
    const key = alone ? folded : ` ${folded}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const forms = new Set(this.#whole.formsOf(folded, alone));
    for (const number of this.#bareIndex.formsOf(folded, alone))
      for (const written of this.bare.get(number) ?? []) forms.add(written);
    this.#known.set(key, forms);
    return forms;
  }
}

function withoutParticles(
  vocabulary: Vocabulary,
  met: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const bare = new Map<number, number[]>();
  for (const number of met) {
    const folded = vocabulary.folded[number] ?? '';
    const withoutParticle = folded.replace(ARABIC_PARTICLE, '');
    if (!ARABIC.test(folded) || withoutParticle === folded) continue;
    const stripped = vocabulary.number(withoutParticle);
    bare.set(stripped, [...(bare.get(stripped) ?? []), number]);
  }
  return bare;
}
