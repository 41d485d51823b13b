/** An answer of a web server as it stands in a web archive: its status, its head, and what it held unpacked. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
import { limits } from '../../model/index.ts';

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case; of a repeated one the last. */
  readonly head: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** `null` when no head can be told from what follows it. */
export function readAnswer(block: Buffer): HttpAnswer | null {
  const blank = /\r?\n\r?\n/.exec(block.subarray(0, 1024 ** 2).toString('latin1'));
  if (blank === null) return null;
  const [first = '', ...lines] = block.toString('latin1', 0, blank.index).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(first)?.[1];
  if (status === undefined) return null;
  const head = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0)
      head.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { status: Number(status), head, body: block.subarray(blank.index + blank[0].length) };
}

const UNPACK: Readonly<Record<string, (bytes: Uint8Array, options: object) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: (bytes, options) =>
    promisify(inflate)(bytes, options).catch(() => promisify(inflateRaw)(bytes, options)),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};

/** As the browser got it, without its packing on the way; `null` when it is cut off, damaged or too large. */
export async function contentOf({ head, body }: HttpAnswer): Promise<Uint8Array | null> {
  const chunked = /\bchunked\b/i.test(head.get('transfer-encoding') ?? '');
  // Some archivers put the pieces together and leave the head as it was.
  let content = chunked ? (inOnePiece(body) ?? body) : body;
  const packings = (head.get('content-encoding') ?? '').toLowerCase().split(',').reverse();
  for (const packing of packings) {
    const unpack = UNPACK[packing.trim()];
    if (unpack === undefined || !looksPacked(content, packing.trim())) continue;
    try {
      content = await unpack(content, { maxOutputLength: limits.parsedBytes });
    } catch {
      return null;
    }
  }
  return content.length > limits.parsedBytes ? null : content;
}

/** Some archivers unpack the content and leave the head as it was. */
function looksPacked(content: Uint8Array, packing: string): boolean {
  return !packing.endsWith('gzip') || (content[0] === 0x1f && content[1] === 0x8b);
}

/** The body put together, where it came in pieces. */
export function withoutPieces({ head, body }: HttpAnswer): readonly Uint8Array[] {
  const chunked = /\bchunked\b/i.test(head.get('transfer-encoding') ?? '');
  const whole = chunked ? inOnePiece(body) : null;
  return whole === null ? [] : [whole];
}

/** `null` when the bytes are no whole row of pieces. */
function inOnePiece(body: Uint8Array): Buffer | null {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const pieces: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n', at);
    const size = /^[0-9a-f]{1,8}(?=\s*(?:;|$))/i.exec(
      bytes.toString('latin1', at, Math.max(at, end)),
    )?.[0];
    if (end === -1 || size === undefined) return null;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(pieces);
    const start = end + 2;
    if (bytes.toString('latin1', start + length, start + length + 2) !== '\r\n') return null;
    pieces.push(bytes.subarray(start, start + length));
    at = start + length + 2;
  }
}
