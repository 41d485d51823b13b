/** Several sources and quotes of a list, chosen one by one or all at once, for what is done with all of them. */
import { SvelteSet } from 'svelte/reactivity';
import type { QuoteId, SourceId } from '../../../archive/model/index.ts';

export class Picking {
  on = $state(false);
  readonly #ids = new SvelteSet<string>();

  // An identifier says what it is of.
  readonly quotes = $derived.by(
    () => [...this.#ids].filter((id) => id.startsWith('qte_')) as QuoteId[],
  );
  readonly sources = $derived.by(
    () => [...this.#ids].filter((id) => id.startsWith('src_')) as SourceId[],
  );

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Begins to choose, or ends: then nothing is chosen any more. */
  toggle(): void {
    this.on = !this.on;
    this.clear();
  }

  add(ids: readonly string[]): void {
    for (const id of ids) this.#ids.add(id);
  }

  flip(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
  }

  clear(): void {
    this.#ids.clear();
  }

  /** What a list needs so that its rows can be ticked; nothing while none are to be chosen. */
  listed<T>(idOf: (item: T) => string | null) {
    if (!this.on) return {};
    return {
      ticked: (item: T) => {
        const id = idOf(item);
        return id !== null && this.has(id);
      },
      ontick: (item: T) => {
        const id = idOf(item);
        if (id !== null) this.flip(id);
      },
    };
  }
}
