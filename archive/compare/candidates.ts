/** Pairs of passages worth a closer look, found through an inverted index instead of trying all pairs. */
import type { Vector } from './features.ts';

/** Pairs kept for each passage of A. */
const KEPT = 8;
/** Features that stand in more passages of B than this are not followed; they still count in the closer look. */
const COMMON = 48;

/** The passages in which each feature stands, with its share of them; those of `feature` from `start[feature]` on. */
interface Postings {
  readonly start: Int32Array;
  readonly passage: Int32Array;
  readonly weight: Float64Array;
}

function postingsOf(vectors: readonly Vector[]): Postings {
  let features = 0;
  for (const vector of vectors) features = Math.max(features, (vector.features.at(-1) ?? -1) + 1);
  const start = new Int32Array(features + 1);
  for (const vector of vectors)
    for (const feature of vector.features) start[feature + 1] = (start[feature + 1] ?? 0) + 1;
  for (let feature = 0; feature < features; feature++)
    start[feature + 1] = (start[feature + 1] ?? 0) + (start[feature] ?? 0);
  const next = start.slice();
  const passage = new Int32Array(start[features] ?? 0);
  const weight = new Float64Array(passage.length);
  vectors.forEach((vector, number) => {
    for (let at = 0; at < vector.features.length; at++) {
      const feature = vector.features[at] ?? 0;
      const place = next[feature] ?? 0;
      passage[place] = number;
      weight[place] = (vector.weights[at] ?? 0) / (vector.norm || 1);
      next[feature] = place + 1;
    }
  });
  return { start, passage, weight };
}

/** The `KEPT` of `touched` with the greatest sums, greatest first. */
function greatest(touched: readonly number[], sums: Float64Array): number[] {
  const best: number[] = [];
  for (const passage of touched) {
    const sum = sums[passage] ?? 0;
    if (best.length === KEPT && sum <= (sums[best[KEPT - 1] ?? 0] ?? 0)) continue;
    let place = best.length;
    while (place > 0 && (sums[best[place - 1] ?? 0] ?? 0) < sum) place--;
    best.splice(place, 0, passage);
    if (best.length > KEPT) best.pop();
  }
  return best;
}

/** Answers, for a passage of A, the passages of `b` that share most with it, best first. */
export function candidateFinder(b: readonly Vector[]): (vector: Vector) => number[] {
  const { start, passage, weight } = postingsOf(b);
  const sums = new Float64Array(b.length);
  return (vector) => {
    const touched: number[] = [];
    for (let at = 0; at < vector.features.length; at++) {
      const feature = vector.features[at] ?? 0;
      const from = start[feature] ?? 0;
      const to = start[feature + 1] ?? from;
      if (to - from > COMMON) continue;
      const mine = vector.weights[at] ?? 0;
      for (let place = from; place < to; place++) {
        const other = passage[place] ?? 0;
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] ?? 0) + mine * (weight[place] ?? 0);
      }
    }
    const best = greatest(touched, sums);
    for (const other of touched) sums[other] = 0;
    return best;
  };
}
