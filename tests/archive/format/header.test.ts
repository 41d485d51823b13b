import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamageError, TooNewError } from '../../../archive/format/damage.ts';
import {
  beginFile,
  idOfNumber,
  type PurposeKeys,
  readHeader,
} from '../../../archive/format/header.ts';

const key: PurposeKeys = [{ epoch: 1, key: randomBytes(32) }];
const archiveId = randomBytes(16);
const named = { type: 'journal', archiveId, id: idOfNumber(7) } as const;

function made(): { header: Buffer; key: Buffer } {
  const { header, keys } = beginFile('journal', archiveId, key);
  return { header: header(idOfNumber(7)), key: keys.key };
}

function ruleOf(header: Buffer, expected: typeof named = named, purposeKeys = key): string {
  try {
    readHeader(header, expected, purposeKeys);
  } catch (error) {
    if (error instanceof DamageError) return error.rule;
    if (error instanceof TooNewError) return `too-new ${error.found}`;
    throw error;
  }
  return 'none';
}

function changed(at: number, value: number): Buffer {
  const { header } = made();
  header[at] = value;
  return header;
}

describe('a header', () => {
  it('leads to the keys that the file was sealed with, and each file has its own', () => {
    const one = made();
    const other = made();
    expect(readHeader(one.header, named, key).key).toEqual(one.key);
    expect(one.key).not.toEqual(other.key);
  });

  it('[H1] [H2] [H3] [H4] [H5] is what it says it is', () => {
    const { header } = made();
    expect(ruleOf(header)).toBe('none');
    expect(ruleOf(header.subarray(0, 255))).toBe('H1');
    expect(ruleOf(changed(0, 0x6b))).toBe('H2');
    expect(ruleOf(changed(9, 2))).toBe('too-new 2');
    expect(ruleOf(changed(9, 0))).toBe('H3');
    expect(ruleOf(changed(8, 4))).toBe('H4');
    for (const at of [10, 11, 12, 15, 96, 223]) expect(ruleOf(changed(at, 9))).toBe('H5');
  });

  it('[H5] is read by the key of its own epoch, and by no other', () => {
    const next = { epoch: 2, key: randomBytes(32) };
    const { header } = made();
    expect(ruleOf(header, named, [next, ...key])).toBe('none');
    expect(ruleOf(header, named, [next])).toBe('H5');
    const later = beginFile('journal', archiveId, [next, ...key]).header(idOfNumber(7));
    expect(later.readUInt16BE(10)).toBe(2);
    expect(ruleOf(later, named, [next, ...key])).toBe('none');
    later.writeUInt16BE(1, 10);
    expect(ruleOf(later, named, [next, ...key])).toBe('H8');
  });

  it('[H6] [H7] [H8] is where it belongs, and of this key', () => {
    const { header } = made();
    expect(ruleOf(header, { ...named, archiveId: randomBytes(16) })).toBe('H6');
    expect(ruleOf(header, { ...named, id: idOfNumber(8) })).toBe('H7');
    expect(ruleOf(header, named, [{ epoch: 1, key: randomBytes(32) }])).toBe('H8');
    for (const at of [64, 95, 224, 255]) {
      const flipped = Buffer.from(header);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(ruleOf(flipped)).toBe('H8');
    }
    // One who gives a file another name and puts that name in the header cannot make the commitment.
    const renamed = Buffer.from(header);
    idOfNumber(8).copy(renamed, 32);
    expect(ruleOf(renamed, { ...named, id: idOfNumber(8) })).toBe('H8');
  });

  it('of any bytes is refused without a crash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, withMagic) => {
        const header = Buffer.from(bytes);
        if (withMagic) Buffer.from('KUFERAK1').copy(header);
        expect(ruleOf(header)).toMatch(/^(?:H\d|too-new \d+)$/);
      }),
    );
  });
});
