/**
 * The one file for an index of what the archive holds. It can always be made anew, so it is no blob: the next one takes its place at once, and one that is
 * not whole is as good as none.
 */
import { dirname, join } from 'node:path';
import { DamageError, TooNewError } from '../format/damage.ts';
import { codeOf } from '../lib/disk.ts';
import { Queue } from '../lib/queue.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import type { Io } from './io.ts';
import type { Keys } from './key-set.ts';
import { INDEX } from './names.ts';
import { epochIn, getSealed, putSealedParts } from './sealed-file.ts';

/** Bytes that are sealed before other work of the thread has its turn. */
const PIECE = 4 * 1024 ** 2;

export class IndexFile {
  readonly #io: Io;
  readonly #path: string;
  readonly #keys: Keys;
  readonly #refusal: () => VaultFailure | null;
  readonly #writes = new Queue();

  /** `refusal` says why nothing may be written, or `null`. */
  constructor(io: Io, folder: string, keys: Keys, refusal: () => VaultFailure | null) {
    this.#io = io;
    this.#path = join(folder, INDEX);
    this.#keys = keys;
    this.#refusal = refusal;
  }

  /** On the medium when this resolves; what was there before is gone. */
  put(bytes: Uint8Array): Promise<Result<null, VaultFailure>> {
    return this.#writes.run(async () => {
      const refusal = this.#refusal();
      if (refusal) return fail(refusal);
      try {
        await putSealedParts(this.#io, this.#path, this.#named(), this.#keys.index, pieces(bytes));
        return ok(null);
      } catch (error) {
        return failureOf(error, 'writing');
      }
    });
  }

  /** [X2] `null` when there is none, or none that is whole and of a version known here: no reason to refuse anything. */
  async get(): Promise<Uint8Array | null> {
    try {
      return await getSealed(this.#io, this.#path, this.#named(), this.#keys.index);
    } catch (error) {
      const known = error instanceof DamageError || error instanceof TooNewError;
      if (known || codeOf(error) !== '') return null;
      throw error;
    }
  }

  /** Removes the one that is there. */
  remove(): Promise<Result<null, VaultFailure>> {
    return this.#writes.run(async () => {
      const refusal = this.#refusal();
      if (refusal) return fail(refusal);
      try {
        if (!(await this.#io.stat(this.#path))) return ok(null);
        await this.#io.remove(this.#path);
        await this.#io.syncFolder(dirname(this.#path));
        return ok(null);
      } catch (error) {
        return failureOf(error, 'writing');
      }
    });
  }

  /** Removes one of an older epoch: it is made anew. Throws what the file system throws. */
  removeOlderEpoch(): Promise<void> {
    return this.#writes.run(async () => {
      if (!(await this.#io.stat(this.#path))) return;
      if ((await epochIn(this.#io, this.#path)) !== this.#keys.epoch)
        await this.#io.remove(this.#path);
    });
  }

  /** Waits for what is being written. */
  idle(): Promise<void> {
    return this.#writes.idle();
  }

  #named() {
    return { type: 'index', archiveId: this.#keys.archiveId, id: Buffer.alloc(32) } as const;
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield bytes.subarray(at, at + PIECE);
    await new Promise((resume) => setImmediate(resume));
  }
}
