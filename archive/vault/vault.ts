/** An open vault: one writer on a journal, snapshots, blobs. */
import { join } from 'node:path';
import type { Head, SegmentEntry } from '../format/head.ts';
import { nextHistory } from '../format/history.ts';
import { assert } from '../lib/assert.ts';
import type { Job } from '../lib/job.ts';
import { Queue } from '../lib/queue.ts';
import { type Failure, fail, ok, type Result } from '../lib/result.ts';
import type { Anchor } from './anchor.ts';
import { Blobs } from './blobs.ts';
import { checkBlobs, type StoredReport } from './check.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import { findHead, putHead } from './heads.ts';
import type { Io } from './io.ts';
import { type Keys, wipeKeys } from './keys.ts';
import { nameOf, readListing } from './names.ts';
import { replay } from './replay.ts';
import type { Position } from './segment.ts';
import { writeSnapshot } from './snapshot.ts';
import type { Op, State } from './state.ts';
import { FRAME_MOST, SegmentWriter } from './writer.ts';
import { wordsOf } from './words.ts';

export interface Notice {
  readonly code: 'tail-set-aside' | 'key-copy-mended' | 'head-copy-mended' | 'anchor-missing';
}

export interface VaultParts {
  readonly io: Io;
  readonly folder: string;
  readonly keys: Keys;
  readonly anchor: Anchor | null;
  readonly free: () => void;
  readonly head: Head;
  readonly generation: number;
  readonly end: Position;
  readonly segments: readonly SegmentEntry[];
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

export class Vault {
  readonly blobs: Blobs;
  readonly notices: readonly Notice[];
  readonly #parts: VaultParts;
  readonly #writes = new Queue();
  #state: State | null;
  #waiting: Waiting[] = [];
  #writer: SegmentWriter | null = null;
  #end: Position;
  #segments: SegmentEntry[];
  #snapshot: number;
  #generation: number;
  #failure: Failure | null;
  #closed = false;
  #snapshotBytes: number;
  #anchorTimer: NodeJS.Timeout | null = null;

