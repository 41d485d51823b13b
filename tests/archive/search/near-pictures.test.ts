/** Pictures by what they look like: every one that is near enough is found, and no other. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asksFor, PictureIndex } from '../../../archive/search/index.ts';

const hashes = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));

/** Bit by bit. */
function differing(a: string, b: string): number {
  const bits = (hash: string) =>
    Array.from(hash, (digit) => parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  const [left, right] = [bits(a), bits(b)];
  return Array.from(left).filter((bit, at) => bit !== right[at]).length;
}

it('it finds what a look at each bit of each picture finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(12), fc.option(hashes)), { maxLength: 40 }),
      fc.array(fc.record({ hash: hashes, most: fc.nat(140) }), { minLength: 1, maxLength: 4 }),
      (steps, asked) => {
        const index = new PictureIndex();
        const plain = new Map<string, string>();
        for (const [number, hash] of steps) {
          index.set(`picture ${number}`, hash);
          if (hash === null) plain.delete(`picture ${number}`);
          else plain.set(`picture ${number}`, hash);
        }
        expect(index.size).toBe(plain.size);
        const wanted = [...plain].flatMap(([id, hash]) => {
          const near = asked
            .map((ask) => ({ bits: differing(ask.hash, hash), most: ask.most }))
            .filter(({ bits, most }) => bits <= most);
          return near.length === 0 || id === 'picture 3'
            ? []
            : [{ id, bits: Math.min(...near.map(({ bits }) => bits)) }];
        });
        const found = index.near(asked, 100, 'picture 3');
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect(found.toSorted(byId)).toEqual(wanted.toSorted(byId));
        expect(found.map(({ bits }) => bits)).toEqual(
          found.map(({ bits }) => bits).toSorted((a, b) => a - b),
        );
      },
    ),
  );
});

it('holds more than its first room, and tells no more than it is asked for', () => {
  const index = new PictureIndex();
  const hashOf = (at: number) => at.toString(16).padStart(64, '0');
  for (let at = 0; at < 3_000; at++) index.set(`p${at}`, hashOf(at));
  const near = index.near(asksFor(hashOf(2_999), []), 5, '');
  expect(near).toHaveLength(5);
  expect(near[0]).toEqual({ id: 'p2999', bits: 0 });
});
