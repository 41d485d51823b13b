import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfWords, wordsOfBytes } from '../../../archive/wordlist/list-words.ts';
import { divide, keyOfShares } from '../../../archive/vault/shares.ts';
import { codeOf, create, newFolder, open, PASSPHRASE, tryOpen, valueOf } from './place.ts';

/** Shamir's scheme by the book: Lagrange at zero over GF(2^8), one bit of the product after the other. */
function slowCombine(parts: readonly Uint8Array[]): Buffer {
  const times = (a: number, b: number) => {
    let product = 0;
    for (let left = a, right = b; right > 0; right >>= 1) {
      if (right & 1) product ^= left;
      left = left & 0x80 ? ((left << 1) ^ 0x11b) & 0xff : left << 1;
    }
    return product;
  };
  const inverse = (a: number) => {
    for (let b = 1; b < 256; b++) if (times(a, b) === 1) return b;
    throw new Error('zero has none');
  };
  const at = (part: Uint8Array, index: number) => part[index] ?? 0;
  const length = (parts[0]?.length ?? 1) - 1;
  return Buffer.from(
    Array.from({ length }, (_, index) =>
      parts.reduce((sum, part) => {
        const x = at(part, length);
        const basis = parts
          .filter((other) => other !== part)
          .reduce((product, other) => {
            const y = at(other, length);
            return times(product, times(y, inverse(x ^ y)));
          }, 1);
        return sum ^ times(at(part, index), basis);
      }, 0),
    ),
  );
}

describe('shares', () => {
  it('[K11] of the needed number are the key, in any order, and are what the format says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.integer({ min: 2, max: 16 }),
        fc.integer({ min: 0, max: 14 }),
        fc.nat(),
        async (key, needed, more, turn) => {
          const made = Math.min(16, needed + more);
          const shares = await divide(key, { needed, made });
          expect(shares).toHaveLength(made);
          const some = [...shares.slice(turn % made), ...shares.slice(0, turn % made)].slice(
            0,
            needed,
          );
          expect(valueOf(await keyOfShares(some.join('\n')))).toEqual(Buffer.from(key));
          const bytes = some.map((share) => Buffer.from(bytesOfWords(share.split(' ')) ?? []));
          for (const share of bytes) {
            expect(share.length).toBe(44);
            expect([share[0], share[5]]).toEqual([1, needed]);
            const sum = createHash('sha256')
              .update('kuferak/v1/share')
              .update(share.subarray(0, 39));
            expect(share.subarray(39)).toEqual(sum.digest().subarray(0, 5));
          }
          expect(slowCombine(bytes.map((share) => share.subarray(6, 39)))).toEqual(
            Buffer.from(key),
          );
        },
      ),
      { numRuns: process.env.SLOW === undefined ? 15 : 300 },
    );
  });

  it('[K11] say which of them was mistyped, is of another set, or is missing', async () => {
    const shares = await divide(randomBytes(32), { needed: 3, made: 5 });
    const others = await divide(randomBytes(32), { needed: 3, made: 5 });
    const [one = '', two = '', three = ''] = shares;
    const wrong = two
      .split(' ')
      .with(4, two.startsWith('zoo') ? 'able' : 'zoo')
      .join(' ');
    const failed = async (...typed: readonly string[]) => {
      const read = await keyOfShares(typed.join('\n'));
      return read.ok ? read.value : read.error;
    };
    expect(await failed(one, wrong, three)).toEqual({ code: 'share-wrong', detail: { share: 2 } });
    expect(await failed(one, others[1] ?? '', three)).toEqual({ code: 'shares-mixed' });
    const missing = { code: 'shares-missing', detail: { have: 2, needed: 3 } };
    expect(await failed(one, two)).toEqual(missing);
    expect(await failed(one, two, one)).toEqual(missing);
    // What is no share at all is left to be a passphrase.
    expect(await failed('zoo '.repeat(32))).toBeNull();
    expect(await failed(`${one} ${two} ${three} and`)).toBeNull();
    expect(await failed('x'.repeat(100_000))).toBeNull();
  });

  it('[K11] open the archive, however they are numbered and spaced, and too few do not', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    for (const counts of [
      { needed: 1, made: 3 },
      { needed: 4, made: 3 },
      { needed: 2, made: 17 },
    ])
      expect(codeOf(await vault.holders.addShares(PASSPHRASE, counts))).toBe('shares-impossible');
    const shares = valueOf(await vault.holders.addShares(PASSPHRASE, { needed: 2, made: 3 }));
    expect(valueOf(await vault.holders.list())[1]).toEqual({
      slot: 1,
      kind: 'shares',
      kdf: null,
      shares: { needed: 2, made: 3 },
    });
    await vault.close();
    const numbered = shares
      .slice(1)
      .map((share) =>
        share
          .split(' ')
          .map((word, at) => `${at + 1}. ${word.toUpperCase()}`)
          .join('\r\n'),
      )
      .join('\n\n');
    await (await open(folder, {}, numbered)).close();
    expect(await tryOpen(folder, {}, shares[0])).toMatchObject({
      error: { code: 'shares-missing', detail: { have: 1, needed: 2 } },
    });
    const others = await divide(randomBytes(32), { needed: 2, made: 2 });
    expect(codeOf(await tryOpen(folder, {}, others.join(' ')))).toBe('wrong-passphrase');
  });
});

describe('words of the list', () => {
  it('stand for bytes, one way and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 8 }), (some) => {
        const bytes = new Uint8Array(11 * some.length).map((_, at) => some[at % some.length] ?? 0);
        const words = wordsOfBytes(bytes);
        expect(words).toHaveLength(8 * some.length);
        expect(bytesOfWords(words)).toEqual(bytes);
        expect(bytesOfWords(words.with(0, 'kuferak'))).toBeNull();
      }),
    );
  });
});
