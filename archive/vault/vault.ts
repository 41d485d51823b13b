/** An open vault: one writer on a journal, snapshots, blobs. */
import { join } from 'node:path';
import type { KdfSettings } from '../crypto/kdf.ts';
import { assert } from '../lib/assert.ts';
import type { Clock } from '../lib/clock.ts';
import type { Job } from '../lib/job.ts';
import { Queue } from '../lib/queue.ts';
import { type Failure, fail, ok, type Result } from '../lib/result.ts';
import type { Anchor } from './anchor.ts';
import { AnchorFollower } from './anchor-follower.ts';
import { Blobs } from './blobs.ts';
import { checkBlobs, checkFiles, type StoredReport } from './check.ts';
import { costOf } from './cost.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import { Holders } from './holders.ts';
import { IndexFile } from './index-file.ts';
import { Journal, type JournalStart, yieldTo } from './journal.ts';
import { removeKeyFiles } from './keys.ts';
import { nameOf } from './names.ts';
import type { Place } from './place.ts';
import { Rekeying } from './rekeying.ts';
import { type Left, reopenJournal } from './reopen.ts';
import { type Captured, capture, writeSnapshot } from './snapshot.ts';
import type { Contents, Op, State } from './state.ts';
import { Waiting } from './waiting.ts';
import { wordsOf } from './words.ts';

export interface Notice {
  readonly code: 'tail-set-aside' | 'key-copy-mended' | 'head-copy-mended' | 'anchor-missing';
}

export interface VaultParts {
  readonly place: Place;
  readonly anchor: Anchor | null;
  readonly clock: Clock;
  /** Whether key files with cheap costs are read: in tests alone. */
  readonly cheap: boolean;
  /** Cost of new passphrases, or `null` for what this machine can bear. */
  readonly kdf: KdfSettings | null;
  readonly free: () => void;
  readonly start: JournalStart;
  readonly state: State;
  readonly snapshotBytes: number;
  readonly notices: readonly Notice[];
  readonly readOnly: Failure | null;
}

const pause = () => new Promise((resume) => setImmediate(resume));

export class Vault {
  readonly blobs: Blobs;
  readonly holders: Holders;
  readonly rekey: Rekeying;
  readonly index: IndexFile;
  readonly notices: readonly Notice[];
  readonly #parts: VaultParts;
  readonly #writes = new Queue();
  readonly #compactions = new Queue();
  #journal: Journal;
  #state: State | null;
  readonly #waiting = new Waiting();
  #failure: Failure | null;
  #left: Left | null = null;
  #closed = false;
  #snapshotBytes: number;
  readonly #anchor: AnchorFollower;

