/** Files that are written once and sealed as a whole: heads, snapshots, blobs, anchors. */
import { DamageError } from '../format/damage.ts';
import {
  beginFile,
  epochOf,
  type FileType,
  HEADER_BYTES,
  type Named,
  type PurposeKeys,
  readHeader,
} from '../format/header.ts';
import {
  BodySealer,
  CHUNK_BYTES,
  chunkAt,
  chunkCount,
  checkPadding,
  dataLength,
  endChunks,
  openBody,
  openChunk,
  SEALED_CHUNK_BYTES,
  sealBody,
} from '../format/sealed.ts';
import { dirname } from 'node:path';
import { limits } from '../model/limits.ts';
import { putInPlace, writeAside } from './files.ts';
import type { Io, IoFile } from './io.ts';

/** Chunks read, and written, in one go. */
const AT_ONCE = 16;

/** The bytes of a small sealed file. */
export function sealFile(named: Named, purposeKeys: PurposeKeys, data: Uint8Array): Buffer {
  const { keys, header } = beginFile(named.type, named.archiveId, purposeKeys);
  return Buffer.concat([header(named.id), ...sealBody(keys.key, data)]);
}

/** Throws `DamageError` and `TooNewError`. */
export function openFile(named: Named, purposeKeys: PurposeKeys, bytes: Buffer): Buffer {
  const keys = readHeader(bytes.subarray(0, HEADER_BYTES), named, purposeKeys);
  return openBody(keys.key, bytes.subarray(HEADER_BYTES));
}

export type Parts = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * Seals data as it comes into an unfinished file and answers its path. `identify` is asked for the identifier, with the
 * length of the data, when all of it was seen.
 */
export async function sealAside(
  io: Io,
  folder: string,
  type: FileType,
  archiveId: Uint8Array,
  purposeKeys: PurposeKeys,
  data: Parts,
  identify: (length: number) => Uint8Array,
): Promise<string> {
  const { keys, header } = beginFile(type, archiveId, purposeKeys);
  const sealer = new BodySealer(keys.key);
  return writeAside(io, folder, async (file) => {
    const out = new Gathered(file, HEADER_BYTES);
    for await (const part of data) for (const sealed of sealer.push(part)) await out.add(sealed);
    for (const sealed of sealer.finish()) await out.add(sealed);
    await out.flush();
    await file.write(header(identify(sealer.length)), 0);
  });
}

/** A sealed file of data too large to be held twice, in its place. */
export async function putSealedParts(
  io: Io,
  path: string,
  named: Named,
  purposeKeys: PurposeKeys,
  data: Parts,
): Promise<void> {
  const { type, archiveId, id } = named;
  const aside = await sealAside(io, dirname(path), type, archiveId, purposeKeys, data, () => id);
  await putInPlace(io, aside, path);
}

/** Few large writes instead of many small ones. */
class Gathered {
  readonly #file: IoFile;
  #at: number;
  #parts: Uint8Array[] = [];

  constructor(file: IoFile, at: number) {
    this.#file = file;
    this.#at = at;
  }

  async add(part: Uint8Array): Promise<void> {
    this.#parts.push(part);
    if (this.#parts.length === AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    const bytes = Buffer.concat(this.#parts);
    this.#parts = [];
    if (bytes.length > 0) await this.#file.write(bytes, this.#at);
    this.#at += bytes.length;
  }
}

/** A sealed file that is open for reading. Its end has been verified: it is as long as it was written. */
export class SealedFile {
  /** Bytes of data. */
  readonly length: number;
  readonly #file: IoFile;
  readonly #key: Buffer;
  readonly #size: number;

  private constructor(file: IoFile, key: Buffer, size: number, length: number) {
    this.#file = file;
    this.#key = key;
    this.#size = size;
    this.length = length;
  }

