/** Where a name speaks: its quotes, and its rows of claims. */
import type { Claim, ClaimRow, EntityId, Quote } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';

export class NameUse {
  readonly #app: App;
  readonly #id: () => EntityId;

  readonly quotes = $derived.by((): readonly Quote[] =>
    [...this.#app.records.quotes.values()].filter(({ speaker }) => speaker === this.#id()),
  );
  readonly rows = $derived.by((): readonly { readonly claim: Claim; readonly row: ClaimRow }[] =>
    [...this.#app.records.claims.values()].flatMap((claim) =>
      claim.rows.filter(({ saidBy }) => saidBy === this.#id()).map((row) => ({ claim, row })),
    ),
  );

  constructor(app: App, id: () => EntityId) {
    this.#app = app;
    this.#id = id;
    void app.records.needQuotes();
  }
}
