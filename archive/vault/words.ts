/** Four words for a state of the archive: the first 44 bits of its history hash, 11 bits a word. */
import { wordlist } from '@scure/bip39/wordlists/english.js';

export function wordsOf(history: string): readonly [string, string, string, string] {
  const bits = BigInt(`0x${history.slice(0, 11)}`);
  const word = (shift: bigint) => wordlist[Number((bits >> shift) & 2047n)] ?? '';
  return [word(33n), word(22n), word(11n), word(0n)];
}
