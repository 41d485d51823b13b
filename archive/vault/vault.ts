/** An open vault: one writer on a journal, snapshots, blobs. */
import { join } from 'node:path';
import { calibrate } from '../crypto/calibrate.ts';
import { cheapAllowed, type KdfSettings, withinBounds } from '../crypto/kdf.ts';
import { FRAME_MOST } from '../format/frame.ts';
import { assert } from '../lib/assert.ts';
import type { Clock } from '../lib/clock.ts';
import type { Job } from '../lib/job.ts';
import { Queue } from '../lib/queue.ts';
import { type Failure, fail, FailureError, ok, type Result } from '../lib/result.ts';
import type { Anchor } from './anchor.ts';
import { Blobs } from './blobs.ts';
import { checkBlobs, checkFiles, type StoredReport } from './check.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import { findHead } from './heads.ts';
import { Holders, withPassphrase } from './holders.ts';
import { IndexFile } from './index-file.ts';
import { cutBack, Journal, type JournalStart, yieldTo } from './journal.ts';
import { findKeyFile, removeKeyFiles } from './keys.ts';
import { mend } from './mend.ts';
import { nameOf, readListing } from './names.ts';
import type { Place } from './place.ts';
import { replay } from './replay.ts';
import { beginRekey, endRekey } from './rekey.ts';
import { readSecret, wipeSecret } from './secret.ts';
import { type Captured, capture, writeSnapshot } from './snapshot.ts';
import type { Contents, Op, State } from './state.ts';
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

interface Waiting {
  readonly ops: readonly Op[];
  readonly done: (result: Result<number, VaultFailure>) => void;
}

/** Milliseconds after a change before the anchor follows: it is no part of the promise that a change is kept. */
const ANCHOR_DELAY = 1_000;
/** Characters of JSON in one frame before the rest of what waits goes into the next. */
const FRAME_TARGET = FRAME_MOST / 8;
const pause = () => new Promise((resume) => setImmediate(resume));

export class Vault {
  readonly blobs: Blobs;
  readonly holders: Holders;
  readonly index: IndexFile;
  readonly notices: readonly Notice[];
  readonly #parts: VaultParts;
  readonly #writes = new Queue();
  readonly #compactions = new Queue();
  #journal: Journal;
  #state: State | null;
  #waiting: Waiting[] = [];
  #failure: Failure | null;
  /** Where the segment that failed was flushed to the last time. */
  #left: { readonly number: number; readonly length: number } | null = null;
  #closed = false;
  #measured: KdfSettings | null = null;
  #snapshotBytes: number;
  #anchorTimer: NodeJS.Timeout | null = null;

  constructor(parts: VaultParts) {
    const { io, folder, keys } = parts.place;
    this.#parts = parts;
    this.#state = parts.state;
    this.#journal = new Journal(parts.place, parts.start);
    this.#failure = parts.readOnly;
    this.#snapshotBytes = parts.snapshotBytes;
    this.notices = parts.notices;
    this.blobs = new Blobs(io, folder, keys, parts.clock, () => this.#refusal());
    this.holders = new Holders({
      place: parts.place,
      cheap: parts.cheap,
      kdf: () => this.#kdf(),
      alone: (work) => this.#alone(work),
      useKeys: (generation) => this.#useKeys(generation),
    });
    this.index = new IndexFile(io, folder, keys, () => this.#refusal());
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
    return new Promise((done) => {
      this.#waiting.push({ ops, done });
      if (this.#waiting.length === 1) void this.#writes.run(() => this.#flush());
    });
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
        this.#journal = await this.#reopened();
        this.#failure = null;
        return ok(null);
      } catch (error) {
        return failureOf(error, 'writing');
      }
    });
  }

  /** Whether the archive is being keyed anew: then `continueRekey` has work to do. */
  get rekeying(): boolean {
    return this.#parts.place.keys.root !== null;
  }

