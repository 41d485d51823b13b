/** Facts beside each other: the numbers, dates, places and names of two texts, paired through the alignment. */
import { soundSimilarity, sounds } from '../text/index.ts';
import type { Account, CountedNumber } from './account.ts';
import { conceptNameOf, GENERIC_PERSON, tellsOfPeople, type Counted } from './counted.ts';
import type { Fact, FactPair, Range, Reason } from './comparison.ts';
import type { Concept } from './lexicon.ts';
import type { NamedEntity } from './names.ts';

/** How alike two places in the texts are: 0 when they were not matched. */
export type Nearness = (a: number, b: number) => number;

interface Mention {
  readonly range: Range;
  /** Index of its first word. */
  readonly word: number;
  readonly passage: number;
}

interface NumberFact {
  readonly fact: Fact;
  readonly counted: Counted;
  readonly value: number;
  readonly percent: boolean;
  readonly label: boolean;
  readonly mentions: readonly Mention[];
}

interface DateFact {
  readonly fact: Fact;
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
/** Mentions of one fact that are looked at for nearness. */
const MOST_MENTIONS = 8;
/** Facts of B tried for one of A. */
const MOST_TRIED = 400;

const mentionOf = (account: Account, word: number, range: Range): Mention => ({
  range,
  word,
  passage: account.passageOf[word] ?? -1,
});

const valueText = (value: number) => String(value);

function nounKey(counted: Counted): string {
  return conceptNameOf(counted) ?? counted.stem ?? '';
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

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Mentions of one number that say the same of it, or nothing, are one fact; "31 held" and "31 killed" are two. */
function groupsByState(group: readonly CountedNumber[]): CountedNumber[][] {
  const families = new Set(
    group.map(({ counted }) => counted.state?.family).filter((family) => family !== undefined),
  );
  if (families.size < 2) return [[...group]];
  return grouped(group, ({ counted }) => counted.state?.family ?? '');
}

/** The numbers of a text; the same number of the same thing, told twice, is one fact. */
function numberFacts(account: Account): NumberFact[] {
  const inside = account.numbers.filter(
    ({ number }) => (account.passageOf[number.first] ?? -1) >= 0,
  );
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
        fact: numberFact(account, { number: first.number, counted: fullest.counted }, mentions),
        counted: fullest.counted,
        value: first.number.value,
        percent: first.number.percent,
        label: first.number.label,
        mentions,
      },
    ];
  });
}

function dateFacts(account: Account): DateFact[] {
  const inside = account.dates.filter((date) => (account.passageOf[date.first] ?? -1) >= 0);
  return grouped(inside, (date) => date.value).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const mentions = group.map((date) => mentionOf(account, date.first, [date.start, date.end]));
    const fact: Fact = {
      start: first.start,
      end: first.end,
      text: account.text.slice(first.start, first.end),
      value: first.value,
      ...(first.relative ? { relative: true } : {}),
      mentions: mentions.slice(1).map(({ range }) => range),
      passage: account.passageOf[first.first] ?? -1,
    };
    return [{ fact, mentions }];
  });
}

function nearest(a: readonly Mention[], b: readonly Mention[], nearness: Nearness): number {
  let best = 0;
  for (const left of a.slice(0, MOST_MENTIONS))
    for (const right of b.slice(0, MOST_MENTIONS))
      best = Math.max(best, nearness(left.word, right.word));
  return best;
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

function numberScore(a: NumberFact, b: NumberFact, nearness: Nearness): number {
  if (a.percent !== b.percent || a.label !== b.label) return 0;
  const stateA = a.counted.state;
  const stateB = b.counted.state;
  const equal = a.value === b.value;
  const noun = nounLikeness(a.counted, b.counted);
  const near = nearest(a.mentions, b.mentions, nearness);
  const unknown = equal ? 0.6 : 0.45;
  const counted = a.percent && noun === null ? 0.7 : (noun ?? (near > 0 ? unknown : 0));
  const byValue = equal && near > 0.3 && a.value >= SMALL && counted > 0;
  if (counted < LEAST_NOUN && !byValue) return 0;
  const measured = a.counted.concept?.sort === 'measure';
  const told = (stateA ?? stateB) !== null;
  if (measured && !equal && near < (told ? LEAST_TOLD_NEARNESS : LEAST_MEASURE_NEARNESS)) return 0;
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

interface Scored<T> {
  readonly a: T;
  readonly b: T;
  readonly score: number;
}

/** Best pairs first, each fact once. */
function bestPairs<T>(pairs: Scored<T>[]): Scored<T>[] {
  const used = new Set<T>();
  return pairs
    .sort((x, y) => y.score - x.score)
    .filter(({ a, b }) => {
      if (used.has(a) || used.has(b)) return false;
      used.add(a);
      used.add(b);
      return true;
    });
}

/** Facts that may be paired: they stand in matched passages, or count the same thing, or have the same value. */
function rivals<T>(
  a: readonly T[],
  b: readonly T[],
  keysOf: (item: T) => readonly string[],
  near: (item: T) => readonly T[],
): Map<T, Set<T>> {
  const byKey = new Map<string, T[]>();
  for (const item of b)
    for (const key of keysOf(item)) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [item]);
      else list.push(item);
    }
  return new Map(
    a.map((item) => {
      const found = new Set<T>(near(item));
      for (const key of keysOf(item))
        for (const other of byKey.get(key) ?? []) {
          if (found.size >= MOST_TRIED) break;
          found.add(other);
        }
      return [item, found];
    }),
  );
}

