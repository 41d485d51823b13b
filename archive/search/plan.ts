/** What a query asks of the archive's words: terms to rank by, and conditions to hold. */
import { limits } from '../model/limits.ts';
import { isTypedAsName } from './capitals.ts';
import type { Dictionary, Meanings } from './dictionary.ts';
import type { Postings } from './postings.ts';
import type { Atom, Filter, Query, QueryWord, Wanted } from './query.ts';

/** One word of the query, and what it may mean. */
export interface Asked {
  readonly word: QueryWord;
  readonly wanted: Wanted;
  readonly meanings: Meanings;
}

/** Something that a document should have: one of the meanings of one of its words. */
export interface Term {
  readonly asked: readonly Asked[];
  readonly meanings: Meanings;
  /** How much it tells: rare words more. */
  readonly worth: number;
}

export interface Plan {
  readonly terms: readonly Term[];
  /** Clauses with a phrase, to be checked against the text. */
  readonly phrases: readonly (readonly Wanted[])[];
  readonly filters: readonly (readonly Filter[])[];
  readonly excludedWords: readonly Meanings[];
  readonly excludedPhrases: readonly Wanted[];
  readonly excludedFilters: readonly Filter[];
}

/** Words of a query beyond which those that the archive knows stand for themselves. */
const MANY_WORDS = 4;
/** A word in more than this share of all passages says nothing beside rarer ones. */
const COMMON = 0.25;
/** What a word counts that the archive does not have, as a share of the others. */
const UNKNOWN = 0.5;
/** Meanings so near to the nearest are what a word's worth is counted by. */
const NEAR = 0.93;
const FEW_MEANINGS = 24;
const MEANINGS = 160;
/** Phrases, conditions and alternatives of one query. */
const MOST_PARTS = 12;
const EXCLUDED_WEIGHT = 0.9;

const isWanted = (atom: Atom): atom is Wanted => atom.is === 'words';
const isFilter = (atom: Atom): atom is Filter => atom.is !== 'words';

export function makePlan(
  asked: Query,
  dictionary: Dictionary,
  postings: Postings,
  passages: number,
): Plan {
  const query = bounded(asked, dictionary, postings);
  const commonness = (word: number) => postings.count(word);
  const wordCount = query.clauses
    .flat()
    .reduce((sum, a) => sum + (isWanted(a) ? a.words.length : 0), 0);

  const ask = (word: QueryWord, wanted: Wanted, last: boolean): Asked => {
    const known = dictionary.numberOf(word.written) !== undefined;
    const tight = wanted.exact || wanted.phrase || (wordCount > MANY_WORDS && known);
    const fuzziness = wanted.exact ? 0 : wanted.fuzzier ? 2 : tight ? 0 : 1;
    const meanings = dictionary.meanings(word.written, {
      beginning: wanted.unfinished && last && !(wordCount > MANY_WORDS && known),
      fuzziness,
      name: isTypedAsName(word.typed),
      limit: meaningsOf(word, wordCount, wanted),
      commonness,
    });
    return { word, wanted, meanings: wanted.exact ? only(meanings, 1) : meanings };
  };
  const askAll = (wanted: Wanted) =>
    wanted.words.map((word, index) => ask(word, wanted, index === wanted.words.length - 1));

  const terms: Term[] = [];
  const phrases: Wanted[][] = [];
  const filters: Filter[][] = [];
  for (const clause of query.clauses) {
    const wanted = clause.filter(isWanted);
    const conditions = clause.filter(isFilter);
    // A word or a condition: the condition cannot be told from the words, so the words alone count.
    if (conditions.length > 0 && wanted.length === 0) filters.push(conditions);
    if (wanted.length === 0) continue;
    if (wanted.some(({ phrase }) => phrase)) phrases.push(wanted);
    const words = wanted.flatMap(askAll);
    if (wanted.length === 1) for (const one of words) terms.push(toTerm([one], postings, passages));
    else terms.push(toTerm(words, postings, passages));
  }
  const excluded = query.excluded.filter(isWanted);
  return {
    terms: choose(terms),
    phrases,
    filters,
    excludedWords: excluded
      .filter(({ phrase }) => !phrase)
      .flatMap(askAll)
      .map(({ meanings }) => only(meanings, EXCLUDED_WEIGHT)),
    excludedPhrases: excluded.filter(({ phrase }) => phrase),
    excludedFilters: query.excluded.filter(isFilter),
  };
}

