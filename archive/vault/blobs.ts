/** Blobs: bytes under a name that is a keyed hash of their kind and content. Written once, shared, found out when changed. */
import { dirname, join } from 'node:path';
import { keyedHash } from '../crypto/derive.ts';
import { DamageError, TooNewError } from '../format/damage.ts';
import type { Clock } from '../lib/clock.ts';
import { Queue } from '../lib/queue.ts';
import { fail, FailureError, ok, type Result } from '../lib/result.ts';
import { limits } from '../model/limits.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import { putInPlace } from './files.ts';
import type { Io } from './io.ts';
import type { Keys } from './key-set.ts';
import { BLOBS } from './names.ts';
import {
  allOf,
  epochIn,
  type Parts,
  type SealedFile,
  sealAside,
  withSealed,
} from './sealed-file.ts';

const ID = /^[0-9a-f]{64}$/;
type Use<T> = (file: SealedFile) => Promise<T>;
/** What one call may give in pieces. */
export type BlobBytes = Uint8Array | AsyncIterable<Uint8Array>;

export class Blobs {
  readonly #io: Io;
  readonly #folder: string;
  readonly #keys: Keys;
  readonly #clock: Clock;
  readonly #refusal: () => VaultFailure | null;
  /** One change at a time, so that none is taken for kept while it is being removed. */
  readonly #changes = new Queue();
  /** When each blob was put the last time since the archive was opened. */
  readonly #putNow = new Map<string, number>();

  /** `refusal` says why nothing may be written, or `null`. */
  constructor(
    io: Io,
    folder: string,
    keys: Keys,
    clock: Clock,
    refusal: () => VaultFailure | null,
  ) {
    this.#io = io;
    this.#folder = join(folder, BLOBS);
    this.#keys = keys;
    this.#clock = clock;
    this.#refusal = refusal;
  }

