/** Writes one segment: opened for a session, appended to frame by frame, closed for good. Never opened again. */
import { createHash, type Hash } from 'node:crypto';
import { join } from 'node:path';
import { firstChain, makeFrame, nextChain } from '../format/frame.ts';
import type { SegmentEntry } from '../format/head.ts';
import { beginFile, type FileKeys, HEADER_BYTES, idOfNumber } from '../format/header.ts';
import { assert } from '../lib/assert.ts';
import { putNew } from './files.ts';
import type { IoFile } from './io.ts';
import { nameOf } from './names.ts';
import type { Place } from './place.ts';
import { openingOf, type Position } from './segment.ts';

export class SegmentWriter {
  readonly number: number;
  readonly #file: IoFile;
  readonly #keys: FileKeys;
  readonly #sum: Hash;
  #chain: Buffer;
  #index: number;
  #length: number;

  private constructor(
    number: number,
    file: IoFile,
    keys: FileKeys,
    chain: Buffer,
    sum: Hash,
    length: number,
  ) {
    this.number = number;
    this.#file = file;
    this.#keys = keys;
    this.#chain = chain;
    this.#sum = sum;
    this.#index = 1;
    this.#length = length;
  }

  /**
   * A new segment with its first frame, on the medium when this resolves. Fails as `in-use` when there is one of that
   * number: then another has written here.
   */
  static async begin(
    { io, folder, keys }: Place,
    number: number,
    at: Position,
  ): Promise<SegmentWriter> {
    const path = join(folder, nameOf.segment(number));
    const begun = beginFile('journal', keys.archiveId, keys.journal);
    const header = begun.header(idOfNumber(number));
    const fileKeys = begun.keys;
    const before = firstChain(header);
    const opening = makeFrame(fileKeys, 0, before, openingOf(number, at));
    assert(opening, 'a first frame is small');
    await putNew(io, path, Buffer.concat([header, opening]));
    const file = await io.open(path, 'write');
    const sum = createHash('sha256').update(header).update(opening);
    return new SegmentWriter(
      number,
      file,
      fileKeys,
      nextChain(before, opening),
      sum,
      HEADER_BYTES + opening.length,
    );
  }

  get length(): number {
    return this.#length;
  }

  /** The frame for a payload, or `null` when it is too large for one. Nothing is written yet. */
  prepare(payload: Uint8Array): Buffer | null {
    return makeFrame(this.#keys, this.#index, this.#chain, payload);
  }

  /**
   * One write, one flush; meanwhile a look whether the archive is still ours, and what else can be done. After a failure
   * nothing may be appended to this segment any more.
   */
  async append<T>(frame: Buffer, stillOurs: () => Promise<void>, meanwhile: () => T): Promise<T> {
    // The number is used up even when the write fails: no two frames are ever sealed with one nonce.
    this.#index += 1;
    await this.#file.write(frame, this.#length);
    const both = Promise.allSettled([this.#file.sync(), stillOurs()]);
    // After a failure neither is asked for again.
    this.#chain = nextChain(this.#chain, frame);
    this.#sum.update(frame);
    const made = meanwhile();
    for (const each of await both) if (each.status === 'rejected') throw each.reason;
    this.#length += frame.length;
    return made;
  }

  /** What the head is to say of the closed segment. */
  async close(seq: number): Promise<SegmentEntry> {
    await this.#file.close();
    this.#forget();
    const sum = this.#sum.digest('hex');
    return { number: this.number, closed: { end: this.#length, length: this.#length, sum, seq } };
  }

  /** After a failure: what is in the file will be read again at the next opening. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    this.#forget();
  }

  #forget(): void {
    this.#keys.key.fill(0);
    this.#keys.check.fill(0);
  }
}
