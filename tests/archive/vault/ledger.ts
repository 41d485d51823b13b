/** Every (key, nonce) that was ever sealed with, and whether one of them was used for two different texts. */
import { createHash } from 'node:crypto';

export class Ledger {
  readonly #used = new Map<string, string>();
  /** Pairs used for two plaintexts. */
  repeated = 0;

  get size(): number {
    return this.#used.size;
  }

  note(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, aad?: Uint8Array): void {
    const pair = digest(key, nonce);
    const text = digest(plaintext, aad ?? Buffer.alloc(0));
    if ((this.#used.get(pair) ?? text) !== text) this.repeated += 1;
    this.#used.set(pair, text);
  }
}

function digest(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64').slice(0, 22);
}
