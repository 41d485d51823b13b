/** Quoted-printable (RFC 2045, 6.7) to bytes. What is no encoding stays as it stands. */

const SPACE = 0x20;
const TAB = 0x09;
const CR = 0x0d;
const LF = 0x0a;
const EQUALS = 0x3d;

export function fromQuotedPrintable(body: Uint8Array): Uint8Array {
  const plain = new Uint8Array(body.length);
  let length = 0;
  for (let start = 0; start < body.length;) {
    const feed = body.indexOf(LF, start);
    const next = feed === -1 ? body.length : feed + 1;
    const broken = feed > start && body[feed - 1] === CR ? feed - 1 : feed === -1 ? next : feed;
    // Blanks at the end of a line were put there on the way; those before an equals sign belong to the text.
    const end = withoutBlanks(body, start, broken);
    const soft = body[end - 1] === EQUALS && end > start;
    length = decodeLine(body, start, soft ? end - 1 : end, plain, length);
    if (!soft) for (let at = broken; at < next; at++) plain[length++] = body[at] ?? 0;
    start = next;
  }
  return plain.subarray(0, length);
}

function withoutBlanks(body: Uint8Array, start: number, end: number): number {
  let last = end;
  while (last > start && (body[last - 1] === SPACE || body[last - 1] === TAB)) last--;
  return last;
}

/** Answers how long the plain bytes are then. */
function decodeLine(
  body: Uint8Array,
  start: number,
  end: number,
  plain: Uint8Array,
  from: number,
): number {
  let length = from;
  for (let at = start; at < end; at++) {
    const encoded = body[at] === EQUALS && at + 2 < end;
    const high = encoded ? digitOf(body[at + 1]) : -1;
    const low = encoded ? digitOf(body[at + 2]) : -1;
    if (high < 0 || low < 0) plain[length++] = body[at] ?? 0;
    else {
      plain[length++] = high * 16 + low;
      at += 2;
    }
  }
  return length;
}

/** Value of a hexadecimal digit, or -1. */
function digitOf(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
