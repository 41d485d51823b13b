/** A key from a passphrase: Argon2id in a thread of its own, within bounds that are checked before anything is spent. */
import { Worker } from 'node:worker_threads';
import { assert } from '../lib/assert.ts';
import type { KdfSettings, KdfTask } from './kdf-task.ts';

export type { KdfSettings, KdfTask } from './kdf-task.ts';

export const defaultKdf: KdfSettings = { memory: 256 * 1024, passes: 3 };

/** Below the least a stolen disk is cheap to guess on; above the most a forged file could take the machine down. */
export const kdfBounds = {
  memory: { least: 64 * 1024, most: 2 * 1024 * 1024 },
  passes: { least: 3, most: 16 },
} as const;

/** What libsodium takes at the least: for tests, which derive many keys that protect nothing. */
const cheapest: KdfSettings = { memory: 8, passes: 1 };

/** `cheap` allows less than the least; never more than the most. */
export function withinBounds({ memory, passes }: KdfSettings, cheap = false): boolean {
  const least = cheap
    ? cheapest
    : { memory: kdfBounds.memory.least, passes: kdfBounds.passes.least };
  const inside = (value: number, from: number, to: number) =>
    Number.isInteger(value) && value >= from && value <= to;
  return (
    inside(memory, least.memory, kdfBounds.memory.most) &&
    inside(passes, least.passes, kdfBounds.passes.most)
  );
}

/** Whether cheap settings were asked for; a bug when anything but a test asks. */
export function cheapAllowed(asked: true | undefined): boolean {
  assert(asked === undefined || process.env.NODE_ENV === 'test', 'cheap keys are for tests alone');
  return asked === true;
}

/** NFC, so that the same words typed on another system are the same key. */
export function passphraseBytes(passphrase: string): Buffer {
  return Buffer.from(passphrase.normalize('NFC'), 'utf8');
}

/** 32 bytes. The thread, and with it the memory that held the work, is gone when this resolves. */
export async function stretch(task: KdfTask): Promise<Buffer> {
  if (task.settings.memory < kdfBounds.memory.least) return stretchHere(task);
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./kdf-worker.${extension}`, import.meta.url), {
    workerData: task,
  });
  return new Promise<Buffer>((resolve, reject) => {
    worker.once('message', (key: Uint8Array) => {
      resolve(Buffer.from(key));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the key derivation ended without a key'));
    });
  }).finally(() => worker.terminate());
}

/** Costs that only tests may set are smaller than that of a thread. */
async function stretchHere(task: KdfTask): Promise<Buffer> {
  const { argon2id } = await import('./argon2.ts');
  return Buffer.from(await argon2id(task));
}
