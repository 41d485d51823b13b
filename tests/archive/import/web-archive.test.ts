/** Web archives: captured pages with address and moment, digests checked, nothing taken that is cut off. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { sniff } from '../../../archive/import/sniff.ts';
import { makeAuthority, makeCertificate } from '../../helpers/stamps.ts';
import {
  archive,
  type Capture,
  makeWacz,
  type Package,
  packed,
  page,
} from './made-web-archives.ts';
import { zipOf } from './made-zips.ts';
import { bytesOf, letters, Opener } from './opened.ts';

const opener = new Opener();
afterAll(() => opener.close());

const gate = { address: 'https://harbour-light.example/gate', body: page('The gate was shut') };
const others: readonly Capture[] = [
  { address: 'https://harbour-light.example/gone', body: page('Gone'), status: '404 Not Found' },
  { address: 'https://harbour-light.example/a.png', body: 'x', type: 'image/png' },
  // A request without a head must not swallow what follows it.
  { address: 'https://harbour-light.example/form', body: 'a=b', kind: 'request' },
];

describe('a WARC', () => {
  test.each([
    ['plain', archive],
    ['packed', packed],
  ])('%s gives the pages that were answered, with address and moment', async (_, make) => {
    const second = {
      address: 'https://harbour-light.example/pier',
      body: page('The pier was empty'),
    };
    const { draft, found, lost } = await opener.open(
      new Uint8Array(make(gate, ...others, second)),
      'x',
    );
    expect(draft).toMatchObject({ kind: 'file', mediaType: 'application/warc' });
    expect(lost).toEqual([]);
    expect(found.map(({ name }) => name)).toEqual([gate.address, second.address]);
    const [part] = found;
    if (!part) throw new Error('no page came out');
    expect(letters(part.bytes)).toBe(gate.body);
    const read = await opener.part(part);
    expect(read.draft).toMatchObject({ kind: 'page', title: 'The gate was shut' });
    expect(read.draft.metadata.address).toBe(gate.address);
    expect(read.draft.metadata.readings).toContainEqual({
      field: 'captured',
      value: '2026-04-09T18:14:03Z',
      from: 'warc',
    });
  });

  test.each([
    ['gzip', gzipSync(gate.body), ['Content-Encoding: gzip']],
    ['brotli', brotliCompressSync(gate.body), ['Content-Encoding: br']],
    [
      'pieces',
      Buffer.from(`${Buffer.byteLength(gate.body).toString(16)}\r\n${gate.body}\r\n0\r\n\r\n`),
      ['Transfer-Encoding: chunked'],
    ],
  ])('a page sent in %s is the page', async (_, body, head) => {
    const { found } = await opener.open(new Uint8Array(archive({ ...gate, body, head })), 'a.warc');
    expect(found.map(({ bytes }) => letters(bytes))).toEqual([gate.body]);
  });

  test('the encoding that the server said is used', async () => {
    const body = Buffer.from('<p>\xc2\xee\xf0\xee\xf2\xe0 \xe7\xe0\xea\xf0\xfb\xeb\xe8', 'latin1');
    const { found } = await opener.open(
      new Uint8Array(archive({ ...gate, body, type: 'text/html; charset=windows-1251' })),
      'a.warc',
    );
    const [part] = found;
    expect(part && (await opener.part(part)).draft.text?.text).toBe('Ворота закрыли');
  });

  test('cut off anywhere it never gives half a page', async () => {
    const whole = packed(gate, { ...gate, address: 'https://harbour-light.example/b' });
    const plain = archive(gate, {
      ...gate,
      body: gzipSync(gate.body),
      head: ['Content-Encoding: gzip'],
    });
    for (const bytes of [whole, plain])
      for (let length = 12; length < bytes.length; length += 13) {
        const { found } = await opener.open(new Uint8Array(bytes.subarray(0, length)), 'a.warc');
        for (const part of found) expect(letters(part.bytes)).toBe(gate.body);
      }
  });

  test('made of anything it ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 1_000 }), async (bytes) => {
        const made = Buffer.concat([Buffer.from('WARC/1.0\r\n'), bytes]);
        expect((await opener.open(new Uint8Array(made), 'a')).draft.title).toBe('a');
      }),
      { numRuns: 60 },
    );
  });

  test('a head that never ends, packed small, is no way to fill the memory', async () => {
    const endless = gzipSync(
      Buffer.concat([Buffer.from('WARC/1.0\r\nX: '), Buffer.alloc(200 * 1024 ** 2, 0x61)]),
    );
    const { found, lost } = await opener.open(new Uint8Array(endless), 'a.warc.gz');
    expect(found).toEqual([]);
    expect(lost.map(([, failure]) => failure)).toEqual(['part-damaged']);
  });

  test('is told by its content', () => {
    expect(sniff(new Uint8Array(packed(gate)), 'a.txt').format).toBe('warc');
    expect(sniff(gzipSync('words'), 'a.warc.gz').format).toBe('file');
  });
});

describe('digests in the heads of records', () => {
  const digest = (algorithm: string, bytes: Uint8Array | string) =>
    createHash(algorithm).update(bytes).digest();
  /** Letters of five bits, taken from the bits as text: slow, and plain to see. */
  const base32 = (bytes: Uint8Array) =>
    [...bytes]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('')
      .match(/.{1,5}/g)
      ?.map((bits) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(bits.padEnd(5, '0'), 2)])
      .join('') ?? '';
  const checksOf = async (capture: Capture) => {
    const { found } = await opener.open(archive(capture), 'x.warc');
    return (found[0]?.hint.checks ?? []).map(({ value, from }) => `${from} ${value}`);
  };

  test.each([
    ['sha1', base32],
    ['sha256', (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')],
    ['sha256', base32],
  ])('in %s agree', async (algorithm, written) => {
    const checks = await checksOf({
      ...gate,
      said: (block) => [
        `WARC-Block-Digest: ${algorithm}:${written(digest(algorithm, block))}`,
        `WARC-Payload-Digest: ${algorithm}:${written(digest(algorithm, gate.body))}`,
      ],
    });
    expect(checks).toEqual(['WARC-Block-Digest agrees', 'WARC-Payload-Digest agrees']);
  });

  test('of a body in pieces may be of the pieces put together', async () => {
    const piece = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
    const checks = await checksOf({
      ...gate,
      body: `${piece(gate.body)}0\r\n\r\n`,
      head: ['Transfer-Encoding: chunked'],
      said: () => [`WARC-Payload-Digest: sha1:${base32(digest('sha1', gate.body))}`],
    });
    expect(checks).toEqual(['WARC-Payload-Digest agrees']);
  });

  test('that differ or cannot be checked are said so', async () => {
    const said = () => [
      `WARC-Block-Digest: sha1:${base32(digest('sha1', 'other'))}`,
      'WARC-Payload-Digest: whirl:00',
    ];
    expect(await checksOf({ ...gate, said })).toEqual([
      'WARC-Block-Digest differs',
      'WARC-Payload-Digest missing',
    ]);
  });
});

