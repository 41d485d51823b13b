/** Stars, how far something was read, and collections, from any screen. */
import type { ReadingStatus, Source } from '../../../archive/model/index.ts';
import type { App } from './app.svelte.ts';
import { moved } from './moved.ts';
import { t } from './texts.svelte.ts';

const next: Readonly<Record<ReadingStatus, ReadingStatus>> = {
  unread: 'reading',
  reading: 'read',
  read: 'unread',
};

export class Standing {
  /** The collection that is being named: an identifier, or a new one. */
  editing = $state<string | null>(null);
  /** Where a source stands that was moved last, for ears. */
  movedTo = $state('');
  #moving: Promise<void> = Promise.resolve();
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

  /**
   * Moves a source by so many places among those of the collection that are shown. One after the other: a key that is
   * held down asks again before the last answer.
   */
  move(source: Source, by: number): Promise<void> {
    this.#moving = this.#moving.then(() => this.#move(source, by));
    return this.#moving;
  }

  async #move({ id, shelfmark }: Source, by: number): Promise<void> {
    const { shelf, records } = this.#app;
    const gathering = records.gatherings.get(shelf.ordered ?? '');
    const shown = shelf.sources.map((one) => one.id);
    const sources = gathering && moved(gathering.sources, shown, id, by);
    if (!sources) return;
    const { id: collection } = gathering;
    if (!(await this.#app.command('collections.edit', { id: collection, patch: { sources } })))
      return;
    const at = shelf.sources.findIndex((one) => one.id === id) + 1;
    this.movedTo = t('collection.moved', { shelfmark, at, count: shelf.sources.length });
  }

  clear(): void {
    this.editing = null;
    this.movedTo = '';
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
