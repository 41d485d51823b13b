/** Pairs of passages worth a closer look, found through an inverted index instead of trying all pairs. */
import type { Vector } from './features.ts';

/** Pairs kept for each passage of A. */
const KEPT = 8;
/** Features that stand in more passages of B than this are not followed; they still count in the closer look. */
const leastCommon = (passages: number) => Math.max(24, Math.ceil(Math.sqrt(passages)));

/** For each passage of A, the passages of B that share most with it, best first. */
export function candidatesOf(a: readonly Vector[], b: readonly Vector[]): number[][] {
  const places = new Map<number, { passage: number; weight: number }[]>();
  b.forEach((vector, passage) => {
    if (vector.norm === 0) return;
    vector.features.forEach((feature, at) => {
      const weight = (vector.weights[at] ?? 0) / vector.norm;
      const list = places.get(feature);
      if (list === undefined) places.set(feature, [{ passage, weight }]);
      else list.push({ passage, weight });
    });
  });
  const common = leastCommon(b.length);
  const sums = new Float64Array(b.length);
  return a.map((vector) => {
    const touched: number[] = [];
    vector.features.forEach((feature, at) => {
      const list = places.get(feature);
      if (list === undefined || list.length > common) return;
      const weight = vector.weights[at] ?? 0;
      for (const place of list) {
        if (sums[place.passage] === 0) touched.push(place.passage);
        sums[place.passage] = (sums[place.passage] ?? 0) + weight * place.weight;
      }
    });
    const best = touched.sort((x, y) => (sums[y] ?? 0) - (sums[x] ?? 0) || x - y).slice(0, KEPT);
    for (const passage of touched) sums[passage] = 0;
    return best;
  });
}
