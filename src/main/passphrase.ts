/** Suggests a passphrase: seven words out of 2,048, each taken by chance: 77 bits. */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { randomInt } from 'node:crypto';

const WORDS = 7;

export function suggestPassphrase(): string {
  const words = Array.from({ length: WORDS }, () => wordlist[randomInt(wordlist.length)] ?? '');
  return words.join(' ');
}
