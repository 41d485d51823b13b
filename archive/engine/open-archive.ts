/** What the rooms of an open archive share: the store, the vault and the workers, from opening to closing. */
import { Previews, type StartPress } from '../dossier/index.ts';
import { createReader, type SourceReader } from '../import/index.ts';
import type { Clock } from '../lib/clock.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { SourceId } from '../model/index.ts';
import type { Command, Store } from '../store/store.ts';
import type { Vault } from '../vault/index.ts';
import { Covering } from './covering.ts';
import { Deriving } from './deriving.ts';
import { Finder } from './finder.ts';
import { Forgetting } from './forgetting.ts';
import { Likeness } from './likeness.ts';
import { Printing } from './printing.ts';
import { Recognising } from './recognising.ts';
import { wantedBlobs } from './references.ts';
import { type StoredText, Texts } from './texts.ts';

/** Bytes of journal after which a new snapshot is worth its cost, at the least. */
const COMPACT_FROM = 8 * 1024 ** 2;

export class OpenArchive {
  readonly folder: string;
  readonly vault: Vault;
  readonly store: Store;
  readonly clock: Clock;
  readonly texts: Texts;
  readonly recognising: Recognising;
  readonly deriving: Deriving;
  readonly likeness: Likeness;
  readonly covering: Covering;
  readonly printing = new Printing();
  readonly forgetting: Forgetting;
  readonly previews: Previews;
  readonly startPress: StartPress;
  readonly #ending = new AbortController();
  /** Work that takes long and holds the keys meanwhile: closing stops it, and waits until it has stopped. */
  readonly #holding = new Set<Promise<unknown>>();
  #reader: SourceReader | null = null;
  #finder: Finder | null = null;
  #compacting: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(
    folder: string,
    vault: Vault,
    store: Store,
    { clock, startPress }: { readonly clock: Clock; readonly startPress: StartPress },
  ) {
    this.folder = folder;
    this.vault = vault;
    this.store = store;
    this.clock = clock;
    this.startPress = startPress;
    this.previews = new Previews(startPress);
    this.texts = new Texts(vault);
    this.recognising = new Recognising({ vault, store, texts: this.texts, clock });
    this.deriving = new Deriving(vault, store);
    this.covering = new Covering(vault, this.texts);
    this.likeness = new Likeness(this.reading, vault, () => this.finder);
    this.forgetting = new Forgetting({
      vault,
      store,
      finder: () => this.#finder,
      ending: this.ending,
    });
    store.onChanged((changed) => {
      this.likeness.follow(changed);
      this.#finder?.follow(changed);
      this.#compactWhenDue();
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Aborted when the archive is being closed. */
  get ending(): AbortSignal {
    return this.#ending.signal;
  }

  get reading() {
    return this.store.reading;
  }

  /** The reader of foreign bytes, started when it is first needed. */
  get reader(): SourceReader {
    return (this.#reader ??= createReader());
  }

  get finder(): Finder {
    return (this.#finder ??= new Finder(this.reading, this.texts, this.vault));
  }

  /** Lets closing wait for `work`, which has to end soon after `ending`. */
  hold<T>(work: Promise<T>): Promise<T> {
    const settled: Promise<unknown> = work.then(
      () => this.#holding.delete(settled),
      () => this.#holding.delete(settled),
    );
    this.#holding.add(settled);
    return work;
  }

  async run<C extends string, T>(
    command: Command<C, T>,
  ): Promise<Result<T, C | 'closed' | 'read-only' | 'disk-full' | 'io'>> {
    const written = await this.store.run(command);
    return written.ok ? ok(written.value.value) : written;
  }

  /** What the index was asked when the archive was closed has no answer. */
  async find<T, C extends string>(
    ask: (finder: Finder) => Promise<Result<T, C>>,
  ): Promise<Result<T, C | 'closed'>> {
    try {
      return await ask(this.finder);
    } catch (error) {
      if (this.closed) return fail('closed');
      throw error;
    }
  }

  async textOf(
    id: SourceId,
  ): Promise<Result<StoredText | null, 'closed' | 'source-missing' | 'damaged'>> {
    const source = this.reading.get('sources', id);
    return source ? this.texts.of(source) : fail('source-missing');
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#ending.abort();
    await this.#reader?.close();
    await Promise.all(this.#holding);
    await this.recognising.close();
    await this.deriving.close();
    await this.previews.close();
    await this.likeness.close();
    await this.store.close();
    await this.#finder?.stop();
    await this.#compacting;
    await this.forgetting.removeLeftovers();
    await this.vault.close();
  }

  /** A new snapshot when the journal has outgrown the last one, so that opening stays quick. */
  #compactWhenDue(): void {
    const { journalBytes, snapshotBytes } = this.vault;
    if (this.#closed || journalBytes < Math.max(COMPACT_FROM, snapshotBytes / 2)) return;
    this.#compacting = this.#compacting.then(async () => {
      const compacted = await this.vault.compact(() => this.store.stored());
      if (compacted.ok) await this.vault.blobs.removeUnnamed(wantedBlobs(this.store));
      await this.#finder?.keep();
    });
  }
}
