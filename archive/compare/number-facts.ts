/** The numbers of two texts beside each other: how alike what they count is, and which of them belong together. */
import { soundSimilarity, sounds } from '../text/index.ts';
import type { Account, CountedNumber } from './account.ts';
import { sameAmount, sameDimension } from './amounts.ts';
import type { Fact, FactPair, Reason } from './comparison.ts';
import { conceptNameOf, GENERIC_PERSON, tellsOfPeople, type Counted } from './counted.ts';
import {
  grouped,
  MOST_MENTIONS,
  mentionOf,
  moved,
  nearest,
  nearestMentions,
  type Mention,
  type Nearness,
} from './fact-mentions.ts';
import type { FoundNumber } from './numbers.ts';
import { bestPairs, byPassage, nearItems, rivals, type Scored } from './fact-rivals.ts';
import type { Concept } from './lexicon.ts';
import { partedByPlace, shareAPlace, type SamePlaces } from './same-place.ts';
import { SurroundingWords } from './surroundings.ts';

interface NumberFact {
  readonly fact: Fact;
  readonly counted: Counted;
  readonly value: number;
  readonly percent: boolean;
  readonly label: boolean;
  readonly ordinal: boolean;
  readonly implied: boolean;
  /** Of a range its other end, else `null`. */
  readonly upTo: number | null;
  readonly mentions: readonly Mention[];
  /** Of each mention: which number of its passage it is, of how many. */
  readonly ranks: readonly string[];
  /** Which number of its passage its first mention is. */
  readonly rank: number;
}

/** A pair must reach this to be offered. */
const LEAST_PAIR = 0.6;
/** Of versions: how much speaks for a pair, as tried out on the tuning pairs. */
const PLACED = 0.8;
const SURROUNDED = 1.2;
/** What is counted in one stands near the other. */
const NAMED = 0.6;
const SAME_RANK = 0.1;
/** "One" that nothing is said to be counted by is left to what it surely is. */
const WEAK_ONE = 0.5;
const LARGEST_FROM_ONE = 5;
const VERSION_NEAR = 0.1;
const VERSION_NOUN = 0.35;
/** Texts are full of hours and money. */
const VERSION_MEASURE = 0.3;
const VERSION_UNKNOWN = 0.2;
const VERSION_EQUAL = 0.3;
const VERSION_SMALL_EQUAL = 0.2;
/** Large numbers are hardly equal by chance. */
const LARGE = 100;
const VERSION_LARGE_EQUAL = 1.2;
const LEAST_IN_VERSIONS = 0.7;
/** Hours and days are both lengths of time. */
const OTHER_UNIT = 0.7;
const NOUN_WEIGHT = 0.5;
/** Standing in matched passages at all, and how well these match. */
const MATCHED_WEIGHT = 0.2;
const NEAR_WEIGHT = 0.25;
const EQUAL_WEIGHT = 0.45;
const STATE_WEIGHT = 0.15;
const OTHER_STATE = -0.35;
/** Small numbers are equal by chance. */
const SMALL = 10;
const SMALL_EQUAL_WEIGHT = 0.2;
const LEAST_NOUN = 0.4;
/** Texts are full of hours and years: other ones are only offered from sentences that are plainly alike. */
const LEAST_MEASURE_NEARNESS = 0.4;
/** "Sentenced to seven years" is surer. */
const LEAST_TOLD_NEARNESS = 0.25;

const valueText = (value: number) => String(value);

function nounKey(counted: Counted): string {
  return conceptNameOf(counted) ?? counted.stem ?? '';
}

function noCountOf({ ordinal, share, label }: FoundNumber): Pick<Fact, 'noCount'> {
  if (ordinal === true) return { noCount: 'nth' };
  if (share === true) return { noCount: 'share' };
  return label ? { noCount: 'which' } : {};
}

function numberFact(
  account: Account,
  { number, counted }: CountedNumber,
  mentions: readonly Mention[],
): Fact {
  const concept = conceptNameOf(counted);
  const measure = counted.concept?.sort === 'measure' ? counted.concept.name : null;
  const unit = number.percent ? '%' : measure;
  return {
    start: number.start,
    end: number.end,
    text: account.text.slice(number.start, number.end),
    value: valueText(number.value),
    ...(number.upTo === undefined ? {} : { upTo: valueText(number.upTo) }),
    ...noCountOf(number),
    ...(unit === null ? {} : { unit }),
    ...(counted.noun === null ? {} : { noun: counted.noun }),
    ...(concept === null ? {} : { concept }),
    ...(counted.state === null ? {} : { state: counted.state.name }),
    ...(number.approximate ? { approximate: true } : {}),
    ...(number.bound === undefined ? {} : { bound: number.bound }),
    mentions: mentions.slice(1).map(({ range }) => range),
    passage: account.passageOf[number.first] ?? -1,
  };
}

