/** What passages and sentences are compared by: folded words, concepts, names, numbers and dates, with weights. */
import { skeleton, sounds, soundSimilarity } from '../text/index.ts';
import type { Account } from './account.ts';
import { rarityOf } from './commonness.ts';
import type { Comparison, Range } from './comparison.ts';
import { conceptNameOf, type Counted } from './counted.ts';
import type { Concept } from './lexicon.ts';
import { rootOf } from './roots.ts';
import { endAt, firstWordFrom, startAt } from './words.ts';

/** The features of one passage or sentence, ascending, with their weights. */
export interface Vector {
  readonly features: Int32Array;
  readonly weights: Float64Array;
  readonly norm: number;
}

export type FeatureSort = 'number' | 'date' | 'name' | 'concept' | 'family' | 'word';

/** How much each sort of feature says, before its rarity is counted in. */
interface Weights {
  readonly word: number;
  /** Of the root that words of one family share, beside the word itself. */
  readonly root: number;
  readonly concept: number;
  readonly number: number;
  readonly smallNumber: number;
  /** Of counting the same thing. */
  readonly counted: number;
  readonly date: number;
  readonly entity: number;
  readonly name: number;
  /** Of a feature that the other text does not have: in another language most words cannot be met again. */
  readonly missing: number;
}

// In one language two texts share the names of the main people and places anyway.
const SAME_LANGUAGE: Weights = {
  word: 1,
  root: 0.5,
  concept: 1.2,
  number: 1.6,
  smallNumber: 0.8,
  counted: 0.7,
  date: 1.2,
  entity: 0.7,
  name: 0,
  missing: 0.6,
};
/** Versions of one text share their words: synonyms say less. */
const VERSIONS: Weights = { ...SAME_LANGUAGE, root: 0, concept: 0.9 };
const CROSS_LANGUAGE: Weights = {
  word: 0.8,
  root: 0,
  concept: 1,
  number: 1.8,
  smallNumber: 1,
  counted: 0.7,
  date: 1.2,
  entity: 1.3,
  name: 1.3,
  missing: 0.3,
};

/** What a family weighs beside its concept. */
const FAMILY_SHARE = 0.7;

/** What a word weighs beside the concept that it stands for. */
const BESIDE_CONCEPT = 0.6;

/** Numbers below this stand in many passages by chance. */
const SMALL = 10;
/** Sound letters by which words of different languages meet (студэнт, student), and the fewest that say something. */
const COGNATE_LENGTH = 6;
const SHORTEST_COGNATE = 4;
const SHORTEST_NAME = 3;
const SAME_NAME_SOUND = 0.78;
const NAME_KEY = 2;

/** The first letter of a feature's key says of which sort it is. */
const SORTS: Readonly<Record<string, FeatureSort>> = {
  n: 'number',
  d: 'date',
  e: 'name',
  p: 'name',
  c: 'concept',
  f: 'family',
  q: 'family',
  s: 'word',
  r: 'word',
  x: 'word',
};

class FeatureNumbers {
  readonly #numbers = new Map<string, number>();
  readonly base: number[] = [];
  readonly sorts: FeatureSort[] = [];

  of(key: string, weight: number): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.base.length;
    this.#numbers.set(key, number);
    this.base.push(weight);
    this.sorts.push(SORTS[key.charAt(0)] ?? 'word');
    return number;
  }
}

/** Sound spelling of the beginning of a stem, for words that languages share. */
function cognateKey(stem: string): string | null {
  const sound = sounds(stem, 1)[0] ?? '';
  return sound.length < SHORTEST_COGNATE ? null : sound.slice(0, COGNATE_LENGTH);
}

function namedWords(account: Account): Uint8Array {
  const named = new Uint8Array(account.words.count);
  for (const { first, last } of account.names) named.fill(1, first, last + 1);
  return named;
}

/** Words of a text that look like names: a capital inside a sentence; in Arabic any word without another meaning. */
function nameWords(account: Account): Set<number> {
  const { words, meanings, sentenceOf } = account;
  const names = new Set<number>();
  const named = namedWords(account);
  const arabic = meanings.language === 'ar';
  for (let at = 0; at < words.count; at++) {
    const number = words.word[at] ?? -1;
    if (names.has(number) || named[at] === 1) continue;
    const meaning = meanings.of(number);
    if (meaning.stop || meaning.digits || meaning.month || meaning.weekday !== null) continue;
    if (meaning.folded.length < SHORTEST_NAME) continue;
    if (arabic) {
      if (meaning.concept === null && meaning.cardinal === null) names.add(number);
    } else if (words.capital[at] === 1 && at > 0 && sentenceOf[at] === sentenceOf[at - 1])
      names.add(number);
  }
  return names;
}

