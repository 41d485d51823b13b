/** What a number counts ("people", "flats") and what befell it ("detained"), read from the words around it. */
import { foldWord, stem } from '../text/index.ts';
import { conceptOf, isCounted, type Concept } from './lexicon.ts';
import type { Meaning, Meanings } from './meaning.ts';
import type { FoundNumber } from './numbers.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

export interface Counted {
  /** As written; `null` when no word near says what is counted. */
  readonly noun: string | null;
  readonly stem: string | null;
  readonly folded: string | null;
  readonly concept: Concept | null;
  readonly state: Concept | null;
  /** The word for the state, as written. */
  readonly stateWord: string | null;
}

/** Words looked at to the right for what is counted, and on either side for what befell it. */
const NOUN_REACH = 5;
const STATE_REACH = 9;
/** A comma, a colon or a bracket ends the words that go with a number; a dash does not ("19 — students"). */
const CLAUSE_END = /[,;:.!?()،؛؟[\]\n]/;
const SENTENCE_END = /[.!?؟\n]/;
// prettier-ignore
const SUBSET = new Set('those them these ix іх их них ніх тых із ich nich منهم منها بينهم these'.split(' ').map(foldWord));
/** States that befall people: "31 held" counts people although it does not say so. */
const BEFALLS_PEOPLE = new Set([
  'detain',
  'hold',
  'release',
  'kill',
  'wound',
  'miss',
  'beat',
  'torture',
  'charge',
  'sentence',
  'fine',
  'dismiss',
  'evacuate',
]);

const SHORTEST_NOUN = 3;
/** "Thirty-one held", but not "talks held with thirty". */
const ONLY_AFTER = 'hold';

/** Words from the number on, to the end of its clause. */
function* rightOf(
  words: Words,
  meanings: Meanings,
  number: FoundNumber,
  end: RegExp,
  reach: number,
  stop: Uint8Array,
) {
  for (let at = number.last + 1; at < words.count && at <= number.last + reach; at++) {
    const gap =
      at === number.last + 1
        ? words.text.slice(number.end, startAt(words, at))
        : gapAfter(words, at - 1);
    if (startAt(words, at) < number.end) continue;
    if (end.test(gap) || stop[at] === 1) return;
    yield { at, meaning: meanings.at(words, at) };
  }
}

function* leftOf(
  words: Words,
  meanings: Meanings,
  number: FoundNumber,
  reach: number,
  stop: Uint8Array,
) {
  for (let at = number.first - 1; at >= 0 && at >= number.first - reach; at--) {
    if (SENTENCE_END.test(gapAfter(words, at)) || stop[at] === 1) return;
    yield { at, meaning: meanings.at(words, at) };
  }
}

interface NounPlace {
  readonly at: number;
  readonly meaning: Meaning;
}

/** English puts what is counted last: "eleven railway workers" are workers. */
function lastOfCompound(words: Words, meanings: Meanings, first: NounPlace): NounPlace {
  let place = first;
  while (meanings.language === 'en' && gapAfter(words, place.at) === ' ') {
    const meaning = meanings.at(words, place.at + 1);
    if (meaning.concept === null || !isCounted(meaning.concept)) break;
    place = { at: place.at + 1, meaning };
  }
  return place;
}

/** "Six were taken to hospital": what is counted was told before, and hospitals are not. */
const AUXILIARY = new Set('was were are is have has had will would remain remained'.split(' '));

function nounOf(
  words: Words,
  meanings: Meanings,
  number: FoundNumber,
  stop: Uint8Array,
  befallen: Concept | null,
): NounPlace | null {
  let subset = false;
  let befell = false;
  let state: NounPlace | null = null;
  let unknown: NounPlace | null = null;
  let steps = 0;
  for (const place of rightOf(words, meanings, number, CLAUSE_END, NOUN_REACH + 3, stop)) {
    const { meaning } = place;
    steps++;
    if (steps === 1 && AUXILIARY.has(meaning.folded)) befell = true;
    if (befell && meaning.concept?.sort !== 'state') {
      if (steps > NOUN_REACH) break;
      continue;
    }
    if (SUBSET.has(meaning.folded)) subset = true;
    const concept = meaning.concept;
    if (concept !== null && isCounted(concept)) {
      // "Six participants of the protest detained": people are detained, not protests.
      const ofPeople = unknown !== null && concept.sort !== 'person' && tellsOfPeople(befallen);
      return ofPeople ? unknown : lastOfCompound(words, meanings, place);
    }
    if (steps > NOUN_REACH && !subset) break;
    // "two vans and a bus": what comes after the noun's own words is another thing.
    if (unknown !== null && meaning.stop) break;
    if (concept?.sort === 'state' && !subset) {
      state ??= place;
      break;
    }
    if (
      (concept === null || concept.sort === 'word') &&
      !subset &&
      !meaning.stop &&
      meaning.folded.length >= SHORTEST_NOUN
    ) {
      // An adjective may stand before the noun: the last unknown word of the first two is taken.
      if (unknown === null || place.at === unknown.at + 1) unknown ??= place;
    }
  }
  return state ?? unknown;
}

