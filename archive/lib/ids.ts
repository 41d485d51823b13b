/** Random identifiers: a prefix that names the kind and 100 random bits in Crockford's base 32, lower case. */
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 20;

export function newId(prefix: string): string {
  let id = `${prefix}_`;
  for (const byte of randomBytes(LENGTH)) id += ALPHABET.charAt(byte & 31);
  return id;
}
