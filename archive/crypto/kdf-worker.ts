/** Argon2id by libsodium's WebAssembly: the same on every system, and there in Electron, whose own cryptography has none. */
import sodium from 'libsodium-wrappers-sumo';
import { parentPort, workerData } from 'node:worker_threads';
import type { KdfTask } from './kdf.ts';

const { passphrase, salt, settings } = workerData as KdfTask;
await sodium.ready;
const key = sodium.crypto_pwhash(
  32,
  passphrase,
  salt.subarray(0, sodium.crypto_pwhash_SALTBYTES),
  settings.passes,
  settings.memory * 1024,
  sodium.crypto_pwhash_ALG_ARGON2ID13,
);
parentPort?.postMessage(key);
