/** Notes what is sealed with which key and nonce, anywhere in this process: below everything, at Node's own ciphers. */
import crypto, { type CipherGCM, createHash, KeyObject } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Digests: of the key and the nonce, and of what was sealed with them. */
export type Note = (pair: string, text: string) => void;

type Bytes = Uint8Array;
type Key = Bytes | KeyObject;
type CreateCipher = (algorithm: string, key: Key, nonce: Bytes, ...rest: unknown[]) => CipherGCM;

export function noteSealing(note: Note): void {
  const real = crypto.createCipheriv as unknown as CreateCipher;
  const noting: CreateCipher = (algorithm, key, nonce, ...rest) => {
    const cipher = real(algorithm, key, nonce, ...rest);
    const pair = digestOf(key instanceof KeyObject ? key.export() : key, nonce);
    const text = createHash('sha256');
    const setAAD = cipher.setAAD.bind(cipher);
    const update = cipher.update.bind(cipher);
    const final = cipher.final.bind(cipher);
    return Object.assign(cipher, {
      setAAD: (aad: Bytes) => {
        text.update(aad);
        return setAAD(aad);
      },
      update: (plain: Bytes) => {
        text.update(plain);
        return update(plain);
      },
      final: () => {
        note(pair, text.digest('base64').slice(0, 22));
        return final();
      },
    });
  };
  Reflect.set(crypto, 'createCipheriv', noting);
  syncBuiltinESMExports();
}

/** Which pairs were used, and how many of them for two different texts. */
export class Nonces {
  readonly #used = new Map<string, string>();
  repeated = 0;

  get size(): number {
    return this.#used.size;
  }

  readonly note: Note = (pair, text) => {
    if ((this.#used.get(pair) ?? text) !== text) this.repeated += 1;
    this.#used.set(pair, text);
  };
}

function digestOf(...parts: readonly Bytes[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64').slice(0, 22);
}
