/** The runs of texts that were compared: whoever asks of one source after the other meets the same texts again and again. */
import { type Runs, runsOf } from './alike.ts';

/** Runs of all texts together. */
const KEPT = 4_000_000;

export class KeptRuns {
  /** The one that was asked for last stands last. */
  readonly #kept = new Map<string, Runs>();
  #size = 0;

  of(id: string, text: () => string): Runs {
    const known = this.#kept.get(id);
    this.#kept.delete(id);
    const runs = known ?? runsOf(text());
    this.#kept.set(id, runs);
    if (known === undefined) this.#size += runs.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= KEPT || oldest === id) break;
      this.forget(oldest);
    }
    return runs;
  }

  /** Of a text that is another one now, or gone. */
  forget(id: string): void {
    this.#size -= this.#kept.get(id)?.length ?? 0;
    this.#kept.delete(id);
  }
}
