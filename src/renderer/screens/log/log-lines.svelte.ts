/** The lines of the log, fetched page by page as they come into view. Newest first. */
import { SvelteMap } from 'svelte/reactivity';
import type { Activity } from '../../../../archive/model/index.ts';
import type { Failure } from '../../../../archive/lib/result.ts';
import type { App } from '../../lib/app.svelte.ts';

const PAGE = 100;
const NOTHING = '0'.repeat(64);

export class LogLines {
  readonly #app: App;
  /** -1 until it is known. */
  length = $state(-1);
  head = $state(NOTHING);
  /** The head as it is kept or time-stamped elsewhere. */
  headText = $state('');
  failure = $state.raw<Failure | null>(null);
  /** By number, which never changes: a new line at the top shifts nothing. */
  readonly #lines = new SvelteMap<number, Activity>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  readonly #asked = new Set<number>();

  constructor(app: App) {
    this.#app = app;
  }

  /** How the log stands now. */
  async refresh(): Promise<void> {
    this.#asked.clear();
    await this.#fetch(0);
  }

  /** The line at this place from the top, from 0; `null` while it is on its way. */
  line(at: number): Activity | null {
    return this.#lines.get(this.length - at) ?? null;
  }

  /** Sees to it that the lines from `first` to before `last` are there. */
  need(first: number, last: number): void {
    for (
      let page = Math.floor(first / PAGE);
      page * PAGE < Math.min(last, this.length);
      page += 1
    ) {
      const from = page * PAGE;
      const lines = Array.from({ length: PAGE }, (_, index) => this.length - from - index);
      if (this.#asked.has(page) || lines.every((number) => number < 1 || this.#lines.has(number)))
        continue;
      this.#asked.add(page);
      void this.#fetch(from);
    }
  }

  async #fetch(from: number): Promise<void> {
    const answer = await this.#app.ask('archive.log', { from, limit: PAGE });
    if (!answer.ok) {
      this.failure = answer.error;
      return;
    }
    this.failure = null;
    for (const line of answer.value.entries) this.#lines.set(line.number, line);
    this.length = answer.value.length;
    this.head = answer.value.head;
    this.headText = answer.value.headText;
  }
}
