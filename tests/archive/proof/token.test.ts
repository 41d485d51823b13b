/** Time stamps by RFC 3161, made by OpenSSL: what holds is said to hold, and nothing else is. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStamp } from '../../../archive/proof/read-stamp.ts';
import { StampReading } from '../../../archive/model/index.ts';
import { type Authority, makeAuthority, sha256 } from '../../helpers/stamps.ts';

let authority: Authority;
let answer: Buffer;
const data = 'kuferak log head 1\nline 7\n';

beforeAll(() => {
  authority = makeAuthority();
  answer = authority.stamp(data);
});
afterAll(() => {
  authority.clear();
});

/** The bytes with one of them changed. */
function flipped(bytes: Uint8Array, at: number, by = 1): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
}

async function tokenOf(bytes: Uint8Array) {
  const read = await readStamp(bytes);
  if (typeof read === 'string' || read.kind !== 'rfc3161') throw new Error('it is no token');
  return StampReading.parse(read) as typeof read;
}

describe('a token', () => {
  it('says its moment, its authority, and that the signature holds', async () => {
    const read = await tokenOf(answer);
    expect(read).toMatchObject({
      imprint: { algorithm: 'sha256', digest: sha256(data).toString('hex') },
      policy: '1.2.3.4.1',
      signature: 'holds',
      certificate: {
        subject: 'Invented Authority, Unit 1',
        issuer: 'Invented Authority, Root',
        validThen: true,
        forStamping: true,
        chain: ['Invented Authority, Root'],
      },
    });
    expect(Math.abs(Date.parse(read.at) - Date.now())).toBeLessThan(600_000);
  });

  it('is read without the answer around it too', async () => {
    // The answer is a sequence of a status and the token.
    const token = answer.subarray(answer.indexOf(Buffer.from('06092a864886f70d010702', 'hex')) - 4);
    expect(await readStamp(token)).toEqual(await readStamp(answer));
  });

  it.each(['sha384', 'sha512'] as const)('of a %s is read', async (digest) => {
    const { imprint } = await tokenOf(authority.stamp(data, { digest }));
    expect(imprint.algorithm).toBe(digest);
  });

  it('of a SHA-1 is refused', async () => {
    expect(await readStamp(authority.stamp(data, { digest: 'sha1' }))).toBe('stamp-algorithm');
  });

  it('without its certificate says that the signature was not checked', async () => {
    const read = await tokenOf(authority.stamp(data, { certificate: false }));
    expect(read).toMatchObject({ signature: 'unchecked', certificate: null });
  });

  it.each([
    ['an RSA key', ['rsa:2048'] as const],
    ['a key on the curve P-384', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'] as const],
  ])('signed with %s holds', async (_, key) => {
    const other = makeAuthority(key);
    expect(await tokenOf(other.stamp(data))).toMatchObject({ signature: 'holds' });
    other.clear();
  });
});

describe('what was changed', () => {
  it('in the digest or the moment breaks the signature', async () => {
    const digest = answer.indexOf(sha256(data));
    expect(await tokenOf(flipped(answer, digest))).toMatchObject({ signature: 'broken' });
    const moment = answer.indexOf(`${new Date().getUTCFullYear()}`, digest, 'latin1');
    expect(await tokenOf(flipped(answer, moment + 3))).toMatchObject({ signature: 'broken' });
  });

  it('in any byte never makes another stamp that holds', async () => {
    const whole = await tokenOf(answer);
    const proven = ({ imprint, at }: typeof whole) => ({ imprint, at });
    for (let at = 0; at < answer.length; at += 1) {
      const read = await readStamp(flipped(answer, at, 1 + (at % 255)));
      if (typeof read === 'string' || read.kind !== 'rfc3161' || read.signature !== 'holds')
        continue;
      expect(proven(read)).toEqual(proven(whole));
      expect(read.certificate?.sha256).toBe(whole.certificate?.sha256);
    }
  });

  it('is no time stamp when it is cut off anywhere, or is anything else', async () => {
    for (let end = 0; end < answer.length; end += 7)
      expect(await readStamp(answer.subarray(0, end))).toBe('stamp-unreadable');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await readStamp(bytes)).toBe('stamp-unreadable');
      }),
    );
  });

  it('nested a hundred thousand times ends in a plain answer', async () => {
    const nested = Buffer.alloc(200_000, Buffer.from([0x30, 0x80]));
    expect(await readStamp(nested)).toBe('stamp-unreadable');
  });
});
