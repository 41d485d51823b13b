/** The heaviest chain of links that runs forward on both sides: what two texts tell in the same order. */

export interface Link {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/**
 * Of `links`, those of the chain with the greatest sum of scores in which `a` and `b` both rise strictly.
 * `links.length × log(sizeB)` steps.
 */
export function heaviestChain(links: readonly Link[], sizeB: number): Link[] {
  const order = links.map((_, at) => at);
  const at = (index: number) => links[index] ?? { a: 0, b: 0, score: 0 };
  // For one `a`, higher `b` first: links of one `a` never follow each other.
  order.sort((x, y) => at(x).a - at(y).a || at(y).b - at(x).b);
  const sums = new Float64Array(links.length);
  const before = new Int32Array(links.length).fill(-1);
  /** Fenwick tree: for each `b`, the link that ends the best chain up to it, as index + 1. */
  const tree = new Int32Array(sizeB + 2);
  const better = (x: number, y: number) => (sums[x - 1] ?? 0) > (sums[y - 1] ?? 0);
  for (const index of order) {
    const { b, score } = at(index);
    let best = 0;
    for (let place = b; place > 0; place -= place & -place) {
      const held = tree[place] ?? 0;
      if (held !== 0 && (best === 0 || better(held, best))) best = held;
    }
    sums[index] = score + (best === 0 ? 0 : (sums[best - 1] ?? 0));
    before[index] = best - 1;
    for (let place = b + 1; place < tree.length; place += place & -place) {
      const held = tree[place] ?? 0;
      if (held === 0 || better(index + 1, held)) tree[place] = index + 1;
    }
  }
  let last = -1;
  for (let index = 0; index < links.length; index++)
    if (last < 0 || (sums[index] ?? 0) > (sums[last] ?? 0)) last = index;
  const chain: Link[] = [];
  for (let index = last; index >= 0; index = before[index] ?? -1) chain.push(at(index));
  return chain.reverse();
}
