/** The index as the vault keeps it, sealed: taken from there at an opening, and written again when that is worth its time. */
import type { Result } from '../lib/result.ts';
import type { IndexThread } from '../search/index.ts';
import type { Reading } from '../store/state.ts';
import type { Vault, VaultFailure } from '../vault/index.ts';

/** UTF-16 units of all texts from which on an index is worth keeping: what is below is made anew in no time. */
const WORTH_KEEPING = 2_000_000;
/** Share of the documents that must have changed before a kept index is written again; one that holds what was deleted always is. */
const CHANGED_MUCH = 0.05;

export class KeptIndex {
  readonly #reading: Reading;
  readonly #vault: Vault;
  #units = 0;
  /** Changes that the kept index does not know; `Infinity` when there is none. */
  #unkept = Infinity;
  #deleted = false;
  /** The index in the thread was made when there was something that is deleted for good now. */
  #knowsDeleted = false;

  constructor(reading: Reading, vault: Vault) {
    this.#reading = reading;
    this.#vault = vault;
  }

  /** Fills the thread; answers the marks of the documents in it. `null` when there is no good one. */
  async load(thread: IndexThread, stopped: () => boolean): Promise<Map<string, string> | null> {
    const bytes = await this.#vault.index.get();
    if (!bytes || stopped()) return null;
    const moved = new Uint8Array(bytes.length);
    moved.set(bytes);
    bytes.fill(0);
    const loaded = await thread.load(moved);
    return loaded.ok ? new Map(loaded.value) : null;
  }

  /** It was there, and does not know so many changes. */
  found(changes: number, deleted: boolean): void {
    this.#unkept = changes;
    this.#deleted = deleted;
  }

  changed(count: number): void {
    this.#unkept += count;
  }

  deleted(): void {
    this.#deleted = true;
  }

  /** Text came into the index. */
  grew(units: number): void {
    this.#units += units;
  }

  /** The thread has another index, made of what is there now. */
  madeAnew(): void {
    this.#knowsDeleted = false;
  }

  /** From now on the index in the thread is not kept any more. */
  neverAgain(): void {
    this.#knowsDeleted = true;
  }

  remove(): Promise<Result<null, VaultFailure>> {
    return this.#vault.index.remove();
  }

  async write(thread: IndexThread): Promise<void> {
    if (!this.#stale() || this.#knowsDeleted || this.#vault.readOnly) return;
    const { unkept, deleted } = { unkept: this.#unkept, deleted: this.#deleted };
    this.#unkept = 0;
    this.#deleted = false;
    const bytes = await thread.save();
    const put = await this.#vault.index.put(bytes);
    bytes.fill(0);
    if (put.ok) return;
    this.#unkept += unkept;
    this.#deleted ||= deleted;
  }

  #stale(): boolean {
    const known = Number.isFinite(this.#unkept);
    if (this.#deleted && known) return true;
    const documents = this.#reading.all('sources').length + this.#reading.all('quotes').length;
    return this.#unkept > CHANGED_MUCH * documents && (known || this.#units >= WORTH_KEEPING);
  }
}
