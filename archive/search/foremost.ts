/** The first few of many in some order, without sorting all of them. */

/** The `most` first of the numbers below `count`, in order; `before` must tell any two apart. */
export function foremost(
  count: number,
  most: number,
  before: (a: number, b: number) => boolean,
): number[] {
  const kept: number[] = [];
  for (let one = 0; one < count; one++) {
    if (kept.length >= most) {
      const last = kept.at(-1);
      if (last === undefined || !before(one, last)) continue;
      kept.pop();
    }
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(one, kept[middle] ?? one)) high = middle;
      else low = middle + 1;
    }
    kept.splice(low, 0, one);
  }
  return kept;
}