function byPassage<T extends { readonly mentions: readonly Mention[] }>(items: readonly T[]) {
  const map = new Map<number, T[]>();
  for (const item of items)
    for (const { passage } of item.mentions.slice(0, MOST_MENTIONS)) {
      const list = map.get(passage);
      if (list === undefined) map.set(passage, [item]);
      else if (list.at(-1) !== item) list.push(item);
    }
  return map;
}

function nearItems<T extends { readonly mentions: readonly Mention[] }>(
  items: ReadonlyMap<number, readonly T[]>,
  matched: ReadonlyMap<number, readonly number[]>,
) {
  return (item: T): T[] =>
    item.mentions
      .slice(0, MOST_MENTIONS)
      .flatMap(({ passage }) =>
        (matched.get(passage) ?? []).flatMap((other) => items.get(other) ?? []),
      );
}

/** What is counted and what befell it, in the words of A where A has them: `people, detained`. */
function numberLabel(a: NumberFact | null, b: NumberFact | null): string {
  const noun = a?.counted.noun ?? b?.counted.noun;
  const state = a?.counted.stateWord ?? b?.counted.stateWord;
  return [noun, state].filter((word) => typeof word === 'string').join(', ');
}

const factRange = (mention: Mention | undefined, fact: Fact): Fact => {
  if (mention === undefined || mention.range[0] === fact.start) return fact;
  const all: Range[] = [[fact.start, fact.end], ...fact.mentions];
  return {
    ...fact,
    start: mention.range[0],
    end: mention.range[1],
    passage: mention.passage,
    mentions: all.filter(([start]) => start !== mention.range[0]),
  };
};

/** The two mentions that stand nearest to each other, in the alignment's view. */
function nearestMentions(
  a: readonly Mention[],
  b: readonly Mention[],
  nearness: Nearness,
): [Mention | undefined, Mention | undefined] {
  let best: [Mention | undefined, Mention | undefined] = [a[0], b[0]];
  let most = 0;
  for (const left of a.slice(0, MOST_MENTIONS))
    for (const right of b.slice(0, MOST_MENTIONS)) {
      const near = nearness(left.word, right.word);
      if (near > most) {
        most = near;
        best = [left, right];
      }
    }
  return best;
}

function moved(fact: Fact, mention: Mention | undefined, text: string): Fact {
  const next = factRange(mention, fact);
  return next === fact ? fact : { ...next, text: text.slice(next.start, next.end) };
}

function nounReasons(a: NumberFact, b: NumberFact): Reason[] {
  const { noun: left } = a.fact;
  const { noun: right } = b.fact;
  return left === undefined || right === undefined
    ? []
    : [{ kind: 'same-words', a: left, b: right }];
}

function numberPairs(
  a: Account,
  b: Account,
  nearness: Nearness,
  matched: ReadonlyMap<number, readonly number[]>,
): FactPair[] {
  const left = numberFacts(a);
  const right = numberFacts(b);
  const keysOf = (item: NumberFact) => [
    `v${item.value}`,
    ...(item.counted.state === null
      ? []
      : [`k${conceptNameOf(item.counted) ?? ''}|${item.counted.state.family}`]),
  ];
  const scored: Scored<NumberFact>[] = [];
  for (const [item, others] of rivals(left, right, keysOf, nearItems(byPassage(right), matched)))
    for (const other of others) {
      const score = numberScore(item, other, nearness);
      if (score >= LEAST_PAIR) scored.push({ a: item, b: other, score });
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
      const [mentionA, mentionB] = nearestMentions(pair.a.mentions, pair.b.mentions, nearness);
      const factA = moved(pair.a.fact, mentionA, a.text);
      const factB = moved(pair.b.fact, mentionB, b.text);
      const same = pair.a.value === pair.b.value;
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
    ...left.filter((item) => !paired.has(item)).map((item) => single(item, 'a')),
    ...right.filter((item) => !paired.has(item)).map((item) => single(item, 'b')),
  ];
}

const withoutYear = (value: string) => value.replace(/^(?:\d{4}|-)-(?=\d\d)/, '');
const knowsYear = (value: string) => /^\d{4}/.test(value);

/** The same day; a day without its year is the same day of any year. */
export function sameDate(a: string, b: string): boolean {
  if (a === b) return true;
  return (
    (!knowsYear(a) || !knowsYear(b)) &&
    /\d\d$/.test(a) &&
    withoutYear(a) === withoutYear(b) &&
    !a.startsWith('T') &&
    !b.startsWith('T')
  );
}

