/** An invented world: people, words of six languages, and documents of which it is known what each holds. */
import { assert } from '../../archive/lib/assert.ts';
import type { SearchDocument } from '../../archive/search/index.ts';
import { random, type Random } from './random.ts';
import {
  type BenchLanguage,
  capital,
  consonants,
  languages,
  nameEndings,
  type Sound,
  spell,
  vowels,
  wordEndings,
  writings,
} from './spelling.ts';

export interface Person {
  readonly first: readonly Sound[];
  readonly last: readonly Sound[];
}

/** A word of a document: what it stands for, and where. Keys below zero are people: `-1 - person`. */
export interface Token {
  readonly key: number;
  readonly first: boolean;
  readonly start: number;
  readonly end: number;
}

export interface WorldDocument {
  readonly document: SearchDocument;
  readonly language: BenchLanguage;
  readonly tokens: readonly Token[];
}

export interface World {
  readonly seed: number;
  readonly people: readonly Person[];
  /** The document of that number; the same each time. */
  document(number: number): WorldDocument;
  /** A word (not a person) in one of its inflected forms. */
  form(key: number, ending: number): string;
  readonly size: number;
}

export interface WorldOptions {
  readonly seed: number;
  readonly quotes: number;
  readonly articles?: number;
}

export const STEMS = 12_000;
/** Documents that mention one person, on average: few, so that all of them, in all scripts, are needed. */
const MENTIONS = 8;
const QUOTE_WORDS = [8, 40] as const;
const ARTICLE_WORDS = [2_000, 6_000] as const;
const PERSON_IN_QUOTE = 0.35;

function syllables(r: Random, count: number, closed: boolean): Sound[] {
  const sounds: Sound[] = [];
  for (let at = 0; at < count; at++) {
    if (at > 0 || r.chance(0.85)) sounds.push(r.pick(consonants));
    sounds.push(r.pick(vowels));
    if (r.chance(0.25)) sounds.push(r.pick(['n', 'r', 'l', 's', 'v', 'm', 'k'] as const));
  }
  if (closed) sounds.push(r.pick(consonants));
  return sounds;
}

const suffixes: readonly (readonly Sound[])[] = [
  ['e', 'n', 'k', 'o'],
  ['o', 'v', 's', 'k', 'i', 'y'],
  ['i', 'ch'],
  ['o', 'v'],
  ['u', 'k'],
  ['e', 'y', 'k', 'o'],
  [],
];

/** Sounds that some language does not keep apart, as one: nobody could tell such names apart. */
const merged = (sounds: readonly Sound[]) =>
  sounds.join('').replace(/o/g, 'a').replace(/g|kh/g, 'h');

function makePeople(seed: number, count: number): Person[] {
  const r = random(seed, 1);
  const met = new Set<string>();
  const people: Person[] = [];
  while (people.length < count) {
    const suffix = r.pick(suffixes);
    const last = [...syllables(r, suffix.length > 0 ? 2 : 3, suffix.length > 0), ...suffix];
    if (met.has(merged(last))) continue;
    met.add(merged(last));
    people.push({ first: syllables(r, 2, r.chance(0.6)), last });
  }
  return people;
}

function makeStems(seed: number): string[] {
  const stems: string[] = [];
  languages.forEach((language, at) => {
    const r = random(seed, 100 + at);
    const [writing] = writings[language];
    const met = new Set<string>();
    while (met.size < STEMS) {
      // Common words are short, rare ones long.
      const count = 1 + Math.min(3, Math.floor(met.size / 1_000) + (r.chance(0.5) ? 1 : 0));
      if (writing) met.add(spell(syllables(r, count, r.chance(0.7)), writing));
    }
    stems.push(...met);
  });
  return stems;
}

export function personAt(people: readonly Person[], number: number): Person {
  const person = people[number];
  assert(person, 'a person of that number lives in the world');
  return person;
}

/** Word ranks as in a language: the tenth commonest is ten times as rare as the first. */
const zipf = (r: Random) => Math.min(STEMS - 1, Math.floor(Math.pow(STEMS + 1, r.next())) - 1);

export function makeWorld({ seed, quotes, articles = 0 }: WorldOptions): World {
  const people = makePeople(
    seed,
    Math.max(20, Math.floor((quotes * PERSON_IN_QUOTE + articles * 40) / MENTIONS)),
  );
  const stems = makeStems(seed);

  const form = (key: number, ending: number) => {
    const endings = wordEndings[languages[Math.floor(key / STEMS)] ?? 'en'];
    return (stems[key] ?? '') + (endings[ending % endings.length] ?? '');
  };

  const text = (r: Random, language: BenchLanguage, words: number, peopleShare: number) => {
    const tokens: Token[] = [];
    let written = '';
    const put = (word: string, key: number, first: boolean) => {
      if (written !== '') written += r.chance(0.06) ? ', ' : ' ';
      tokens.push({ key, first, start: written.length, end: written.length + word.length });
      written += word;
    };
    const base = languages.indexOf(language) * STEMS;
    const writing = r.pick(writings[language]);
    for (let at = 0; at < words; at++) {
      if (r.chance(peopleShare)) {
        const number = Math.floor(Math.pow(r.next(), 1.2) * people.length);
        const person = personAt(people, number);
        if (r.chance(0.6)) put(capital(spell(person.first, writing)), -1 - number, true);
        put(
          capital(spell(person.last, writing)) + r.pick(nameEndings[language]),
          -1 - number,
          false,
        );
      } else {
        const key = base + zipf(r);
        const word = form(key, r.chance(0.4) ? 0 : r.below(8));
        put(at === 0 ? capital(word) : word, key, false);
      }
      if (words > 200 && at % 70 === 69) written += '.\n\n';
    }
    return { written: `${written}.`, tokens };
  };

  const document = (number: number): WorldDocument => {
    const r = random(seed, 1_000 + number);
    const language = languages[number % languages.length] ?? 'en';
    const article = number >= quotes;
    const [least, most] = article ? ARTICLE_WORDS : QUOTE_WORDS;
    const words = least + r.below(most - least);
    const share = article ? 0.01 : PERSON_IN_QUOTE / words;
    const { written, tokens } = text(r, language, words, share);
    const title = article ? text(r, language, 6, 0.1).written : '';
    return {
      document: {
        id: `${article ? 'a' : 'q'}${number}`,
        kind: article ? 'source' : 'quote',
        sourceId: `s${number}`,
        language,
        title,
        text: written,
      },
      language,
      tokens,
    };
  };
  return { seed, people, document, form, size: quotes + articles };
}
