/**
 * Shares of a key: some of them, put together, are the key; fewer say nothing (Shamir's scheme). The scheme itself
 * answers a wrong key without a word when one share is wrong, so each share carries what it belongs to and a check.
 */
import { randomBytes } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import { SHARES_MOST, type ShareCounts } from '../format/keyfile.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { typedWords } from '../wordlist/list-words.ts';
import { areAlike, SHARE_WORDS, shareOfWords, wordsOfShare } from '../wordlist/share-words.ts';

/** The longest word of the list has eight letters; numbers, dots and breaks may stand between. */
const LONGEST = SHARES_MOST * SHARE_WORDS * 16;

/** As many shares of 32 words as are to be made. `key` is 32 bytes. */
export async function divide(key: Uint8Array, { needed, made }: ShareCounts): Promise<string[]> {
  const set = randomBytes(4);
  const parts = await split(new Uint8Array(key), made, needed);
  return parts.map((part) => wordsOfShare({ set, needed, part }));
}

export type ShareFailure = 'share-wrong' | 'shares-mixed' | 'shares-missing';

/**
 * The key that the shares in a typed text are of, or `null` when it holds none. A share that was mistyped is told by
 * its place among them, from 1.
 */
export async function keyOfShares(typed: string): Promise<Result<Buffer | null, ShareFailure>> {
  if (typed.length > LONGEST) return ok(null);
  const words = typedWords(typed);
  if (words.length === 0 || words.length % SHARE_WORDS !== 0) return ok(null);
  const read = Array.from({ length: words.length / SHARE_WORDS }, (_, at) =>
    shareOfWords(words.slice(at * SHARE_WORDS, (at + 1) * SHARE_WORDS)),
  );
  const shares = read.filter((share) => share !== null);
  const [first] = shares;
  if (!first) return ok(null);
  if (shares.length < read.length) return fail('share-wrong', { share: read.indexOf(null) + 1 });
  if (!shares.every(({ set }) => areAlike(set, first.set))) return fail('shares-mixed');
  const parts = new Map(shares.map(({ part }) => [Buffer.from(part).toString('hex'), part]));
  const { needed } = first;
  if (parts.size < needed) return fail('shares-missing', { have: parts.size, needed });
  return ok(Buffer.from(await combine([...parts.values()].slice(0, needed))));
}
