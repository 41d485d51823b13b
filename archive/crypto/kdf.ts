/** A key from a passphrase: Argon2id in a thread of its own, within bounds that are checked before anything is spent. */
import { Worker } from 'node:worker_threads';

export interface KdfSettings {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
}

export const defaultKdf: KdfSettings = { memory: 256 * 1024, passes: 3 };

/** Below the least a stolen disk is cheap to guess on; above the most a forged file could take the machine down. */
export const kdfBounds = {
  memory: { least: 64 * 1024, most: 2 * 1024 * 1024 },
  passes: { least: 3, most: 16 },
} as const;

export function withinBounds({ memory, passes }: KdfSettings): boolean {
  const inside = (value: number, { least, most }: { least: number; most: number }) =>
    Number.isInteger(value) && value >= least && value <= most;
  return inside(memory, kdfBounds.memory) && inside(passes, kdfBounds.passes);
}

/** NFC, so that the same words typed on another system are the same key. */
export function passphraseBytes(passphrase: string): Buffer {
  return Buffer.from(passphrase.normalize('NFC'), 'utf8');
}

export interface KdfTask {
  readonly passphrase: Uint8Array;
  /** 32 bytes. The first 16 are Argon2's salt, all 32 are bound in by the caller's HKDF. */
  readonly salt: Uint8Array;
  readonly settings: KdfSettings;
}

/** 32 bytes. The thread, and with it the memory that held the work, is gone when this resolves. */
export function stretch(task: KdfTask): Promise<Buffer> {
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