  /** Throws `DamageError` when the file is missing or not as it was written. */
  static async open(
    io: Io,
    path: string,
    named: Named,
    purposeKeys: PurposeKeys,
  ): Promise<SealedFile> {
    const found = await io.stat(path);
    if (found?.kind !== 'file') throw new DamageError('F1');
    if (found.size > limits.vaultFileBytes) throw new DamageError('F2');
    const file = await io.open(path, 'read');
    try {
      const { key } = readHeader(await file.read(HEADER_BYTES, 0), named, purposeKeys);
      const size = (await file.size()) - HEADER_BYTES;
      const ends: Buffer[] = [];
      for (const number of endChunks(size)) ends.push(await readChunk(file, key, number, size));
      return new SealedFile(file, key, size, dataLength(Buffer.concat(ends), size));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** `start` to `end` of the data, each chunk of it verified. */
  async range(start: number, end: number): Promise<Buffer> {
    const from = Math.max(0, start);
    const to = Math.min(end, this.length);
    if (from >= to) return Buffer.alloc(0);
    const data = Buffer.alloc(to - from);
    const first = Math.floor(from / CHUNK_BYTES);
    for (let number = first; number * CHUNK_BYTES < to; number += AT_ONCE) {
      for (const [offset, plain] of (await this.#chunks(number, to)).entries()) {
        const at = (number + offset) * CHUNK_BYTES - from;
        if (at >= 0) plain.copy(data, at);
        else plain.copy(data, 0, -at);
      }
    }
    return data;
  }

  /** All of the data in order, in pieces, and a look at the zeros behind it. */
  async *parts(): AsyncGenerator<Buffer> {
    const count = chunkCount(this.#size);
    const total = this.#size - count * (SEALED_CHUNK_BYTES - CHUNK_BYTES);
    for (let number = 0; number < count; number += AT_ONCE) {
      const plains = await this.#chunks(number, Infinity);
      for (const [offset, plain] of plains.entries()) {
        checkPadding(plain, number + offset, this.length, total);
        const left = this.length - (number + offset) * CHUNK_BYTES;
        if (left > 0) yield plain.subarray(0, left);
      }
    }
  }

  close(): Promise<void> {
    this.#key.fill(0);
    return this.#file.close();
  }

  /** Up to `AT_ONCE` chunks from this one on, none that begins at or behind `to`. */
  async #chunks(first: number, to: number): Promise<Buffer[]> {
    const count = chunkCount(this.#size);
    const end = Math.min(count, first + AT_ONCE, Math.ceil(to / CHUNK_BYTES));
    const bytes = await this.#file.read(
      (end - first) * SEALED_CHUNK_BYTES,
      HEADER_BYTES + chunkAt(first),
    );
    return Array.from({ length: end - first }, (_, offset) => {
      const number = first + offset;
      const sealed = bytes.subarray(chunkAt(offset), chunkAt(offset + 1));
      return openChunk(this.#key, number, number === count - 1, sealed);
    });
  }
}

async function readChunk(
  file: IoFile,
  key: Uint8Array,
  number: number,
  size: number,
): Promise<Buffer> {
  const sealed = await file.read(SEALED_CHUNK_BYTES, HEADER_BYTES + chunkAt(number));
  return openChunk(key, number, number === chunkCount(size) - 1, sealed);
}

/** Opens a sealed file for as long as `use` takes. */
export async function withSealed<T>(
  io: Io,
  path: string,
  named: Named,
  purposeKeys: PurposeKeys,
  use: (file: SealedFile) => Promise<T>,
): Promise<T> {
  const file = await SealedFile.open(io, path, named, purposeKeys);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** All of the data. Throws `DamageError` when the file is missing or not as it was written. */
export function getSealed(
  io: Io,
  path: string,
  named: Named,
  purposeKeys: PurposeKeys,
): Promise<Buffer> {
  return withSealed(io, path, named, purposeKeys, allOf);
}

export async function allOf(file: SealedFile): Promise<Buffer> {
  const data = Buffer.allocUnsafe(file.length);
  let at = 0;
  for await (const part of file.parts()) at += part.copy(data, at);
  return data;
}

/** The epoch that a file's header names, unverified; 0 when there is none. */
export async function epochIn(io: Io, path: string): Promise<number> {
  const file = await io.open(path, 'read');
  try {
    return epochOf(await file.read(HEADER_BYTES, 0));
  } finally {
    await file.close();
  }
}
