/** Which passages of A answer to which of B, allowing one-to-many, gaps and moved blocks. */
import type { Account } from './account.ts';
import {
  beliefIn,
  CROSS_LANGUAGE,
  evidenceFor,
  SAME_LANGUAGE,
  TOLD_ANEW,
  type BeliefWeights,
} from './belief.ts';
import { heaviestChain, type Link } from './chain.ts';
import type { SentencePair } from './comparison.ts';
import type { BothVectors } from './features.ts';
import { headlines, linkKey, scoredLinks, type ScoredLinks } from './links.ts';
import { besideLinked } from './rests.ts';
import type { SharedWords } from './shared.ts';

type Placed = Link & { readonly moved: boolean };

export interface Alignment {
  /** Links of single passages, in order of A. */
  readonly links: readonly Placed[];
  readonly sentences: ReadonlyMap<number, readonly SentencePair[]>;
}

/** Of versions: the least score of a link that is near the best of its passages, */
const LEAST_SCORE = 0.3;
/** of one between a headline and a passage: headlines repeat what the text says anyway, */
const LEAST_OF_HEADLINE = 0.7;
/** and of one out of the order of the others: where wording is shared, what was moved mostly kept its words. */
const LEAST_MOVED = { versions: 0.5, 'told-anew': 0 };
/** Of versions told anew: the least score of a link that is believed. */
const LEAST_BELIEVED = 0.15;
/** Of one out of the order whose passage also answers to another in its place, */
const LEAST_MOVED_TOO = 0.45;
/** and the share of that one's score that it reaches. */
const MOVED_TOO = 0.7;
/** A second link of a passage must reach this share of its best one, */
const SECOND = 0.6;
/** or hold two sentences, this much alike, that have no better partners anywhere. */
const LEAST_SENTENCE = 0.6;

type Test = (link: Link) => boolean;

/** Whether one passage of a link, and only one, is the headline of its text. */
export function ofHeadline(a: Account, b: Account): Test {
  const headlineA = headlines(a);
  const headlineB = headlines(b);
  return (link) => (headlineA[link.a] === 1) !== (headlineB[link.b] === 1);
}

/** What is believed, and what has the same words, however many more of its kind there are. */
function believedIn(
  { links, equal }: ScoredLinks,
  a: Account,
  b: Account,
  vectors: BothVectors,
  weights: BeliefWeights,
): Test {
  const belief = beliefIn(evidenceFor(links, ofHeadline(a, b), vectors), weights);
  return (link) => equal.has(linkKey(link.a, link.b)) || belief(link) >= weights.least;
}

function bestOf(links: readonly Link[], side: 'a' | 'b'): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const link of links) best.set(link[side], Math.max(best.get(link[side]) ?? 0, link.score));
  return best;
}

/** Which links hold two sentences that are each other's best partner in the whole of both texts. */
function heldBySentence(sentences: ScoredLinks['sentences']): Test {
  const bestA = new Map<number, number>();
  const bestB = new Map<number, number>();
  for (const pairs of sentences.values())
    for (const { a, b, score } of pairs) {
      bestA.set(a[0], Math.max(bestA.get(a[0]) ?? 0, score));
      bestB.set(b[0], Math.max(bestB.get(b[0]) ?? 0, score));
    }
  return (link) =>
    (sentences.get(linkKey(link.a, link.b)) ?? []).some(
      ({ a, b, score }) =>
        score >= LEAST_SENTENCE &&
        score >= (bestA.get(a[0]) ?? 0) &&
        score >= (bestB.get(b[0]) ?? 0),
    );
}

/** Of versions: what is near the best of both sides. Headlines do not compete with the passages that they sum up. */
function nearIn({ links, sentences }: ScoredLinks, a: Account, b: Account): Test {
  const isOfHeadline = ofHeadline(a, b);
  const others = links.filter((link) => !isOfHeadline(link));
  const bestA = bestOf(others, 'a');
  const bestB = bestOf(others, 'b');
  const held = heldBySentence(sentences);
  return (link) => {
    if (isOfHeadline(link)) return link.score >= LEAST_OF_HEADLINE;
    const most = Math.max(bestA.get(link.a) ?? 0, bestB.get(link.b) ?? 0);
    return link.score >= LEAST_SCORE && (link.score >= SECOND * most || held(link));
  };
}

/** In order of A, and whether each stands out of the order of the others. */
function placed(links: readonly Link[], sizeB: number): Placed[] {
  const sorted = [...links].sort((x, y) => x.a - y.a || x.b - y.b);
  const chain = new Set(heaviestChain(sorted, sizeB));
  // A second passage next to one of the chain belongs to its place, although the chain takes each passage once.
  const chainKeys = new Set([...chain].map((link) => linkKey(link.a, link.b)));
  const inPlace = (link: Link) =>
    chain.has(link) ||
    [-1, 1].some(
      (step) =>
        chainKeys.has(linkKey(link.a + step, link.b)) ||
        chainKeys.has(linkKey(link.a, link.b + step)),
    );
  return sorted.map((link) => ({ ...link, moved: !inPlace(link) }));
}

/** Which links out of the order are believed: less so when one of their passages answers to another in its place. */
function movedIn(links: readonly Placed[], isOfHeadline: Test, least: number): Test {
  const inPlace = links.filter((link) => !link.moved && !isOfHeadline(link));
  const bestA = bestOf(inPlace, 'a');
  const bestB = bestOf(inPlace, 'b');
  return (link) => {
    const other = Math.max(bestA.get(link.a) ?? 0, bestB.get(link.b) ?? 0);
    const leastHere = other > 0 ? Math.max(LEAST_MOVED_TOO, MOVED_TOO * other) : 0;
    return link.score >= Math.max(least, leastHere);
  };
}

/** `progress` is called from 0 to 1; it may throw to stop. */
export function align(
  a: Account,
  b: Account,
  vectors: BothVectors,
  shared: readonly SharedWords[],
  kind: 'versions' | 'told-anew' | 'accounts',
  progress: (share: number) => void,
): Alignment {
  const sort = kind === 'accounts' ? 'accounts' : 'versions';
  const scored = scoredLinks(a, b, vectors, shared, sort, progress);
  const oneLanguage = a.meanings.language === b.meanings.language ? SAME_LANGUAGE : CROSS_LANGUAGE;
  const believed = believedIn(scored, a, b, vectors, kind === 'accounts' ? oneLanguage : TOLD_ANEW);
  const near = nearIn(scored, a, b);
  const tests: Readonly<Record<typeof kind, Test>> = {
    versions: near,
    accounts: believed,
    'told-anew': (link) => near(link) || (link.score >= LEAST_BELIEVED && believed(link)),
  };
  const order = (links: readonly Link[]) => placed(links, b.passages.units.length);
  const spoken = order(scored.links.filter(tests[kind]));
  if (kind === 'accounts') return { links: spoken, sentences: scored.sentences };
  const isOfHeadline = ofHeadline(a, b);
  const isMoved = movedIn(spoken, isOfHeadline, LEAST_MOVED[kind]);
  const kept = spoken.filter((link) => !link.moved || isMoved(link));
  // Where wording is shared, a passage that has little of it is mostly new.
  if (kind === 'versions') return { links: kept, sentences: scored.sentences };
  const passages = scored.links.filter((link) => !isOfHeadline(link));
  const beside = besideLinked(a, b, vectors, passages, kept);
  return {
    links: beside.length === 0 ? kept : order([...kept, ...beside]),
    sentences: scored.sentences,
  };
}
