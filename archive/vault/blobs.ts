/** Blobs: bytes under a name that is a keyed hash of their kind and content. Written once, shared, found out when changed. */
import { join } from 'node:path';
import { keyedHash } from '../crypto/derive.ts';
import { DamageError } from '../format/damage.ts';
import type { Clock } from '../lib/clock.ts';
import { Queue } from '../lib/queue.ts';
import { fail, FailureError, ok, type Result } from '../lib/result.ts';
import { limits } from '../model/limits.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import { putInPlace } from './files.ts';
import type { Io } from './io.ts';
import type { Keys } from './keys.ts';
import { BLOBS } from './names.ts';
import { getSealed, type Parts, sealAside, withSealed } from './sealed-file.ts';

const ID = /^[0-9a-f]{64}$/;
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
        return ok(await this.#put(bytes, kind));
      } catch (error) {
        return failureOf(error, 'writing');
      }
    });
  }

  /** The bytes, all of them verified. */
  async get(id: string): Promise<Result<Uint8Array, VaultFailure>> {
    try {
      return ok(await getSealed(this.#io, this.#pathOf(id), this.#named(id), this.#keys.blob));
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

  async has(id: string): Promise<boolean> {
    return ID.test(id) && (await this.#io.stat(this.#pathOf(id)))?.kind === 'file';
  }

  async list(): Promise<string[]> {
    const found: string[] = [];
    for (const prefix of await this.#names(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
      const names = await this.#names(join(this.#folder, prefix));
      found.push(...names.filter((name) => ID.test(name) && name.startsWith(prefix)));
    }
    return found.sort();
  }

  /** Bytes that the file of a blob takes on the medium; 0 when there is none. */
  async storedSize(id: string): Promise<number> {
    return (await this.#io.stat(this.#pathOf(id)))?.size ?? 0;
  }

  /**
   * Removes those of `ids` that are not in `references` and were written long enough ago that no undo and no import
   * under way can still want them. Answers how many went.
   */
  remove(
    ids: readonly string[],
    references: ReadonlySet<string>,
  ): Promise<Result<number, VaultFailure>> {
    return this.#changes.run(async () => {
      const refusal = this.#refusal();
      if (refusal) return fail(refusal);
      try {
        let removed = 0;
        for (const id of ids) {
          if (references.has(id) || !(await this.#isOld(id))) continue;
          await this.#io.remove(this.#pathOf(id));
          removed += 1;
        }
        return ok(removed);
      } catch (error) {
        return failureOf(error, 'writing');
      }
    });
  }

  async #put(bytes: BlobBytes, kind: string): Promise<{ id: string; size: number }> {
    const hash = keyedHash(this.#keys.blobName);
    const label = Buffer.from(kind, 'utf8');
    const labelLength = Buffer.alloc(4);
    labelLength.writeUInt32BE(label.length);
    hash.update(labelLength).update(label);
    if (bytes instanceof Uint8Array) {
      if (bytes.length > limits.originalBytes) throw new FailureError({ code: 'too-large' });
      const id = hash.update(bytes).digest('hex');
      if (await this.#isWhole(id)) return { id, size: bytes.length };
      await this.#write([bytes], () => id);
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
    const id = await this.#write(seen(bytes), () => hash.digest('hex'));
    return { id, size };
  }

  /** Sealed as it comes, put under its name at the end. */
  async #write(data: Parts, idOf: () => string): Promise<string> {
    let id = '';
    await this.#makeFolder(this.#folder);
    const aside = await sealAside(
      this.#io,
      this.#folder,
      'blob',
      this.#keys.archiveId,
      this.#keys.blob,
      data,
      () => Buffer.from((id = idOf()), 'hex'),
    );
    const folder = join(this.#folder, id.slice(0, 2));
    try {
      await this.#makeFolder(folder);
    } catch (error) {
      await this.#io.remove(aside).catch(() => undefined);
      throw error;
    }
    await putInPlace(this.#io, aside, this.#pathOf(id));
    return id;
  }

  async #isOld(id: string): Promise<boolean> {
    const found = await this.#io.stat(this.#pathOf(id));
    return found !== null && this.#clock.now() - found.modified > limits.blobGraceMilliseconds;
  }

  async #isWhole(id: string): Promise<boolean> {
    if (!(await this.#io.stat(this.#pathOf(id)))) return false;
    try {
      await this.#open(id, async (file) => {
        for await (const part of file.parts()) part.fill(0);
      });
      return true;
    } catch (error) {
      if (error instanceof DamageError) return false;
      throw error;
    }
  }

  #open<T>(id: string, use: Parameters<typeof withSealed<T>>[4]): Promise<T> {
    return withSealed(this.#io, this.#pathOf(id), this.#named(id), this.#keys.blob, use);
  }

  async #makeFolder(path: string): Promise<void> {
    if (await this.#io.stat(path)) return;
    await this.#io.makeFolder(path);
    await this.#io.syncFolder(join(path, '..'));
  }

  async #names(folder: string): Promise<string[]> {
    return (await this.#io.stat(folder))?.kind === 'folder' ? this.#io.list(folder) : [];
  }

  #pathOf(id: string): string {
    if (!ID.test(id)) throw new DamageError('B2');
    return join(this.#folder, id.slice(0, 2), id);
  }

  #named(id: string) {
    return { type: 'blob', archiveId: this.#keys.archiveId, id: Buffer.from(id, 'hex') } as const;
  }
}
