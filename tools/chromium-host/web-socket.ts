/** The server's side of one WebSocket (RFC 6455), as far as a test driver needs it: text messages, on loopback. */
import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';

/** RFC 6455 §1.3. */
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

export interface TextSocket {
  send(text: string): void;
  close(): void;
}

function frame(kind: number, payload: Buffer): Buffer[] {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65536 ? 4 : 10);
  head[0] = 0x80 | kind;
  if (length < 126) head[1] = length;
  else if (length < 65536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return [head, payload];
}

interface Frame {
  readonly last: boolean;
  readonly kind: number;
  readonly payload: Buffer;
  /** How many bytes it took. */
  readonly size: number;
}

/** The first frame in `bytes`, or nothing when it is not all there. */
function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const [first = 0, second = 0] = bytes;
  const short = second & 0x7f;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  const masked = (second & 0x80) !== 0;
  const start = 2 + extra + (masked ? 4 : 0);
  if (bytes.length < start) return undefined;
  const length =
    extra === 0 ? short : extra === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + length) return undefined;
  const payload = Buffer.from(bytes.subarray(start, start + length));
  if (masked) {
    const mask = bytes.subarray(start - 4, start);
    for (let at = 0; at < length; at += 1) payload[at] = (payload[at] ?? 0) ^ (mask[at & 3] ?? 0);
  }
  return { last: (first & 0x80) !== 0, kind: first & 0x0f, payload, size: start + length };
}

/** Answers a WebSocket handshake on `stream`, whose key was `key`, and calls back with every text. */
export function acceptSocket(
  stream: Duplex,
  key: string,
  received: (text: string) => void,
  closed: () => void,
): TextSocket {
  const accept = createHash('sha1')
    .update(key + MAGIC)
    .digest('base64');
  stream.write(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  const write = (kind: number, payload: Buffer): void => {
    stream.cork();
    for (const part of frame(kind, payload)) stream.write(part);
    stream.uncork();
  };
  let rest: Buffer = Buffer.alloc(0);
  let message: Buffer[] = [];

  function take({ kind, payload, last }: Frame): void {
    if (kind === PING) write(PONG, payload);
    else if (kind === CLOSE) stream.end();
    else if (kind <= 2) {
      message.push(payload);
      if (!last) return;
      const text = Buffer.concat(message).toString('utf8');
      message = [];
      received(text);
    }
  }

  stream.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let next = readFrame(rest); next !== undefined; next = readFrame(rest)) {
      rest = rest.subarray(next.size);
      take(next);
    }
  });
  stream.on('error', () => undefined);
  stream.on('close', closed);
  return {
    send: (text) => write(TEXT, Buffer.from(text, 'utf8')),
    close: () => stream.end(),
  };
}
