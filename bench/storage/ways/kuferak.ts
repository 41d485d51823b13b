/** Ours: the vault by itself, and the store above it, which adds the line of the log and keeps what undo needs. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../../archive/lib/clock.ts';
import { FailureError, ok, type Result } from '../../../archive/lib/result.ts';
import type { Quote } from '../../../archive/model/index.ts';
import { type Command, Store } from '../../../archive/store/store.ts';
import { createVault, type Op, openVault, type Vault } from '../../../archive/vault/index.ts';
import { quoteOf, quotes } from '../material.ts';
import type { Keeping, Way } from './way.ts';

const passphrase = 'a passphrase that costs the least';
const kdf = { memory: 64 * 1024, passes: 3 };
const tool = { name: 'bench', version: '1' };
/** Quotes in one change while an archive is filled. */
const AT_ONCE = 5_000;

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.error);
  return result.value;
}

const archiveIn = (folder: string) => join(folder, 'archive');
const wordsIn = (folder: string) => join(folder, 'recovery-words');

/** With recovery words alone, of which no key is derived: so the time to open is that of opening. */
export async function newVault(folder: string): Promise<Vault> {
  const vault = must(await createVault(archiveIn(folder), passphrase, { kdf }));
  const words = must(await vault.holders.addRecoveryWords(passphrase));
  must(await vault.holders.remove(words, 0));
  await writeFile(wordsIn(folder), words);
  return vault;
}

export async function oldVault(folder: string): Promise<Vault> {
  const words = await readFile(wordsIn(folder), 'utf8');
  return must(await openVault(archiveIn(folder), words, { unread: 'activities' }));
}

export function opOf(quote: Quote): Op {
  return { c: 'quotes', id: quote.id, v: quote };
}

export function adding(quote: Quote): Command<never, null> {
  return () =>
    ok({
      value: null,
      change: {
        puts: [{ collection: 'quotes', record: quote }],
        deletes: [],
        activity: { action: 'quote.add', subjects: [quote.id, quote.source], facts: {} },
      },
    });
}

export const vault: Way = {
  fill: async (folder, count) => {
    const made = await newVault(folder);
    const all: Record<string, Op['v']> = {};
    for (let from = 0; from < count; from += AT_ONCE) {
      const ops = [...quotes(from, Math.min(AT_ONCE, count - from))].map(opOf);
      must(await made.append(ops));
      for (const { id, v } of ops) all[id] = v;
    }
    must(await made.compact(() => ({ quotes: all })));
    await made.close();
  },
  open: async (folder): Promise<Keeping> => {
    const opened = await oldVault(folder);
    const state = await opened.read();
    return {
      add: async (quote) => {
        must(await opened.append([opOf(quote)]));
      },
      readAll: () => state.get('quotes')?.size ?? 0,
      close: () => opened.close(),
    };
  },
};

export const store: Way = {
  fill: async (folder, count) => {
    const made = await newVault(folder);
    const filled = await Store.open(made, systemClock, tool);
    for (let from = 0; from < count; from += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) =>
        filled.run(adding(quoteOf(from + at))),
      );
      for (const written of await Promise.all(some)) must(written);
    }
    must(await made.compact(() => filled.stored()));
    await filled.close();
    await made.close();
  },
  open: async (folder): Promise<Keeping> => {
    const opened = await oldVault(folder);
    const kept = await Store.open(opened, systemClock, tool);
    return {
      add: async (quote) => {
        must(await kept.run(adding(quote)));
      },
      readAll: () => kept.reading.all('quotes').length,
      close: async () => {
        await kept.close();
        await opened.close();
      },
    };
  },
};