const ARABIC_ARTICLE = /^(?:[وفبك]?ال|لل|[وفبلك](?=.{4}))(?=.{3})/;
const soundOf = (folded: string) => sounds(folded.replace(ARABIC_ARTICLE, ''), 1)[0] ?? '';

/** Name words of B that are spellings of name words of A get the same key. Compared only within a beginning of the skeleton. */
function nameKeys(a: Account, b: Account): ReadonlyMap<number, string> {
  const keys = new Map<number, string>();
  const byBeginning = new Map<string, { sound: string; key: string }[]>();
  const capitalsFirst = a.meanings.language === 'ar' ? [b, a] : [a, b];
  capitalsFirst.forEach((account, turn) => {
    for (const number of nameWords(account)) {
      if (keys.has(number)) continue;
      const sound = soundOf(account.meanings.of(number).folded);
      const beginning = skeleton(sound).slice(0, NAME_KEY);
      if (sound.length < SHORTEST_NAME || beginning.length < NAME_KEY) continue;
      const known = byBeginning.get(beginning) ?? [];
      let key: string | null = null;
      let best = SAME_NAME_SOUND;
      for (const other of known) {
        const likeness = soundSimilarity(sound, other.sound);
        if (likeness >= best) {
          best = likeness;
          key = other.key;
        }
      }
      // Words of a text without capitals are names only when the other text has them with one.
      if (key === null && turn === 1 && account.meanings.language === 'ar') continue;
      key ??= String(number);
      keys.set(number, key);
      known.push({ sound, key });
      byBeginning.set(beginning, known);
    }
  });
  return keys;
}

/** A concept, and weaker its family: attacks and acts of sabotage. Hours and years are no family here. */
function conceptFeatures(concept: Concept, numbers: FeatureNumbers, weights: Weights): number[] {
  const weight = weights.concept * rarityOf(concept);
  const own = numbers.of(`c:${concept.name}`, weight);
  if (!concept.related || concept.sort === 'measure') return [own];
  return [own, numbers.of(`f:${concept.family}`, weight * FAMILY_SHARE)];
}

/** Features of each word of the vocabulary in one text. */
function wordFeatures(
  account: Account,
  numbers: FeatureNumbers,
  weights: Weights,
  cross: boolean,
  names: ReadonlyMap<number, string>,
): (number: number) => readonly number[] {
  const known: (readonly number[] | undefined)[] = [];
  const work = (number: number): readonly number[] => {
    const meaning = account.meanings.of(number);
    if (meaning.stop || meaning.digits || meaning.cardinal !== null) return [];
    // A day of the week or a month is met as a date.
    if (meaning.month || meaning.weekday !== null) return [];
    const features: number[] = [];
    const name = names.get(number);
    if (name !== undefined) features.push(numbers.of(`p:${name}`, weights.name));
    if (meaning.concept !== null)
      features.push(...conceptFeatures(meaning.concept, numbers, weights));
    if (!cross) {
      // The word itself says a little more than its concept, which other words share.
      const share = meaning.concept === null ? 1 : BESIDE_CONCEPT;
      features.push(numbers.of(`s:${meaning.stem}`, weights.word * share));
      const root = weights.root === 0 ? null : rootOf(meaning.stem, account.meanings.language);
      if (root !== null) features.push(numbers.of(`r:${root}`, weights.root * share));
    } else if (
      name === undefined &&
      meaning.concept === null &&
      account.meanings.language !== 'ar'
    ) {
      const key = cognateKey(meaning.stem);
      if (key !== null) features.push(numbers.of(`x:${key}`, weights.word));
    }
    return features;
  };
  return (number) => (known[number] ??= work(number));
}

/** A date whose year is not told is the same day of any year. */
const dateKey = (value: string) => `d:${value.replace(/^\d{4}-(?=\d\d-)|^--/, '')}`;
const numberKey = (value: number, percent: boolean) => `n:${value}${percent ? '%' : ''}`;

/** What is counted, and what is counted with what befell it: so many hectares, so many people detained. */
function countedKeys(counted: Counted): string[] {
  const thing = conceptNameOf(counted);
  if (thing === null) return [];
  return counted.state === null
    ? [`q:${thing}`]
    : [`q:${thing}`, `q:${thing}|${counted.state.family}`];
}

/** The features of one text, word by word: numbers, dates and names stand at their first word. */
class FeatureStream {
  readonly account: Account;
  readonly #ofWord: (number: number) => readonly number[];
  readonly #others = new Map<number, { feature: number; range: Range }[]>();
  /** 1 for words of an entity's name: the entity is the feature, not its words once more. */
  readonly #named: Uint8Array;

