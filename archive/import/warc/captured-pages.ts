/** The pages in a web archive (WARC): answers with status 200 that hold HTML, with their address and moment. */
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, constants, createGunzip } from 'node:zlib';
import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio';
import { limits } from '../../model/index.ts';
import { toPartialDate } from '../dates.ts';
import type { Part } from '../parts.ts';
import { parameterOf } from '../mime/mime-parts.ts';
import { toAddress } from '../readings.ts';
import { byMark } from '../wide-text.ts';

/** Bytes of heads and of what stands between two records: beyond it a file is no web archive but a trap. */
const BETWEEN = 16 * 1024 ** 2;
/** Bytes given to the parser at once: what they unpack to is held at once too. */
const PIECE = 16 * 1024;

/** `wanted` names the addresses to be taken; all of them without it. A redirection of one names the next. */
export async function* capturedPages(
  warc: Uint8Array,
  wanted: Set<string> | null = null,
): AsyncGenerator<Part> {
  const meter: Meter = { sinceRecord: 0, total: 0, allowed: BETWEEN, ended: false };
  const most = Math.max(limits.partFreeBytes * 8, warc.length * limits.partRatio);
  const source = metered(unpacked(warc), meter, most);
  const records = new WARCParser(source, { keepHeadersCase: false });
  try {
    for await (const record of records) {
      meter.sinceRecord = 0;
      meter.allowed = record.warcContentLength + BETWEEN;
      const part = await pageOf(record, wanted);
      if (part !== null)
        yield isCut(record, meter) ? { name: part.name, failure: 'part-damaged' } : part;
    }
  } catch {
    yield { name: '', failure: 'part-damaged' };
  }
}

async function pageOf(record: WARCRecord, wanted: Set<string> | null): Promise<Part | null> {
  const address = toAddress(record.warcTargetURI ?? '');
  if (address === null || (wanted !== null && !wanted.has(address))) return null;
  const head = record.httpHeaders;
  const status = record.warcType === 'response' ? Number(head?.statusCode ?? 0) : 200;
  const next = status >= 300 && status < 400 ? head?.headers.get('location') : null;
  if (next) wanted?.add(toAddress(next, address) ?? '');
  const isPage = record.warcType === 'response' || record.warcType === 'resource';
  const type =
    (record.warcType === 'response' ? head?.headers.get('content-type') : record.warcContentType) ??
    '';
  if (!isPage || status !== 200 || !/^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type))
    return null;
  const name = address;
  const bytes = await contentOf(record);
  if (bytes === null) return { name, failure: 'part-too-large' };
  const captured = toPartialDate(record.warcDate ?? '');
  const charset = byMark(bytes) === null ? parameterOf(type, 'charset') : null;
  return {
    name,
    bytes,
    hint: {
      address,
      by: 'warc',
      ...(captured !== null && { captured }),
      ...(charset !== null && { encoding: charset }),
    },
  };
}

/** As the browser got it: without the packing of its way there. `null` when it is too large. */
async function contentOf(record: WARCRecord): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of record) {
    size += piece.length;
    if (size > limits.parsedBytes) return null;
    pieces.push(piece);
  }
  const content = Buffer.concat(pieces);
  if (record.httpHeaders?.headers.get('content-encoding')?.trim().toLowerCase() !== 'br')
    return content;
  try {
    return await promisify(brotliDecompress)(content, { maxOutputLength: limits.parsedBytes });
  } catch {
    return content;
  }
}

function unpacked(warc: Uint8Array): AsyncIterable<Uint8Array> {
  const source = Readable.from(pieces(warc), { objectMode: false });
  const isPacked = warc[0] === 0x1f && warc[1] === 0x8b;
  if (!isPacked) return source;
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  source.on('error', () => gunzip.destroy());
  return source.pipe(gunzip);
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

interface Meter {
  sinceRecord: number;
  total: number;
  allowed: number;
  ended: boolean;
}

/** The archive ended before the record did, or what is packed in the record before its end. */
function isCut({ _reader: reader, contentReader }: WARCRecord, { ended }: Meter): boolean {
  if (ended && 'limit' in reader && typeof reader.limit === 'number' && reader.limit > 0)
    return true;
  if (!(contentReader instanceof AsyncIterReader)) return false;
  const { compressed, inflator } = contentReader;
  return compressed !== null && inflator?.ended === false;
}

/** The parser holds a head, or a line, until it ends: one that never does must not fill the memory. */
async function* metered(
  source: AsyncIterable<Uint8Array>,
  meter: Meter,
  most: number,
): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    meter.sinceRecord += piece.length;
    meter.total += piece.length;
    if (meter.sinceRecord > meter.allowed || meter.total > most) throw new RangeError('a trap');
    yield piece;
  }
  meter.ended = true;
}
