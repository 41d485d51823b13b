/** How often each tag is used, asked again when something has changed. */
import type { TagUse } from '../../../../../archive/face/index.ts';
import type { App } from '../../../lib/app.svelte.ts';
import { mapOf } from '../../../lib/map-of.ts';

export class TagUses {
  readonly #app: App;
  #uses = $state.raw(mapOf<string, TagUse>());
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
    this.#uses = mapOf(answer.value.map((use) => [use.tag, use] as const));
  }

  of(tag: string): { readonly sources: number; readonly quotes: number } {
    return this.#uses.get(tag) ?? { sources: 0, quotes: 0 };
  }
}
