/** Why two passages were matched: what they share, as data. */
import type { Account } from './account.ts';
import type { Range, Reason, ReasonKind } from './comparison.ts';
import { likeness, type BothVectors, type FeatureSort, type Vector } from './features.ts';

const QUOTATION = /[«“„"]([^«»“”„"]{12,}?)[»”“"]/gu;
const MOST_OF_A_KIND = 4;
const MOST_WORDS = 5;
/** Quotations this much alike are taken for the same one. A wrong one would put words into a mouth. */
const SAME_QUOTE = 0.5;

/** Of one family only is not the same: it is no reason to show. */
const KINDS: Readonly<Record<FeatureSort, ReasonKind | null>> = {
  number: 'same-number',
  date: 'same-date',
  name: 'same-name',
  concept: 'same-words',
  family: null,
  word: 'same-words',
};

/** Quotations inside a range, without their marks. */
function quotationsIn(text: string, [start, end]: Range): Range[] {
  return [...text.slice(start, end).matchAll(QUOTATION)].map((found) => {
    const from = start + found.index + 1;
    return [from, from + (found[1] ?? '').length];
  });
}

/** The quotations of two passages that say the same: each with its likest one, and only when they are plainly alike. */
function quoteReasons(
  a: Account,
  b: Account,
  vectors: BothVectors,
  i: number,
  j: number,
): Reason[] {
  const unitA = a.passages.units[i];
  const unitB = b.passages.units[j];
  if (unitA === undefined || unitB === undefined) return [];
  const quotesA = quotationsIn(a.text, [unitA.start, unitA.end]);
  if (quotesA.length === 0) return [];
  const quotesB = quotationsIn(b.text, [unitB.start, unitB.end]).map((range) => ({
    range,
    vector: vectors.b.of(range),
  }));
  return quotesA.flatMap((quoteA): Reason[] => {
    const vector = vectors.a.of(quoteA);
    let best: Range | null = null;
    let most = SAME_QUOTE;
    for (const quoteB of quotesB) {
      const score = likeness(vector, quoteB.vector);
      if (score < most) continue;
      most = score;
      best = quoteB.range;
    }
    return best === null
      ? []
      : [{ kind: 'same-quote', a: a.text.slice(...quoteA), b: b.text.slice(...best) }];
  });
}

function sharedFeatures(a: Vector, b: Vector): { feature: number; weight: number }[] {
  const weights = new Map<number, number>();
  a.features.forEach((feature, at) => weights.set(feature, a.weights[at] ?? 0));
  const found: { feature: number; weight: number }[] = [];
  b.features.forEach((feature) => {
    const weight = weights.get(feature);
    if (weight !== undefined) found.push({ feature, weight });
  });
  return found.sort((x, y) => y.weight - x.weight || x.feature - y.feature);
}

/** What passages `i` of A and `j` of B share, heaviest first within each kind; quotes first. */
export function reasonsFor(
  a: Account,
  b: Account,
  vectors: BothVectors,
  i: number,
  j: number,
): Reason[] {
  const reasons = quoteReasons(a, b, vectors, i, j);
  const left = vectors.a.passages[i];
  const right = vectors.b.passages[j];
  if (left === undefined || right === undefined) return reasons;
  const counts = new Map<ReasonKind, number>();
  const told = new Set<string>();
  const placesA = vectors.a.placesIn(i);
  const placesB = vectors.b.placesIn(j);
  for (const { feature } of sharedFeatures(left, right)) {
    const kind = KINDS[vectors.sorts[feature] ?? 'word'];
    if (kind === null) continue;
    const count = counts.get(kind) ?? 0;
    if (count >= (kind === 'same-words' ? MOST_WORDS : MOST_OF_A_KIND)) continue;
    const rangeA = placesA.get(feature);
    const rangeB = placesB.get(feature);
    if (rangeA === undefined || rangeB === undefined) continue;
    // One word is one reason, although it may be met as a word and as a concept.
    const key = `${rangeA[0]}:${rangeB[0]}`;
    if (told.has(key)) continue;
    told.add(key);
    counts.set(kind, count + 1);
    reasons.push({
      kind,
      a: a.text.slice(rangeA[0], rangeA[1]),
      b: b.text.slice(rangeB[0], rangeB[1]),
    });
  }
  return reasons;
}
