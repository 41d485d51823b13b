/** Finds the names of an archive's entities in a text, in any of their spellings, inflected, in any script. */
import { foldWord, wordsOf } from '../text/index.ts';
import { AcrossLetters, lengthOf } from './across-letters.ts';
import type { FactKind, Range, Spellings } from './comparison.ts';
import { ARABIC, NameForms } from './name-forms.ts';
import { endAt, foldedAt, startAt, type Words } from './words.ts';

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

const SHORTEST_ALONE = 4;

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

/** Whether a name can begin with word `at`: it has a capital, or is of a script without capitals. */
const canBeginName = (words: Words, at: number) =>
  words.capital[at] === 1 || ARABIC.test(foldedAt(words, at));

/** What a name may begin with: `lengthAt` tells how many words from there on are the name, 0 when they are not. */
interface Start {
  readonly entity: number;
  readonly small: boolean;
  readonly lengthAt: (at: number) => number;
}

/** The beginnings of names, by the number of the first word. */
class Starts {
  readonly #byFirst = new Map<number, Start[]>();

  add(first: Iterable<number>, start: Start): void {
    for (const number of first) {
      const list = this.#byFirst.get(number);
      if (list === undefined) this.#byFirst.set(number, [start]);
      else list.push(start);
    }
  }

  at(words: Words, at: number): readonly Start[] {
    const starts = this.#byFirst.get(words.word[at] ?? -1);
    if (starts === undefined) return [];
    return canBeginName(words, at) ? starts : starts.filter(({ small }) => small);
  }
}

function startsIn(words: Words, entities: readonly NamedEntity[]): Starts {
  const met = new Set(words.word);
  const forms = new NameForms(words.vocabulary, met);
  const across = new AcrossLetters(met, forms.bare, words.vocabulary.folded);
  const starts = new Starts();
  const addForms = (
    [first, ...rest]: readonly ReadonlySet<number>[],
    { entity, small }: Omit<Start, 'lengthAt'>,
  ) => {
    const lengthAt = (at: number) =>
      rest.every((wanted, next) => wanted.has(words.word[at + 1 + next] ?? -1))
        ? rest.length + 1
        : 0;
    starts.add(first ?? [], { entity, small, lengthAt });
  };
  for (const [entity, { spellings, small, person }] of entities.entries())
    for (const [at, spelling] of spellings.entries()) {
      const alone = spelling.length === 1;
      const each = spelling.map((word) => forms.of(word, alone));
      addForms(each, { entity, small: small[at] === true });
      const chain = across.chainOf(spelling, (word) => forms.of(word, false));
      if (chain) {
        const lengthAt = (from: number) => lengthOf(chain, words, from);
        starts.add(chain[0]?.keys() ?? [], { entity, small: false, lengthAt });
      }
      const surname = spelling.at(-1) ?? '';
      if (person && !alone && surname.length >= SHORTEST_ALONE)
        addForms([forms.of(surname, true)], { entity, small: false });
    }
  return starts;
}

/** All places in `words` where one of `entities` is named; the longest spelling at each place, in order. */
export function namesIn(words: Words, entities: readonly NamedEntity[]): FoundName[] {
  if (entities.length === 0 || words.count === 0) return [];
  const starts = startsIn(words, entities);
  const found: FoundName[] = [];
  for (let at = 0; at < words.count; at++) {
    let best: { entity: number; length: number } | null = null;
    for (const { entity, lengthAt } of starts.at(words, at)) {
      const length = lengthAt(at);
      if (length > (best?.length ?? 0)) best = { entity, length };
    }
    if (best === null) continue;
    const last = at + best.length - 1;
    const range: Range = [startAt(words, at), endAt(words, last)];
    found.push({ entity: best.entity, first: at, last, range });
    at = last;
  }
  return found;
}
