/** The anchor: outside the archive, what its last state was, so that an older copy put in its place is noticed. */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DamageError } from '../format/damage.ts';
import { openFile, sealFile } from './sealed-file.ts';
import { putWhole, readWhole } from './files.ts';
import type { Io } from './io.ts';
import type { Keys } from './keys.ts';

export interface AnchorState {
  readonly seq: number;
  readonly history: string;
}

export class Anchor {
  readonly #io: Io;
  readonly #path: string;
  readonly #folder: string;
  readonly #keys: Keys;

  constructor(io: Io, folder: string, keys: Keys) {
    this.#io = io;
    this.#folder = folder;
    this.#keys = keys;
    // The name tells nothing about the archive, not even to one who holds it.
    const name = createHash('sha256')
      .update('kuferak/v1/anchor-name')
      .update(keys.archiveId)
      .digest('hex');
    this.#path = join(folder, name.slice(0, 32));
  }

  /** `null` when there is none, or when it is not one of ours: then it proves nothing. */
  async read(): Promise<AnchorState | null> {
    const bytes = await readWhole(this.#io, this.#path).catch(() => null);
    if (!bytes) return null;
    try {
      const data = openFile(this.#named(), this.#keys.anchor, bytes);
      const seq = Number(data.readBigUInt64BE(0));
      return { seq, history: data.subarray(8, 40).toString('hex') };
    } catch (error) {
      if (error instanceof DamageError) return null;
      throw error;
    }
  }

  /** An anchor that cannot be written is no reason to refuse work. */
  async write({ seq, history }: AnchorState): Promise<void> {
    const data = Buffer.alloc(40);
    data.writeBigUInt64BE(BigInt(seq));
    data.set(Buffer.from(history, 'hex'), 8);
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await putWhole(this.#io, this.#path, sealFile(this.#named(), this.#keys.anchor, data));
    } catch {
      return;
    }
  }

  #named() {
    return { type: 'anchor', archiveId: this.#keys.archiveId, id: Buffer.alloc(32) } as const;
  }
}
