/** Links that the links beside them speak for: the rest of a passage that was split or joined, and what stands between two linked ones. */
import type { Account } from './account.ts';
import type { Link } from './chain.ts';
import type { BothVectors, Vector } from './features.ts';
import { headlines, linkKey } from './links.ts';

/** The least score of a link to the rest of a passage, */
const LEAST_REST = 0.18;
/** and the least weight of what the rest shares with the whole and the other part does not. */
const LEAST_OWN = 0.9;
/** The least score of a link between two passages whose neighbours on both sides are linked. */
const LEAST_BETWEEN = 0.12;

/** Whether a part tells enough of the whole that the other part of it does not tell. */
function tellsItsOwn(
  whole: Vector | undefined,
  part: Vector | undefined,
  other: Vector | undefined,
): boolean {
  if (whole === undefined || part === undefined || other === undefined) return false;
  const inOther = new Set(other.features);
  const inPart = new Map(part.features.entries().map(([at, feature]) => [feature, at]));
  let own = 0;
  whole.features.forEach((feature, at) => {
    const there = inPart.get(feature);
    if (there !== undefined && !inOther.has(feature))
      own += (whole.weights[at] ?? 0) * (part.weights[there] ?? 0);
  });
  return own >= LEAST_OWN;
}

function bestBy(links: readonly Link[], side: 'a' | 'b'): ReadonlyMap<number, Link> {
  const best = new Map<number, Link>();
  for (const link of links)
    if (link.score > (best.get(link[side])?.score ?? 0)) best.set(link[side], link);
  return best;
}

/** The first passage after the headline: a new one says again what the next one tells, and is no part of it. */
const leadOf = (account: Account) => headlines(account)[0] ?? 0;

/**
 * Of `links`, those that the `kept` ones speak for. A passage that answers to nothing else is the rest of one that was split
 * or joined, when it stands beside the other part and tells something of the whole that this does not. And where the
 * passages before and after are linked, less needs to be alike.
 */
export function besideLinked(
  a: Account,
  b: Account,
  vectors: BothVectors,
  links: readonly Link[],
  kept: readonly Link[],
): Link[] {
  const keys = new Set(kept.map((link) => linkKey(link.a, link.b)));
  const has = (i: number, j: number) => keys.has(linkKey(i, j));
  const linkedA = new Set(kept.map((link) => link.a));
  const linkedB = new Set(kept.map((link) => link.b));
  const [bestA, bestB] = [bestBy(links, 'a'), bestBy(links, 'b')];
  const [leadA, leadB] = [leadOf(a), leadOf(b)];
  const [inA, inB] = [vectors.a.passages, vectors.b.passages];
  const isRestInA = (i: number, j: number) =>
    i > leadA && [i - 1, i + 1].some((at) => has(at, j) && tellsItsOwn(inB[j], inA[i], inA[at]));
  const isRestInB = (i: number, j: number) =>
    j > leadB && [j - 1, j + 1].some((at) => has(i, at) && tellsItsOwn(inA[i], inB[j], inB[at]));
  const isBetween = (i: number, j: number) =>
    has(i - 1, j - 1) && (has(i + 1, j + 1) || (i === inA.length - 1 && j === inB.length - 1));
  return links.filter((link) => {
    const { a: i, b: j, score } = link;
    const [aloneA, aloneB] = [!linkedA.has(i), !linkedB.has(j)];
    if (aloneA && aloneB) return score >= LEAST_BETWEEN && isBetween(i, j);
    if (score < LEAST_REST) return false;
    if (aloneB) return bestB.get(j) === link && isRestInB(i, j);
    return aloneA && bestA.get(i) === link && isRestInA(i, j);
  });
}