/** One or two letters begin so many words that only the commonest are worth their time. */
function meaningsOf({ written }: QueryWord, wordCount: number, { fuzzier }: Wanted): number {
  if (wordCount > MANY_WORDS || written.length <= 2) return FEW_MEANINGS;
  return fuzzier ? 2 * MEANINGS : MEANINGS;
}

/** A pasted page is looked for by its rarest known words; a part that is repeated counts once. */
function bounded({ clauses, excluded }: Query, dictionary: Dictionary, postings: Postings): Query {
  const once = <T>(list: readonly T[]) => [
    ...new Map(list.map((part) => [JSON.stringify(part), part])).values(),
  ];
  const parts = once(clauses).map((clause) => clause.slice(0, limits.queryWords));
  const isPlainWord = (clause: readonly Atom[]) =>
    clause.length === 1 && clause.every((atom) => isWanted(atom) && !atom.phrase);
  const words = parts.filter(isPlainWord);
  const others = parts.filter((clause) => !isPlainWord(clause)).slice(0, MOST_PARTS);
  const rest = once(excluded).slice(0, limits.queryWords);
  if (words.length <= limits.queryWords) return { clauses: [...words, ...others], excluded: rest };
  const rarity = ([atom]: readonly Atom[]) => {
    const word = atom && isWanted(atom) ? atom.words[0]?.written : undefined;
    const known = word === undefined ? undefined : dictionary.numberOf(word);
    return known === undefined ? Infinity : postings.count(known);
  };
  const rarest = words
    .map((clause) => ({ clause, count: rarity(clause) }))
    .sort((a, b) => a.count - b.count)
    .slice(0, limits.queryWords)
    .map(({ clause }) => clause);
  const inOrder = words.filter((clause) => rarest.includes(clause));
  return { clauses: [...inOrder, ...others], excluded: rest };
}

function only(meanings: Meanings, floor: number): Meanings {
  return new Map([...meanings].filter(([, weight]) => weight >= floor));
}

function toTerm(asked: readonly Asked[], postings: Postings, passages: number): Term {
  const [first] = asked;
  let meanings = first?.meanings ?? new Map<number, number>();
  if (asked.length > 1) {
    const merged = new Map<number, number>();
    for (const one of asked)
      for (const [word, weight] of one.meanings)
        if (weight > (merged.get(word) ?? 0)) merged.set(word, weight);
    meanings = merged;
  }
  let count = 0;
  let nearest = 0;
  for (const weight of meanings.values()) if (weight > nearest) nearest = weight;
  for (const [word, weight] of meanings)
    if (weight >= NEAR * nearest) count += postings.count(word);
  const held = Math.min(Math.max(count, 1), passages);
  return { asked, meanings, worth: Math.log(1 + (passages - held + 0.5) / (held + 0.5)) };
}

/** The rarest terms when there are too many; words that are everywhere go when there are others. */
function choose(terms: readonly Term[]): Term[] {
  const least = Math.log(1 + (1 - COMMON) / COMMON);
  const telling = terms.filter((term) => term.worth >= least && term.meanings.size > 0);
  // What the archive does not have at all must not outweigh what it has.
  const usual = telling.reduce((sum, { worth }) => sum + worth, 0) / Math.max(1, telling.length);
  const kept = terms
    .filter((term) => telling.length === 0 || term.worth >= least)
    .map((term) => (term.meanings.size > 0 ? term : { ...term, worth: UNKNOWN * usual }));
  if (kept.length <= limits.queryWords) return kept;
  return [...kept].sort((a, b) => b.worth - a.worth).slice(0, limits.queryWords);
}
