/** Links that the links beside them speak for: the rest of a passage that was split or joined, and what stands between two linked ones. */
import type { Account } from './account.ts';
import type { Link } from './chain.ts';
import { likeness, type BothVectors, type Vector, type Vectors } from './features.ts';
import { headlines, linkKey } from './links.ts';

/** The least score of a link to the rest of a passage, */
const LEAST_REST = 0.18;
/** and of one between two passages whose neighbours on both sides are linked. */
const LEAST_BETWEEN = 0.12;

interface Passage {
  readonly whole: Vector;
  readonly sentences: readonly Vector[];
}

function passageOf({ passages }: Account, vectors: Vectors, at: number): Passage | null {
  const whole = vectors.passages[at];
  if (whole === undefined) return null;
  const first = passages.firstSentence[at] ?? 0;
  const next = passages.firstSentence[at + 1] ?? first;
  const sentences = Array.from({ length: next - first }, (_, step) =>
    vectors.sentence(first + step),
  );
  return { whole, sentences };
}

/** Whether some sentence of the whole is told in this part of it rather than in the other, or a figure or day of it in this alone. */
function tellsItsOwn(
  whole: Passage | null,
  part: Passage | null,
  other: Passage | null,
  isFigure: (feature: number) => boolean,
): boolean {
  if (whole === null || part === null || other === null) return false;
  const most = (sentence: Vector, among: readonly Vector[]) =>
    Math.max(0, ...among.map((one) => likeness(sentence, one)));
  const inThis = whole.sentences.some(
    (sentence) => most(sentence, part.sentences) > most(sentence, other.sentences),
  );
  if (inThis) return true;
  const ofOther = new Set(other.whole.features);
  const ofPart = new Set(part.whole.features);
  return whole.whole.features.some(
    (feature) => isFigure(feature) && ofPart.has(feature) && !ofOther.has(feature),
  );
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
  const [lastA, lastB] = [a.passages.units.length - 1, b.passages.units.length - 1];
  const inA = (at: number) => passageOf(a, vectors.a, at);
  const inB = (at: number) => passageOf(b, vectors.b, at);
  const isFigure = (feature: number) =>
    vectors.sorts[feature] === 'number' || vectors.sorts[feature] === 'date';
  const isRestInB = (i: number, j: number) =>
    j > leadB &&
    [j - 1, j + 1].some(
      (beside) => has(i, beside) && tellsItsOwn(inA(i), inB(j), inB(beside), isFigure),
    );
  const isRestInA = (i: number, j: number) =>
    i > leadA &&
    [i - 1, i + 1].some(
      (beside) => has(beside, j) && tellsItsOwn(inB(j), inA(i), inA(beside), isFigure),
    );
  const isBetween = (i: number, j: number) =>
    has(i - 1, j - 1) && (has(i + 1, j + 1) || (i === lastA && j === lastB));
  return links.filter((link) => {
    const { a: i, b: j, score } = link;
    const [aloneA, aloneB] = [!linkedA.has(i), !linkedB.has(j)];
    if (aloneA && aloneB) return score >= LEAST_BETWEEN && isBetween(i, j);
    if (score < LEAST_REST) return false;
    if (aloneB) return bestB.get(j) === link && isRestInB(i, j);
    return aloneA && bestA.get(i) === link && isRestInA(i, j);
  });
}
