/** Web archives made for tests: records as an archiver writes them, and packages with their list of pages. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zipOf } from './made-zips.ts';

export interface Capture {
  readonly address: string;
  readonly body: string | Uint8Array;
  readonly status?: string;
  readonly head?: readonly string[];
  readonly type?: string;
  readonly kind?: string;
  readonly date?: string;
  /** Further lines of the record's own head. */
  readonly said?: (block: Buffer) => readonly string[];
}

export const page = (words: string) =>
  `<!doctype html><title>${words}</title><article><p>${words}, and nobody said why for the whole of the day.</p></article>`;

export function record({
  address,
  body,
  status = '200 OK',
  head = [],
  type = 'text/html',
  kind = 'response',
  date = '2026-04-09T18:14:03Z',
  said = () => [],
}: Capture): Buffer {
  const http = [`HTTP/1.1 ${status}`, `Content-Type: ${type}`, ...head, '', ''].join('\r\n');
  const block = Buffer.concat([Buffer.from(kind === 'response' ? http : ''), Buffer.from(body)]);
  const warc = [
    'WARC/1.0',
    `WARC-Type: ${kind}`,
    `WARC-Target-URI: ${address}`,
    `WARC-Date: ${date}`,
    `WARC-Record-ID: <urn:uuid:${createHash('md5').update(address).digest('hex')}>`,
    `Content-Type: ${kind === 'response' ? 'application/http; msgtype=response' : type}`,
    `Content-Length: ${block.length}`,
    ...said(block),
    '',
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(warc), block, Buffer.from('\r\n\r\n')]);
}

export const archive = (...captures: readonly Capture[]) => Buffer.concat(captures.map(record));
/** Each record packed alone, as web archives are. */
export const packed = (...captures: readonly Capture[]) =>
  Buffer.concat(captures.map((one) => gzipSync(record(one))));

export const sha256 = (bytes: Uint8Array | string) =>
  createHash('sha256').update(bytes).digest('hex');

export interface Package {
  readonly warc: Uint8Array;
  /** The lines of its list of pages. */
  readonly pages: readonly { readonly url: string; readonly title?: string }[];
  /** What it says of its records, in the place of the truth. */
  readonly hash?: string;
  /** In the place of the list that is described. */
  readonly list?: string;
  readonly signed?: (hash: string) => object;
}

export function makeWacz({ warc, pages, hash, list, signed }: Package): Uint8Array {
  const lines = ['{"format": "json-pages-1.0"}', ...pages.map((page) => JSON.stringify(page)), ''];
  const written = lines.join('\n');
  const described = JSON.stringify({
    profile: 'data-package',
    title: 'The gate, collected',
    created: '2026-04-10T07:00:00Z',
    software: 'Collector 1',
    resources: [
      { path: 'archive/data.warc.gz', hash: hash ?? `sha256:${sha256(warc)}` },
      { path: 'pages/pages.jsonl', hash: `sha256:${sha256(written)}` },
    ],
  });
  return zipOf({
    'archive/data.warc.gz': warc,
    'pages/pages.jsonl': list ?? written,
    'datapackage.json': described,
    'datapackage-digest.json': JSON.stringify({
      path: 'datapackage.json',
      hash: `sha256:${sha256(described)}`,
      ...(signed && { signedData: signed(`sha256:${sha256(described)}`) }),
    }),
  });
}
