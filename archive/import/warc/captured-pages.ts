/** The pages in a web archive (WARC): answers with status 200 that hold HTML or a PDF, with their address and moment. */
import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio';
import { limits } from '../../model/index.ts';
import { toPartialDate } from '../dates.ts';
import { parameterOf } from '../mime/mime-parts.ts';
import type { Part } from '../parts.ts';
import { toAddress } from '../readings.ts';
import { byMark } from '../wide-text.ts';
import { asReadings } from '../checks.ts';
import { checkRecord } from './record-digests.ts';
import { contentOf, type HttpAnswer, readAnswer } from './http-answer.ts';

/** Bytes of heads and of what stands between two records: beyond it a file is no web archive but a trap. */
const BETWEEN = 16 * 1024 ** 2;
/** Bytes of one record that are held. */
const RECORD = limits.parsedBytes + 1024 ** 2;
/** Bytes given to the parser at once: what they unpack to is held at once too. */
const PIECE = 16 * 1024;

/** Addresses of the pages that a list names, each with what it is called there. */
export type ListedPages = Map<string, string | undefined>;

/** `wanted` names the pages to be taken; all of them without it. A redirection of one names the next. */
export async function* capturedPages(
  warc: Uint8Array,
  wanted: ListedPages | null = null,
): AsyncGenerator<Part> {
  const meter: Meter = { sinceRecord: 0, total: 0, allowed: BETWEEN, ended: false };
  const most = Math.max(limits.partFreeBytes * 8, warc.length * limits.partRatio);
  // The library would read on into the next record where an answer's head has no end: heads are read here.
  const source = new AsyncIterReader(metered(unpacked(warc), meter, most), null);
  const records = new WARCParser(source, { parseHttp: false });
  try {
    for await (const record of records) {
      meter.sinceRecord = 0;
      meter.allowed = record.warcContentLength + BETWEEN;
      const part = await pageOf(record, wanted);
      if (part !== null) yield part;
      // Said once: nothing comes behind it.
      if (part !== null && 'failure' in part && meter.ended) return;
    }
  } catch {
    yield { name: '', failure: 'part-damaged' };
  }
}

async function pageOf(record: WARCRecord, wanted: ListedPages | null): Promise<Part | null> {
  const { warcType, warcContentLength: size } = record;
  const name = toAddress(record.warcTargetURI ?? '');
  if (name === null || (wanted !== null && !wanted.has(name))) return null;
  if (warcType !== 'response' && warcType !== 'resource') return null;
  if (size > RECORD) return null;
  const block = await blockOf(record);
  const answer = warcType === 'response' ? readAnswer(block) : plainAnswer(record, block);
  const isCut = block.length < size;
  if (answer === null) return isCut ? { name, failure: 'part-damaged' } : null;
  const next =
    answer.status >= 300 && answer.status < 400 ? answer.head.get('location') : undefined;
  const title = wanted?.get(name);
  if (next !== undefined) nameNext(wanted, toAddress(next, name), title);
  const type = answer.head.get('content-type') ?? '';
  if (answer.status !== 200 || !PAGE.test(type)) return null;
  const bytes = isCut ? null : await contentOf(answer);
  if (bytes === null) return { name, failure: 'part-damaged' };
  const captured = toPartialDate(record.warcDate ?? '');
  const charset = byMark(bytes) === null ? parameterOf(type, 'charset') : null;
  const checks = asReadings(checkRecord(record, block, answer));
  const hint = {
    address: name,
    ...(checks.length > 0 && { checks }),
    by: 'warc',
    ...(captured !== null && { captured }),
    ...(charset !== null && { encoding: charset }),
  };
  return { name, bytes, hint, ...(title !== undefined && { title }) };
}

const PAGE = /^\s*(?:text\/html|application\/(?:xhtml\+xml|pdf))/i;

function nameNext(wanted: ListedPages | null, next: string | null, title: string | undefined) {
  if (next !== null && wanted?.has(next) === false) wanted.set(next, title);
}

/** What was kept without the server's own head. */
function plainAnswer(record: WARCRecord, body: Buffer): HttpAnswer {
  return { status: 200, head: new Map([['content-type', record.warcContentType ?? '']]), body };
}

async function blockOf(record: WARCRecord): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of record.reader) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Node's own unpacking waits for ever where a second packed record is cut off in its first bytes. */
async function* unpacked(warc: Uint8Array): AsyncGenerator<Uint8Array> {
  if (warc[0] !== 0x1f || warc[1] !== 0x8b) {
    yield* pieces(warc);
    return;
  }
  const packed = new AsyncIterReader(pieces(warc), 'gzip');
  for await (const piece of packed) {
    // The library takes what it cannot unpack for unpacked.
    if (packed.compressed === null) throw new RangeError('damaged');
    yield piece;
  }
  if (packed.inflator?.ended === false) throw new RangeError('cut off');
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

/** Times that the parser may ask on behind the end. It skips the rest of a record that is cut off for ever. */
const ASKED = 1_000;

/** The parser holds a head, or a line, until it ends: one that never does must not fill the memory. */
function metered(
  source: AsyncGenerator<Uint8Array>,
  meter: Meter,
  most: number,
): AsyncIterable<Uint8Array> {
  let asked = 0;
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    const piece = await source.next();
    if (piece.done === true) {
      meter.ended = true;
      if (++asked > ASKED) throw new RangeError('cut off');
      return piece;
    }
    meter.sinceRecord += piece.value.length;
    meter.total += piece.value.length;
    if (meter.sinceRecord > meter.allowed || meter.total > most) throw new RangeError('a trap');
    return piece;
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}
