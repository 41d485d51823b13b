/** Proofs by OpenTimestamps: operations are done again, and bad bytes end in a plain answer. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StampReading } from '../../../archive/model/index.ts';
import { readOpenTimestamps } from '../../../archive/proof/open-timestamps.ts';
import { makeProof, sha256, step, varint } from '../../helpers/stamps.ts';

const data = 'the harbour office was empty';
const salt = Buffer.from('0123456789abcdef');

describe('a proof', () => {
  it('leads to the Merkle root that its operations give, written as explorers write it', () => {
    const root = sha256(sha256(Buffer.concat([salt, sha256(Buffer.concat([sha256(data), salt]))])));
    const read = readOpenTimestamps(
      makeProof(
        data,
        step.append(salt),
        step.sha256(),
        step.prepend(salt),
        step.sha256(),
        step.sha256(),
        step.bitcoin(358_391),
      ),
    );
    expect(read).toEqual({
      kind: 'opentimestamps',
      imprint: { algorithm: 'sha256', digest: sha256(data).toString('hex') },
      attestations: [
        { kind: 'bitcoin', height: 358_391, merkleRoot: root.reverse().toString('hex') },
      ],
    });
    expect(StampReading.safeParse(read).success).toBe(true);
  });

  it('goes on from the same message after each fork', () => {
    const branch = (salted: Buffer, end: Buffer) =>
      Buffer.concat([step.append(salted), step.sha256(), end]);
    const other = Buffer.from('other');
    const read = readOpenTimestamps(
      makeProof(
        data,
        step.fork(branch(salt, step.pending('https://calendar.example/'))),
        step.fork(branch(other, step.bitcoin(7))),
        branch(salt, step.bitcoin(8)),
      ),
    );
    const rootOf = (salted: Buffer) =>
      sha256(Buffer.concat([sha256(data), salted]))
        .reverse()
        .toString('hex');
    expect(read).toMatchObject({
      attestations: [
        { kind: 'pending', calendar: 'https://calendar.example/' },
        { kind: 'bitcoin', height: 7, merkleRoot: rootOf(other) },
        { kind: 'bitcoin', height: 8, merkleRoot: rootOf(salt) },
      ],
    });
  });

  it('may be by RIPEMD-160 and other operations on its way', () => {
    const message = Buffer.from(Buffer.from(sha256(data)).reverse().toString('hex'));
    const ripe = createHash('ripemd160').update(message).digest();
    const read = readOpenTimestamps(
      makeProof(data, Buffer.from([0xf2, 0xf3, 0x03]), step.sha256(), step.bitcoin(1)),
    );
    expect(read).toMatchObject({
      attestations: [{ merkleRoot: sha256(ripe).reverse().toString('hex') }],
    });
  });

  it('of a SHA-1 is refused', () => {
    const proof = makeProof(data, step.bitcoin(1));
    const at = proof.indexOf(sha256(data)) - 1;
    const bytes = Buffer.concat([
      proof.subarray(0, at),
      Buffer.from([0x02]),
      proof.subarray(at + 1, at + 21),
      step.sha256(),
      step.bitcoin(1),
    ]);
    expect(readOpenTimestamps(bytes)).toBe('stamp-algorithm');
  });
});

describe('bad bytes', () => {
  const whole = makeProof(
    data,
    step.fork(Buffer.concat([step.append(salt), step.sha256(), step.pending('https://a.example')])),
    step.prepend(salt),
    step.sha256(),
    step.bitcoin(800_000),
  );

  it('cut off, or with more behind them, are no proof', () => {
    expect(typeof readOpenTimestamps(whole)).toBe('object');
    for (let end = 0; end < whole.length; end += 1)
      expect(readOpenTimestamps(whole.subarray(0, end))).toBe('stamp-unreadable');
    expect(readOpenTimestamps(Buffer.concat([whole, Buffer.from([0])]))).toBe('stamp-unreadable');
  });

  it('changed anywhere never lead to the same end from the same digest', () => {
    const proof = makeProof(data, step.prepend(salt), step.sha256(), step.bitcoin(800_000));
    const read = readOpenTimestamps(proof);
    for (let at = 0; at < proof.length; at += 1) {
      const copy = Buffer.from(proof);
      copy[at] = (copy[at] ?? 0) ^ (1 + (at % 255));
      expect(readOpenTimestamps(copy)).not.toEqual(read);
    }
  });

  it('of any kind end in an answer, and what is read is as the schema says', () => {
    const piece = fc.oneof(
      fc.constantFrom(step.sha256(), step.bitcoin(5), step.pending('https://a.example')),
      fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => step.append(bytes)),
      fc.uint8Array({ maxLength: 12 }),
      fc.constant(Buffer.from([0xff])),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = readOpenTimestamps(makeProof(data, ...pieces));
        expect(typeof read === 'string' || StampReading.safeParse(read).success).toBe(true);
      }),
    );
  });

  it('that ask for much work are refused before it is done', () => {
    const deep = makeProof(data, Buffer.alloc(300, 0x08), step.bitcoin(1));
    expect(readOpenTimestamps(deep)).toBe('stamp-unreadable');
    const wide = makeProof(data, Buffer.alloc(500_000, Buffer.from([0xff, 0x08])));
    expect(readOpenTimestamps(wide)).toBe('stamp-unreadable');
    const long = makeProof(data, ...Array.from({ length: 14 }, () => Buffer.from([0xf3])));
    expect(readOpenTimestamps(long)).toBe('stamp-unreadable');
    const huge = makeProof(data, Buffer.from([0xf0]), varint(2 ** 40));
    expect(readOpenTimestamps(huge)).toBe('stamp-unreadable');
  });
});
