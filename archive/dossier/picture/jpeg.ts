/** JPEG (ITU T.81) without its metadata. */
import { BrokenPictureError, concat, piece, viewOf, type Stripped } from './bytes.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const ADOBE = 0xee;
/** Tables and settings that decoding needs: DHT, DAC, DQT, DNL, DRI. */
const NEEDED = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd]);
/** SOF0 to SOF15 without DHT, JPG and DAC. */
const FRAMES = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);
/** Baseline, extended and progressive with Huffman coding: what PDF may hold and every reader can show. */
const SHOWN_FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Grey or colour; the four inks of print need a profile that the standard would have to carry. */
const SHOWN_COMPONENTS = new Set([1, 3]);
/** APP0 of our own: JFIF 1.01, no density, no preview. */
const JFIF = Uint8Array.of(0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
const ADOBE_LENGTH = 14;
const ADOBE_NAME = [0x41, 0x64, 0x6f, 0x62, 0x65];

/**
 * Keeps frames, tables and scans. Of the application segments only Adobe's stays, cut to its fixed length, for it
 * says how colours are coded; a JFIF segment is replaced by an empty one. Comments and whatever follows the end
 * (second pictures, films) go.
 */
export function stripJpeg(bytes: Uint8Array): Stripped | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null;
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  let scans = 0;
  let complete: boolean;
  let at = 2;
  for (;;) {
    const marker = nextMarker(bytes, at);
    if (marker === null || marker.code === END) {
      // A file that was cut short still shows what it has.
      complete = marker !== null;
      break;
    }
    const start = marker.at;
    const end = start + 2 + view.getUint16(start + 2);
    const segment = piece(bytes, start, end);
    at = end;
    if (FRAMES.has(marker.code)) {
      const shown =
        SHOWN_FRAMES.has(marker.code) &&
        view.getUint8(start + 4) === 8 &&
        SHOWN_COMPONENTS.has(view.getUint8(start + 9));
      if (!shown) throw new BrokenPictureError();
      size ??= { height: view.getUint16(start + 5), width: view.getUint16(start + 7) };
      parts.push(segment);
    } else if (NEEDED.has(marker.code)) parts.push(segment);
    else if (marker.code === 0xe0 && isJfif(segment) && parts.length === 1) parts.push(JFIF);
    else if (marker.code === ADOBE && isAdobe(segment)) parts.push(cutAdobe(segment));
    else if (marker.code === SCAN) {
      scans++;
      at = endOfScan(bytes, end);
      parts.push(segment, bytes.subarray(end, at));
    }
  }
  if (!size || scans === 0) throw new BrokenPictureError();
  parts.push(Uint8Array.of(0xff, END));
  return { bytes: concat(parts), extension: 'jpg', complete, ...size };
}

/** Markers may be preceded by any number of filling bytes 0xFF. */
function nextMarker(bytes: Uint8Array, from: number): { code: number; at: number } | null {
  if (from >= bytes.length) return null;
  if (bytes[from] !== 0xff) throw new BrokenPictureError();
  let at = from;
  while (bytes[at + 1] === 0xff) at++;
  const code = bytes[at + 1];
  return code === undefined ? null : { code, at };
}

/** Coded data lasts until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at === -1 || at + 1 >= bytes.length) return bytes.length;
    const code = bytes[at + 1] ?? 0;
    if (code === 0 || (code >= 0xd0 && code <= 0xd7)) at += 2;
    else if (code === 0xff) at += 1;
    else return at;
  }
}

function isJfif(segment: Uint8Array): boolean {
  return String.fromCharCode(...segment.subarray(4, 9)) === 'JFIF\0';
}

function isAdobe(segment: Uint8Array): boolean {
  return (
    segment.length >= 2 + ADOBE_LENGTH && ADOBE_NAME.every((byte, i) => segment[4 + i] === byte)
  );
}

function cutAdobe(segment: Uint8Array): Uint8Array {
  const cut = segment.slice(0, 2 + ADOBE_LENGTH);
  cut[2] = 0;
  cut[3] = ADOBE_LENGTH;
  return cut;
}
