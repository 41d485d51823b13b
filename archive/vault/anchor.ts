/** The anchor: outside the archive, what its last state was, so that an older copy put in its place is noticed. */
import { dirname, join } from 'node:path';
import { sha256 } from '../crypto/derive.ts';
import { DamageError } from '../format/damage.ts';
import { codeOf } from '../lib/disk.ts';
import { putInPlace, readWhole } from './files.ts';
import type { Io } from './io.ts';
import type { Keys } from './key-set.ts';
import { openFile, sealFile } from './sealed-file.ts';

export interface AnchorState {
  readonly seq: number;
  readonly history: string;
}

const DATA_BYTES = 40;

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
    const name = sha256(Buffer.from('kuferak/v1/anchor-name', 'ascii'), keys.archiveId);
    this.#path = join(folder, name.toString('hex').slice(0, 32));
  }

  /** `null` when there is none, or when it is not one of ours: then it proves nothing. */
  async read(): Promise<AnchorState | null> {
    try {
      const bytes = await readWhole(this.#io, this.#path);
      if (!bytes) return null;
      const data = openFile(this.#named(), this.#keys.anchor, bytes);
      if (data.length !== DATA_BYTES) return null;
      const seq = Number(data.readBigUInt64BE(0));
      return { seq, history: data.subarray(8).toString('hex') };
    } catch (error) {
      if (error instanceof DamageError || codeOf(error) !== '') return null;
      throw error;
    }
  }

  /** An anchor that cannot be written is no reason to refuse work. */
  async write({ seq, history }: AnchorState): Promise<void> {
    const data = Buffer.alloc(DATA_BYTES);
    data.writeBigUInt64BE(BigInt(seq));
    data.set(Buffer.from(history, 'hex'), 8);
    try {
      await this.#put(sealFile(this.#named(), this.#keys.anchor, data));
    } catch (error) {
      if (codeOf(error) === '') throw error;
    }
  }

  /** Under a name of its own for the unfinished file: other archives keep their anchors in the same folder. */
  async #put(bytes: Buffer): Promise<void> {
    await makeFolders(this.#io, this.#folder);
    const unfinished = `${this.#path}-new`;
    if (await this.#io.stat(unfinished)) await this.#io.remove(unfinished);
    const file = await this.#io.open(unfinished, 'new');
    try {
      await file.write(bytes, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await putInPlace(this.#io, unfinished, this.#path);
  }

  #named() {
    return { type: 'anchor', archiveId: this.#keys.archiveId, id: Buffer.alloc(32) } as const;
  }
}

async function makeFolders(io: Io, path: string): Promise<void> {
  if (await io.stat(path)) return;
  const parent = dirname(path);
  if (parent !== path) await makeFolders(io, parent);
  await io.makeFolder(path);
}