const precision = (value: string) =>
  value.startsWith('T') ? 'hour' : String(withoutYear(value).length);
const LEAST_DATE_NEARNESS = 0.2;
/** One passage tells of many hours. */
const LEAST_HOUR_NEARNESS = 0.5;

function datePairs(
  a: Account,
  b: Account,
  nearness: Nearness,
  matched: ReadonlyMap<number, readonly number[]>,
): FactPair[] {
  const left = dateFacts(a);
  const right = dateFacts(b);
  const rivalsOf = rivals(
    left,
    right,
    (item) => [withoutYear(item.fact.value)],
    nearItems(byPassage(right), matched),
  );
  const scored: Scored<DateFact>[] = [];
  for (const [item, others] of rivalsOf)
    for (const other of others) {
      const near = nearest(item.mentions, other.mentions, nearness);
      const same = sameDate(item.fact.value, other.fact.value);
      if (same && !(item.fact.value.startsWith('T') && near === 0))
        scored.push({
          a: item,
          b: other,
          score: 2 + near + (item.fact.value === other.fact.value ? 1 : 0),
        });
      else if (
        near >= (item.fact.value.startsWith('T') ? LEAST_HOUR_NEARNESS : LEAST_DATE_NEARNESS) &&
        precision(item.fact.value) === precision(other.fact.value)
      )
        scored.push({ a: item, b: other, score: near });
    }
  const pairs = bestPairs(scored);
  const paired = new Set<DateFact>(pairs.flatMap((pair) => [pair.a, pair.b]));
  const single = (item: DateFact, side: 'a' | 'b'): FactPair => ({
    kind: 'date',
    a: side === 'a' ? item.fact : null,
    b: side === 'b' ? item.fact : null,
    verdict: side === 'a' ? 'only-a' : 'only-b',
    label: item.fact.value,
    reasons: [],
  });
  return [
    ...pairs.map((pair): FactPair => {
      const [mentionA, mentionB] = nearestMentions(pair.a.mentions, pair.b.mentions, nearness);
      const factA = moved(pair.a.fact, mentionA, a.text);
      const factB = moved(pair.b.fact, mentionB, b.text);
      const same = sameDate(factA.value, factB.value);
      return {
        kind: 'date',
        a: factA,
        b: factB,
        verdict: same ? 'same' : 'differs',
        label: knowsYear(factA.value) ? factA.value : factB.value,
        reasons: same ? [{ kind: 'same-date', a: factA.text, b: factB.text }] : [],
      };
    }),
    ...left.filter((item) => !paired.has(item)).map((item) => single(item, 'a')),
    ...right.filter((item) => !paired.has(item)).map((item) => single(item, 'b')),
  ];
}

function namePairs(a: Account, b: Account, entities: readonly NamedEntity[]): FactPair[] {
  const factsOf = (account: Account) => {
    const inside = account.names.filter(({ first }) => (account.passageOf[first] ?? -1) >= 0);
    return new Map(
      grouped(inside, ({ entity }) => String(entity)).flatMap((group): [number, Fact][] => {
        const [first] = group;
        if (first === undefined) return [];
        const fact: Fact = {
          start: first.range[0],
          end: first.range[1],
          text: account.text.slice(first.range[0], first.range[1]),
          value: entities[first.entity]?.name ?? '',
          mentions: group.slice(1).map(({ range }) => range),
          passage: account.passageOf[first.first] ?? -1,
        };
        return [[first.entity, fact]];
      }),
    );
  };
  const left = factsOf(a);
  const right = factsOf(b);
  return entities.flatMap((entity, number): FactPair[] => {
    const factA = left.get(number) ?? null;
    const factB = right.get(number) ?? null;
    if (factA === null && factB === null) return [];
    const both = factA !== null && factB !== null;
    return [
      {
        kind: entity.kind,
        a: factA,
        b: factB,
        verdict: both ? 'same' : factB === null ? 'only-a' : 'only-b',
        label: entity.name,
        reasons: both ? [{ kind: 'same-name', a: factA.text, b: factB.text }] : [],
      },
    ];
  });
}

const placeOf = (pair: FactPair) => pair.a?.start ?? Infinity;

/** `matched`: per passage of A, the passages of B that it was matched with. In order of A; what only B has comes last. */
export function pairFacts(
  a: Account,
  b: Account,
  entities: readonly NamedEntity[],
  matched: ReadonlyMap<number, readonly number[]>,
  nearness: Nearness,
): FactPair[] {
  return [
    ...numberPairs(a, b, nearness, matched),
    ...datePairs(a, b, nearness, matched),
    ...namePairs(a, b, entities),
  ].sort((x, y) => placeOf(x) - placeOf(y) || (x.b?.start ?? 0) - (y.b?.start ?? 0));
}
