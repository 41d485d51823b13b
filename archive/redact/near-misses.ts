/** Words that are one letter away from a word of a name: one more, one less, another one, or two of them turned about. */

/** Letters of a name that is told by all but one of them. */
const SHORTEST = 6;
const LONGEST = 24;

export class NearMisses {
  readonly #whole = new Map<string, Set<string>>();
  /** Words by what is left of them without one of their letters: two that are a letter apart share such a rest. */
  readonly #byRest = new Map<string, Set<string>>();

  add(word: string, whose: string): void {
    if (word.length < SHORTEST || word.length > LONGEST) return;
    const before = this.#whole.get(word);
    this.#whole.set(word, (before ?? new Set()).add(whose));
    if (before) return;
    for (const rest of restsOf(word))
      this.#byRest.set(rest, (this.#byRest.get(rest) ?? new Set()).add(word));
  }

  /** Whose name a folded word misses by a letter. */
  of(word: string): ReadonlySet<string> {
    const found = new Set<string>();
    if (this.#whole.size === 0 || word.length < SHORTEST - 1 || word.length > LONGEST + 1)
      return found;
    for (const rest of restsOf(word))
      for (const name of this.#byRest.get(rest) ?? [])
        if (name !== word && isOneAway(name, word))
          for (const id of this.#whole.get(name) ?? []) found.add(id);
    return found;
  }
}

function* restsOf(word: string): Generator<string> {
  yield word;
  for (let at = 0; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1);
}

/** Of two different words. */
function isOneAway(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one.charAt(start) === other.charAt(start)) start++;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one.charAt(end - 1) === other.charAt(otherEnd - 1)) {
    end--;
    otherEnd--;
  }
  const [left, right] = [one.slice(start, end), other.slice(start, otherEnd)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right === left.charAt(1) + left.charAt(0);
}
