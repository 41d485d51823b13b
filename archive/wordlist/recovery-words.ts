/** Recovery words: 32 random bytes as 24 English words with a check (BIP-39's list, none of its key derivation). */
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { typedWords } from './list-words.ts';

export const RECOVERY_WORDS = 24;
/** The longest word of the list has eight letters. */
const LONGEST = 1_000;

export function wordsFor(entropy: Uint8Array): string {
  return entropyToMnemonic(entropy, wordlist);
}

/** The bytes behind 24 words, however they are spaced, cased or numbered; `null` when they are none or one is wrong. */
export function entropyOf(typed: string): Uint8Array | null {
  if (typed.length > LONGEST) return null;
  const words = typedWords(typed);
  if (words.length !== RECOVERY_WORDS) return null;
  try {
    return mnemonicToEntropy(words.join(' '), wordlist);
  } catch {
    return null;
  }
}
