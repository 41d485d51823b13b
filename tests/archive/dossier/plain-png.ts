/** PNGs of eight bits without palette or transparency, with every filter, written here. */
import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { chunk } from '../../../bench/dossier/large-dossier.ts';

export interface PlainPng {
  readonly width: number;
  readonly height: number;
  readonly colours: 1 | 3;
  /** Of the rows in turn; 0 (none) unless told. */
  readonly filters?: readonly number[];
  /** Into how many chunks the data falls. */
  readonly pieces?: number;
}

/** The pixels of one, row by row. */
export function someRows({ width, height, colours }: PlainPng, seed: number): Buffer {
  return Buffer.from(
    Array.from(
      { length: width * height * colours },
      (_, i) => (i * i * 31 + i * 7 + seed * 53) & 0xff,
    ),
  );
}

export function plainPng(picture: PlainPng, seed: number): Buffer {
  const { width, height, colours, filters = [0], pieces = 1 } = picture;
  const pixels = someRows(picture, seed);
  const row = width * colours;
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y++) {
    const filter = filters[y % filters.length] ?? 0;
    const at = (x: number, line: number) => (x < 0 || line < 0 ? 0 : (pixels[line * row + x] ?? 0));
    rows.push(Buffer.of(filter));
    rows.push(
      Buffer.from(
        Array.from({ length: row }, (_, x) => {
          const [left, up, corner] = [at(x - colours, y), at(x, y - 1), at(x - colours, y - 1)];
          return (at(x, y) - predicted(filter, left, up, corner)) & 0xff;
        }),
      ),
    );
  }
  const data = deflateSync(Buffer.concat(rows));
  const size = Math.ceil(data.length / pieces);
  return pngOf(
    picture,
    Array.from({ length: pieces }, (_, i) => data.subarray(i * size, (i + 1) * size)),
  );
}

/** One that cannot be made smaller, and is another each time. */
export function noisePng(width: number, height: number): Uint8Array {
  const row = () => Buffer.concat([Buffer.alloc(1), randomBytes(width * 3)]);
  const rows = Buffer.concat(Array.from({ length: height }, row));
  const picture = { width, height, colours: 3 } as const;
  return new Uint8Array(pngOf(picture, [deflateSync(rows, { level: 0 })]));
}

/** With these pieces of data, whatever they hold. */
export function pngOf({ width, height, colours }: PlainPng, data: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, colours === 3 ? 2 : 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...data.map((piece) => chunk('IDAT', Buffer.from(piece))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** ISO/IEC 15948, 9.2. */
function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
