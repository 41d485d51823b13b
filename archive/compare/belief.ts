/**
 * How far a link between two accounts is believed, from 0 to 1: by how alike its passages are, and by how much more alike
 * than whatever else either of them could be linked to.
 */
import type { Link } from './chain.ts';

/** The weights of a logistic regression over marked pairs: `node bench/compare/calibrate.ts`. */
export interface BeliefWeights {
  readonly base: number;
  /** Of the logarithm of the likeness. */
  readonly alike: number;
  /** Of the likeness as a share of the best of the passage that has the better other partner, */
  readonly rivalled: number;
  /** and of the one that has the worse. */
  readonly other: number;
}

export const SAME_LANGUAGE: BeliefWeights = {
  base: -1.38,
  alike: 0.96,
  rivalled: 2.78,
  other: 1.35,
};
export const CROSS_LANGUAGE: BeliefWeights = {
  base: -1.88,
  alike: 0.83,
  rivalled: 3.79,
  other: 1.08,
};

/** A link that is believed less is not shown: rather a passage that stands alone than one beside a stranger. */
export const LEAST_BELIEF = 0.6;
/** One of which two sentences are each other's best in the whole of both texts is shown sooner. */
export const LEAST_BELIEF_HELD = 0.35;

/** So that the logarithm of nothing is a number. */
const LEAST_LIKENESS = 0.02;

/** What is known of a link among others: `[logarithm of its likeness, rivalled, other]`. */
export function evidenceFor(links: readonly Link[]): (link: Link) => [number, number, number] {
  const best = { a: bestOf(links, 'a'), b: bestOf(links, 'b') };
  return (link) => {
    const shares = [best.a, best.b].map((of, at) => {
      const most = of.get(at === 0 ? link.a : link.b) ?? link.score;
      return most === 0 ? 0 : link.score / most;
    });
    return [Math.log(link.score + LEAST_LIKENESS), Math.min(...shares), Math.max(...shares)];
  };
}

export function beliefIn(
  links: readonly Link[],
  { base, alike, rivalled, other }: BeliefWeights,
): (link: Link) => number {
  const evidence = evidenceFor(links);
  return (link) => {
    const [likeness, worse, better] = evidence(link);
    return 1 / (1 + Math.exp(-(base + alike * likeness + rivalled * worse + other * better)));
  };
}

export function bestOf(links: readonly Link[], side: 'a' | 'b'): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const link of links) best.set(link[side], Math.max(best.get(link[side]) ?? 0, link.score));
  return best;
}
