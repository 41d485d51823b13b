/** Passages after a person said of words in both texts that they tell of the same, or that they do not. */
import type { FactPlace, Pairing } from '../model/index.ts';
import type { Comparison, Match, Unit } from './comparison.ts';

/** `pairing` is of these texts, its `a` of the first one, and of the kind `words`. */
export function withWordsTold(comparison: Comparison, pairing: Pairing): Comparison {
  const a = passagesAt(pairing.a, comparison.a);
  const b = passagesAt(pairing.b, comparison.b);
  if (a.length === 0 || b.length === 0) return comparison;
  const matches =
    pairing.decision === 'made'
      ? joined(comparison.matches, a, b, pairing)
      : comparison.matches.flatMap((match) => parted(match, a, b));
  const without = (count: number, side: 'a' | 'b') => {
    const matched = new Set(matches.flatMap((match) => match[side]));
    return Array.from({ length: count }, (_, at) => at).filter((at) => !matched.has(at));
  };
  return {
    ...comparison,
    matches,
    onlyA: without(comparison.a.length, 'a'),
    onlyB: without(comparison.b.length, 'b'),
  };
}

function passagesAt({ start, end }: FactPlace, units: readonly Unit[]): number[] {
  return units.flatMap((unit, at) => (unit.start < end && unit.end > start ? [at] : []));
}

const meet = (some: readonly number[], others: readonly number[]) =>
  some.some((at) => others.includes(at));

/** Where the comparison matched them already, it is right; else there is one match more. */
function joined(
  matches: readonly Match[],
  a: readonly number[],
  b: readonly number[],
  { id, decision }: Pairing,
): Match[] {
  const byHand = { id, decision };
  const known = matches.some((match) => meet(match.a, a) && meet(match.b, b));
  if (known)
    return matches.map((match) =>
      meet(match.a, a) && meet(match.b, b) ? { ...match, byHand } : match,
    );
  const [firstA, firstB] = [a[0] ?? 0, b[0] ?? 0];
  const crosses = (match: Match) =>
    ((match.a[0] ?? 0) - firstA) * ((match.b[0] ?? 0) - firstB) < 0 && !match.moved;
  const moved = matches.some(crosses);
  const made: Match = { a, b, score: 1, moved, reasons: [], sentences: [], byHand };
  return [...matches, made].sort(
    (one, other) => (one.a[0] ?? 0) - (other.a[0] ?? 0) || (one.b[0] ?? 0) - (other.b[0] ?? 0),
  );
}

/**
 * The match without these passages. Where it has several on one side, those of them go that are told to be of another
 * thing; what is left of it is no longer compared word by word.
 */
function parted(match: Match, a: readonly number[], b: readonly number[]): Match[] {
  if (!meet(match.a, a) || !meet(match.b, b)) return [match];
  const left = {
    a: match.b.length === 1 ? match.a.filter((at) => !a.includes(at)) : match.a,
    b: match.a.length === 1 ? match.b.filter((at) => !b.includes(at)) : match.b,
  };
  if (left.a.length === 0 || left.b.length === 0) return [];
  const { score, moved, reasons } = match;
  return [{ ...left, score, moved, reasons, sentences: [] }];
}