function stateOf(
  words: Words,
  meanings: Meanings,
  number: FoundNumber,
  stop: Uint8Array,
): NounPlace | null {
  for (const place of rightOf(words, meanings, number, CLAUSE_END, STATE_REACH, stop))
    if (place.meaning.concept?.sort === 'state') return place;
  for (const place of leftOf(words, meanings, number, STATE_REACH, stop)) {
    const { concept } = place.meaning;
    if (concept?.sort === 'state' && concept.name !== ONLY_AFTER) return place;
  }
  return null;
}

const writtenAt = (words: Words, at: number) =>
  words.text.slice(startAt(words, at), endAt(words, at));

/** Of an Arabic dual: what there are two of. */
function ofTwo(own: Meaning): Meaning {
  const singular = own.folded
    .replace(/ت(?:ان|ين|ا|ي)$/, 'ه')
    .replace(/(?:ان|ين)$/, '')
    .replace(/^[وفب]?ال|^[وفب](?=.{4})/, '');
  const concept =
    own.concept ??
    conceptOf(own.folded.replace(/(?:ان|ين)$/, ''), 'ar') ??
    conceptOf(singular, 'ar');
  return { ...own, folded: singular, stem: stem(singular, 'ar'), concept };
}

/** "One oil press" is "press one" in Arabic. */
function oneBehind(
  words: Words,
  meanings: Meanings,
  { first, value }: FoundNumber,
): NounPlace | null {
  if (meanings.language !== 'ar' || value !== 1 || first === 0) return null;
  if (!foldedAt(words, first).startsWith('واحد') || gapAfter(words, first - 1) !== ' ') return null;
  return { at: first - 1, meaning: meanings.at(words, first - 1) };
}

/** `stop[i]` is 1 for words of other numbers and of dates: what stands beyond them belongs to them. */
export function countedBy(
  words: Words,
  meanings: Meanings,
  number: FoundNumber,
  stop: Uint8Array,
): Counted {
  const befallen = stateOf(words, meanings, number, stop);
  const own = meanings.at(words, number.first);
  const behind = oneBehind(words, meanings, number);
  const place =
    behind ??
    (number.dual === true || (own.dual && own.cardinal === null)
      ? { at: number.first, meaning: ofTwo(own) }
      : nounOf(words, meanings, number, stop, befallen?.meaning.concept ?? null));
  const nounIsState = place?.meaning.concept?.sort === 'state';
  const noun = nounIsState ? null : place;
  const state = nounIsState ? place : befallen;
  const concept = noun?.meaning.concept ?? null;
  // Of hours and years only what befalls people is told apart: "seven years in a closed trial" closes nothing.
  const told =
    concept?.sort !== 'measure' || tellsOfPeople(state?.meaning.concept ?? null) ? state : null;
  return {
    noun: noun && writtenAt(words, noun.at),
    stem: noun?.meaning.stem ?? null,
    folded: noun?.meaning.folded ?? null,
    concept,
    state: told?.meaning.concept ?? null,
    stateWord: told && writtenAt(words, told.at),
  };
}

/** Whether a state without a noun tells of people. */
export const tellsOfPeople = (state: Concept | null): boolean =>
  state !== null && BEFALLS_PEOPLE.has(state.name);

export const GENERIC_PERSON = 'person';

/** The concept of what is counted; "31 held" counts people although it does not say so. `null` when it is not known. */
export const conceptNameOf = (counted: Counted): string | null =>
  counted.concept?.name ?? (tellsOfPeople(counted.state) ? GENERIC_PERSON : null);
