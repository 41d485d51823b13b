import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamageError } from '../../../archive/format/damage.ts';
import { FRAME_MOST, makeFrame, nextChain, readFrame } from '../../../archive/format/frame.ts';
import { nextHistory, NO_HISTORY } from '../../../archive/format/history.ts';

const keys = { key: randomBytes(32), check: randomBytes(32) };
const chain = randomBytes(32);

/** A frame sealed by hand, so that the payload can be what no writer writes. */
function forged(plain: Buffer, length: number, index: number): Buffer {
  const prefix = Buffer.alloc(12);
  prefix.writeUInt32BE(length, 0);
  prefix.writeUInt32BE(index, 4);
  createHmac('sha256', keys.check).update(prefix.subarray(0, 8)).digest().copy(prefix, 8, 0, 4);
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 8);
  const cipher = createCipheriv('aes-256-gcm', keys.key, nonce);
  cipher.setAAD(Buffer.concat([prefix, chain]));
  return Buffer.concat([prefix, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function read(bytes: Buffer, index = 3, link: Buffer = chain): string {
  try {
    return readFrame(keys, index, link, bytes, 0)?.payload.toString() ?? 'no frame';
  } catch (error) {
    if (error instanceof DamageError) return error.rule;
    throw error;
  }
}

describe('a frame', () => {
  it('gives back its payload, and is a multiple of 256 bytes long', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (payload) => {
        const bytes = makeFrame(keys, 3, chain, payload) ?? Buffer.alloc(0);
        expect(bytes.length % 256).toBe(0);
        const back = readFrame(keys, 3, chain, bytes, 0);
        expect(Buffer.from(payload).equals(back?.payload ?? Buffer.alloc(0))).toBe(true);
        const link = createHash('sha256').update(chain).update(bytes).digest();
        expect(back?.chain).toEqual(link);
        expect(nextChain(chain, bytes)).toEqual(link);
      }),
      { numRuns: 50 },
    );
  });

  it('is none with another number, behind another frame, cut short or changed', () => {
    const bytes = makeFrame(keys, 3, chain, Buffer.from('{"a":1}')) ?? Buffer.alloc(0);
    expect(read(bytes)).toBe('{"a":1}');
    expect(read(bytes, 4)).toBe('no frame');
    expect(read(bytes, 3, randomBytes(32))).toBe('no frame');
    for (let length = 0; length < bytes.length; length++)
      expect(read(bytes.subarray(0, length))).toBe('no frame');
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x80;
      expect(read(flipped)).toBe('no frame');
    }
  });

  it('[J2] has bounds that are looked at before memory is taken', () => {
    expect(makeFrame(keys, 3, chain, Buffer.alloc(FRAME_MOST))).toBeNull();
    for (const length of [0, 255, 300, FRAME_MOST + 256, 0xffffff00])
      expect(read(forged(Buffer.alloc(228), length, 3))).toBe('J2');
  });

  it('[J3] holds a payload as long as it says, zeros, and no room to spare', () => {
    const plain = Buffer.alloc(228);
    plain.writeUInt32BE(2, 0);
    plain.write('{}', 4);
    expect(read(forged(plain, 256, 3))).toBe('{}');
    const dirty = Buffer.from(plain);
    dirty[200] = 1;
    expect(read(forged(dirty, 256, 3))).toBe('J3');
    const endless = Buffer.from(plain);
    endless.writeUInt32BE(0xffffffff, 0);
    expect(read(forged(endless, 256, 3))).toBe('J3');
    const roomy = Buffer.alloc(484);
    plain.copy(roomy);
    expect(read(forged(roomy, 512, 3))).toBe('J3');
  });

  it('[J10] adds to the history by its number and payload alone', () => {
    const payload = Buffer.from('{"seq":1,"ops":[]}');
    const seq = Buffer.alloc(8);
    seq.writeBigUInt64BE(1n);
    const content = createHash('sha256').update(payload).digest();
    const expected = createHash('sha256').update(Buffer.alloc(32)).update(seq).update(content);
    expect(nextHistory(NO_HISTORY, 1, payload)).toBe(expected.digest('hex'));
  });
});
