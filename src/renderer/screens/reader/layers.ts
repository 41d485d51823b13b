/** Stretches that overlap, cut into layers: how deep the text is marked at each place, and lanes for bars. */
import type { Stretch } from './text-map.ts';

export interface Layer extends Stretch {
  /** How many stretches cover it. */
  readonly depth: number;
}

/** The text cut where the depth changes: stretches that do not overlap, in order, none of depth 0. */
export function depthLayers(stretches: readonly Stretch[]): readonly Layer[] {
  const changes = stretches
    .flatMap(({ start, end }) => [
      { at: start, by: 1 },
      { at: end, by: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const layers: Layer[] = [];
  let depth = 0;
  let from = 0;
  for (const { at, by } of changes) {
    if (at > from && depth > 0) {
      const last = layers.at(-1);
      if (last?.end === from && last.depth === depth)
        layers[layers.length - 1] = { ...last, end: at };
      else layers.push({ start: from, end: at, depth });
    }
    depth += by;
    from = at;
  }
  return layers;
}

/** The lane of each bar, so that bars side by side do not touch. `bars` in the order of their tops. */
export function lanesOf(
  bars: readonly { readonly top: number; readonly bottom: number }[],
): readonly number[] {
  const ends: number[] = [];
  return bars.map(({ top, bottom }) => {
    const free = ends.findIndex((end) => end <= top);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = bottom;
    return lane;
  });
}
