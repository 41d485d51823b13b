/** A map that is made anew with each change, and never changed itself: what draws from it watches what it is made of. */
export function mapOf<K, V>(entries: Iterable<readonly [K, V]> = []): ReadonlyMap<K, V> {
  return new Map(entries);
}
