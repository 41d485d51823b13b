/** What a word means to a comparison: the concept of the field's lexicon that it stands for. */
import { foldWord } from '../text/index.ts';
import { languages, type ListedLanguage } from './language.ts';
import { lexiconRows, type Sort } from './lexicon-data.ts';
import { lifeRows } from './lexicon-life.ts';
import { wordRows } from './lexicon-words.ts';

/** Everyday words, which are not counted. */
const everyday = [...wordRows, ...lifeRows];

export interface Concept {
  readonly number: number;
  readonly name: string;
  readonly sort: Sort;
  /** Things of one family may be two words for the same; a concept without one is its own. */
  readonly family: string;
  /** Whether the row names a family, which may be that of its own name. */
  readonly related: boolean;
}

interface Beginning {
  readonly concept: Concept;
  readonly whole: boolean;
}

/** Letters that may follow a beginning: long ones are surer, so they may be followed by more. */
const LONGEST_ENDING = 7;
const LONGEST_ENDING_OF_SHORT = 4;
const SHORT = 4;
const SHORTEST_BEGINNING = 2;
const LONGEST_BEGINNING = 24;

const fieldConcepts = lexiconRows.map(([name, sort], number): Concept => {
  const [plain, family] = sort.split(':') as [Sort, string | undefined];
  return { number, name, sort: plain, family: family ?? name, related: family !== undefined };
});
const fieldConcept = new Map(fieldConcepts.map((concept) => [concept.name, concept]));

export const concepts: readonly Concept[] = [
  ...fieldConcepts,
  ...everyday.map(([name = ''], at): Concept => {
    const { family = name, related = false } = fieldConcept.get(name) ?? {};
    return { number: fieldConcepts.length + at, name, sort: 'word', family, related };
  }),
];

/** By the number of their concept: the words of each language in the order of `languages`. */
const words: readonly (readonly string[])[] = [
  ...lexiconRows.map((row) => row.slice(2)),
  ...everyday.map((row) => row.slice(1)),
];

export const isCounted = (concept: Concept) =>
  concept.sort === 'person' ||
  concept.sort === 'thing' ||
  concept.sort === 'event' ||
  concept.sort === 'measure';

const beginnings = new Map<ListedLanguage, ReadonlyMap<string, Beginning>>(
  languages.map((language, column) => {
    const map = new Map<string, Beginning>();
    for (const concept of concepts)
      for (const form of (words[concept.number]?.[column] ?? '').split(' ')) {
        const whole = form.endsWith('!');
        const folded = foldWord(whole ? form.slice(0, -1) : form);
        // The first row that claims a form keeps it.
        if (folded.length >= SHORTEST_BEGINNING && !map.has(folded))
          map.set(folded, { concept, whole });
      }
    return [language, map];
  }),
);

function find(word: string, map: ReadonlyMap<string, Beginning>): Concept | null {
  const longest = Math.min(word.length, LONGEST_BEGINNING);
  for (let length = longest; length >= SHORTEST_BEGINNING; length--) {
    const beginning = map.get(word.slice(0, length));
    if (beginning === undefined) continue;
    const ending = word.length - length;
    if (ending === 0) return beginning.concept;
    if (beginning.whole) continue;
    if (ending <= (length > SHORT ? LONGEST_ENDING : LONGEST_ENDING_OF_SHORT))
      return beginning.concept;
  }
  return null;
}

/** An Arabic word with and without the particles, the article and the verb's prefix that are written as one with it. */
function arabicForms(word: string): string[] {
  const forms = [word];
  const add = (form: string) => {
    if (form.length >= 2 && !forms.includes(form)) forms.push(form);
  };
  for (const particle of [/^[وف]/, /^[بكل]/, /^(?:ال|ل(?=ل))/, /^[سيتن]/])
    for (const form of [...forms]) if (particle.test(form)) add(form.replace(particle, ''));
  // A word in ـة writes it as ـت before an ending: شقة, شقتين.
  for (const form of [...forms]) add(form.replace(/ت(?:ان|ين|ه|ها|هم|نا|ي)$/, 'ه'));
  return forms;
}

/** The concept that a folded word stands for in a language; `null` when there is none. */
export function conceptOf(word: string, language: ListedLanguage): Concept | null {
  const map = beginnings.get(language);
  if (map === undefined) return null;
  if (language !== 'ar') return find(word, map);
  for (const form of arabicForms(word)) {
    const concept = find(form, map);
    if (concept !== null) return concept;
  }
  return null;
}
