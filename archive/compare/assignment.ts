/** Which of many things belong to which others, so that all pairs together weigh most; what weighs nothing stays alone. */

export interface Weighed<T> {
  readonly a: T;
  readonly b: T;
  /** More than 0. */
  readonly weight: number;
}

/** Of more than these in one knot the heaviest pairs are taken first: the cost of the best grows with the third power. */
const LARGEST_KNOT = 80;

/** Each thing at most once. */
export function bestPairs<T>(pairs: readonly Weighed<T>[]): Weighed<T>[] {
  return knotsOf(pairs).flatMap((knot) => {
    if (knot.length === 1) return knot;
    const a = [...new Set(knot.map((pair) => pair.a))];
    const b = [...new Set(knot.map((pair) => pair.b))];
    if (a.length > LARGEST_KNOT || b.length > LARGEST_KNOT) return heaviestFirst(knot);
    return a.length <= b.length
      ? assigned(knot, a, b)
      : assigned(
          knot.map((pair) => ({ ...pair, a: pair.b, b: pair.a })),
          b,
          a,
        ).map((pair) => ({ ...pair, a: pair.b, b: pair.a }));
  });
}

/** Pairs that share a thing, also by way of others, stand in one knot. */
function knotsOf<T>(pairs: readonly Weighed<T>[]): Weighed<T>[][] {
  const root = new Map<T, T>();
  const rootOf = (item: T): T => {
    let at = item;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) {
      root.set(at, root.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const { a, b } of pairs) root.set(rootOf(a), rootOf(b));
  const knots = new Map<T, Weighed<T>[]>();
  for (const pair of pairs) {
    const of = rootOf(pair.a);
    const knot = knots.get(of);
    if (knot === undefined) knots.set(of, [pair]);
    else knot.push(pair);
  }
  return [...knots.values()];
}

function heaviestFirst<T>(pairs: readonly Weighed<T>[]): Weighed<T>[] {
  const used = new Set<T>();
  return pairs
    .toSorted((x, y) => y.weight - x.weight)
    .filter(({ a, b }) => {
      if (used.has(a) || used.has(b)) return false;
      used.add(a);
      used.add(b);
      return true;
    });
}

/** The Hungarian method. Each of `a` has one more choice of its own that weighs nothing: to stay alone. */
function assigned<T>(pairs: readonly Weighed<T>[], a: readonly T[], b: readonly T[]): Weighed<T>[] {
  const rowOf = new Map(a.map((item, at) => [item, at + 1]));
  const columnOf = new Map(b.map((item, at) => [item, at + 1]));
  const columns = b.length + a.length;
  const cells = a.map(() => new Map<number, Weighed<T>>());
  for (const pair of pairs) {
    const row = cells[(rowOf.get(pair.a) ?? 0) - 1];
    row?.set(columnOf.get(pair.b) ?? 0, pair);
  }
  const cost = (row: number, column: number) => -(cells[row - 1]?.get(column)?.weight ?? 0);
  const ofRow = new Float64Array(a.length + 1);
  const ofColumn = new Float64Array(columns + 1);
  const taker = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= a.length; row++) {
    const least = new Float64Array(columns + 1).fill(Infinity);
    const seen = new Uint8Array(columns + 1);
    let column = 0;
    taker[0] = row;
    do {
      seen[column] = 1;
      const own = taker[column] ?? 0;
      let smallest = Infinity;
      let next = 0;
      for (let at = 1; at <= columns; at++) {
        if (seen[at] === 1) continue;
        const rest = cost(own, at) - (ofRow[own] ?? 0) - (ofColumn[at] ?? 0);
        if (rest < (least[at] ?? Infinity)) {
          least[at] = rest;
          before[at] = column;
        }
        if ((least[at] ?? Infinity) < smallest) {
          smallest = least[at] ?? Infinity;
          next = at;
        }
      }
      for (let at = 0; at <= columns; at++)
        if (seen[at] === 1) {
          const of = taker[at] ?? 0;
          ofRow[of] = (ofRow[of] ?? 0) + smallest;
          ofColumn[at] = (ofColumn[at] ?? 0) - smallest;
        } else least[at] = (least[at] ?? Infinity) - smallest;
      column = next;
    } while (taker[column] !== 0);
    while (column !== 0) {
      const from = before[column] ?? 0;
      taker[column] = taker[from] ?? 0;
      column = from;
    }
  }
  const found: Weighed<T>[] = [];
  for (let column = 1; column <= b.length; column++) {
    const pair = cells[(taker[column] ?? 0) - 1]?.get(column);
    if (pair !== undefined) found.push(pair);
  }
  return found;
}
