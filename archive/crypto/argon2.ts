/** Argon2id by libsodium's WebAssembly: the same on every system, and there in Electron, whose own cryptography has none. */
import sodium from 'libsodium-wrappers-sumo';
import type { KdfTask } from './kdf-task.ts';

/** 32 bytes. Holds its thread for as long as it takes. */
export async function argon2id({ passphrase, salt, settings }: KdfTask): Promise<Uint8Array> {
  await sodium.ready;
  return sodium.crypto_pwhash(
    32,
    passphrase,
    salt.subarray(0, sodium.crypto_pwhash_SALTBYTES),
    settings.passes,
    settings.memory * 1024,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
}
