/** Stars, how far something was read, and collections, from any screen. */
import type { ReadingStatus, Source } from '../../../archive/model/index.ts';
import type { App } from './app.svelte.ts';
import { t } from './texts.svelte.ts';

const next: Readonly<Record<ReadingStatus, ReadingStatus>> = {
  unread: 'reading',
  reading: 'read',
  read: 'unread',
};

export class Standing {
  /** The collection that is being named: an identifier, or a new one. */
  editing = $state<string | null>(null);
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  async star(source = this.#present()): Promise<void> {
    if (!source) return;
    const starred = source.starred !== true;
    if (!(await this.#app.command('sources.edit', { id: source.id, patch: { starred } }))) return;
    const { shelfmark } = source;
    this.#app.sayDone(t(starred ? 'standing.starred' : 'standing.unstarred', { shelfmark }));
  }

  /** The next of unread, reading, read. */
  async readOn(source = this.#present()): Promise<void> {
    if (source) await this.read(source, next[source.readingStatus ?? 'unread']);
  }

  async read(source: Source, readingStatus: ReadingStatus): Promise<void> {
    const patch = { readingStatus };
    if (!(await this.#app.command('sources.edit', { id: source.id, patch }))) return;
    const { shelfmark } = source;
    this.#app.sayDone(t('standing.is', { shelfmark, status: t(`status.${readingStatus}`) }));
  }

  clear(): void {
    this.editing = null;
  }

  /** What is being read, or chosen in the library. */
  #present(): Source | undefined {
    const { place } = this.#app.nav;
    const id =
      place.screen === 'read'
        ? (place.source ?? this.#app.shelf.chosen)
        : place.screen === 'library'
          ? this.#app.shelf.chosen
          : null;
    return id === null ? undefined : this.#app.records.sources.get(id);
  }
}
