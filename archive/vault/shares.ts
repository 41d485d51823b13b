/**
 * Shares of a key: some of them, put together, are the key; fewer say nothing (Shamir's scheme). The scheme itself
 * answers a wrong key without a word when one share is wrong, so each share carries what it belongs to and a check.
 */
import { randomBytes } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import { sha256 } from '../crypto/derive.ts';
import { SHARES_MOST, type ShareCounts } from '../format/keyfile.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { bytesOfWords, typedWords, wordsOfBytes } from './list-words.ts';

/** [K11] Version 1, set 4, needed 1, part 33, check 5: 44 bytes. */
const WORDS = 32;
const VERSION = 1;
const NEEDED_AT = 5;
const PART_AT = 6;
const CHECK_AT = 39;
/** The longest word of the list has eight letters; numbers, dots and breaks may stand between. */
const LONGEST = SHARES_MOST * WORDS * 16;

interface Share {
  readonly set: string;
  readonly needed: number;
  readonly part: Uint8Array;
}

/** As many shares of 32 words as are to be made. `key` is 32 bytes. */
export async function divide(key: Uint8Array, { needed, made }: ShareCounts): Promise<string[]> {
  const set = randomBytes(4);
  const parts = await split(new Uint8Array(key), made, needed);
  return parts.map((part) => {
    const bytes = Buffer.concat([Buffer.from([VERSION]), set, Buffer.from([needed]), part]);
    return wordsOfBytes(Buffer.concat([bytes, checkOf(bytes)])).join(' ');
  });
}

export type ShareFailure = 'share-wrong' | 'shares-mixed' | 'shares-missing';

/**
 * The key that the shares in a typed text are of, or `null` when it holds none. A share that was mistyped is told by
 * its place among them, from 1.
 */
export async function keyOfShares(typed: string): Promise<Result<Buffer | null, ShareFailure>> {
  if (typed.length > LONGEST) return ok(null);
  const words = typedWords(typed);
  if (words.length === 0 || words.length % WORDS !== 0) return ok(null);
  const read = Array.from({ length: words.length / WORDS }, (_, at) =>
    readShare(words.slice(at * WORDS, (at + 1) * WORDS)),
  );
  const shares = read.filter((share) => share !== null);
  const [first] = shares;
  if (!first) return ok(null);
  if (shares.length < read.length) return fail('share-wrong', { share: read.indexOf(null) + 1 });
  if (shares.some(({ set }) => set !== first.set)) return fail('shares-mixed');
  const parts = new Map(shares.map(({ part }) => [Buffer.from(part).toString('hex'), part]));
  const { needed } = first;
  if (parts.size < needed) return fail('shares-missing', { have: parts.size, needed });
  return ok(Buffer.from(await combine([...parts.values()].slice(0, needed))));
}

function readShare(words: readonly string[]): Share | null {
  const bytes = bytesOfWords(words);
  if (bytes?.[0] !== VERSION) return null;
  if (!checkOf(bytes.subarray(0, CHECK_AT)).equals(bytes.subarray(CHECK_AT))) return null;
  return {
    set: bytes.subarray(1, NEEDED_AT).toString('hex'),
    needed: bytes[NEEDED_AT] ?? 0,
    part: new Uint8Array(bytes.subarray(PART_AT, CHECK_AT)),
  };
}

function checkOf(bytes: Uint8Array): Buffer {
  return sha256(Buffer.from('kuferak/v1/share', 'ascii'), bytes).subarray(0, 5);
}