  /**
   * Begins to key the archive anew: `current` opens it now, and when this resolves `next` is the one thing that does.
   * All that is written from here on is sealed under new keys; `continueRekey` does it for what is there.
   */
  async rekey(current: string, next: string): Promise<Result<null, VaultFailure>> {
    return withPassphrase(next, await this.#kdf(), (holder) =>
      this.#alone(async () => {
        if (this.rekeying) return fail('rekey-under-way');
        const secret = await readSecret(current);
        if (!secret.ok) return secret;
        const { place, cheap } = this.#parts;
        let generation: number;
        try {
          await this.#journal.closeSegment();
        } catch (error) {
          return this.#broken(error);
        }
        try {
          // A blob that is being written takes its key at the beginning and its name at the end.
          generation = await this.blobs.exclusively(() =>
            beginRekey(place, secret.value, holder, cheap),
          );
        } catch (error) {
          return failureOf(error, 'writing');
        } finally {
          wipeSecret(secret.value);
        }
        return this.#useKeys(generation);
      }),
    );
  }

  /**
   * Seals everything that is still under the older key anew, then drops that key. Can be stopped at any moment, and
   * goes on when it is called again, in another session too. `references` are the blobs that somebody can still want.
   * Fails as `damaged`, with the number of blobs, when some cannot be read: then the older key stays.
   */
  async continueRekey(
    state: () => Contents,
    references: () => ReadonlySet<string>,
    job: Job,
  ): Promise<Result<null, VaultFailure | 'cancelled'>> {
    if (!this.rekeying) return ok(null);
    const compacted = await this.forgetEarlier(state);
    if (!compacted.ok) return compacted;
    const blobs = new Set([...references(), ...this.blobs.putNow]);
    let done = 0;
    let damaged = 0;
    for (const id of blobs) {
      if (job.signal.aborted) return fail('cancelled');
      const sealed = await this.blobs.reseal(id);
      if (!sealed.ok && sealed.error.code !== 'damaged') return sealed;
      if (!sealed.ok) damaged += 1;
      job.progress(++done, blobs.size);
    }
    if (damaged > 0) return fail('damaged', { blobs: damaged });
    return this.#alone(() => this.#endRekey());
  }

  async #endRekey(): Promise<Result<null, VaultFailure>> {
    const { place, cheap, anchor } = this.#parts;
    let generation: number;
    try {
      await this.blobs.exclusively(() => this.blobs.removeOlderEpochs());
      await this.index.removeOlderEpoch();
      await anchor?.write(this.#journal.end);
      generation = await endRekey(place, cheap);
    } catch (error) {
      return failureOf(error, 'writing');
    }
    return this.#useKeys(generation);
  }

  /** Waits for what is being written, closes the journal, frees the lock, forgets the keys. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#anchorTimer) clearTimeout(this.#anchorTimer);
    await this.#compactions.idle();
    await this.blobs.exclusively(() => Promise.resolve());
    await this.index.idle();
    await this.#writes.run(async () => {
      if (this.#failure) return;
      try {
        await this.#journal.closeSegment();
      } catch (error) {
        await this.#broken(error);
      }
      await this.#parts.anchor?.write(this.#journal.end);
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
    while (this.#waiting.length > 0) {
      const batch = this.#nextBatch();
      const refusal = this.#failure ? fail<VaultFailure>('read-only') : null;
      const result = refusal ?? (await this.#commit(batch.flatMap(({ ops }) => ops)));
      for (const { done } of batch) done(result);
    }
  }

  /** As much of what waits as goes well into one frame; at least one call. */
  #nextBatch(): Waiting[] {
    if (this.#waiting.length === 1) return this.#waiting.splice(0);
    let size = 0;
    let count = 0;
    for (const { ops } of this.#waiting) {
      size += ops.reduce((sum, { v }) => sum + roughSize(v), 0);
      if (count > 0 && size > FRAME_TARGET) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #commit(ops: readonly Op[]): Promise<Result<number, VaultFailure>> {
    try {
      const seq = await this.#journal.append(ops);
      if (seq === null) return fail('too-large');
      this.#anchorSoon();
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

  async #reopened(): Promise<Journal> {
    const { place, cheap } = this.#parts;
    const { io, folder } = place;
    if (this.#left) await cutBack(place, this.#left);
    const listing = readListing(await io.list(folder));
    const keyFile = await findKeyFile(io, folder, listing.keys, cheap);
    const found = await findHead(place, listing.heads);
    const replayed = await replay(place, found.head, listing);
    const { seq, history } = this.#journal.end;
    if (replayed.end.seq !== seq || replayed.end.history !== history)
      throw new FailureError({ code: 'io' });
    // A head of its own even when nothing was unclean: the one there may not be on the medium.
    const doubted = { ...found, copyBad: true };
    const mended = await mend(place, keyFile, doubted, replayed, listing);
    if (mended.failure) throw new FailureError(mended.failure);
    this.#left = null;
    const head = { ...found.head, keyGeneration: keyFile.file.generation };
    const { generation } = mended;
    return new Journal(place, { head, generation, end: replayed.end, segments: replayed.segments });
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
    } while (this.#waiting.length > 0);
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

  /** Cost of new passphrases: as it was asked for, or about a second on this machine. */
  async #kdf(): Promise<KdfSettings> {
    const { kdf, cheap } = this.#parts;
    const settings = kdf ?? this.#measured ?? (await calibrate());
    assert(
      withinBounds(settings, cheapAllowed(cheap ? true : undefined)),
      'the cost of the passphrase lies within its bounds',
    );
    if (!kdf) this.#measured = settings;
    return settings;
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

  #anchorSoon(): void {
    const { anchor } = this.#parts;
    if (!anchor || this.#anchorTimer) return;
    this.#anchorTimer = setTimeout(() => {
      this.#anchorTimer = null;
      void this.#writes.run(async () => {
        if (!this.#closed) await anchor.write(this.#journal.end);
      });
    }, ANCHOR_DELAY);
    this.#anchorTimer.unref();
  }
}

function roughSize(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 8;
  let size = 2;
  for (const member of Object.values(value)) size += 12 + roughSize(member);
  return size;
}