/** Mentions of one number that say the same of it, or nothing, are one fact; "31 held" and "31 killed" are two. */
function groupsByState(group: readonly CountedNumber[]): CountedNumber[][] {
  const families = new Set(
    group.map(({ counted }) => counted.state?.family).filter((family) => family !== undefined),
  );
  if (families.size < 2) return [[...group]];
  return grouped(group, ({ counted }) => counted.state?.family ?? '');
}

export interface NumberSide {
  readonly account: Account;
  readonly numbers: readonly CountedNumber[];
}

/** The numbers of a text; the same number of the same thing, told twice, is one fact. */
function numberFacts(
  { account, numbers }: NumberSide,
  placed: ReadonlyMap<number, number>,
  valueOf: ReadonlyMap<number, number>,
  apart: boolean,
): NumberFact[] {
  const partner = ({ number }: CountedNumber) => {
    const value = valueOf.get(placed.get(number.start) ?? -1);
    return value === undefined ? null : String(value);
  };
  const inside = numbers.filter(({ number }) => (account.passageOf[number.first] ?? -1) >= 0);
  const parts = apart && inside.length <= MOST_APART;
  const ranks = ranksOf(account, inside);
  const orders = new Map<number, number>();
  let passage = -1;
  let order = 0;
  for (const { number } of inside) {
    const own = account.passageOf[number.first] ?? -1;
    order = own === passage ? order + 1 : 0;
    passage = own;
    orders.set(number.first, order);
  }
  const groups = grouped(
    inside,
    ({ number, counted }) =>
      // In versions what is not told to be the same thing stands in its own place.
      `${parts && nounKey(counted) === '' ? `@${number.first}` : ''}${number.value}|${number.percent ? '%' : ''}${number.ordinal ? '.' : ''}${number.implied ? '?' : ''}${number.upTo ?? ''}|${nounKey(counted)}`,
  )
    .flatMap(groupsByState)
    .flatMap((group) => partedByPlace(group, partner));
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    // The mention that says most stands for all.
    const fullest =
      group.find(({ counted }) => counted.noun !== null && counted.state !== null) ?? first;
    const mentions = group.map(({ number }) =>
      mentionOf(account, number.first, [number.start, number.end]),
    );
    return [
      {
        fact: numberFact(account, { number: first.number, counted: fullest.counted }, mentions),
        counted: fullest.counted,
        value: first.number.value,
        percent: first.number.percent,
        label: first.number.label,
        ordinal: first.number.ordinal === true,
        implied: first.number.implied === true,
        upTo: first.number.upTo ?? null,
        mentions,
        ranks: group.slice(0, MOST_MENTIONS).map(({ number }) => ranks.get(number.first) ?? ''),
        rank: orders.get(first.number.first) ?? 0,
      },
    ];
  });
}

/** By the first word of a number: the how manieth of its sentence it is, and of how many. */
function ranksOf(account: Account, numbers: readonly CountedNumber[]): ReadonlyMap<number, string> {
  const bySentence = grouped(numbers, ({ number }) => String(account.sentenceOf[number.first]));
  return new Map(
    bySentence.flatMap((group) =>
      group.map(({ number }, at): [number, string] => [number.first, `${at}/${group.length}`]),
    ),
  );
}

/** Students are people; pupils may be the minors of the other text, but only when their number is the same. */
const GENERIC_LIKENESS = 0.6;
const OTHER_PERSON_LIKENESS = 0.4;
/** One noun is known and the other is not: they may be the same. */
const UNKNOWN_NOUN = 0.15;
const SAME_WORD_SOUND = 0.78;

function conceptLikeness(a: Concept, b: Concept): number {
  if (a === b) return 1;
  if (a.sort === 'measure' || b.sort === 'measure') return 0;
  if (a.family === b.family) return 0.85;
  // Everyday words are not as surely what is counted.
  if (a.sort === 'word' || b.sort === 'word') return UNKNOWN_NOUN;
  const generic = a.name === GENERIC_PERSON || b.name === GENERIC_PERSON;
  if (a.sort !== 'person' || b.sort !== 'person') return 0;
  return generic ? GENERIC_LIKENESS : OTHER_PERSON_LIKENESS;
}

