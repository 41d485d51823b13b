/** What a person holds that opens an archive, as it was typed: a passphrase, recovery words, or shares. */
import { passphraseBytes } from '../crypto/kdf.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { limits } from '../model/limits.ts';
import { entropyOf } from '../wordlist/recovery-words.ts';
import { keyOfShares, type ShareFailure } from './shares.ts';

/** Tried as all that it can be. */
export interface Secret {
  readonly passphrase: Buffer;
  /** Behind recovery words. */
  readonly entropy: Buffer | null;
  /** Put together from shares. */
  readonly divided: Buffer | null;
}

export type SecretFailure = 'passphrase-empty' | 'passphrase-too-long' | ShareFailure;

export async function readSecret(typed: string): Promise<Result<Secret, SecretFailure>> {
  if (typed === '') return fail('passphrase-empty');
  if (typed.length > limits.passphraseBytes) return fail('passphrase-too-long');
  const passphrase = passphraseBytes(typed);
  if (passphrase.length > limits.passphraseBytes) return fail('passphrase-too-long');
  const divided = await keyOfShares(typed);
  if (!divided.ok) return divided;
  const entropy = entropyOf(typed);
  return ok({ passphrase, entropy: entropy && Buffer.from(entropy), divided: divided.value });
}

export function wipeSecret({ passphrase, entropy, divided }: Secret): void {
  passphrase.fill(0);
  entropy?.fill(0);
  divided?.fill(0);
}