describe('a WACZ', () => {
  const warc = packed(gate, {
    address: 'https://harbour-light.example/frame',
    body: page('An advertisement'),
  });
  const pages = [{ url: gate.address, title: 'Gate' }];
  const wacz = (change: Omit<Partial<Package>, 'warc' | 'pages'> = {}) =>
    makeWacz({ warc, pages, ...change });

  test('gives the pages of its list, says what it is, and its digests agree', async () => {
    const { draft, found } = await opener.open(wacz(), 'x');
    expect(draft).toMatchObject({
      title: 'The gate, collected',
      mediaType: 'application/wacz',
      notes: ['digests-agree'],
    });
    expect(
      draft.metadata.readings.filter(({ field }) => field === 'check').map(({ value }) => value),
    ).toEqual(['agrees', 'agrees', 'agrees']);
    expect(found.map(({ name }) => name)).toEqual([gate.address]);
  });

  test('a digest that differs, or cannot be checked, is said first', async () => {
    for (const [change, value] of [
      [{ hash: `sha256:${'0'.repeat(64)}` }, 'differs'],
      [{ hash: 'sha257:00' }, 'missing'],
      [{ list: 'other' }, 'differs'],
    ] as const) {
      const { draft } = await opener.open(wacz(change), 'x.wacz');
      expect(draft.notes).toEqual(['digests-differ']);
      expect(draft.metadata.readings.find(({ field }) => field === 'check')?.value).toBe(value);
    }
  });

  describe('that is signed', () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const signed = (hash: string, dsaEncoding: 'ieee-p1363' | 'der' = 'ieee-p1363') => ({
      hash,
      signature: sign('sha256', Buffer.from(hash), {
        key: pair.privateKey,
        dsaEncoding,
      }).toString('base64'),
      publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      created: '2026-04-10T07:00:00Z',
      software: 'Collector 1',
    });
    const told = async (sign: (hash: string) => object) => {
      const { draft } = await opener.open(wacz({ signed: sign }), 'x.wacz');
      const found = draft.metadata.readings.filter(({ from }) => from.startsWith('WACZ signature'));
      return { words: found.map(({ value, from }) => `${value} ${from}`), notes: draft.notes };
    };

    test.each(['ieee-p1363', 'der'] as const)(
      'by a key without a name, in %s',
      async (encoding) => {
        const { words, notes } = await told((hash) => signed(hash, encoding));
        expect(words).toEqual([expect.stringMatching(/^agrees WACZ signature: key [0-9a-f]{16}$/)]);
        expect(notes).toEqual(['digests-agree']);
      },
    );

    test('over something else, or by another key, differs', async () => {
      const other = (hash: string) => ({ ...signed(`sha256:${'0'.repeat(64)}`), hash });
      expect((await told(other)).notes).toEqual(['digests-differ']);
      const whole = signed(`sha256:${'0'.repeat(64)}`);
      expect((await told(() => whole)).words[0]).toMatch(/^differs /);
    });

    test('in no way that is known, says that it was not checked', async () => {
      expect((await told(() => ({ hash: 1 }))).words[0]).toMatch(/^missing /);
      const unknown = (hash: string) => ({ ...signed(hash), publicKey: 'AAAA' });
      expect((await told(unknown)).words[0]).toMatch(/^missing /);
    });

    test('for a domain has its time stamp checked too', async () => {
      const authority = makeAuthority();
      const { certificate, key } = makeCertificate('harbour-light.example');
      const { words } = await told((hash) => {
        const signature = sign('sha256', Buffer.from(hash), key).toString('base64');
        const domain = 'harbour-light.example';
        const timeSignature = authority.stamp(signature).toString('base64');
        return { hash, signature, domain, domainCert: certificate, timeSignature };
      });
      expect(words).toEqual([
        'agrees WACZ signature: certificate that names harbour-light.example, issuer unchecked',
        expect.stringMatching(/^agrees .* time stamp \d{4}-/),
      ]);
      authority.clear();
    });
  });

  test('without a list every page is given', async () => {
    const { found } = await opener.open(
      zipOf({ 'archive/data.warc.gz': warc, 'datapackage.json': '{}' }),
      'x.wacz',
    );
    expect(found).toHaveLength(2);
  });

  test('a description that is none costs no page', async () => {
    const broken = zipOf({ 'archive/a.warc.gz': warc, 'datapackage.json': bytesOf('{') });
    const { draft, found } = await opener.open(broken, 'x.wacz');
    expect(draft.notes).toEqual(['container-damaged']);
    expect(found).toHaveLength(2);
  });
});
