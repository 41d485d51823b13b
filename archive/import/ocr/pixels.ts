/**
 * A picture as shades of grey. Tesseract's own memory decodes it and hands it back as a grey PNG of the plainest sort;
 * whatever a hostile picture does, it does it in there.
 */
import { inflateSync } from 'node:zlib';
import { assert } from '../../lib/assert.ts';

export interface Grey {
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 black to 255 white. */
  readonly shades: Uint8Array;
}

/** Reads a PNG of eight bits of grey without interlace: what our own decoder writes, and nothing else. */
export function greyOfPng(png: Uint8Array): Grey {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  assert(view.getUint32(24) === 0x08_00_00_00 && view.getUint8(28) === 0, 'it is plain grey');
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= png.length;) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === IDAT) parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const rows = inflateSync(Buffer.concat(parts), { maxOutputLength: (width + 1) * height });
  return { width, height, shades: unfiltered(rows, width, height) };
}

const IDAT = 0x49444154;

/** PNG 1.2 §6: each row says by what it was foretold. */
function unfiltered(rows: Uint8Array, width: number, height: number): Uint8Array {
  const shades = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (width + 1)];
    const from = y * (width + 1) + 1;
    const to = y * width;
    for (let x = 0; x < width; x++) {
      const left = x > 0 ? (shades[to + x - 1] ?? 0) : 0;
      const up = y > 0 ? (shades[to + x - width] ?? 0) : 0;
      const corner = x > 0 && y > 0 ? (shades[to + x - width - 1] ?? 0) : 0;
      shades[to + x] = (rows[from + x] ?? 0) + foretold(filter, left, up, corner);
    }
  }
  return shades;
}

function foretold(filter: number | undefined, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return nearest(left, up, corner);
    default:
      return 0;
  }
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** As a file that Tesseract reads without decoding anything. */
export function pgmOf({ width, height, shades }: Grey): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  return Buffer.concat([head, shades]);
}
