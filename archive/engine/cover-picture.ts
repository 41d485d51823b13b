/** A graphic picture as a few large squares of grey: what leaves in its place. The pixels themselves are gone. */
import { crc32, deflateSync } from 'node:zlib';
import type { createPictures } from '../import/index.ts';
import { type Source, uprightSize } from '../model/index.ts';

type Pictures = ReturnType<typeof createPictures>;

/** Squares along the longer side. */
const SQUARES = 20;
const EVEN = 0xb0;

export interface Cover {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png';
  /** Of the picture that it covers, upright. */
  readonly covers: { readonly width: number; readonly height: number };
}

interface Shades {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
}

/** What cannot be decoded is covered by an even grey. */
export async function coverPicture(
  pictures: Pictures,
  bytes: Uint8Array,
  { original, image }: Pick<Source, 'original' | 'image'>,
): Promise<Cover> {
  const orientation = image?.orientation ?? 1;
  const grey = await pictures.grey({ bytes, mediaType: original.mediaType, orientation });
  if (grey.ok) return coverOf(squaresOf(grey.value), grey.value);
  const { width = 4, height = 3 } = image ?? {};
  const even = { width: 1, height: 1, shades: Uint8Array.of(EVEN) };
  return coverOf(even, uprightSize({ width, height }, orientation));
}

function coverOf(squares: Shades, { width, height }: Cover['covers']): Cover {
  return { bytes: greyPng(squares), mediaType: 'image/png', covers: { width, height } };
}

/** Each square has the mean shade of what it covers. */
function squaresOf({ width, height, shades }: Shades): Shades {
  const side = Math.max(1, Math.ceil(Math.max(width, height) / SQUARES));
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const sums = new Float64Array(columns * rows);
  const counts = new Float64Array(columns * rows);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = Math.floor(y / side) * columns + Math.floor(x / side);
      sums[at] = (sums[at] ?? 0) + (shades[y * width + x] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  const means = Uint8Array.from(sums, (sum, at) => Math.round(sum / (counts[at] ?? 1)));
  return { width: columns, height: rows, shades: means };
}

/** Eight bits of grey, without anything beside the pixels. */
function greyPng({ width, height, shades }: Shades): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    rows.set(shades.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
