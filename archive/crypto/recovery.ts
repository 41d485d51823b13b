/** Recovery words: 24 words that are a random key of 32 bytes with a check (BIP-39's words and check, not its wallets). */
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { randomBytes } from 'node:crypto';

export function newRecoveryWords(): string {
  return entropyToMnemonic(randomBytes(32), wordlist);
}

/** The key that the words stand for, or `null` when they are not 24 words that pass their check. */
export function recoveryKey(text: string): Buffer | null {
  const words = text
    .normalize('NFKD')
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  if (words.length !== 24) return null;
  try {
    return Buffer.from(mnemonicToEntropy(words.join(' '), wordlist));
  } catch {
    return null;
  }
}