  constructor(parts: VaultParts) {
    const { io, folder, keys } = parts.place;
    this.#parts = parts;
    this.#state = parts.state;
    this.#journal = new Journal(parts.place, parts.start);
    this.#failure = parts.readOnly;
    this.#snapshotBytes = parts.snapshotBytes;
    this.notices = parts.notices;
    this.blobs = new Blobs(io, folder, keys, parts.clock, () => this.#refusal());
    this.index = new IndexFile(io, folder, keys, () => this.#refusal());
    const lent = {
      place: parts.place,
      cheap: parts.cheap,
      kdf: costOf(parts.kdf, parts.cheap),
      alone: <T>(work: () => Promise<Result<T, VaultFailure>>) => this.#alone(work),
      useKeys: (generation: number) => this.#useKeys(generation),
    };
    this.holders = new Holders(lent);
    this.rekey = new Rekeying({
      ...lent,
      blobs: this.blobs,
      index: this.index,
      closeSegment: () => this.#closeSegment(),
      writeAnchor: () => this.#writeAnchor(),
      forgetEarlier: (state) => this.forgetEarlier(state),
    });
    const follow = () => void this.#writes.run(() => this.#followAnchor());
    this.#anchor = new AnchorFollower(parts.anchor && follow);
  }

  get id(): string {
    return this.#parts.place.keys.archiveId.toString('hex');
  }

  /** Number of the last change on the medium. */
  get seq(): number {
    return this.#journal.end.seq;
  }

  get historyHash(): string {
    return this.#journal.end.history;
  }

  words(): readonly [string, string, string, string] {
    return wordsOf(this.historyHash);
  }

  /** Why nothing can be written, or `null`. */
  get readOnly(): Failure | null {
    return this.#failure;
  }

  get journalBytes(): number {
    return this.#journal.bytes;
  }

  get snapshotBytes(): number {
    return this.#snapshotBytes;
  }

  /** The state as it was at opening. It can be had once: from then on the caller keeps it. */
  read(): Promise<State> {
    const state = this.#state;
    assert(state, 'the state is read once');
    this.#state = null;
    return Promise.resolve(state);
  }

  /**
   * Makes the operations durable, all or none; resolves with the number of the change after the flush. Calls that come
   * while a flush is under way share the next one.
   */
  append(ops: readonly Op[]): Promise<Result<number, VaultFailure>> {
    if (this.#closed) return Promise.resolve(fail('closed'));
    const appended = this.#waiting.add(ops);
    if (this.#waiting.count === 1) void this.#writes.run(() => this.#flush());
    return appended;
  }

  /**
   * Writes `state` as a new snapshot; what the journal held before it is no longer needed to open. Appends go on
   * meanwhile. A snapshot that could not be written leaves everything as it was.
   */
  compact(state: () => Contents): Promise<Result<null, VaultFailure>> {
    return this.#compact(state, false);
  }

  /** Writes `state` anew until no snapshot and no segment is left that was written before the call. */
  async forgetEarlier(state: () => Contents): Promise<Result<null, VaultFailure>> {
    // Twice: one generation back is kept, and that is then a new one too.
    for (let generation = 1; generation <= 2; generation++) {
      const compacted = await this.#compact(state, true);
      if (!compacted.ok) return compacted;
    }
    return ok(null);
  }

  /** `always`: also when nothing was changed since the last snapshot. */
  #compact(state: () => Contents, always: boolean): Promise<Result<null, VaultFailure>> {
    return this.#compactions.run(async () => {
      const begun = await this.#writes.run(() => this.#beginSnapshot(state, always));
      if (!begun.ok) return begun;
      if (begun.value === null) return ok(null);
      const { number, captured } = begun.value;
      try {
        await writeSnapshot(this.#parts.place, number, captured);
      } catch (error) {
        return failureOf(error, 'writing');
      }
      return this.#writes.run(() => this.#endSnapshot(number));
    });
  }

  /** Reads what is stored and says what is not as it was written. */
  async verify(
    options: { readonly full: boolean; readonly references?: ReadonlySet<string> },
    job: Job,
  ): Promise<StoredReport> {
    const report = await checkBlobs(this.blobs, options.references ?? new Set(), options.full, job);
    const { place, cheap, readOnly } = this.#parts;
    const how = { full: options.full, cheap, asFound: readOnly !== null };
    const files = await this.#writes.run(() => checkFiles(place, this.#journal.end, how));
    return { ...report, findings: [...report.findings, ...files] };
  }

  /**
   * After an error of the medium has made the archive read-only: puts it in order as opening does, and goes on in a new
   * segment. What was said to have failed is not there afterwards. The caller keeps its state.
   */
  resume(): Promise<Result<null, VaultFailure>> {
    return this.#writes.run(async () => {
      if (this.#closed) return fail('closed');
      if (!this.#failure) return ok(null);
      if (this.#parts.readOnly) return fail('read-only');
      try {
        const { place, cheap } = this.#parts;
        this.#journal = await reopenJournal(place, this.#journal.end, this.#left, cheap);
        this.#left = null;
        this.#failure = null;
        return ok(null);
      } catch (error) {
        return failureOf(error, 'writing');
      }
    });
  }

  /** Waits for what is being written, closes the journal, frees the lock, forgets the keys. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#anchor.stop();
    await this.#compactions.idle();
    await this.blobs.exclusively(() => Promise.resolve());
    await this.index.idle();
    await this.#writes.run(async () => {
      if (this.#failure) return;
      await this.#closeSegment();
      await this.#writeAnchor();
    });
    await this.#journal.abandon();
    this.#parts.free();
    this.#parts.place.keys.wipe();
  }

  #refusal(): VaultFailure | null {
    if (this.#closed) return 'closed';
    return this.#failure ? 'read-only' : null;
  }

  async #flush(): Promise<void> {
    while (this.#waiting.count > 0) {
      const batch = this.#waiting.nextBatch();
      const refusal = this.#failure ? fail<VaultFailure>('read-only') : null;
      const result = refusal ?? (await this.#commit(batch.flatMap(({ ops }) => ops)));
      for (const { done } of batch) done(result);
    }
  }

  async #commit(ops: readonly Op[]): Promise<Result<number, VaultFailure>> {
    try {
      const seq = await this.#journal.append(ops);
      if (seq === null) return fail('too-large');
      this.#anchor.soon();
      return ok(seq);
    } catch (error) {
      return this.#broken(error);
    }
  }

  /** [F4] After an error of the medium nothing more is written to what was open: its state there is not known. */
  async #broken(error: unknown) {
    const failure = failureOf(error, 'writing');
    this.#failure ??= failure.error;
    this.#left = (await this.#journal.abandon()) ?? this.#left;
    if (failure.error.code === 'in-use' && this.#left) {
      await yieldTo(this.#parts.place, this.#left).catch(() => undefined);
      this.#left = null;
    }
    return failure;
  }

  async #closeSegment(): Promise<Result<null, VaultFailure>> {
    try {
      await this.#journal.closeSegment();
      return ok(null);
    } catch (error) {
      return this.#broken(error);
    }
  }

  async #beginSnapshot(
    state: () => Contents,
    always: boolean,
  ): Promise<Result<{ number: number; captured: Captured } | null, VaultFailure>> {
    // What waits has been applied to the caller's state already, and what failed is being taken back: both must have
    // ended before the state is looked at.
    do {
      await this.#flush();
      await pause();
    } while (this.#waiting.count > 0);
    const refusal = this.#refusal();
    if (refusal) return fail(refusal);
    const captured = capture(state(), this.#journal.end);
    try {
      await this.#journal.closeSegment();
      if (always && this.#journal.lastClosed === null) await this.#journal.closeEmptySegment();
      const number = this.#journal.lastClosed;
      return ok(number === null ? null : { number, captured });
    } catch (error) {
      return this.#broken(error);
    }
  }

  async #endSnapshot(number: number): Promise<Result<null, VaultFailure>> {
    if (this.#failure) return fail('read-only');
    const { io, folder } = this.#parts.place;
    try {
      await this.#journal.adoptSnapshot(number);
      this.#snapshotBytes = (await io.stat(join(folder, nameOf.snapshot(number))))?.size ?? 0;
      return ok(null);
    } catch (error) {
      return this.#broken(error);
    }
  }

  #alone<T>(work: () => Promise<Result<T, VaultFailure>>): Promise<Result<T, VaultFailure>> {
    return this.#writes.run(() => {
      const refusal = this.#refusal();
      return refusal ? Promise.resolve(fail(refusal)) : work();
    });
  }

  async #useKeys(generation: number): Promise<Result<null, VaultFailure>> {
    const { io, folder } = this.#parts.place;
    try {
      await this.#journal.useKeys(generation);
      await removeKeyFiles(io, folder, [generation - 1]);
      return ok(null);
    } catch (error) {
      return this.#broken(error);
    }
  }

  async #writeAnchor(): Promise<void> {
    await this.#parts.anchor?.write(this.#journal.end);
  }

  async #followAnchor(): Promise<void> {
    if (!this.#closed) await this.#writeAnchor();
  }
}
