/** WebP (RFC 9649) without its metadata. */
import { BrokenPictureError, concat, fourLetters, piece, viewOf, type Stripped } from './bytes.ts';

const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH']);
/** In VP8X: there is transparency. The bits for profile, EXIF, XMP and animation are cleared. */
const ALPHA = 0x10;

/** EXIF, XMP, profiles, animation and unknown chunks go. */
export function stripWebp(bytes: Uint8Array): Stripped | null {
  if (bytes.length < 12 || fourLetters(bytes, 0) !== 'RIFF' || fourLetters(bytes, 8) !== 'WEBP')
    return null;
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true));
  for (let at = 12; at + 8 <= end;) {
    const name = fourLetters(bytes, at);
    const length = view.getUint32(at + 4, true);
    const chunk = piece(bytes, at, at + 8 + length);
    if (KEPT.has(name)) {
      const kept = chunk.slice();
      if (name === 'VP8X') kept[8] = (kept[8] ?? 0) & ALPHA;
      parts.push(kept, new Uint8Array(length & 1));
      size ??= sizeIn(name, chunk);
    }
    at += 8 + length + (length & 1);
  }
  if (!size) throw new BrokenPictureError();
  const body = concat(parts);
  const head = bytes.slice(0, 12);
  viewOf(head).setUint32(4, 4 + body.length, true);
  return { bytes: concat([head, body]), extension: 'webp', complete: true, ...size };
}

function sizeIn(name: string, chunk: Uint8Array): { width: number; height: number } | null {
  const view = viewOf(chunk);
  const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (name) {
    case 'VP8X':
      return { width: three(12) + 1, height: three(15) + 1 };
    case 'VP8 ':
      return {
        width: view.getUint16(14, true) & 0x3fff,
        height: view.getUint16(16, true) & 0x3fff,
      };
    case 'VP8L': {
      const bits = view.getUint32(9, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return null;
  }
}