  /** On the medium when this resolves. Bytes that are there already, and whole, are not written twice. */
  put(bytes: BlobBytes, kind: string): Promise<Result<{ id: string; size: number }, VaultFailure>> {
    return this.#changes.run(async () => {
      const refusal = this.#refusal();
      if (refusal) return fail(refusal);
      try {
        const put = await this.#put(bytes, kind);
        this.#putNow.set(put.id, this.#clock.now());
        return ok(put);
      } catch (error) {
        return failureOf(error, 'writing');
      }
    });
  }

  /** The bytes, all of them verified. */
  async get(id: string): Promise<Result<Uint8Array, VaultFailure>> {
    try {
      return ok(await this.#open(id, allOf));
    } catch (error) {
      return failureOf(error);
    }
  }

  /** `start` to `end` of the bytes; only the chunks that hold them are read, and each is verified. */
  async range(id: string, start: number, end: number): Promise<Result<Uint8Array, VaultFailure>> {
    try {
      return ok(await this.#open(id, (file) => file.range(start, end)));
    } catch (error) {
      return failureOf(error);
    }
  }

  /** Bytes of the content. */
  async size(id: string): Promise<Result<number, VaultFailure>> {
    try {
      return ok(await this.#open(id, (file) => Promise.resolve(file.length)));
    } catch (error) {
      return failureOf(error);
    }
  }

  /** Bytes that the file of a blob takes on the medium; 0 when there is none. */
  async storedSize(id: string): Promise<number> {
    const found = await this.#find(id);
    return found ? ((await this.#io.stat(found.path))?.size ?? 0) : 0;
  }

  /** [B5] The names that a blob's file may have, newest epoch first. Throws `DamageError` for what is no identifier. */
  namesOf(id: string): string[] {
    if (!ID.test(id)) throw new DamageError('B2');
    return this.#keys.epochs.map((epoch) => this.#keys.blobName(id, epoch));
  }

  /** Names of all files of blobs that are there. */
  async names(): Promise<string[]> {
    const found: string[] = [];
    for (const prefix of await this.#listed(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
      const names = await this.#listed(join(this.#folder, prefix));
      found.push(...names.filter((name) => ID.test(name) && name.startsWith(prefix)));
    }
    return found.sort();
  }

  /**
   * [B4] Removes the files of blobs that are not in `references` and were written long enough ago that no undo and no
   * import under way can still want them. Answers how many went.
   */
  removeUnnamed(references: ReadonlySet<string>): Promise<Result<number, VaultFailure>> {
    return this.#changes.run(async () => {
      const refusal = this.#refusal();
      if (refusal) return fail(refusal);
      try {
        const named = new Set([...references].flatMap((id) => this.namesOf(id)));
        let removed = 0;
        for (const name of await this.names()) {
          if (named.has(name) || !(await this.#isOld(name))) continue;
          await this.#io.remove(this.#pathOf(name));
          removed += 1;
        }
        return ok(removed);
      } catch (error) {
        return failureOf(error, 'writing');
      }
    });
  }

  /**
   * [B4] After something was deleted for good: removes every blob that nothing names, however young. Of what was put since the archive was
   * opened a record may be on its way, so of that only the blobs in `gone` go, and of these not what was put again after
   * the moment that stands there. `null`: nothing is on its way any more. Answers how many went, and how many were left for that reason.
   */
  removeForgotten(
    references: () => ReadonlySet<string>,
    gone: ReadonlyMap<string, number> | null,
  ): Promise<Result<{ removed: number; left: number }, VaultFailure>> {
    return this.#changes.run(async () => {
      const refusal = this.#refusal();
      if (refusal) return fail(refusal);
      try {
        const mayBeWanted = new Set(
          [...(gone ? this.#putNow : [])]
            .filter(([id, at]) => at > (gone?.get(id) ?? -Infinity))
            .flatMap(([id]) => this.namesOf(id)),
        );
        const named = new Set([...references()].flatMap((id) => this.namesOf(id)));
        let removed = 0;
        let left = 0;
        for (const name of await this.names()) {
          if (named.has(name)) continue;
          if (mayBeWanted.has(name)) left += 1;
          else {
            await this.#removeForGood(name);
            removed += 1;
          }
        }
        return ok({ removed, left });
      } catch (error) {
        return failureOf(error, 'writing');
      }
    });
  }

  /** Identifiers of what was put since the archive was opened: a record that names it may be on its way. */
  get putNow(): ReadonlySet<string> {
    return new Set(this.#putNow.keys());
  }

  /** Runs `work` while no blob is being written or removed. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#changes.run(work);
  }

  /**
   * Seals a blob of an older epoch anew, under the newest data key, and removes the older file. Nothing to do is no
   * failure; one that is missing or damaged is left as it is, and fails as `damaged`.
   */
  reseal(id: string): Promise<Result<null, VaultFailure>> {
    return this.#changes.run(async () => {
      const refusal = this.#refusal();
      if (refusal) return fail(refusal);
      try {
        const [newest = '', ...older] = this.namesOf(id);
        if (!(await this.#isWhole(newest))) await this.#copy(older, newest);
        for (const name of older)
          if (await this.#io.stat(this.#pathOf(name))) await this.#removeForGood(name);
        return ok(null);
      } catch (error) {
        return failureOf(error, 'writing');
      }
    });
  }

  /** Takes a blob over from another archive with the same naming key, under the same identifier. */
  copyFrom(other: Blobs, id: string): Promise<Result<null, VaultFailure>> {
    return this.#changes.run(async () => {
      const refusal = this.#refusal();
      if (refusal) return fail(refusal);
      try {
        const [name = ''] = this.namesOf(id);
        await other.#open(id, (file) => this.#write(file.parts(), () => name));
        return ok(null);
      } catch (error) {
        return failureOf(error, 'writing');
      }
    });
  }

  /** The bytes of whole blobs of a kind that are not in `references`. Others that are not there are passed over. */
  async *unnamed(references: ReadonlySet<string>, kind: string): AsyncGenerator<Uint8Array> {
    const named = new Set([...references].flatMap((id) => this.namesOf(id)));
    for (const name of await this.names()) {
      if (named.has(name)) continue;
      const bytes = await this.#openNamed(name, allOf).catch((error: unknown) => {
        if (error instanceof DamageError || error instanceof TooNewError) return null;
        throw error;
      });
      if (!bytes) continue;
      const id = this.#begunHash(kind).update(bytes).digest('hex');
      if (this.namesOf(id).includes(name)) yield bytes;
    }
  }

  /** Removes all that is of an older epoch. Throws what the file system throws. */
  async removeOlderEpochs(): Promise<void> {
    for (const name of await this.names()) {
      if ((await epochIn(this.#io, this.#pathOf(name))) !== this.#keys.epoch)
        await this.#removeForGood(name);
    }
  }

  /** Throws `DamageError` when there is no whole one. */
  async #copy(names: readonly string[], to: string): Promise<void> {
    for (const name of names) {
      if (!(await this.#io.stat(this.#pathOf(name)))) continue;
      await this.#openNamed(name, (file) => this.#write(file.parts(), () => to));
      return;
    }
    throw new DamageError('F1');
  }

  async #put(bytes: BlobBytes, kind: string): Promise<{ id: string; size: number }> {
    const hash = this.#begunHash(kind);
    if (bytes instanceof Uint8Array) {
      if (bytes.length > limits.originalBytes) throw new FailureError({ code: 'too-large' });
      const id = hash.update(bytes).digest('hex');
      // [B3] One of an older epoch does not count: it is about to be removed.
      const [newest = ''] = this.namesOf(id);
      if (!(await this.#isWhole(newest))) await this.#write([bytes], () => newest);
      return { id, size: bytes.length };
    }
    let size = 0;
    async function* seen(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const part of parts) {
        size += part.length;
        if (size > limits.originalBytes) throw new FailureError({ code: 'too-large' });
        hash.update(part);
        yield part;
      }
    }
    let id = '';
    await this.#write(seen(bytes), () => {
      id = hash.digest('hex');
      return this.#keys.blobName(id, this.#keys.epoch);
    });
    return { id, size };
  }

  /** [B2] The hash of a blob's identifier, before the content. */
  #begunHash(kind: string) {
    const label = Buffer.from(kind, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(label.length);
    return keyedHash(this.#keys.naming).update(length).update(label);
  }

  /** Sealed as it comes, put under its name at the end. */
  async #write(data: Parts, nameOf: () => string): Promise<void> {
    let name = '';
    await this.#makeFolder(this.#folder);
    const aside = await sealAside(
      this.#io,
      this.#folder,
      'blob',
      this.#keys.archiveId,
      this.#keys.blob,
      data,
      () => Buffer.from((name = nameOf()), 'hex'),
    );
    const folder = join(this.#folder, name.slice(0, 2));
    try {
      await this.#makeFolder(folder);
    } catch (error) {
      await this.#io.remove(aside).catch(() => undefined);
      throw error;
    }
    await putInPlace(this.#io, aside, this.#pathOf(name));
  }

  async #isOld(name: string): Promise<boolean> {
    const found = await this.#io.stat(this.#pathOf(name));
    return found !== null && this.#clock.now() - found.modified > limits.blobGraceMilliseconds;
  }

  async #isWhole(name: string): Promise<boolean> {
    if (!(await this.#io.stat(this.#pathOf(name)))) return false;
    try {
      await this.#openNamed(name, async (file) => {
        for await (const part of file.parts()) part.fill(0);
      });
      return true;
    } catch (error) {
      if (error instanceof DamageError) return false;
      throw error;
    }
  }

  /** Where a blob's file is, newest epoch first. */
  async #find(id: string): Promise<{ name: string; path: string } | null> {
    for (const name of this.namesOf(id)) {
      const path = this.#pathOf(name);
      if ((await this.#io.stat(path))?.kind === 'file') return { name, path };
    }
    return null;
  }

  async #open<T>(id: string, use: Use<T>): Promise<T> {
    const found = await this.#find(id);
    if (!found) throw new DamageError('F1');
    return this.#openNamed(found.name, use);
  }

  #openNamed<T>(name: string, use: Use<T>): Promise<T> {
    const { archiveId, blob } = this.#keys;
    const named = { type: 'blob', archiveId, id: Buffer.from(name, 'hex') } as const;
    return withSealed(this.#io, this.#pathOf(name), named, blob, use);
  }

  async #removeForGood(name: string): Promise<void> {
    const path = this.#pathOf(name);
    await this.#io.remove(path);
    await this.#io.syncFolder(dirname(path));
  }

  async #makeFolder(path: string): Promise<void> {
    if (await this.#io.stat(path)) return;
    await this.#io.makeFolder(path);
    await this.#io.syncFolder(dirname(path));
  }

  async #listed(folder: string): Promise<string[]> {
    return (await this.#io.stat(folder))?.kind === 'folder' ? this.#io.list(folder) : [];
  }

  #pathOf(name: string): string {
    return join(this.#folder, name.slice(0, 2), name);
  }
}
