/** Finds the names of an archive's entities in a text, in any of their spellings, inflected, in any script. */
import { foldWord, skeleton, sounds, soundSimilarity, wordsOf } from '../text/index.ts';
import { AcrossLetters, lengthOf } from './across-letters.ts';
import type { FactKind, Range, Spellings } from './comparison.ts';
import { endAt, foldedAt, startAt, type Vocabulary, type Words } from './words.ts';

export interface NamedEntity {
  readonly kind: Extract<FactKind, 'name' | 'place'>;
  readonly person: boolean;
  /** Its first spelling. */
  readonly name: string;
  /** Each spelling as its folded words. */
  readonly spellings: readonly (readonly string[])[];
  /** Of each spelling: whether it may begin with a small letter in a sentence. */
  readonly small: readonly boolean[];
}

export interface FoundName {
  readonly entity: number;
  readonly first: number;
  readonly last: number;
  readonly range: Range;
}

/** At this likeness two sound spellings are taken for one name in two forms. */
const SAME_SOUND = 0.82;
/** Short ones, when nothing stands beside them, are alike by chance: Sami is not сёмы. */
const SHORT_SOUND = 5;
const SAME_SHORT_SOUND = 0.93;
const SHORTEST_INFLECTED = 4;
const SHORTEST_BESIDE = 3;
const SHORTEST_ALONE = 4;
const LONGEST_ENDING = 3;
const KEY_LENGTH = 2;

export function entitiesOf(names: readonly Spellings[]): NamedEntity[] {
  return names.map((entry) => {
    const kind = 'kind' in entry ? entry.kind : null;
    const spellings = 'kind' in entry ? entry.spellings : entry;
    const known = spellings.filter((spelling) => wordsOf(spelling).length > 0);
    return {
      kind: kind === 'place' ? 'place' : 'name',
      person: kind === 'person',
      name: spellings[0] ?? '',
      spellings: known.map((spelling) => wordsOf(spelling).map((word) => foldWord(word))),
      small: known.map((spelling) => kind === 'organisation' && mayBeSmall(spelling)),
    };
  });
}

const LONG_NAME = 3;
/** "The regional department of health" is often written without a capital, and so is a name that was given without one. */
const mayBeSmall = (spelling: string): boolean =>
  wordsOf(spelling).length >= LONG_NAME || /^\p{Ll}/u.test(spelling);

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

function isForm(
  folded: string,
  sound: string,
  theirs: string,
  theirSound: string,
  alone: boolean,
): boolean {
  if (folded === theirs) return true;
  // Beside other words of the name a short one is sure enough: Вольны хор, Вольнага хору; Nowy Targ, Nowego Targu.
  const shortest = alone ? SHORTEST_INFLECTED : SHORTEST_BESIDE;
  if (folded.length < shortest || theirs.length < shortest) return false;
  if (sameButEnding(folded, theirs, shortest)) return true;
  if (folded.length < SHORTEST_INFLECTED || theirs.length < SHORTEST_INFLECTED) return false;
  const shorter = Math.min(sound.length, theirSound.length);
  const least = alone && shorter <= SHORT_SOUND ? SAME_SHORT_SOUND : SAME_SOUND;
  return theirSound.startsWith(sound.charAt(0)) && soundSimilarity(sound, theirSound) >= least;
}

const ARABIC = /[\u0600-\u06ff]/;
const ARABIC_PARTICLE = /^(?:[وفبلك]?ال|[وفبلك])(?=.{3})/;

/** Whether a name can begin with word `at`: it has a capital, or is of a script without capitals. */
const canBeginName = (words: Words, at: number) =>
  words.capital[at] === 1 || ARABIC.test(foldedAt(words, at));

/** What a name may begin with: `lengthAt` tells how many words from there on are the name, 0 when they are not. */
interface Start {
  readonly entity: number;
  readonly small: boolean;
  readonly lengthAt: (at: number) => number;
}

/** All places in `words` where one of `entities` is named; the longest spelling at each place, in order. */
export function namesIn(words: Words, entities: readonly NamedEntity[]): FoundName[] {
  if (entities.length === 0 || words.count === 0) return [];
  const met = new Set(words.word);
  const index = new SoundIndex(words.vocabulary, met);
  const bare = new Map<number, number[]>();
  for (const number of met) {
    const folded = words.vocabulary.folded[number] ?? '';
    const withoutParticle = folded.replace(ARABIC_PARTICLE, '');
    if (!ARABIC.test(folded) || withoutParticle === folded) continue;
    const stripped = words.vocabulary.number(withoutParticle);
    bare.set(stripped, [...(bare.get(stripped) ?? []), number]);
  }
  const bareIndex = new SoundIndex(words.vocabulary, bare.keys());
  const memo = new Map<string, ReadonlySet<number>>();
  const formsOf = (folded: string, alone: boolean): ReadonlySet<number> => {
    const key = alone ? folded : ` ${folded}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const forms = new Set(index.formsOf(folded, alone));
    for (const number of bareIndex.formsOf(folded, alone))
      for (const written of bare.get(number) ?? []) forms.add(written);
    memo.set(key, forms);
    return forms;
  };
  const across = new AcrossLetters(met, bare, words.vocabulary.folded);
  const starts = new Map<number, Start[]>();
  const add = (first: Iterable<number>, start: Start) => {
    for (const number of first) {
      const list = starts.get(number);
      if (list === undefined) starts.set(number, [start]);
      else list.push(start);
    }
  };
  const addForms = (
    [first, ...rest]: readonly ReadonlySet<number>[],
    { entity, small }: Omit<Start, 'lengthAt'>,
  ) => {
    const lengthAt = (at: number) =>
      rest.every((forms, next) => forms.has(words.word[at + 1 + next] ?? -1)) ? rest.length + 1 : 0;
    add(first ?? [], { entity, small, lengthAt });
  };
  entities.forEach(({ spellings, small, person }, entity) => {
    for (const [at, spelling] of spellings.entries()) {
      const alone = spelling.length === 1;
      addForms(
        spelling.map((word) => formsOf(word, alone)),
        { entity, small: small[at] === true },
      );
      const chain = across.chainOf(spelling, (word) => formsOf(word, false));
      if (chain)
        add(chain[0]?.keys() ?? [], {
          entity,
          small: false,
          lengthAt: (from) => lengthOf(chain, words, from),
        });
      const surname = spelling.at(-1);
      if (
        person &&
        spelling.length > 1 &&
        surname !== undefined &&
        surname.length >= SHORTEST_ALONE
      )
        addForms([formsOf(surname, true)], { entity, small: false });
    }
  });
  const found: FoundName[] = [];
  for (let at = 0; at < words.count; at++) {
    const options = starts.get(words.word[at] ?? -1);
    if (options === undefined) continue;
    const begins = canBeginName(words, at);
    let best: { entity: number; length: number } | null = null;
    for (const { entity, small, lengthAt } of options) {
      if (!begins && !small) continue;
      const length = lengthAt(at);
      if (length > (best?.length ?? 0)) best = { entity, length };
    }
    if (best === null) continue;
    const last = at + best.length - 1;
    found.push({
      entity: best.entity,
      first: at,
      last,
      range: [startAt(words, at), endAt(words, last)],
    });
    at = last;
  }
  return found;
}