  constructor(
    account: Account,
    numbers: FeatureNumbers,
    weights: Weights,
    ofWord: (number: number) => readonly number[],
  ) {
    this.account = account;
    this.#ofWord = ofWord;
    this.#named = namedWords(account);
    for (const { number, counted } of account.numbers) {
      const range: Range = [number.start, number.end];
      const weight = number.value < SMALL ? weights.smallNumber : weights.number;
      this.#add(number.first, numbers.of(numberKey(number.value, number.percent), weight), range);
      // Two texts that count the same thing may well tell of the same, whatever they count.
      for (const key of countedKeys(counted))
        this.#add(number.first, numbers.of(key, weights.counted), range);
    }
    for (const date of account.dates)
      this.#add(date.first, numbers.of(dateKey(date.value), weights.date), [date.start, date.end]);
    for (const { entity, first, range } of account.names)
      this.#add(first, numbers.of(`e:${entity}`, weights.entity), range);
    // Every word is met once here, so that all features have their numbers before any is weighed.
    for (const number of account.words.word) ofWord(number);
  }

  #add(word: number, feature: number, range: Range): void {
    const list = this.#others.get(word);
    if (list === undefined) this.#others.set(word, [{ feature, range }]);
    else list.push({ feature, range });
  }

  /** Calls `visit` for each feature of the words from `first` up to `last`. */
  each(first: number, last: number, visit: (feature: number) => void): void {
    const { word } = this.account.words;
    for (let at = first; at < last; at++) {
      if (this.#named[at] === 0) for (const feature of this.#ofWord(word[at] ?? -1)) visit(feature);
      for (const { feature } of this.#others.get(at) ?? []) visit(feature);
    }
  }

  /** Where each feature of these words first stands. */
  places(first: number, last: number): Map<number, Range> {
    const { words } = this.account;
    const places = new Map<number, Range>();
    const add = (feature: number, range: Range) => {
      if (!places.has(feature)) places.set(feature, range);
    };
    for (let at = first; at < last; at++) {
      if (this.#named[at] === 0)
        for (const feature of this.#ofWord(words.word[at] ?? -1))
          add(feature, [startAt(words, at), endAt(words, at)]);
      for (const { feature, range } of this.#others.get(at) ?? []) add(feature, range);
    }
    return places;
  }
}

/** In how many passages each feature stands. */
function frequencies(stream: FeatureStream, features: number): Int32Array {
  const counts = new Int32Array(features);
  const lastSeen = new Int32Array(features).fill(-1);
  const { units } = stream.account.passages;
  const { words } = stream.account;
  units.forEach((unit, passage) => {
    stream.each(firstWordFrom(words, unit.start), firstWordFrom(words, unit.end), (feature) => {
      if (lastSeen[feature] === passage) return;
      lastSeen[feature] = passage;
      counts[feature] = (counts[feature] ?? 0) + 1;
    });
  });
  return counts;
}

/** The second and later times that a feature stands in a passage count less. */
const REPEATED = 0.5;

function vectorOf(stream: FeatureStream, range: Range, weightOf: Float64Array): Vector {
  const { words } = stream.account;
  const met: number[] = [];
  stream.each(firstWordFrom(words, range[0]), firstWordFrom(words, range[1]), (feature) => {
    met.push(feature);
  });
  const sorted = Int32Array.from(met).sort();
  const features = new Int32Array(sorted.length);
  const weights = new Float64Array(sorted.length);
  let count = 0;
  let sum = 0;
  for (let at = 0; at < sorted.length;) {
    const feature = sorted[at] ?? 0;
    let next = at + 1;
    while (next < sorted.length && sorted[next] === feature) next++;
    const weight = (weightOf[feature] ?? 0) * (1 + REPEATED * Math.log(next - at));
    features[count] = feature;
    weights[count] = weight;
    sum += weight * weight;
    count++;
    at = next;
  }
  return {
    features: features.subarray(0, count),
    weights: weights.subarray(0, count),
    norm: Math.sqrt(sum),
  };
}

/** The vectors of one text; those of sentences are made when they are asked for. */
export class Vectors {
  readonly passages: readonly Vector[];
  readonly #stream: FeatureStream;
  readonly #weightOf: Float64Array;
  readonly #sentences: (Vector | undefined)[] = [];

  constructor(stream: FeatureStream, weightOf: Float64Array) {
    this.#stream = stream;
    this.#weightOf = weightOf;
    this.passages = stream.account.passages.units.map(({ start, end }) =>
      vectorOf(stream, [start, end], weightOf),
    );
  }

  sentence(number: number): Vector {
    const range = this.#stream.account.passages.sentences[number] ?? [0, 0];
    return (this.#sentences[number] ??= vectorOf(this.#stream, range, this.#weightOf));
  }

  /** Of any stretch of the text. */
  of(range: Range): Vector {
    return vectorOf(this.#stream, range, this.#weightOf);
  }

  /** Where each feature of a passage first stands in it. */
  placesIn(passage: number): ReadonlyMap<number, Range> {
    const unit = this.#stream.account.passages.units[passage];
    const { words } = this.#stream.account;
    return unit === undefined
      ? new Map()
      : this.#stream.places(firstWordFrom(words, unit.start), firstWordFrom(words, unit.end));
  }
}

export interface BothVectors {
  readonly a: Vectors;
  readonly b: Vectors;
  /** By feature. */
  readonly sorts: readonly FeatureSort[];
}

/** Vectors of both texts over one set of features. */
export function vectorsOf(a: Account, b: Account, kind: Comparison['kind']): BothVectors {
  const cross = a.meanings.language !== b.meanings.language;
  const weights = cross ? CROSS_LANGUAGE : kind === 'versions' ? VERSIONS : SAME_LANGUAGE;
  const numbers = new FeatureNumbers();
  const names = cross ? nameKeys(a, b) : new Map<number, string>();
  const streamOf = (account: Account) =>
    new FeatureStream(
      account,
      numbers,
      weights,
      wordFeatures(account, numbers, weights, cross, names),
    );
  const streamA = streamOf(a);
  const streamB = streamOf(b);
  const frequencyA = frequencies(streamA, numbers.base.length);
  const frequencyB = frequencies(streamB, numbers.base.length);
  const total = a.passages.units.length + b.passages.units.length;
  // A feature that stands once on either side weighs the same in short and in long texts.
  const rarest = Math.log(1 + total / 2);
  const weightOf = Float64Array.from(numbers.base, (base, feature) => {
    const inA = frequencyA[feature] ?? 0;
    const inB = frequencyB[feature] ?? 0;
    const rarity = Math.log(1 + total / Math.max(1, inA + inB)) / rarest;
    return base * rarity * (inA === 0 || inB === 0 ? weights.missing : 1);
  });
  return {
    a: new Vectors(streamA, weightOf),
    b: new Vectors(streamB, weightOf),
    sorts: numbers.sorts,
  };
}

/** Sum of the products of the weights of shared features; a single word that is shared counts half. */
function sharedWeight(a: Vector, b: Vector): number {
  let sum = 0;
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < a.features.length && j < b.features.length) {
    const left = a.features[i] ?? 0;
    const right = b.features[j] ?? 0;
    if (left === right) {
      sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
      count++;
    } else if (left < right) i++;
    else j++;
  }
  return count === 1 && sum < STRONG_ALONE ? sum / 2 : sum;
}

/** What two vectors share: the products of the weights of shared features, together and by their sort. */
export function sharedBySort(
  a: Vector,
  b: Vector,
  sorts: readonly FeatureSort[],
): Record<FeatureSort | 'all', number> {
  const shared = { all: 0, number: 0, date: 0, name: 0, concept: 0, family: 0, word: 0 };
  let i = 0;
  let j = 0;
  while (i < a.features.length && j < b.features.length) {
    const left = a.features[i] ?? 0;
    const right = b.features[j] ?? 0;
    if (left === right) {
      const product = (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
      shared[sorts[left] ?? 'word'] += product;
      shared.all += product;
    } else if (left < right) i++;
    else j++;
  }
  return shared;
}

/** A rare number, name or date may speak alone; a word may not. */
const STRONG_ALONE = 1.2;
/** Product of weights that two passages must share to be believed by half; little evidence is no evidence. */
const HALF_BELIEVED = 1;
const CONTAINED_SHARE = 0.35;

/** Likeness of two vectors from 0 to 1: their cosine, raised when one holds the other, lowered when little speaks for it. */
export function likeness(a: Vector, b: Vector): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  const shared = sharedWeight(a, b);
  if (shared === 0) return 0;
  const cosine = shared / (a.norm * b.norm);
  const lesser = Math.min(a.norm, b.norm);
  const contained = Math.min(1, shared / (lesser * lesser));
  const believed = 1 - Math.pow(0.5, shared / HALF_BELIEVED);
  return Math.min(1, ((1 - CONTAINED_SHARE) * cosine + CONTAINED_SHARE * contained) * believed);
}
