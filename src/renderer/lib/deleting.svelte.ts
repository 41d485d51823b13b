/** Deleting from any screen: at once where nothing else is concerned, else after saying what goes along. */
import type { TrashEntry, Uses } from '../../../archive/face/index.ts';
import type { Quote, Source } from '../../../archive/model/index.ts';
import type { App } from './app.svelte.ts';
import { t } from './texts.svelte.ts';

type Wanted =
  | { readonly kind: 'source'; readonly record: Source }
  | { readonly kind: 'quote'; readonly record: Quote };

/** What somebody is asked about. */
export interface Question {
  readonly wanted: Wanted;
  readonly uses: Uses;
  readonly answer: (agreed: boolean) => void;
}

export class Deleting {
  question = $state.raw<Question | null>(null);
  /** The trash is being looked through. */
  looking = $state(false);
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Whether it is in the trash now. */
  async source(record: Source): Promise<boolean> {
    const next =
      this.#app.shelf.neighbour(record.id, 1) ?? this.#app.shelf.neighbour(record.id, -1);
    if (!(await this.#agreed({ kind: 'source', record }))) return false;
    const deleting = { used: true, parts: true };
    const moved = await this.#app.command('sources.delete', { id: record.id, deleting });
    if (!moved) return false;
    if (this.#app.shelf.chosen === record.id) this.#app.shelf.chosen = next?.id ?? null;
    this.#app.sayDone(movedText(moved.value));
    return true;
  }

  async quote(record: Quote): Promise<boolean> {
    if (!(await this.#agreed({ kind: 'quote', record }))) return false;
    const deleting = { used: true };
    if (!(await this.#app.command('quotes.delete', { id: record.id, deleting }))) return false;
    this.#app.sayDone(t('trash.movedQuote'));
    return true;
  }

  clear(): void {
    this.question?.answer(false);
    this.looking = false;
  }

  async #agreed(wanted: Wanted): Promise<boolean> {
    const asked = await this.#app.command('trash.uses', { id: wanted.record.id });
    if (!asked) return false;
    const uses = asked.value;
    if (uses.parts + uses.dossiers.length + uses.claims.length === 0) return true;
    this.question?.answer(false);
    return new Promise((resolve) => {
      this.question = {
        wanted,
        uses,
        answer: (agreed) => {
          this.question = null;
          resolve(agreed);
        },
      };
    });
  }
}

function movedText({ sources }: TrashEntry): string {
  const [first, ...parts] = sources;
  const shelfmark = first?.shelfmark ?? '';
  return parts.length === 0
    ? t('trash.moved', { shelfmark })
    : t('trash.movedWithParts', { shelfmark, count: parts.length });
}
