/** The journal of an open archive: the segment that is being written, and the head that says which files count. */
import { join } from 'node:path';
import type { Head, SegmentEntry } from '../format/head.ts';
import { nextHistory } from '../format/history.ts';
import { assert } from '../lib/assert.ts';
import { FailureError } from '../lib/result.ts';
import { removeNames } from './files.ts';
import { findHead, putHead, removeHeads } from './heads.ts';
import { nameOf, readListing } from './names.ts';
import type { Place } from './place.ts';
import { changeBytes, type Position } from './segment.ts';
import type { Op } from './state.ts';
import { SegmentWriter } from './writer.ts';

export interface JournalStart {
  readonly head: Head;
  readonly generation: number;
  readonly end: Position;
  /** All closed. */
  readonly segments: readonly SegmentEntry[];
}

export class Journal {
  readonly #place: Place;
  #end: Position;
  #segments: readonly SegmentEntry[];
  #writer: SegmentWriter | null = null;
  #snapshot: number;
  #keyGeneration: number;
  #generation: number;

  constructor(place: Place, { head, generation, end, segments }: JournalStart) {
    this.#place = place;
    this.#end = end;
    this.#segments = segments;
    this.#snapshot = head.snapshot;
    this.#keyGeneration = head.keyGeneration;
    this.#generation = generation;
  }

  /** What is on the medium. */
  get end(): Position {
    return this.#end;
  }

  get bytes(): number {
    const closed = this.#segments.reduce((sum, entry) => sum + (entry.closed?.length ?? 0), 0);
    return closed + (this.#writer?.length ?? 0);
  }

  /** Number of the last closed segment that no snapshot holds, or `null`. */
  get lastClosed(): number | null {
    return this.#segments.at(-1)?.number ?? null;
  }

  /** One frame, one write, one flush. Answers the number of the change, or `null` when it is too large for a frame. */
  async append(ops: readonly Op[]): Promise<number | null> {
    const writer = this.#writer ?? (await this.#beginSegment());
    const seq = this.#end.seq + 1;
    const change = changeBytes(seq, ops);
    const frame = writer.prepare(change);
    if (!frame) return null;
    const { history } = this.#end;
    this.#end = await writer.append(
      frame,
      () => this.#stillOurs(),
      () => ({ seq, history: nextHistory(history, seq, change) }),
    );
    return seq;
  }

  /** [D3] Fails as `in-use` when another has written a head behind ours, or had, and removed ours. */
  async #stillOurs(): Promise<void> {
    const { io, folder } = this.#place;
    const pathOf = (generation: number) => join(folder, nameOf.heads(generation)[0]);
    const [ours, next] = [pathOf(this.#generation), pathOf(this.#generation + 1)];
    const lost = io.isThere
      ? !io.isThere(ours) || io.isThere(next)
      : !(await io.stat(ours)) || (await io.stat(next)) !== null;
    if (lost) throw new FailureError({ code: 'in-use' });
  }

  /** [J8] A segment is written by one session alone and never opened again. */
  async #beginSegment(): Promise<SegmentWriter> {
    const number = (this.lastClosed ?? this.#snapshot) + 1;
    const writer = await SegmentWriter.begin(this.#place, number, this.#end);
    this.#writer = writer;
    await this.#putHead();
    return writer;
  }

  async closeSegment(): Promise<void> {
    const writer = this.#writer;
    if (!writer) return;
    this.#writer = null;
    this.#segments = [...this.#segments, await writer.close(this.#end.seq)];
    await this.#putHead();
  }

  /** A closed segment without a change, when there is none that a new snapshot could take its number from. */
  async closeEmptySegment(): Promise<void> {
    await this.#beginSegment();
    await this.closeSegment();
  }

  /** From here on the snapshot stands for the segments up to its number. One generation of files back is kept. */
  async adoptSnapshot(number: number): Promise<void> {
    const before = this.#snapshot;
    this.#snapshot = number;
    this.#segments = this.#segments.filter((entry) => entry.number > number);
    await this.#putHead();
    await this.#removeOlder(before);
  }

  async useKeys(generation: number): Promise<void> {
    this.#keyGeneration = generation;
    await this.#putHead();
  }

  /**
   * After an error of the medium: what the segment holds beyond the last flush is not known, so nothing more is written
   * to it. Answers where the last flush ended.
   */
  async abandon(): Promise<{ readonly number: number; readonly length: number } | null> {
    const writer = this.#writer;
    this.#writer = null;
    await writer?.abandon();
    return writer && { number: writer.number, length: writer.length };
  }

  async #removeOlder(before: number): Promise<void> {
    const { io, folder } = this.#place;
    const { snapshots, segments } = readListing(await io.list(folder));
    const old = [
      ...snapshots.filter((number) => number < before).map(nameOf.snapshot),
      ...segments.filter((number) => number <= before).map(nameOf.segment),
    ];
    await removeNames(io, folder, old);
    await io.syncFolder(folder);
  }

  async #putHead(): Promise<void> {
    const open = this.#writer ? [{ number: this.#writer.number, closed: null }] : [];
    const older = this.#generation;
    await putHead(this.#place, older + 1, {
      seq: this.#end.seq,
      history: this.#end.history,
      keyGeneration: this.#keyGeneration,
      snapshot: this.#snapshot,
      segments: [...this.#segments, ...open],
    });
    this.#generation = older + 1;
    await removeHeads(this.#place, [older]);
  }
}

/**
 * When another has closed our segment, what it did not see of it goes: it was never acknowledged, and the closed segment
 * would be found longer than the head says. What was acknowledged stays in any case.
 */
export async function yieldTo(
  place: Place,
  { number, length }: { readonly number: number; readonly length: number },
): Promise<void> {
  const { heads } = readListing(await place.io.list(place.folder));
  const { head } = await findHead(place, heads);
  const closed = head.segments.find((entry) => entry.number === number)?.closed;
  if (closed && closed.length >= length) await cutBack(place, { number, length: closed.length });
}

/** [J9] Cuts a segment back to what was acknowledged of it, so that nothing comes back that was said to have failed. */
export async function cutBack(
  { io, folder }: Place,
  { number, length }: { readonly number: number; readonly length: number },
): Promise<void> {
  const file = await io.open(join(folder, nameOf.segment(number)), 'write');
  try {
    const size = await file.size();
    assert(size >= length, 'what was flushed is there');
    if (size > length) await file.truncate(length);
    await file.sync();
  } finally {
    await file.close();
  }
}
