/** Blobs: bytes under a name that is a keyed hash of their kind and content. Written once, shared, found out when changed. */
import { join } from 'node:path';
import { hmac } from '../crypto/derive.ts';
import { DamageError } from '../format/damage.ts';
import { HEADER_BYTES, readHeader } from '../format/header.ts';
import {
  chunkAt,
  chunkCount,
  chunksFor,
  dataLength,
  openChunk,
  SEALED_CHUNK_BYTES,
} from '../format/sealed.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { limits } from '../model/limits.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import { putWhole } from './files.ts';
import type { Io, IoFile } from './io.ts';
import type { Keys } from './keys.ts';
import { BLOBS } from './names.ts';
import { getSealed, sealFile } from './sealed-file.ts';

const ID = /^[0-9a-f]{64}$/;

export class Blobs {
  readonly #io: Io;
  readonly #folder: string;
  readonly #keys: Keys;
  readonly #refusal: () => VaultFailure | null;

  /** `refusal` says why nothing may be written, or `null`. */
  constructor(io: Io, folder: string, keys: Keys, refusal: () => VaultFailure | null) {
    this.#io = io;
    this.#folder = join(folder, BLOBS);
    this.#keys = keys;
    this.#refusal = refusal;
  }

  /** On the medium when this resolves. Bytes that are there already are not written twice. */
  async put(
    bytes: Uint8Array,
    kind: string,
  ): Promise<Result<{ id: string; size: number }, VaultFailure>> {
    const refusal = this.#refusal();
    if (refusal) return fail(refusal);
    if (bytes.length > limits.originalBytes) return fail('too-large');
    const id = this.idOf(bytes, kind);
    try {
      const path = this.#pathOf(id);
      if (!(await this.#isWhole(id))) {
        await this.#makeFolders(id);
        await putWhole(this.#io, path, sealFile(this.#named(id), this.#keys.blob, bytes));
      }
      return ok({ id, size: bytes.length });
    } catch (error) {
      return failureOf(error);
    }
  }

  /** The bytes, all of them verified. */
  async get(id: string): Promise<Result<Uint8Array, VaultFailure>> {
    try {
      return ok(await this.#read(id));
    } catch (error) {
      return failureOf(error);
    }
  }

  /** `start` to `end` of the bytes; only the chunks that hold them are read, and each is verified. */
  async range(id: string, start: number, end: number): Promise<Result<Uint8Array, VaultFailure>> {
    try {
      return ok(await this.#readRange(id, start, end));
    } catch (error) {
      return failureOf(error);
    }
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

  idOf(bytes: Uint8Array, kind: string): string {
    const label = Buffer.from(kind, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(label.length);
    return hmac(this.#keys.blobName, length, label, bytes).toString('hex');
  }

  async #isWhole(id: string): Promise<boolean> {
    if (!(await this.#io.stat(this.#pathOf(id)))) return false;
    try {
      await this.#read(id);
      return true;
    } catch (error) {
      if (error instanceof DamageError) return false;
      throw error;
    }
  }

  #read(id: string): Promise<Buffer> {
    return getSealed(this.#io, this.#pathOf(id), this.#named(id), this.#keys.blob);
  }

  async #readRange(id: string, start: number, end: number): Promise<Buffer> {
    const path = this.#pathOf(id);
    if (!(await this.#io.stat(path))) throw new DamageError('B1');
    const file = await this.#io.open(path, 'read');
    try {
      const keys = readHeader(await file.read(HEADER_BYTES, 0), this.#named(id), this.#keys.blob);
      const body = (await file.size()) - HEADER_BYTES;
      const count = chunkCount(body);
      const chunk = (number: number) => readChunk(file, keys.key, number, count);
      const length = dataLength(await chunk(0), body);
      const to = Math.min(end, length);
      if (start >= to) return Buffer.alloc(0);
      const { first, last, skip } = chunksFor(start, to);
      const parts: Buffer[] = [];
      for (let number = first; number <= last; number++) parts.push(await chunk(number));
      return Buffer.concat(parts).subarray(skip, skip + to - start);
    } finally {
      await file.close();
    }
  }

  async #makeFolders(id: string): Promise<void> {
    for (const path of [this.#folder, join(this.#folder, id.slice(0, 2))]) {
      if (await this.#io.stat(path)) continue;
      await this.#io.makeFolder(path);
      await this.#io.syncFolder(join(path, '..'));
    }
  }

  async #names(folder: string): Promise<string[]> {
    return (await this.#io.stat(folder)) ? this.#io.list(folder) : [];
  }

  #pathOf(id: string): string {
    if (!ID.test(id)) throw new DamageError('B2');
    return join(this.#folder, id.slice(0, 2), id);
  }

  #named(id: string) {
    return { type: 'blob', archiveId: this.#keys.archiveId, id: Buffer.from(id, 'hex') } as const;
  }
}

async function readChunk(
  file: IoFile,
  key: Uint8Array,
  number: number,
  count: number,
): Promise<Buffer> {
  const sealed = await file.read(SEALED_CHUNK_BYTES, HEADER_BYTES + chunkAt(number));
  return openChunk(key, number, number === count - 1, sealed);
}
