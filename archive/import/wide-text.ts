/** UTF-16 and byte order marks: two bytes a letter, which sets such texts apart from binary files. */

/** The encoding that a byte order mark tells. */
export function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Whether the bytes are a text in UTF-16, with or without a mark. */
export function looksLikeWideText(bytes: Uint8Array): boolean {
  const mark = byMark(bytes);
  const order = mark === null || mark === 'utf-8' ? wideOrder(bytes) : mark;
  if (order === null) return false;
  const text = new TextDecoder(order).decode(bytes.subarray(0, 8_192));
  // eslint-disable-next-line no-control-regex -- letters that no text holds
  const odd = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff\ufffd]/g)?.length ?? 0;
  return odd <= text.length / 100;
}

/** UTF-16 without a mark shows zeros, blanks and line ends at every other byte. */
export function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4_096) & ~1;
  if (length < 4 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  const plain = [0, 0];
  for (let at = 0; at < length; at++) {
    const byte = bytes[at];
    const side = at & 1;
    if (byte === 0) zeros[side] = (zeros[side] ?? 0) + 1;
    // A space or a line end, the other byte being zero: even texts without any Latin letter hold them.
    if ((byte === 0x20 || byte === 0x0a) && bytes[at ^ 1] === 0)
      plain[side] = (plain[side] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const [plainEven = 0, plainOdd = 0] = plain;
  if (odd > 0 && even === 0 && (plainEven > length / 100 || odd > length / 8)) return 'utf-16le';
  if (even > 0 && odd === 0 && (plainOdd > length / 100 || even > length / 8)) return 'utf-16be';
  return null;
}
