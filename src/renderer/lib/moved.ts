/** An order of which a part is shown, and in which one is moved among those that are. */

/** `null` when it cannot go there. What is not shown keeps its place beside what stood before it. */
export function moved<T>(all: readonly T[], shown: readonly T[], one: T, by: number): T[] | null {
  const to = shown.indexOf(one) + by;
  if (!all.includes(one) || !shown.includes(one) || to < 0 || to >= shown.length) return null;
  const others = shown.filter((other) => other !== one);
  const rest = all.filter((other) => other !== one);
  const behind = others[to - 1];
  const ahead = others[to];
  // Beside whom it comes to stand: behind the one that is passed on the way down, before it on the way up.
  const place =
    by > 0 && behind !== undefined
      ? rest.indexOf(behind) + 1
      : ahead !== undefined
        ? rest.indexOf(ahead)
        : rest.length;
  return rest.toSpliced(place, 0, one);
}
