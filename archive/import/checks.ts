/** Whether a digest that came along with a file fits it: what is told of the file itself, and of what brought the digest. */
import { createHash } from 'node:crypto';
import { limits, type Reading } from '../model/index.ts';
import type { NoteCode } from './draft.ts';
import { cleanLine } from './title.ts';

/** `missing`: it cannot be checked, for the file or the means are not here. */
export type CheckResult = 'agrees' | 'differs' | 'missing';

export interface Check {
  readonly result: CheckResult;
  /** What said the digest: `Tella: photo.csv`. */
  readonly from: string;
}

/** UTF-16 units of what said a digest: a signature tells its key, its moment and its file. */
const FROM = 300;

/** Those that do not fit first: of very many the rest is left out. */
export function asReadings(checks: readonly Check[]): Reading[] {
  const order: readonly CheckResult[] = ['differs', 'missing', 'agrees'];
  return checks
    .toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result))
    .slice(0, limits.listLength / 2)
    .map(({ result, from }) => ({ field: 'check', value: result, from: cleanLine(from, FROM) }));
}

/** One note for all: nothing where nothing could be checked. */
export function noteOf(checks: readonly Check[]): NoteCode[] {
  if (checks.some(({ result }) => result === 'differs')) return ['digests-differ'];
  return checks.some(({ result }) => result === 'agrees') ? ['digests-agree'] : [];
}

/** Digests as files write them: in hexadecimal, or in base32 as web archives do. */
export function fitsDigest(bytes: Uint8Array, algorithm: string, said: string): CheckResult {
  const name = NAMES[algorithm.toLowerCase().replaceAll(/[-_]/g, '')];
  if (name === undefined) return 'missing';
  const is = createHash(name).update(bytes).digest();
  const written = said.trim();
  const fits =
    is.toString('hex') === written.toLowerCase() ||
    base32(is) === written.toUpperCase().replace(/=+$/, '');
  return fits ? 'agrees' : 'differs';
}

const NAMES: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
  sha3512: 'sha3-512',
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Five bits a letter, without filling. */
function base32(bytes: Uint8Array): string {
  let letters = '';
  let held = 0;
  let count = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (count += 8; count >= 5; count -= 5) letters += LETTERS.charAt((held >> (count - 5)) & 31);
    held &= (1 << count) - 1;
  }
  return count === 0 ? letters : letters + LETTERS.charAt((held << (5 - count)) & 31);
}
