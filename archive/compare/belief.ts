/**
 * How far a link between two accounts is believed, from 0 to 1: by what its passages share, and by how much more alike they
 * are than whatever else either of them could be linked to.
 */
import type { Link } from './chain.ts';
import { sharedBySort, type BothVectors } from './features.ts';

/** What is known of a link among others, in the order of `BeliefWeights`, with a 1 for the weight that stands alone. */
export type Evidence = readonly [
  one: 1,
  lead: number,
  otherLead: number,
  shared: number,
  numbers: number,
  names: number,
  place: number,
];

/** The weights of a logistic regression over marked pairs: `node bench/compare/calibrate.ts` fits them anew. */
export interface BeliefWeights {
  readonly base: number;
  /** Of how much more alike the passages are than the better other partner of either: of the passage that has the better one, */
  readonly lead: number;
  /** and of the one that has the worse. From -1, nothing beside the other, to 1, no other at all. */
  readonly otherLead: number;
  /** Of the logarithm of what they share. */
  readonly shared: number;
  /** Of figures, and of names of the archive, that both have, from 0 to 1. */
  readonly numbers: number;
  readonly names: number;
  /** Of how far apart they stand, as a share of their texts: most accounts begin with the same thing. */
  readonly place: number;
  /** A link that is believed less is not shown: rather a passage that stands alone than one beside a stranger. */
  readonly least: number;
}

export const SAME_LANGUAGE: BeliefWeights = {
  base: -0.56,
  lead: 1.4,
  otherLead: 0.56,
  shared: 0.82,
  numbers: 0.94,
  names: 0.47,
  place: -1.01,
  least: 0.6,
};
export const CROSS_LANGUAGE: BeliefWeights = {
  base: -0.32,
  lead: 1.64,
  otherLead: 0.47,
  shared: 1.02,
  numbers: 0.04,
  names: 0.15,
  place: -0.59,
  least: 0.55,
};
/** Of versions that share little of their wording. */
export const TOLD_ANEW: BeliefWeights = {
  base: -1.5,
  lead: 2.44,
  otherLead: 1.83,
  shared: 1.3,
  numbers: -0.53,
  names: 0.36,
  place: -1.23,
  least: 0.55,
};

/** So that the logarithm of nothing is a number. */
const LEAST_SHARED = 0.05;
/** Weight of figures or names of which half is enough. */
const upTo1 = (weight: number) => 1 - Math.pow(0.5, weight);

/** The two best scores among the links of each passage. */
class Rivals {
  readonly #best = new Map<number, readonly [link: Link, next: number]>();

  constructor(links: readonly Link[], of: (link: Link) => number) {
    for (const link of links) {
      const known = this.#best.get(of(link));
      if (known === undefined) this.#best.set(of(link), [link, 0]);
      else if (link.score > known[0].score) this.#best.set(of(link), [link, known[0].score]);
      else if (link.score > known[1]) this.#best.set(of(link), [known[0], link.score]);
    }
  }

  /** How far `link` is ahead of the best other one, from -1 to 1. */
  lead(link: Link, passage: number): number {
    const [best, next] = this.#best.get(passage) ?? [link, 0];
    const rival = best === link ? next : best.score;
    const more = Math.max(link.score, rival);
    return more === 0 ? 0 : (link.score - rival) / more;
  }
}

/** Links of a headline are no rivals of others: a headline says what a passage says anyway. */
export function evidenceFor(
  links: readonly Link[],
  isOfHeadline: (link: Link) => boolean,
  vectors: BothVectors,
): (link: Link) => Evidence {
  const passages = links.filter((link) => !isOfHeadline(link));
  const among = (rivals: readonly Link[]) => {
    const a = new Rivals(rivals, (link) => link.a);
    const b = new Rivals(rivals, (link) => link.b);
    return (link: Link) => [a.lead(link, link.a), b.lead(link, link.b)] as const;
  };
  const amongAll = among(links);
  const amongPassages = among(passages);
  const sizeA = vectors.a.passages.length;
  const sizeB = vectors.b.passages.length;
  return (link) => {
    const leads = isOfHeadline(link) ? amongAll(link) : amongPassages(link);
    const left = vectors.a.passages[link.a];
    const right = vectors.b.passages[link.b];
    const shared = left && right ? sharedBySort(left, right, vectors.sorts) : null;
    return [
      1,
      Math.min(...leads),
      Math.max(...leads),
      Math.log((shared?.all ?? 0) + LEAST_SHARED),
      upTo1(shared?.number ?? 0),
      upTo1(shared?.name ?? 0),
      Math.abs((link.a + 0.5) / sizeA - (link.b + 0.5) / sizeB),
    ];
  };
}

/** By weights in the order of the evidence. */
export const beliefBy = (weights: readonly number[], evidence: readonly number[]): number =>
  1 / (1 + Math.exp(-evidence.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));

export function beliefIn(
  evidence: (link: Link) => Evidence,
  weights: BeliefWeights,
): (link: Link) => number {
  const { base, lead, otherLead, shared, numbers, names, place } = weights;
  const inOrder = [base, lead, otherLead, shared, numbers, names, place];
  return (link) => beliefBy(inOrder, evidence(link));
}
