/** lowdb as it is meant to be used, over one file that is written whole, sealed in one piece and flushed. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import type { Quote } from '../../../archive/model/index.ts';
import { quotes } from '../material.ts';
import type { Way } from './way.ts';

interface State {
  readonly quotes: Record<string, Quote>;
}

const key = Buffer.alloc(32, 7);

class WholeFile implements Adapter<State> {
  readonly #folder: string;
  readonly #path: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#path = join(folder, 'state');
  }

  async read(): Promise<State | null> {
    const bytes = await readFile(this.#path).catch(() => null);
    if (!bytes) return null;
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    return JSON.parse(plain.toString('utf8')) as State;
  }

  async write(data: State): Promise<void> {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const sealed = Buffer.concat([
      nonce,
      cipher.update(JSON.stringify(data), 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    const file = await open(`${this.#path}.new`, 'w');
    await file.writeFile(sealed);
    await file.datasync();
    await file.close();
    await rename(`${this.#path}.new`, this.#path);
    const folder = await open(this.#folder, 'r');
    await folder.sync();
    await folder.close();
  }
}

export const wholeFile: Way = {
  fill: async (folder, count) => {
    const db = new Low<State>(new WholeFile(folder), { quotes: {} });
    for (const quote of quotes(0, count)) db.data.quotes[quote.id] = quote;
    await db.write();
  },
  open: async (folder) => {
    const db = new Low<State>(new WholeFile(folder), { quotes: {} });
    await db.read();
    return {
      add: async (quote) => {
        db.data.quotes[quote.id] = quote;
        await db.write();
      },
      readAll: () => Object.keys(db.data.quotes).length,
      close: () => Promise.resolve(),
    };
  },
};