/** How alike what two numbers count is: 0 to 1; `null` when it is not known of one of them. */
function nounLikeness(a: Counted, b: Counted): number | null {
  if (a.concept !== null && b.concept !== null) return conceptLikeness(a.concept, b.concept);
  const peopleA = a.concept?.sort === 'person' || (a.concept === null && tellsOfPeople(a.state));
  const peopleB = b.concept?.sort === 'person' || (b.concept === null && tellsOfPeople(b.state));
  if (peopleA && peopleB) {
    const specific = [a, b].some(
      ({ concept }) => concept !== null && concept.name !== GENERIC_PERSON,
    );
    return specific ? 0.6 : 0.9;
  }
  if (a.concept !== null || b.concept !== null) {
    const other = a.concept === null ? a : b;
    if (other.noun === null) return null;
    return (a.concept ?? b.concept)?.sort === 'measure' ? 0 : UNKNOWN_NOUN;
  }
  if (a.folded === null || b.folded === null) return null;
  if (a.stem === b.stem) return 0.95;
  const likeness = soundSimilarity(sounds(a.folded, 1)[0] ?? '', sounds(b.folded, 1)[0] ?? '');
  return likeness >= SAME_WORD_SOUND ? 0.9 : 0.2;
}

/** Of versions: what took the same place, else what stands among the same words. */
function versionScore(
  a: NumberFact,
  b: NumberFact,
  near: number,
  places: SamePlaces,
  surroundings: SurroundingWords,
): number {
  if (near === 0 || a.ordinal !== b.ordinal) return 0;
  const implied = a.implied || b.implied;
  if (implied && (a.implied === b.implied || a.value === b.value)) return 0;
  const measured = [a, b].some(({ counted }) => counted.concept?.sort === 'measure');
  if (implied && measured && !sameDimension(a.counted, b.counted)) return 0;
  if (implied && !measured && Math.max(a.value, b.value) > LARGEST_FROM_ONE) return 0;
  const noun = sameDimension(a.counted, b.counted)
    ? Math.max(OTHER_UNIT, nounLikeness(a.counted, b.counted) ?? 0)
    : nounLikeness(a.counted, b.counted);
  if (noun === 0) return 0;
  const stateA = a.counted.state;
  const stateB = b.counted.state;
  const told = stateA === null || stateB === null || stateA.family === stateB.family;
  const equal = isEqual(a, b);
  const placed =
    (a.percent === b.percent || noun === null) &&
    told &&
    shareAPlace(a.mentions, b.mentions, places);
  if (!placed && (a.percent !== b.percent || implied)) return 0;
  const likeness = surroundings.likeness(a.mentions, b.mentions);
  const keyA = keyOf(a.counted);
  const keyB = keyOf(b.counted);
  const named = Math.max(
    keyA === null ? 0 : surroundings.namesNear(keyA, 'b', b.mentions),
    keyB === null ? 0 : surroundings.namesNear(keyB, 'a', a.mentions),
  );
  return (
    (placed ? PLACED : 0) -
    (implied && !measured ? WEAK_ONE : 0) +
    SURROUNDED * likeness +
    NAMED * named +
    SAME_RANK * (sameRank(a, b) ? 1 : 0) +
    VERSION_NEAR * near +
    (measured ? VERSION_MEASURE : VERSION_NOUN) * (noun ?? VERSION_UNKNOWN) +
    (equal
      ? a.value < SMALL
        ? VERSION_SMALL_EQUAL
        : a.value < LARGE
          ? VERSION_EQUAL
          : VERSION_LARGE_EQUAL
      : 0)
  );
}
const keyOf = ({ concept, stem }: Counted): string | null => concept?.name ?? stem;

/** Whether both are the second number, say, of passages with as many. */
const sameRank = (a: NumberFact, b: NumberFact): boolean =>
  a.ranks.some((rank) => b.ranks.includes(rank));

const isEqual = (a: NumberFact, b: NumberFact): boolean =>
  a.upTo === b.upTo && sameAmount(a.counted, a.value, b.counted, b.value);

function numberScore(a: NumberFact, b: NumberFact, near: number): number {
  if (a.percent !== b.percent || a.label !== b.label || a.ordinal !== b.ordinal) return 0;
  const stateA = a.counted.state;
  const stateB = b.counted.state;
  const equal = a.value === b.value;
  const noun = nounLikeness(a.counted, b.counted);
  const unknown = equal ? 0.6 : 0.45;
  const counted = a.percent && noun === null ? 0.7 : (noun ?? (near > 0 ? unknown : 0));
  const byValue = equal && near > 0.3 && a.value >= SMALL && counted > 0;
  if (counted < LEAST_NOUN && !byValue) return 0;
  const measured = a.counted.concept?.sort === 'measure';
  const anyTold = (stateA ?? stateB) !== null;
  if (measured && !equal && near < (anyTold ? LEAST_TOLD_NEARNESS : LEAST_MEASURE_NEARNESS))
    return 0;
  const state =
    stateA === null || stateB === null
      ? 0
      : stateA.family === stateB.family
        ? STATE_WEIGHT
        : OTHER_STATE * (equal && near > 0 ? 0.4 : 1);
  const same = equal ? (a.value < SMALL ? SMALL_EQUAL_WEIGHT : EQUAL_WEIGHT) : 0;
  // Far from each other and not equal: only offered when both say plainly the same of the same.
  if (near === 0 && !equal && !(state > 0 && counted >= 0.9)) return 0;
  const place = near > 0 ? MATCHED_WEIGHT + near * NEAR_WEIGHT : 0;
  return counted * NOUN_WEIGHT + place + same + state;
}

