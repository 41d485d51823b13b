/** AES-256-GCM. A nonce is never used twice with one key: callers count or use a key once. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { assert } from '../lib/assert.ts';
import { preparedKey } from './prepared-key.ts';

export const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/** Ciphertext followed by its tag. `key` is 32 bytes, `nonce` 12. */
export function seal(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  aad?: Uint8Array,
): Buffer {
  assert(key.length === 32 && nonce.length === 12, 'a key of 32 bytes and a nonce of 12');
  const cipher = createCipheriv(ALGORITHM, preparedKey(key), nonce);
  if (aad) cipher.setAAD(aad);
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** The plaintext, or `null` when key, nonce, associated data or bytes are not those that were sealed. */
export function open(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  aad?: Uint8Array,
): Buffer | null {
  if (sealed.length < TAG_BYTES) return null;
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, preparedKey(key), nonce, {
    authTagLength: TAG_BYTES,
  });
  if (aad) decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(end));
  const plaintext = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
  } catch {
    plaintext.fill(0);
    return null;
  }
  return plaintext;
}
