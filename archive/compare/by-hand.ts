/** A comparison with what a person decided of its facts: pairs that are none are parted, missing ones are made. */
import type { FactPlace, Pairing, SourceId } from '../model/index.ts';
import type { Comparison, Fact, FactPair, Range, Unit } from './comparison.ts';
import { sameDate } from './date-facts.ts';
import { withWordsTold } from './told-by-hand.ts';

/** One of the compared texts. */
export interface ComparedText {
  readonly source: SourceId;
  readonly textSha256: string;
}

/** Of another text than is compared now: such a decision is told, and does nothing. */
export function isOfThese({ a, b }: Pairing, one: ComparedText, other: ComparedText): boolean {
  return (isOf(a, one) && isOf(b, other)) || (isOf(a, other) && isOf(b, one));
}

/**
 * The comparison as it stands after the decisions, the earliest first. Those that are about other sources, or about
 * another text of these, change nothing.
 */
export function withPairings(
  comparison: Comparison,
  pairings: readonly Pairing[],
  a: ComparedText,
  b: ComparedText,
): Comparison {
  const effective = pairings
    .filter((pairing) => isOfThese(pairing, a, b))
    .map((pairing) => (isOf(pairing.a, a) ? pairing : turned(pairing)))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  if (effective.length === 0) return comparison;
  let { facts } = comparison;
  let decided = comparison;
  for (const pairing of effective) {
    if (pairing.kind === 'words') {
      decided = withWordsTold(decided, pairing);
      facts = [...facts, ...told(pairing, comparison)];
    } else
      facts =
        pairing.decision === 'broken' ? parted(facts, pairing) : paired(facts, pairing, comparison);
  }
  return { ...decided, facts: inOrder(facts) };
}

/** The words of a decision, so that it is seen and can be taken back: together, or each by itself. */
function told(pairing: Pairing, { a, b }: Comparison): FactPair[] {
  const { id, kind, decision } = pairing;
  const byHand = { id, decision };
  const pair: FactPair = {
    kind,
    a: factAt(pairing.a, a),
    b: factAt(pairing.b, b),
    // Whatever their words are: a person read them.
    verdict: 'same',
    label: '',
    reasons: [],
    byHand,
  };
  return decision === 'made' ? [pair] : sides(pair).map((side) => ({ ...side, byHand }));
}

function isOf({ source, textSha256 }: FactPlace, text: ComparedText): boolean {
  return source === text.source && textSha256 === text.textSha256;
}

function turned(pairing: Pairing): Pairing {
  return { ...pairing, a: pairing.b, b: pairing.a };
}

function parted(facts: readonly FactPair[], pairing: Pairing): FactPair[] {
  return facts.flatMap((pair) => {
    const meant =
      pair.kind === pairing.kind && standsAt(pair.a, pairing.a) && standsAt(pair.b, pairing.b);
    return meant
      ? sides(pair).map((side) => ({ ...side, byHand: { id: pairing.id, decision: 'broken' } }))
      : [pair];
  });
}

function paired(
  facts: readonly FactPair[],
  pairing: Pairing,
  { a: unitsA, b: unitsB }: Comparison,
): FactPair[] {
  const { kind } = pairing;
  const withA = facts.find((pair) => pair.kind === kind && standsAt(pair.a, pairing.a));
  const withB = facts.find((pair) => pair.kind === kind && standsAt(pair.b, pairing.b));
  const a = withA?.a ?? factAt(pairing.a, unitsA);
  const b = withB?.b ?? factAt(pairing.b, unitsB);
  const made: FactPair = {
    kind,
    a,
    b,
    verdict: agree(kind, a, b) ? 'same' : 'differs',
    label: withA?.label ?? withB?.label ?? '',
    reasons: [],
    byHand: { id: pairing.id, decision: 'made' },
  };
  // What the two were paired with before stands alone now.
  const rest = facts.flatMap((pair) => {
    if (pair !== withA && pair !== withB) return [pair];
    return sides(pair).filter((side) => (side.a ? pair !== withA : pair !== withB));
  });
  return [...rest, made];
}

/** The two facts of a pair, each by itself. */
function sides({ a, b, kind, label }: FactPair): FactPair[] {
  const alone = { kind, label, reasons: [] };
  return [
    ...(a ? [{ ...alone, a, b: null, verdict: 'only-a' as const }] : []),
    ...(b ? [{ ...alone, a: null, b, verdict: 'only-b' as const }] : []),
  ];
}

/** A fact is told more than once: any of these places is its place. */
function standsAt(fact: Fact | null, { start, end }: FactPlace): boolean {
  if (fact === null) return false;
  const all: readonly Range[] = [[fact.start, fact.end], ...fact.mentions];
  return all.some((range) => range[0] === start && range[1] === end);
}

/** Words that no fact was found in, taken as one. */
function factAt({ start, end, exact }: FactPlace, units: readonly Unit[]): Fact {
  const passage = units.findLastIndex((unit) => unit.start <= start);
  return { start, end, text: exact, value: exact, mentions: [], passage };
}

function agree(kind: FactPair['kind'], a: Fact, b: Fact): boolean {
  return kind === 'date' ? sameDate(a.value, b.value) : a.value === b.value;
}

const placeOf = (pair: FactPair) => pair.a?.start ?? Infinity;

function inOrder(facts: readonly FactPair[]): FactPair[] {
  return facts.toSorted(
    (x, y) =>
      (placeOf(x) === placeOf(y) ? 0 : placeOf(x) - placeOf(y)) ||
      (x.b?.start ?? 0) - (y.b?.start ?? 0),
  );
}
