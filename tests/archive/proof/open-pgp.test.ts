/** OpenPGP signatures: good, bad, or said to be unchecked, whatever the bytes are. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { enums } from 'openpgp';
import { beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../archive/model/index.ts';
import { checkOpenPgp, readPublicKeys } from '../../../archive/proof/open-pgp.ts';
import { makeSigner, type Signer } from '../../helpers/open-pgp.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const photo = bytesOf('the gate of the harbour office, shut');
const other = bytesOf('the gate of the harbour office, open');

let person: Signer;
let stranger: Signer;
beforeAll(async () => {
  [person, stranger] = await Promise.all([makeSigner('rsa'), makeSigner()]);
});

const inPieces = (bytes: Uint8Array, size = 7) =>
  async function* () {
    for (let at = 0; at < bytes.length; at += size)
      yield await Promise.resolve(bytes.subarray(at, at + size));
  };

async function check(signature: string | Uint8Array, by: string | Uint8Array, bytes = photo) {
  const keys = await readPublicKeys(typeof by === 'string' ? bytesOf(by) : by);
  const armoured = typeof signature === 'string' ? bytesOf(signature) : signature;
  return checkOpenPgp(armoured, keys, inPieces(bytes));
}

describe('a signature', () => {
  it.each(['rsa', 'curve25519', 'ecc'] as const)(
    'by a key of the kind %s agrees with its bytes, and differs from any others',
    async (kind) => {
      const signer = await makeSigner(kind);
      const signature = await signer.sign(photo);
      const { fingerprint } = signer;
      const at = '2026-04-09T21:14:03.000Z';
      const told = (result: string) => [{ result, fingerprint: fingerprint.toLowerCase(), at }];
      expect(await check(signature, signer.publicKey)).toEqual(told('agrees'));
      expect(await check(signature, signer.publicKey, other)).toEqual(told('differs'));
      expect(await check(signature, signer.publicKey, new Uint8Array())).toEqual(told('differs'));
    },
  );

  it('stays what it was when the key has expired, or the clock that made it was wrong', async () => {
    const later = await person.sign(photo, { date: new Date('2046-01-01T00:00:00Z') });
    expect(await check(later, person.publicKey)).toMatchObject([{ result: 'agrees' }]);
  });

  it('is one of several in a file, each by its own key', async () => {
    const both = `${await person.sign(photo)}\n${await stranger.sign(photo)}`;
    expect(await check(both, person.publicKey)).toMatchObject([{ result: 'agrees' }]);
  });

  it('by a key that is not there, or of a kind that is not relied on, is not checked', async () => {
    const signature = await person.sign(photo);
    expect(await check(signature, stranger.publicKey)).toEqual([
      { result: 'missing', why: 'no key' },
    ]);
    expect(await check(signature, '')).toEqual([{ result: 'missing', why: 'no key' }]);
    const weak = await makeSigner('rsa', { digest: enums.hash.sha1 });
    const unsupported = [{ result: 'missing', why: 'unsupported' }];
    expect(await check(await weak.sign(photo), weak.publicKey)).toEqual(unsupported);
    const small = await makeSigner('rsa', { bits: 1_024 });
    expect(await check(await small.sign(photo), small.publicKey)).toEqual(unsupported);
    const text = await person.sign('words', { asText: true });
    expect(await check(text, person.publicKey, bytesOf('words'))).toEqual(unsupported);
  });

  it('that is larger than any is not read, nor is such a key', async () => {
    const signature = await person.sign(photo);
    const [begin = ''] = signature.split('\n');
    const long = signature.replace(
      begin,
      `${begin}\nComment: ${'x'.repeat(limits.signatureBytes)}`,
    );
    expect(await check(long, person.publicKey)).toEqual([{ result: 'missing', why: 'unreadable' }]);
    const key = person.publicKey.replace('\n', `\nComment: ${'x'.repeat(limits.keyBytes)}\n`);
    expect(await readPublicKeys(bytesOf(key))).toEqual([]);
  });

  it('whose file ends in an error is not checked', async () => {
    const keys = await readPublicKeys(bytesOf(person.publicKey));
    const broken = async function* () {
      yield await Promise.resolve(photo);
      throw new Error('the disk is gone');
    };
    expect(await checkOpenPgp(bytesOf(await person.sign(photo)), keys, broken)).toEqual([
      { result: 'missing', why: 'unsupported' },
    ]);
  });

  it('changed anywhere never agrees with other bytes, and never throws', async () => {
    const signature = bytesOf(await person.sign(photo));
    const key = bytesOf(person.publicKey);
    const change = fc.record({ at: fc.nat(10_000), to: fc.nat(255), ofKey: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const [s, k] = [signature.slice(), key.slice()];
        for (const { at, to, ofKey } of changes) {
          const bytes = ofKey ? k : s;
          bytes[at % bytes.length] = to;
        }
        for (const { result } of await check(s, k, other)) expect(result).not.toBe('agrees');
        await check(s, k);
      }),
      { numRuns: process.env.SLOW === undefined ? 150 : 5_000 },
    );
  });

  it('is read out of anything without fail', async () => {
    const block = fc
      .tuple(fc.constantFrom('SIGNATURE', 'PUBLIC KEY BLOCK'), fc.uint8Array({ maxLength: 400 }))
      .map(([kind, bytes]) => {
        const words = Buffer.from(bytes).toString('base64');
        return `-----BEGIN PGP ${kind}-----\n\n${words}\n-----END PGP ${kind}-----\n`;
      });
    await fc.assert(
      fc.asyncProperty(block, block, async (signature, key) => {
        for (const { result } of await check(signature, key)) expect(result).toBe('missing');
      }),
      { numRuns: process.env.SLOW === undefined ? 300 : 10_000 },
    );
  });
});

const hasGpg = (() => {
  try {
    execFileSync('gpg', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasGpg)('what GnuPG signs', () => {
  it('agrees, and differs when it was changed', async () => {
    const home = mkdtempSync(join(tmpdir(), 'kuferak-gpg-'));
    const gpg = (...args: string[]) =>
      execFileSync('gpg', ['--homedir', home, '--batch', '--passphrase', '', ...args], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    try {
      gpg('--quick-generate-key', 'person@reeds.example', 'rsa2048', 'sign', 'never');
      const file = join(home, 'photo.jpg');
      writeFileSync(file, photo);
      gpg('--armor', '--detach-sign', file);
      const key = gpg('--armor', '--export');
      const signature = readFileSync(`${file}.asc`);
      expect(await check(signature, key)).toMatchObject([{ result: 'agrees' }]);
      expect(await check(signature, key, other)).toMatchObject([{ result: 'differs' }]);
    } finally {
      execFileSync('gpgconf', ['--homedir', home, '--kill', 'all'], { stdio: 'ignore' });
      rmSync(home, { recursive: true, force: true });
    }
  });
});
