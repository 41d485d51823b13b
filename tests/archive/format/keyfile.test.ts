import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamageError, TooNewError } from '../../../archive/format/damage.ts';
import {
  isAuthentic,
  makeKeyFile,
  makeSlot,
  openRing,
  openSlot,
  readKeyFile,
  type Ring,
} from '../../../archive/format/keyfile.ts';

const archiveId = randomBytes(16);
const rootKey = randomBytes(32);
const ring: Ring = { dataKeys: [randomBytes(32)], epoch: 1, naming: null };
const holder = randomBytes(32);
const kdf = { memory: 65_536, passes: 3 };
const salt = randomBytes(32);
const slot = makeSlot({ kind: 'passphrase', kdf, salt }, holder, archiveId, rootKey);
const words = makeSlot({ kind: 'recovery', salt }, holder, archiveId, rootKey);
const shares = { needed: 3, made: 5 };
const divided = makeSlot({ kind: 'shares', shares, salt }, holder, archiveId, rootKey);
const whole = makeKeyFile(5, archiveId, [slot, null, words, divided], rootKey, ring);

function ruleOf(bytes: Buffer): string {
  try {
    readKeyFile(bytes);
  } catch (error) {
    if (error instanceof DamageError) return error.rule;
    if (error instanceof TooNewError) return `too-new ${error.found}`;
    throw error;
  }
  return 'none';
}

/** Changed by one who knows the unkeyed sum. */
function forged(change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(whole);
  change(bytes);
  createHash('sha256').update(bytes.subarray(0, 4064)).digest().copy(bytes, 4064);
  return bytes;
}

describe('a key file', () => {
  it('[K3] [K5] leads from a holder to the data key, by each of its slots', () => {
    const file = readKeyFile(whole);
    expect(file.generation).toBe(5);
    expect(isAuthentic(file, rootKey)).toBe(true);
    const opened = file.slots.map((each) => each && openSlot(each, holder, archiveId));
    expect(opened.filter((key) => key !== null)).toEqual([rootKey, rootKey, rootKey]);
    expect(file.slots[3]?.shares).toEqual(shares);
    expect(openRing(file, rootKey)).toEqual(ring);
    expect(openSlot(slot, randomBytes(32), archiveId)).toBeNull();
    expect(openSlot(slot, holder, randomBytes(16))).toBeNull();
    expect(() => openRing(file, randomBytes(32))).toThrow(DamageError);
  });

  it('[K5] holds two data keys while it is keyed anew, and the naming key once the first is dropped', () => {
    const rings: Ring[] = [
      { dataKeys: [randomBytes(32), randomBytes(32)], epoch: 1, naming: null },
      { dataKeys: [randomBytes(32)], epoch: 2, naming: randomBytes(32) },
      { dataKeys: [randomBytes(32), randomBytes(32)], epoch: 65_535, naming: randomBytes(32) },
    ];
    for (const each of rings) {
      const file = readKeyFile(makeKeyFile(1, archiveId, [slot], rootKey, each));
      expect(openRing(file, rootKey)).toEqual(each);
    }
    const [two, later] = rings as [Ring, Ring];
    const wrong: Ring[] = [
      { ...ring, naming: randomBytes(32) },
      { ...later, naming: null },
      { ...two, dataKeys: [] as never },
      { ...two, dataKeys: [...two.dataKeys, randomBytes(32)] as never },
    ];
    for (const each of wrong) {
      const file = readKeyFile(makeKeyFile(1, archiveId, [slot], rootKey, each));
      expect(() => openRing(file, rootKey)).toThrow(DamageError);
    }
  });

  it('[K1] [K2] of another length, version or sum is refused before anything is derived', () => {
    expect(ruleOf(whole.subarray(0, 4095))).toBe('K1');
    expect(ruleOf(Buffer.concat([whole, Buffer.alloc(1)]))).toBe('K1');
    expect(ruleOf(forged((bytes) => (bytes[9] = 1)))).toBe('K1');
    expect(ruleOf(forged((bytes) => (bytes[4000] = 1)))).toBe('K1');
    expect(ruleOf(forged((bytes) => (bytes[8] = 3)))).toBe('too-new 3');
    for (let at = 12; at < whole.length; at += 7) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(ruleOf(flipped)).toMatch(/^K[12]$/);
    }
  });

  it('[K4] with costs beyond the bounds is refused before memory is spent', () => {
    for (const [memory, passes] of [
      [4 * 1024 * 1024, 3],
      [0xffffffff, 3],
      [65_535, 3],
      [0, 3],
      [65_536, 2],
      [65_536, 17],
      [65_536, 0xffffffff],
    ] as const)
      expect(
        ruleOf(
          forged((bytes) => {
            bytes.writeUInt32BE(memory, 36);
            bytes.writeUInt32BE(passes, 40);
          }),
        ),
      ).toBe('K4');
    expect(ruleOf(forged((bytes) => bytes.writeUInt32BE(4, 44)))).toBe('K4');
  });

  it('[K3] with a slot that is none of ours is refused', () => {
    expect(ruleOf(forged((bytes) => (bytes[32] = 9)))).toBe('K3');
    expect(ruleOf(forged((bytes) => (bytes[33] = 2)))).toBe('K3');
    expect(ruleOf(forged((bytes) => (bytes[34] = 1)))).toBe('K3');
    expect(ruleOf(forged((bytes) => (bytes[32 + 100] = 1)))).toBe('K3');
    expect(ruleOf(forged((bytes) => (bytes[32 + 160 + 20] = 1)))).toBe('K3');
    expect(ruleOf(forged((bytes) => (bytes[32 + 320 + 5] = 1)))).toBe('K3');
    for (const [needed, made] of [
      [1, 5],
      [6, 5],
      [3, 17],
      [0, 0],
    ] as const)
      expect(
        ruleOf(
          forged((bytes) => {
            bytes.writeUInt32BE(needed, 32 + 480 + 4);
            bytes.writeUInt32BE(made, 32 + 480 + 8);
          }),
        ),
      ).toBe('K3');
    expect(ruleOf(forged((bytes) => (bytes[32 + 480 + 15] = 1)))).toBe('K3');
  });

  it('[K7] that one without the root key changed is not authentic', () => {
    const moved = forged((bytes) => bytes.writeUInt32BE(131_072, 36));
    expect(ruleOf(moved)).toBe('none');
    expect(isAuthentic(readKeyFile(moved), rootKey)).toBe(false);
    const fewer = forged((bytes) => bytes.fill(0, 32 + 320, 32 + 480));
    expect(isAuthentic(readKeyFile(fewer), rootKey)).toBe(false);
  });

  it('of any bytes is refused without a crash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 200 }), fc.nat(4095), (bytes, at) => {
        expect(ruleOf(Buffer.from(bytes))).toMatch(/^K1$/);
        const patched = forged((file) => Buffer.from(bytes).copy(file, at));
        expect(ruleOf(patched)).toMatch(/^(?:K\d|too-new \d+|none)$/);
      }),
    );
  });
});
