/** PNG (ISO/IEC 15948) without its metadata. */
import { BrokenPictureError, concat, fourLetters, piece, viewOf, type Stripped } from './bytes.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What decoding needs, and numbers about colour. Profiles go: they can name a device. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB']);

/** Text, time, EXIF, profiles, animation, unknown chunks and whatever follows the end go. */
export function stripPng(bytes: Uint8Array): Stripped | null {
  if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) return null;
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  let name = '';
  while (name !== 'IEND') {
    name = fourLetters(bytes, at + 4);
    const chunk = piece(bytes, at, at + 12 + view.getUint32(at));
    if (at === 8 && name !== 'IHDR') throw new BrokenPictureError();
    if (KEPT.has(name)) parts.push(chunk);
    at += chunk.length;
  }
  return {
    bytes: concat(parts),
    extension: 'png',
    complete: true,
    width: view.getUint32(16),
    height: view.getUint32(20),
  };
}