/** What is counted and what befell it, in the words of A where A has them: `people, detained`. */
function numberLabel(a: NumberFact | null, b: NumberFact | null): string {
  const noun = a?.counted.noun ?? b?.counted.noun;
  const state = a?.counted.stateWord ?? b?.counted.stateWord;
  return [noun, state].filter((word) => typeof word === 'string').join(', ');
}

function nounReasons(a: NumberFact, b: NumberFact): Reason[] {
  const { noun: left } = a.fact;
  const { noun: right } = b.fact;
  return left === undefined || right === undefined
    ? []
    : [{ kind: 'same-words', a: left, b: right }];
}

/** A text with more figures is a table, or nothing that anybody wrote. */
const MOST_APART = 5_000;

/** Of more than these in matched passages, those that stand about as far on in theirs. */
const MOST_IN_VERSIONS = 48;
const FARTHEST_RANK = 8;

const nearestOf = (item: NumberFact, others: ReadonlySet<NumberFact>): Iterable<NumberFact> =>
  others.size <= MOST_IN_VERSIONS
    ? others
    : [...others].filter((other) => Math.abs(other.rank - item.rank) <= FARTHEST_RANK);

export function numberPairs(
  sideA: NumberSide,
  sideB: NumberSide,
  nearness: Nearness,
  matched: ReadonlyMap<number, readonly number[]>,
  places: SamePlaces,
): FactPair[] {
  const [a, b] = [sideA.account, sideB.account];
  const valuesOf = ({ numbers }: NumberSide) =>
    new Map(numbers.map(({ number }) => [number.start, number.value]));
  const left = numberFacts(sideA, places.ofA, valuesOf(sideB), places.versions);
  const right = numberFacts(sideB, places.ofB, valuesOf(sideA), places.versions);
  const keysOf = (item: NumberFact) => [
    `v${item.value}`,
    ...(item.counted.state === null
      ? []
      : [`k${conceptNameOf(item.counted) ?? ''}|${item.counted.state.family}`]),
  ];
  const surroundings = new SurroundingWords(a, b);
  const scored: Scored<NumberFact>[] = [];
  for (const [item, others] of rivals(left, right, keysOf, nearItems(byPassage(right), matched)))
    for (const other of places.versions ? nearestOf(item, others) : others) {
      const near = nearest(item.mentions, other.mentions, nearness);
      const score = places.versions
        ? versionScore(item, other, near, places, surroundings)
        : numberScore(item, other, near);
      if (score >= (places.versions ? LEAST_IN_VERSIONS : LEAST_PAIR))
        scored.push({ a: item, b: other, score });
    }
  const pairs = bestPairs(scored);
  const paired = new Set<NumberFact>(pairs.flatMap((pair) => [pair.a, pair.b]));
  const single = (item: NumberFact, side: 'a' | 'b'): FactPair => ({
    kind: 'number',
    a: side === 'a' ? item.fact : null,
    b: side === 'b' ? item.fact : null,
    verdict: side === 'a' ? 'only-a' : 'only-b',
    label: numberLabel(item, null),
    reasons: [],
  });
  return [
    ...pairs.map((pair): FactPair => {
      const [mentionA, mentionB] = nearestMentions(
        pair.a.mentions,
        pair.b.mentions,
        nearness,
        places,
      );
      const factA = moved(pair.a.fact, mentionA, a.text);
      const factB = moved(pair.b.fact, mentionB, b.text);
      const same = places.versions ? isEqual(pair.a, pair.b) : pair.a.value === pair.b.value;
      return {
        kind: 'number',
        a: factA,
        b: factB,
        verdict: same ? 'same' : 'differs',
        label: numberLabel(pair.a, pair.b),
        reasons: [
          ...(same ? [{ kind: 'same-number' as const, a: factA.text, b: factB.text }] : []),
          ...nounReasons(pair.a, pair.b),
        ],
      };
    }),
    ...left.filter((item) => !paired.has(item) && !item.implied).map((item) => single(item, 'a')),
    ...right.filter((item) => !paired.has(item) && !item.implied).map((item) => single(item, 'b')),
  ];
}
