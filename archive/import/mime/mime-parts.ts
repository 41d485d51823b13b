/**
 * The parts of a MIME message with their heads, to the byte. A mail's words and names are read by a library; this
 * is for what it changes or does not tell: the bytes of attached texts, and the addresses of a saved page's parts.
 */

import { fromQuotedPrintable } from './quoted-printable.ts';

export interface MimePart {
  /** Names in lower case; of a repeated one the first. */
  readonly head: ReadonlyMap<string, string>;
  /** Decoded. */
  body(): Uint8Array;
}

/** Multiparts inside of multiparts that are entered. */
const DEPTH = 10;
const PARTS = 10_000;

/** All parts that are no multiparts themselves, in their order. */
export function mimeParts(message: Uint8Array): readonly MimePart[] {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const parts: MimePart[] = [];
  collect(bytes, parts, 0);
  return parts;
}

/** The head of the whole message. */
export function mimeHead(message: Uint8Array): ReadonlyMap<string, string> {
  return headOf(Buffer.from(message.buffer, message.byteOffset, message.byteLength)).head;
}

function collect(bytes: Buffer, parts: MimePart[], depth: number): void {
  if (parts.length >= PARTS) return;
  const { head, end } = headOf(bytes);
  const body = bytes.subarray(end);
  const type = head.get('content-type') ?? 'text/plain';
  const boundary = /^\s*multipart\//i.test(type) ? parameterOf(type, 'boundary') : null;
  if (boundary === null || depth >= DEPTH) {
    const encoding = head.get('content-transfer-encoding')?.trim().toLowerCase() ?? '';
    parts.push({ head, body: () => decode(body, encoding) });
    return;
  }
  for (const part of between(body, boundary)) collect(part, parts, depth + 1);
}

/** Up to the blank line; folded lines are joined. */
function headOf(bytes: Buffer): { head: ReadonlyMap<string, string>; end: number } {
  const blank = /\r?\n\r?\n/.exec(bytes.subarray(0, 64 * 1024).toString('latin1'));
  const empty = /^\r?\n/.exec(bytes.subarray(0, 2).toString('latin1'));
  if (empty) return { head: new Map(), end: empty[0].length };
  const length = blank === null ? bytes.length : blank.index;
  const lines = bytes
    .subarray(0, Math.min(length, 64 * 1024))
    .toString('utf8')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const head = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^([\w-]+)\s*:(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    if (!head.has(name.toLowerCase())) head.set(name.toLowerCase(), value.trim());
  }
  return { head, end: blank === null ? bytes.length : blank.index + blank[0].length };
}

/** A parameter of a structured field: `multipart/related; boundary="…"`. */
export function parameterOf(field: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(field);
  return found?.[1] ?? found?.[2] ?? null;
}

function* between(body: Buffer, boundary: string): Generator<Buffer> {
  if (boundary === '') return;
  const mark = Buffer.from(`--${boundary}`);
  let start = -1;
  let at = body.indexOf(mark);
  while (at !== -1) {
    const atLine = at === 0 || body[at - 1] === 0x0a;
    const after = body.subarray(at + mark.length, at + mark.length + 2).toString('latin1');
    if (atLine && /^(?:--|\r?\n|[ \t]|$)/.test(after)) {
      if (start !== -1) yield body.subarray(start, Math.max(start, endOfPart(body, at)));
      if (after === '--') return;
      const line = body.indexOf(0x0a, at);
      if (line === -1) return;
      start = line + 1;
    }
    at = body.indexOf(mark, at + mark.length);
  }
  // A message that is cut off keeps what there is of its last part.
  if (start !== -1) yield body.subarray(start);
}

function endOfPart(body: Buffer, mark: number): number {
  return body[mark - 2] === 0x0d ? mark - 2 : mark - 1;
}

function decode(body: Buffer, encoding: string): Uint8Array {
  if (encoding === 'base64') return new Uint8Array(Buffer.from(body.toString('latin1'), 'base64'));
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body) : new Uint8Array(body);
}
