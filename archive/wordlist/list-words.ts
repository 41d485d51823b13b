/** Bytes as words of BIP-39's English list, 11 bits each. Runs in the window too, which reads words while they are typed. */
import { wordlist } from '@scure/bip39/wordlists/english.js';

const BITS = 11;
const numbers: ReadonlyMap<string, number> = new Map(wordlist.map((word, at) => [word, at]));

/** One word for each 11 bits; the bits must divide evenly. */
export function wordsOfBytes(bytes: Uint8Array): string[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const words: string[] = [];
  for (let at = 0; at < bits.length; at += BITS)
    words.push(wordlist[Number.parseInt(bits.slice(at, at + BITS), 2)] ?? '');
  return words;
}

/** The bytes behind words, or `null` when one is not of the list or they are no whole number of bytes. */
export function bytesOfWords(words: readonly string[]): Uint8Array | null {
  if ((words.length * BITS) % 8 !== 0) return null;
  let bits = '';
  for (const word of words) {
    const number = numbers.get(word);
    if (number === undefined) return null;
    bits += number.toString(2).padStart(BITS, '0');
  }
  const bytes = bits.match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}

export function isListWord(word: string): boolean {
  return numbers.has(word);
}

/** Whether a word of the list begins so: it may be one that is still being typed. */
export function beginsListWord(letters: string): boolean {
  return wordlist.some((word) => word.startsWith(letters));
}

/** The words in what somebody typed, however they are spaced, cased or numbered. */
export function typedWords(typed: string): string[] {
  return typed.toLowerCase().match(/[a-z]+/g) ?? [];
}
