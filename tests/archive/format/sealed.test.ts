import { createCipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamageError } from '../../../archive/format/damage.ts';
import { padme } from '../../../archive/format/padme.ts';
import { BodySealer, CHUNK_BYTES, openBody, sealBody } from '../../../archive/format/sealed.ts';

const key = randomBytes(32);
const seal = (data: Uint8Array) => Buffer.concat([...sealBody(key, data)]);

/** Chunks sealed by hand, right or wrong as the test wants them. */
function sealedChunks(chunks: readonly { plain: Buffer; number: number; last: boolean }[]): Buffer {
  return Buffer.concat(
    chunks.map(({ plain, number, last }) => {
      const nonce = Buffer.alloc(12);
      nonce.writeBigUInt64BE(BigInt(number), 3);
      nonce[11] = last ? 1 : 0;
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    }),
  );
}

function plainOf(data: Buffer, total: number, length = data.length): Buffer {
  const plain = Buffer.alloc(total);
  data.copy(plain);
  plain.writeBigUInt64BE(BigInt(length), total - 8);
  return plain;
}

function ruleOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof DamageError) return error.rule;
    throw error;
  }
  return 'none';
}

describe('a sealed body', () => {
  it('[S4] [S6] is as long as Padmé says, at every edge', () => {
    expect([0, 1, 2, 8, 9, 100, 1000, 65_535, 65_536, 65_537].map(padme)).toEqual([
      0, 1, 2, 8, 10, 104, 1024, 65_536, 65_536, 67_584,
    ]);
    for (const size of [0, 1, 247, 248, 255, 256, CHUNK_BYTES - 8, CHUNK_BYTES - 7, CHUNK_BYTES]) {
      const total = padme(size + 8);
      const body = seal(Buffer.alloc(size, 1));
      expect(body.length).toBe(total + 16 * Math.ceil(total / CHUNK_BYTES));
    }
  });

  it('gives back what was sealed, in whatever pieces it came', () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 70_000 }), { maxLength: 5 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const sealer = new BodySealer(key);
        const sealed = [...parts.flatMap((part) => [...sealer.push(part)]), ...sealer.finish()];
        const whole = Buffer.concat(parts);
        const body = Buffer.concat(sealed);
        expect(Buffer.compare(openBody(key, body), whole)).toBe(0);
        expect(Buffer.compare(body, seal(whole))).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('[S1] [S2] that was cut, extended or put in another order does not open', () => {
    const body = seal(randomBytes(200_000));
    const chunk = CHUNK_BYTES + 16;
    const swapped = Buffer.concat([
      body.subarray(chunk, 2 * chunk),
      body.subarray(0, chunk),
      body.subarray(2 * chunk),
    ]);
    expect(ruleOf(() => openBody(key, Buffer.alloc(0)))).toBe('S1');
    expect(ruleOf(() => openBody(key, body.subarray(0, chunk + 7)))).toBe('S1');
    for (const wrong of [
      body.subarray(0, chunk),
      body.subarray(0, 2 * chunk),
      body.subarray(chunk),
      swapped,
      Buffer.concat([body, body.subarray(0, 20)]),
      Buffer.concat([body, Buffer.alloc(chunk)]),
    ])
      expect(ruleOf(() => openBody(key, wrong))).toBe('S2');
    expect(ruleOf(() => openBody(randomBytes(32), body))).toBe('S2');
  });

  it('[S2] has exactly one last chunk, at the end', () => {
    const total = padme(CHUNK_BYTES + 8);
    const plain = plainOf(Buffer.alloc(CHUNK_BYTES), total);
    const [a, b] = [plain.subarray(0, CHUNK_BYTES), plain.subarray(CHUNK_BYTES)];
    const first = { plain: a, number: 0, last: false };
    const second = { plain: b, number: 1, last: true };
    expect(openBody(key, sealedChunks([first, second])).length).toBe(CHUNK_BYTES);
    for (const wrong of [
      [first, { ...second, last: false }],
      [{ ...first, last: true }, second],
      [first, { ...second, number: 2 }],
      [{ ...first, number: 1 }, second],
    ])
      expect(ruleOf(() => openBody(key, sealedChunks(wrong)))).toBe('S2');
  });

  it('[S3] [S4] [S5] holds its length and nothing in between', () => {
    const only = (plain: Buffer) => sealedChunks([{ plain, number: 0, last: true }]);
    expect(openBody(key, only(plainOf(Buffer.from('abc'), 11 + 1))).toString()).toBe('abc');
    expect(ruleOf(() => openBody(key, only(Buffer.alloc(7))))).toBe('S3');
    const huge = Buffer.alloc(16, 0xff);
    expect(ruleOf(() => openBody(key, only(huge)))).toBe('S3');
    expect(ruleOf(() => openBody(key, only(plainOf(Buffer.from('abc'), 16))))).toBe('S4');
    expect(ruleOf(() => openBody(key, only(plainOf(Buffer.alloc(0), 8, 5))))).toBe('S4');
    const dirty = plainOf(Buffer.alloc(90), padme(98));
    expect(dirty.length).toBeGreaterThan(98);
    dirty[91] = 1;
    expect(ruleOf(() => openBody(key, only(dirty)))).toBe('S5');
  });
});
