/** A list of names looked up in one go, and what was found. Kept while the archive is open. */
import type { NameReport } from '../../../../archive/face/index.ts';
import type { Failure } from '../../../../archive/lib/result.ts';
import type { App } from '../../lib/app.svelte.ts';
import { sayFailure, t } from '../../lib/texts.svelte.ts';

export type NameOrder = 'list' | 'found' | 'missing';

export interface NameRow extends NameReport {
  readonly id: string;
}

/** Results of one name that are counted and told. */
export const MOST_PLACES = 200;

export class NameLookup {
  readonly #app: App;
  list = $state('');
  order = $state<NameOrder>('list');
  reports = $state.raw<readonly NameRow[] | null>(null);
  chosen = $state<string | null>(null);
  running = $state(false);
  trouble = $state('');
  exported = $state(false);

  readonly rows = $derived.by((): readonly NameRow[] => {
    const rows = this.reports ?? [];
    if (this.order === 'list') return rows;
    const first = (row: NameRow) => Number(row.count > 0 === (this.order === 'missing'));
    return [...rows].sort((a, b) => first(a) - first(b));
  });
  readonly missing = $derived((this.reports ?? []).filter(({ count }) => count === 0).length);
  readonly chosenRow = $derived(this.rows.find(({ id }) => id === this.chosen) ?? null);

  constructor(app: App) {
    this.#app = app;
  }

  /** Puts what stands in a file into the field, where it can be looked at. */
  async choose(): Promise<void> {
    const answer = await this.#app.ask('search.chooseNames', {});
    if (!answer.ok) this.trouble = this.#say(answer.error);
    else if (answer.value !== null) {
      this.list = answer.value;
      this.trouble = '';
    }
  }

  async look(): Promise<void> {
    if (this.list.trim() === '' || this.running) return;
    this.running = true;
    this.trouble = '';
    this.exported = false;
    const answer = await this.#app.jobs.run(t('nameList.looking'), ({ signal, onProgress }) =>
      this.#app.ask(
        'search.names',
        { list: this.list, limit: MOST_PLACES },
        { signal, onProgress },
      ),
    );
    this.running = false;
    if (answer.ok) {
      this.reports = answer.value.map((report, at) => ({ ...report, id: String(at) }));
      this.chosen = this.rows[0]?.id ?? null;
    } else if (answer.error.code !== 'cancelled') this.trouble = this.#say(answer.error);
  }

  /** Back to the list. */
  again(): void {
    this.reports = null;
    this.chosen = null;
    this.exported = false;
  }

  /** Asks where to, and writes what is shown in its order. */
  async export(): Promise<void> {
    this.trouble = '';
    this.exported = false;
    const rows = this.rows.map(({ name, count, spellings, results }) => ({
      name: name.slice(0, LONGEST_NAME),
      found: count,
      spellings: spellings.map((one) => `${one.found} (${String(one.count)})`).join('; '),
      shelfmarks: results
        .map(({ shelfmark }) => shelfmark)
        .filter((mark, at, all) => all.indexOf(mark) === at)
        .join(' '),
    }));
    const answer = await this.#app.ask('search.exportNames', { rows });
    if (!answer.ok) this.trouble = sayFailure(answer.error);
    else this.exported = answer.value !== null;
  }

  #say(failure: Failure): string {
    return failure.code === 'too-large' ? t('nameList.tooMany') : sayFailure(failure);
  }

  clear(): void {
    this.list = '';
    this.order = 'list';
    this.trouble = '';
    this.running = false;
    this.again();
  }
}

/** What a table takes of a name; longer ones are no names. */
const LONGEST_NAME = 1_000;
