/** Makes the search ready once the first screens stand: unasked, and behind everything that is asked for. */
import type { App } from './app.svelte.ts';

/** Milliseconds after which it begins even when the window has not been idle. */
const PATIENCE = 3_000;

export class Indexing {
  readonly #app: App;
  progress = $state.raw<{ readonly done: number; readonly total: number } | null>(null);
  #idle: number | undefined;
  #stopper: AbortController | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  begin(): void {
    this.clear();
    this.#idle = requestIdleCallback(() => void this.#prepare(), { timeout: PATIENCE });
  }

  /** The archive is locked: its thread ends, and this with it. */
  clear(): void {
    if (this.#idle !== undefined) cancelIdleCallback(this.#idle);
    this.#idle = undefined;
    this.#stopper?.abort();
    this.#stopper = null;
    this.progress = null;
  }

  async #prepare(): Promise<void> {
    const stopper = new AbortController();
    this.#stopper = stopper;
    // What goes wrong is told to whoever searches.
    await this.#app.ask(
      'search.prepare',
      {},
      {
        signal: stopper.signal,
        onProgress: (done, total) => {
          if (!stopper.signal.aborted && total !== undefined) this.progress = { done, total };
        },
      },
    );
    if (!stopper.signal.aborted) this.progress = null;
  }
}
