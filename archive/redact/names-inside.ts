/** Names that are looked for inside of longer words, by their first letters: a word is not held against each of them. */

export class NamesInside {
  readonly #shortest: number;
  readonly #byBeginning = new Map<string, (readonly [name: string, entity: string | null])[]>();

  /** Shorter ones stand in too many words. */
  constructor(names: ReadonlyMap<string, string | null>, shortest: number) {
    this.#shortest = shortest;
    for (const [name, entity] of names) {
      if (name.length < shortest) continue;
      const beginning = name.slice(0, shortest);
      const known = this.#byBeginning.get(beginning) ?? [];
      this.#byBeginning.set(beginning, known);
      known.push([name, entity]);
    }
  }

  /** Whose name stands somewhere in a word; `undefined` when there is none. */
  in(word: string): string | null | undefined {
    if (this.#byBeginning.size === 0) return undefined;
    for (let at = 0; at + this.#shortest <= word.length; at++)
      for (const [name, entity] of this.#byBeginning.get(word.slice(at, at + this.#shortest)) ?? [])
        if (word.startsWith(name, at)) return entity;
    return undefined;
  }
}
