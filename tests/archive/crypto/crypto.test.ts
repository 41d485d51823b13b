import { argon2Sync, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { open, seal } from '../../../archive/crypto/aead.ts';
import { derive } from '../../../archive/crypto/derive.ts';
import {
  cheapAllowed,
  defaultKdf,
  kdfBounds,
  passphraseBytes,
  stretch,
  withinBounds,
} from '../../../archive/crypto/kdf.ts';
import { lacks } from '../../../archive/crypto/probe.ts';

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex');

describe('AES-256-GCM', () => {
  it('is that of the standard (McGrew and Viega, test case 16)', () => {
    const key = hex('feffe9928665731c6d6a8f9467308308 feffe9928665731c6d6a8f9467308308');
    const nonce = hex('cafebabefacedbaddecaf888');
    const plain = hex(
      `d9313225f88406e5a55909c5aff5269a 86a7a9531534f7da2e4c303d8a318a72
       1c3c0c95956809532fcf0e2449a6b525 b16aedf5aa0de657ba637b39`,
    );
    const aad = hex('feedfacedeadbeeffeedfacedeadbeef abaddad2');
    const sealed = seal(key, nonce, plain, aad);
    expect(sealed.toString('hex')).toBe(
      hex(
        `522dc1f099567d07f47f37a32a84427d 643a8cdcbfe5c0c97598a2bd2555d1aa
         8cb08e48590dbb3da7b08b1056828838 c5f61e6393ba7a0abcc9f662
         76fc6ece0f4e1768cddf8853bb2d551b`,
      ).toString('hex'),
    );
    expect(open(key, nonce, sealed, aad)).toEqual(plain);
  });

  it('opens nothing that was changed, cut, or sealed with something else', () => {
    const key = randomBytes(32);
    const nonce = randomBytes(12);
    const sealed = seal(key, nonce, Buffer.from('text'), Buffer.from('aad'));
    expect(open(key, nonce, sealed, Buffer.from('aad'))?.toString()).toBe('text');
    expect(open(randomBytes(32), nonce, sealed, Buffer.from('aad'))).toBeNull();
    expect(open(key, randomBytes(12), sealed, Buffer.from('aad'))).toBeNull();
    expect(open(key, nonce, sealed, Buffer.from('AAD'))).toBeNull();
    expect(open(key, nonce, sealed)).toBeNull();
    for (let length = 0; length < sealed.length; length++)
      expect(open(key, nonce, sealed.subarray(0, length), Buffer.from('aad'))).toBeNull();
  });
});

describe('derived keys', () => {
  it('[C2] are HKDF with the purpose, and differ by purpose, salt and context', () => {
    const key = randomBytes(32);
    const salt = randomBytes(16);
    const head = derive(key, salt, 'head', 32);
    expect(head).toEqual(Buffer.from(hkdfSync('sha256', key, salt, 'kuferak/v1/head', 32)));
    const others = [
      derive(key, salt, 'journal', 32),
      derive(key, randomBytes(16), 'head', 32),
      derive(key, salt, 'head', 32, Buffer.from('x')),
    ];
    for (const other of others) expect(other).not.toEqual(head);
  });

  it('[C2] are by RFC 5869, which this machine computes as written there', () => {
    // Test case 1 of the RFC, by its two steps.
    const prk = createHmac('sha256', hex('000102030405060708090a0b0c'))
      .update(Buffer.alloc(22, 0x0b))
      .digest();
    expect(prk.toString('hex')).toBe(
      '077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5',
    );
    const info = hex('f0f1f2f3f4f5f6f7f8f9');
    const salt = hex('000102030405060708090a0b0c');
    const okm = Buffer.from(hkdfSync('sha256', Buffer.alloc(22, 0x0b), salt, info, 42));
    expect(okm.toString('hex')).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    );
  });
});

describe('the key of a passphrase', () => {
  it.each([
    { memory: 64 * 1024, passes: 3 },
    { memory: 8, passes: 1 },
  ])('[C1] is Argon2id as another implementation has it, at %j', async (settings) => {
    const salt = randomBytes(32);
    const passphrase = passphraseBytes('Їжак і ліхтарі');
    const other = argon2Sync('argon2id', {
      message: passphrase,
      nonce: salt.subarray(0, 16),
      parallelism: 1,
      tagLength: 32,
      memory: settings.memory,
      passes: settings.passes,
    });
    expect(await stretch({ passphrase, salt, settings })).toEqual(Buffer.from(other));
  });

  it('[C1] [K4] has costs within bounds, and cheap ones for tests alone', () => {
    expect(withinBounds(defaultKdf)).toBe(true);
    const { memory, passes } = kdfBounds;
    for (const settings of [
      { memory: memory.least - 1, passes: 3 },
      { memory: memory.most + 1, passes: 3 },
      { memory: memory.least, passes: passes.least - 1 },
      { memory: memory.least, passes: passes.most + 1 },
      { memory: memory.least + 0.5, passes: 3 },
      { memory: NaN, passes: 3 },
    ])
      expect(withinBounds(settings)).toBe(false);
    expect(withinBounds({ memory: memory.most + 1, passes: 3 }, true)).toBe(false);
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      expect(() => cheapAllowed(true)).toThrow('for tests alone');
    } finally {
      process.env.NODE_ENV = before;
    }
  });
});

it('this machine has what the format is made of', () => {
  expect(lacks()).toEqual([]);
});
