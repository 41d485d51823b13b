/** Keys from keys: HKDF with SHA-256 (RFC 5869), one purpose each. */
import { createHash, createHmac, hkdfSync, type Hmac, timingSafeEqual } from 'node:crypto';
import { preparedKey } from './prepared-key.ts';

export type Purpose =
  | 'head'
  | 'snapshot'
  | 'journal'
  | 'blob'
  | 'blob-name'
  | 'anchor'
  | 'index'
  | 'keyring'
  | 'keyfile-mac'
  | 'slot';

const LABEL = 'kuferak/v1/';

/** `length` bytes for a purpose; `context` is bound into them. */
export function derive(
  key: Uint8Array,
  salt: Uint8Array,
  purpose: Purpose | 'file',
  length: number,
  context: Uint8Array = new Uint8Array(0),
): Buffer {
  const info = Buffer.concat([Buffer.from(LABEL + purpose, 'ascii'), context]);
  return Buffer.from(hkdfSync('sha256', key, salt, info, length));
}

export function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer {
  const mac = createHmac('sha256', preparedKey(key));
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/** In a time that does not tell where they differ. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** As `hmac`, for bytes that come in pieces. */
export function keyedHash(key: Uint8Array): Hmac {
  return createHmac('sha256', key);
}
