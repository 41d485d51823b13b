/** Quoting from the panes: a reader for each source that stands there, what is picked in it, and the one form that is open. */
import type { SourceId } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { t } from '../../lib/texts.svelte.ts';
import { SourceReader } from '../reader/source-reader.svelte.ts';
import type { Stretch } from '../reader/text-map.ts';
import type { Words } from './picked-words.ts';

export class Quoting {
  readonly #app: App;
  readonly #pointedOut: (column: number) => Stretch | null;
  readonly #inView: (column: number) => Stretch | null;
  #ids: readonly SourceId[] = [];
  /** By the order of the panes. */
  readers = $state.raw<readonly SourceReader[]>([]);
  /** The pane in which the person was last. */
  at = $state(0);

  /** The reader whose form is open; there is one form for all panes. */
  readonly drafting = $derived(this.readers.find(({ draft }) => draft !== null) ?? null);
  /** Something is picked in at least one pane, and no form is open. */
  readonly picked = $derived(
    this.drafting === null && this.readers.some(({ selection }) => selection !== null),
  );

  /**
   * `pointedOut` answers what the comparison points out in a pane: it is quoted when nothing is picked. `inView` answers
   * what of a text stands in view.
   */
  constructor(
    app: App,
    pointedOut: (column: number) => Stretch | null,
    inView: (column: number) => Stretch | null,
  ) {
    this.#app = app;
    this.#pointedOut = pointedOut;
    this.#inView = inView;
  }

  /** Other sources stand in the panes, or the same ones in another order: what was picked in them stays. */
  show(ids: readonly SourceId[]): void {
    const shown = this.#ids;
    const known = (id: SourceId) => this.readers[shown.indexOf(id)];
    this.readers = ids.map((id) => known(id) ?? this.#open(id));
    this.#ids = ids;
    this.at = Math.min(this.at, Math.max(0, ids.length - 1));
  }

  /** The text of a source was read anew. */
  reload(column: number): void {
    void this.readers[column]?.load();
  }

  pick(column: number, stretch: Stretch | null): void {
    this.at = column;
    this.readers[column]?.select(stretch);
  }

  /** What is picked in a pane, with its place. */
  words(column: number): Words | null {
    const reader = this.readers[column];
    if (!reader?.selection) return null;
    return { ...reader.selection, text: reader.wordsOf(reader.selection) };
  }

  clear(): void {
    // Else the page would tell of its own selection again when the passages are drawn anew.
    getSelection()?.removeAllRanges();
    for (const reader of this.readers) if (reader.draft === null) reader.select(null);
  }

  /** Opens the form for what is picked in this pane, or for what the comparison points out there. */
  quote(column: number = this.#columnToQuote()): void {
    const reader = this.readers[column];
    if (!reader || this.#taken(reader)) return;
    if (!reader.selection) reader.select(this.#pointedOut(column));
    if (reader.selection) reader.startQuote();
    else this.#app.toasts.say(t('compare.nothingToQuote'));
  }

  edit(column: number, id: Parameters<SourceReader['edit']>[0]): void {
    const reader = this.readers[column];
    if (reader && !this.#taken(reader)) reader.edit(id);
  }

  /** Picks the sentence where the person is in that pane: at what is pointed out, or the first in view. */
  sentence(column: number = this.at): Stretch | null {
    const reader = this.readers[column];
    if (!reader) return null;
    if (!reader.selection) reader.caret = this.#pointedOut(column)?.start ?? reader.caret;
    reader.inView = this.#inView(column);
    return reader.sentence();
  }

  sentenceBefore(column: number = this.at): Stretch | null {
    const reader = this.readers[column];
    return reader?.selection ? reader.sentenceBefore() : this.sentence(column);
  }

  extended(column: number = this.at): Stretch | null {
    const reader = this.readers[column];
    return reader?.selection ? reader.extended() : this.sentence(column);
  }

  /** Where the person was last, if there is anything to quote; else the first pane where there is. */
  #columnToQuote(): number {
    const has = (column: number) =>
      Boolean(this.readers[column]?.selection) || this.#pointedOut(column) !== null;
    if (has(this.at)) return this.at;
    const other = this.readers.findIndex((_, column) => has(column));
    return other === -1 ? this.at : other;
  }

  /** A form with words in it is never thrown away for another one. */
  #taken(reader: SourceReader): boolean {
    if (this.drafting === null || this.drafting === reader) return false;
    this.#app.toasts.say(t('quote.finishFirst'));
    return true;
  }

  #open(id: SourceId): SourceReader {
    const reader = new SourceReader(this.#app, id);
    void reader.load().then(() => {
      if (!this.readers.includes(reader) || reader.state !== 'ready') return;
      const kept = this.#app.keptDrafts.get(id);
      if (kept && this.drafting === null) reader.restore(kept);
    });
    return reader;
  }
}
