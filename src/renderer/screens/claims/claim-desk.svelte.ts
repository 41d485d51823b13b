/** One claim that is looked at: its table as the engine works it out, and what is offered of its origins. */
import type { OriginOffer } from '../../../../archive/compare/claim-origins.ts';
import type { ClaimTable } from '../../../../archive/compare/claim-table.ts';
import type { ClaimId } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { sayFailure } from '../../lib/texts.svelte.ts';

export class ClaimDesk {
  readonly #app: App;
  readonly #id: ClaimId;
  table = $state.raw<ClaimTable | null>(null);
  offers = $state.raw<readonly OriginOffer[] | null>(null);
  originsIfAgreed = $state<number | null>(null);
  trouble = $state('');
  #run = 0;
  #looking: AbortController | null = null;

  constructor(app: App, id: ClaimId) {
    this.#app = app;
    this.#id = id;
  }

  /** Asks anew; of several askings the last one counts. */
  async refresh(): Promise<void> {
    const run = ++this.#run;
    this.#looking?.abort();
    const answer = await this.#app.ask('claims.table', { id: this.#id });
    if (run !== this.#run) return;
    if (!answer.ok) {
      this.trouble = sayFailure(answer.error);
      return;
    }
    this.trouble = '';
    this.table = answer.value;
    await this.#look(run);
  }

  end(): void {
    this.#run += 1;
    this.#looking?.abort();
  }

  async #look(run: number): Promise<void> {
    const looking = new AbortController();
    this.#looking = looking;
    const { signal } = looking;
    const answer = await this.#app.ask('claims.offers', { id: this.#id }, { signal });
    if (run !== this.#run || !answer.ok) return;
    this.offers = answer.value.offers;
    this.originsIfAgreed = answer.value.originsIfAgreed;
  }
}
