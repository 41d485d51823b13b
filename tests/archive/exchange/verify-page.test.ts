/** What the checking page computes without a browser's help: digests as Node makes them, and a file's state. */
import { createHash } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyPage } from '../../../archive/exchange/package/verify-page.ts';
import { comparing, hashing } from '../../../archive/exchange/package/verify-page-script.ts';
import { wordsFor } from '../../../archive/exchange/package/words/catalogue.ts';

interface Hash {
  readonly update: (bytes: Uint8Array) => void;
  readonly finish: () => string;
}
type Digests = ReadonlyMap<string, { readonly sha256: string; readonly sha512: string }>;

const page = runInContext(
  `${hashing}${comparing}({ Sha256, Sha512, readManifest, compare })`,
  createContext({}),
) as {
  readonly Sha256: new () => Hash;
  readonly Sha512: new () => Hash;
  readonly readManifest: (text: string) => ReadonlyMap<string, string> | null;
  readonly compare: (manifests: object, digests: Digests) => ReadonlyMap<string, string>;
};

describe('the checking page', () => {
  it.each(['sha256', 'sha512'] as const)('makes %s as Node does, fed in any pieces', (name) => {
    const Own = name === 'sha256' ? page.Sha256 : page.Sha512;
    const pieces = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const own = new Own();
        for (const part of parts) own.update(part);
        expect(own.finish()).toBe(createHash(name).update(Buffer.concat(parts)).digest('hex'));
      }),
    );
    for (const length of [0, 55, 56, 63, 64, 111, 112, 127, 128, 129, 1_000_003]) {
      const bytes = Buffer.alloc(length, 0xa7);
      const own = new Own();
      own.update(bytes);
      expect(own.finish()).toBe(createHash(name).update(bytes).digest('hex'));
    }
  });

  it('takes no manifest with a line that is none, or that names a file twice', () => {
    const digest = 'a'.repeat(64);
    expect(page.readManifest(`${digest}  data/x\n`)?.get('data/x')).toBe(digest);
    for (const text of [`${digest} data/x`, `${digest.slice(1)}  data/x`, 'x'])
      expect(page.readManifest(text)).toBeNull();
    expect(page.readManifest(`${digest}  data/x\n${digest}  data/x\n`)).toBeNull();
  });

  it('calls a file sound only when each manifest of its sort names it with the digest that it has', () => {
    const digests = { sha256: '1'.repeat(64), sha512: '2'.repeat(128) };
    const list = (path: string, digest: string) => page.readManifest(`${digest}  ${path}\n`);
    const manifests = (sha512: string) =>
      new Map([
        ['manifest-sha256.txt', list('data/x', digests.sha256)],
        ['manifest-sha512.txt', list('data/x', sha512)],
        ['tagmanifest-sha256.txt', new Map()],
        ['tagmanifest-sha512.txt', new Map()],
      ]);
    const stateOf = (sha512: string, path = 'data/x') =>
      Object.fromEntries(page.compare(manifests(sha512), new Map([[path, digests]])));
    expect(stateOf(digests.sha512)).toEqual({ 'data/x': 'same' });
    expect(stateOf('3'.repeat(128))).toEqual({ 'data/x': 'changed' });
    expect(stateOf(digests.sha512, 'data/y')).toEqual({ 'data/x': 'missing', 'data/y': 'extra' });
  });

  it('names its script and its style by their digests, and allows nothing else', () => {
    const html = verifyPage(wordsFor('en'));
    const policy = /content="(default-src[^"]*)"/.exec(html)?.[1] ?? '';
    const inside = (tag: string) => new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(html)?.[1] ?? '';
    const digestOf = (text: string) =>
      `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${digestOf(inside('script'))}`,
      `style-src ${digestOf(inside('style'))}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html).not.toMatch(/https?:|\bsrc=|href=|@import|url\(/);
  });

  it('keeps its sentences data, whatever stands in them', () => {
    const words = wordsFor('en');
    const title = '</script><img src=x onerror=alert(1)>';
    const html = verifyPage({ ...words, page: { ...words.page, title } });
    expect(html).not.toContain(title);
    expect(html.match(/<script/g)).toHaveLength(2);
  });
});
