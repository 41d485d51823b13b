/** A key as Node's ciphers take it without preparing it again: that costs more than sealing a kilobyte with it. */
import { createSecretKey, type KeyObject } from 'node:crypto';

const prepared = new WeakMap<Uint8Array, KeyObject>();

/** The same for the same bytes object, which is not to be changed before it is forgotten. */
export function preparedKey(key: Uint8Array): KeyObject {
  let found = prepared.get(key);
  if (!found) {
    found = createSecretKey(key);
    prepared.set(key, found);
  }
  return found;
}