  constructor(parts: VaultParts) {
    this.#parts = parts;
    this.#state = parts.state;
    this.#end = parts.end;
    this.#segments = [...parts.segments];
    this.#snapshot = parts.head.snapshot;
    this.#generation = parts.generation;
    this.#failure = parts.readOnly;
    this.#snapshotBytes = parts.snapshotBytes;
    this.notices = parts.notices;
    this.blobs = new Blobs(parts.io, parts.folder, parts.keys, () => this.#refusal());
  }

  get id(): string {
    return this.#parts.keys.archiveId.toString('hex');
  }

  /** Number of the last change on the medium. */
  get seq(): number {
    return this.#end.seq;
  }

  get historyHash(): string {
    return this.#end.history;
  }

  words(): readonly [string, string, string, string] {
    return wordsOf(this.#end.history);
  }

  /** Why nothing can be written, or `null`. */
  get readOnly(): Failure | null {
    return this.#failure;
  }

  get journalBytes(): number {
    const closed = this.#segments.reduce((sum, entry) => sum + (entry.closed?.length ?? 0), 0);
    return closed + (this.#writer?.length ?? 0);
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
    return new Promise((done) => {
      this.#waiting.push({ ops, done });
      if (this.#waiting.length === 1) void this.#writes.run(() => this.#flush());
    });
  }

  /** Writes `state` as a new snapshot; what the journal held before it is no longer needed to open. */
  compact(state: () => State): Promise<Result<null, VaultFailure>> {
    return this.#writes.run(async () => {
      const refusal = this.#refusal();
      if (refusal) return fail(refusal);
      // What waits has been applied to the caller's state already, so it must stand before the snapshot.
      await this.#flush();
      try {
        await this.#writeSnapshot(state());
        return ok(null);
      } catch (error) {
        return this.#broken(error);
      }
    });
  }

  async verify(
    options: { readonly full: boolean; readonly references: ReadonlySet<string> },
    job: Job,
  ): Promise<StoredReport> {
    const report = await checkBlobs(this.blobs, options.references, options.full, job);
    const journal = await this.#writes.run(() => this.#checkJournal());
    return journal
      ? { ...report, findings: [...report.findings, { code: 'file-damaged' }] }
      : report;
  }

  /** Waits for what is being written, closes the journal, frees the lock, forgets the keys. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#anchorTimer) clearTimeout(this.#anchorTimer);
    await this.#writes.run(async () => {
      await this.#closeJournal().catch(() => undefined);
      if (!this.#failure) await this.#parts.anchor?.write(this.#end);
    });
    this.#parts.free();
    wipeKeys(this.#parts.keys);
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
      const writer = this.#writer ?? (await this.#beginSession());
      const seq = this.#end.seq + 1;
      const frame = writer.prepare({ seq, ops });
      if (!frame) return fail('too-large');
      await writer.append(frame);
      this.#end = { seq, history: nextHistory(this.#end.history, seq, ops) };
      this.#anchorSoon();
      return ok(seq);
    } catch (error) {
      return this.#broken(error);
    }
  }

  /** After an error of the medium nothing more is written to what was open: its state there is not known. */
  async #broken(error: unknown) {
    const failure = failureOf(error);
    this.#failure ??= failure.error;
    await this.#writer?.abandon();
    this.#writer = null;
    return failure;
  }

  async #beginSession(): Promise<SegmentWriter> {
    const { io, folder, keys } = this.#parts;
    const number = (this.#segments.at(-1)?.number ?? this.#snapshot) + 1;
    const writer = await SegmentWriter.begin(io, folder, keys, number, this.#end);
    await this.#putHead([...this.#segments, { number, closed: null }], this.#snapshot);
    this.#writer = writer;
    return writer;
  }

  async #closeJournal(): Promise<void> {
    const writer = this.#writer;
    if (!writer) return;
    this.#writer = null;
    this.#segments.push(await writer.close(this.#end.seq));
    await this.#putHead(this.#segments, this.#snapshot);
  }

  async #writeSnapshot(state: State): Promise<void> {
    await this.#closeJournal();
    const { io, folder, keys } = this.#parts;
    const number = this.#segments.at(-1)?.number;
    if (number === undefined) return;
    await writeSnapshot(io, folder, keys, number, state, this.#end);
    const before = this.#snapshot;
    await this.#putHead([], number);
    this.#segments = [];
    this.#snapshot = number;
    this.#snapshotBytes = (await io.stat(join(folder, nameOf.snapshot(number))))?.size ?? 0;
    await this.#removeOlder(before);
  }

  /** What only the generation before the last needed. One generation back is kept. */
  async #removeOlder(before: number): Promise<void> {
    const { io, folder } = this.#parts;
    const { snapshots, segments } = readListing(await io.list(folder));
    const old = [
      ...snapshots.filter((number) => number < before).map(nameOf.snapshot),
      ...segments.filter((number) => number <= before).map(nameOf.segment),
    ];
    for (const name of old) await io.remove(join(folder, name));
    await io.syncFolder(folder);
  }

  async #putHead(segments: readonly SegmentEntry[], snapshot: number): Promise<void> {
    const { io, folder, keys, head } = this.#parts;
    const generation = this.#generation + 1;
    await putHead(io, folder, keys, generation, {
      seq: this.#end.seq,
      history: this.#end.history,
      keyGeneration: head.keyGeneration,
      snapshot,
      segments: [...segments],
    });
    const older = nameOf.heads(this.#generation);
    this.#generation = generation;
    // Older heads are removed: were one left, deleting the newest would go unseen.
    for (const name of older)
      if (await io.stat(join(folder, name))) await io.remove(join(folder, name));
    await io.syncFolder(folder);
  }

  #anchorSoon(): void {
    const { anchor } = this.#parts;
    if (!anchor || this.#anchorTimer) return;
    this.#anchorTimer = setTimeout(() => {
      this.#anchorTimer = null;
      void this.#writes.run(() => anchor.write(this.#end));
    }, ANCHOR_DELAY);
    this.#anchorTimer.unref();
  }

  /** Whether the journal's files do not add up to what is in memory. */
  async #checkJournal(): Promise<boolean> {
    const { io, folder, keys } = this.#parts;
    try {
      const listing = readListing(await io.list(folder));
      const found = await findHead(io, folder, keys, listing.heads);
      const { end } = await replay(io, folder, keys, found.head, listing);
      return found.copyBad || end.seq !== this.#end.seq || end.history !== this.#end.history;
    } catch (error) {
      failureOf(error);
      return true;
    }
  }
}

function roughSize(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 8;
  let size = 2;
  for (const member of Object.values(value)) size += 12 + roughSize(member);
  return size;
}
