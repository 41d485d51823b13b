/**
 * What was deleted for good leaves the folder: the state is written anew until no file is left that was written
 * before, the kept index goes, and the files of its blobs. Whatever cuts it short, it goes on at the next opening: the
 * archive's own record says what is leaving.
 */
import { type BlobId, type Trashed, type TrashId } from '../model/index.ts';
import { destroy, noteForgotten, overdue } from '../store/commands/destroy.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/index.ts';
import type { Finder } from './finder.ts';
import { blobsIn, wantedBlobs } from './references.ts';

interface Parts {
  readonly vault: Vault;
  readonly store: Store;
  /** The index, if there is one just now. */
  readonly finder: () => Finder | null;
  readonly ending: AbortSignal;
}

export class Forgetting {
  readonly #parts: Parts;
  #work: Promise<boolean> = Promise.resolve(true);
  /** Files may be left that could not be told from what is on its way into a record. */
  #leftovers = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Deletes it for good. Its files go when `forget` is called. */
  destroy(id: TrashId, reason: string) {
    return this.#parts.store.run(destroy(id, reason, blobsOf));
  }

  /** Deletes for good what has been in the trash for long enough. */
  async destroyOverdue(now: number, reason: string): Promise<void> {
    for (const id of overdue(this.#parts.store.reading, now)) {
      const gone = await this.destroy(id, reason);
      if (!gone.ok && gone.error.code !== 'trash-missing') return;
    }
  }

  /** Whether nothing of what was deleted is left now. */
  forget(): Promise<boolean> {
    this.#work = this.#work.then(() => this.#forget());
    return this.#work;
  }

  /** When the store is closed, and nothing is on its way any more. */
  async removeLeftovers(): Promise<void> {
    const { vault, store } = this.#parts;
    if (this.#leftovers) await vault.blobs.removeForgotten(() => wantedBlobs(store), null);
  }

  async #forget(): Promise<boolean> {
    const { vault, store, ending } = this.#parts;
    const leaving = store.reading.get('about', 'archive')?.leaving ?? [];
    if (leaving.length === 0) return true;
    if (store.readOnly || ending.aborted) return false;
    this.#leftovers = true;
    const written = await vault.forgetEarlier(() => store.stored());
    if (!written.ok || !(await this.#forgetIndex())) return false;
    const gone = new Map<string, number>(
      leaving.flatMap(({ blobs, since }) => blobs.map((id) => [id, Date.parse(since)] as const)),
    );
    const removed = await vault.blobs.removeForgotten(() => wantedBlobs(store), gone);
    if (!removed.ok) return false;
    if (removed.value.left > 0) return true;
    this.#leftovers = false;
    const ids = leaving.map(({ id }) => id);
    const noted = await store.run(noteForgotten(ids, removed.value.removed));
    return noted.ok;
  }

  /** An index that is being made holds it up; closing does not wait for that. */
  async #forgetIndex(): Promise<boolean> {
    const { vault, finder, ending } = this.#parts;
    const index = finder();
    if (!index) return (await vault.index.remove()).ok;
    const ended = new Promise<boolean>((settle) => {
      ending.addEventListener('abort', () => {
        settle(false);
      });
    });
    const forgotten = index.forgetDeleted().then(
      ({ ok }) => ok,
      () => false,
    );
    return Promise.race([forgotten, ended]);
  }
}

function blobsOf({ sources, stamps }: Trashed): readonly BlobId[] {
  return [...blobsIn([sources, stamps])] as BlobId[];
}
