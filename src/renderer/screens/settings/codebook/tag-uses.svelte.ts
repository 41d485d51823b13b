/** How often each tag is used, asked again when something has changed. */
import type { TagUse } from '../../../../../archive/face/index.ts';
import type { App } from '../../../lib/app.svelte.ts';

export class TagUses {
  readonly #app: App;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced as a whole
  #uses = $state.raw<ReadonlyMap<string, TagUse>>(new Map());
  #asked = -1;

  constructor(app: App) {
    this.#app = app;
  }

  /** Has to be called where a change of the records is noticed. */
  async refresh(): Promise<void> {
    const { seq } = this.#app.records;
    if (seq === this.#asked) return;
    this.#asked = seq;
    const answer = await this.#app.ask('tags.uses', {});
    // What was asked later is answered later.
    if (!answer.ok || seq !== this.#asked) return;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced as a whole
    this.#uses = new Map(answer.value.map((use) => [use.tag, use]));
  }

  of(tag: string): { readonly sources: number; readonly quotes: number } {
    return this.#uses.get(tag) ?? { sources: 0, quotes: 0 };
  }
}
