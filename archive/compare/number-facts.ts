/** The numbers of two texts beside each other: how alike what they count is, and which of them belong together. */
import { soundSimilarity, sounds } from '../text/index.ts';
import type { Account, CountedNumber } from './account.ts';
import type { Fact, FactPair, Range, Reason } from './comparison.ts';
import { conceptNameOf, GENERIC_PERSON, tellsOfPeople, type Counted } from './counted.ts';
import {
  grouped,
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

interface NumberFact {
  readonly fact: Fact;
  readonly counted: Counted;
  readonly value: number;
  readonly percent: boolean;
  readonly label: boolean;
  readonly mentions: readonly Mention[];
}

/** A pair must reach this to be offered. */
const LEAST_PAIR = 0.6;
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

export function nounKey(counted: Counted): string {
  return conceptNameOf(counted) ?? counted.stem ?? '';
}

function noCountOf({ ordinal, share, label }: FoundNumber): Pick<Fact, 'noCount'> {
  if (ordinal === true) return { noCount: 'nth' };
  if (share === true) return { noCount: 'share' };
  return label ? { noCount: 'which' } : {};
}

/** `mentions`: where else it stands. */
export function numberFact(
  account: Account,
  { number, counted }: CountedNumber,
  mentions: readonly Range[],
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
    mentions,
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
function numberFacts({ account, numbers }: NumberSide): NumberFact[] {
  const inside = numbers.filter(({ number }) => (account.passageOf[number.first] ?? -1) >= 0);
  const groups = grouped(
    inside,
    ({ number, counted }) => `${number.value}|${number.percent ? '%' : ''}|${nounKey(counted)}`,
  ).flatMap(groupsByState);
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
        fact: numberFact(
          account,
          { number: first.number, counted: fullest.counted },
          mentions.slice(1).map(({ range }) => range),
        ),
        counted: fullest.counted,
        value: first.number.value,
        percent: first.number.percent,
        label: first.number.label,
        mentions,
      },
    ];
  });
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
export function nounLikeness(a: Counted, b: Counted): number | null {
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

function numberScore(a: NumberFact, b: NumberFact, near: number): number {
  if (a.percent !== b.percent || a.label !== b.label) return 0;
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
export function numberLabel(a: Counted | null, b: Counted | null): string {
  const noun = a?.noun ?? b?.noun;
  const state = a?.stateWord ?? b?.stateWord;
  return [noun, state].filter((word) => typeof word === 'string').join(', ');
}

export function nounReasons(a: Counted | null, b: Counted | null): Reason[] {
  const [left, right] = [a?.noun ?? null, b?.noun ?? null];
  return left === null || right === null ? [] : [{ kind: 'same-words', a: left, b: right }];
}

export function numberPairs(
  sideA: NumberSide,
  sideB: NumberSide,
  nearness: Nearness,
  matched: ReadonlyMap<number, readonly number[]>,
): FactPair[] {
  const [a, b] = [sideA.account, sideB.account];
  const [left, right] = [numberFacts(sideA), numberFacts(sideB)];
  const keysOf = (item: NumberFact) => [
    `v${item.value}`,
    ...(item.counted.state === null
      ? []
      : [`k${conceptNameOf(item.counted) ?? ''}|${item.counted.state.family}`]),
  ];
  const scored: Scored<NumberFact>[] = [];
  for (const [item, others] of rivals(left, right, keysOf, nearItems(byPassage(right), matched)))
    for (const other of others) {
      const score = numberScore(item, other, nearest(item.mentions, other.mentions, nearness));
      if (score >= LEAST_PAIR) scored.push({ a: item, b: other, score });
    }
  const pairs = bestPairs(scored);
  const paired = new Set<NumberFact>(pairs.flatMap((pair) => [pair.a, pair.b]));
  const single = (item: NumberFact, side: 'a' | 'b'): FactPair => ({
    kind: 'number',
    a: side === 'a' ? item.fact : null,
    b: side === 'b' ? item.fact : null,
    verdict: side === 'a' ? 'only-a' : 'only-b',
    label: numberLabel(item.counted, null),
    reasons: [],
  });
  return [
    ...pairs.map((pair): FactPair => {
      const [mentionA, mentionB] = nearestMentions(pair.a.mentions, pair.b.mentions, nearness);
      const factA = moved(pair.a.fact, mentionA, a.text);
      const factB = moved(pair.b.fact, mentionB, b.text);
      const same = pair.a.value === pair.b.value;
      return {
        kind: 'number',
        a: factA,
        b: factB,
        verdict: same ? 'same' : 'differs',
        label: numberLabel(pair.a.counted, pair.b.counted),
        reasons: [
          ...(same ? [{ kind: 'same-number' as const, a: factA.text, b: factB.text }] : []),
          ...nounReasons(pair.a.counted, pair.b.counted),
        ],
      };
    }),
    ...left.filter((item) => !paired.has(item)).map((item) => single(item, 'a')),
    ...right.filter((item) => !paired.has(item)).map((item) => single(item, 'b')),
  ];
}
