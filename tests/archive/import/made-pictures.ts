/** Pictures with real pixels in every format: white, with a red corner at the upper left, so that it shows how they are turned. */
import { createCanvas } from '@napi-rs/canvas';
import { deflateSync } from 'node:zlib';
import { exifSegment } from './made-images.ts';

export const RED = [200, 30, 30] as const;
const WHITE = [255, 255, 255] as const;
type Colour = readonly [number, number, number];

const redAt = (x: number, y: number, width: number, height: number): Colour =>
  x < width / 2 && y < height / 2 ? RED : WHITE;

/** As a browser or a camera would write it. */
export function redCorner(kind: 'png' | 'jpeg' | 'webp' | 'avif', width = 64, height = 48): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = `rgb(${RED.join(' ')})`;
  context.fillRect(0, 0, width / 2, height / 2);
  switch (kind) {
    case 'png':
      return canvas.toBuffer('image/png');
    case 'jpeg':
      return canvas.toBuffer('image/jpeg', 95);
    case 'webp':
      return canvas.toBuffer('image/webp', 95);
    case 'avif':
      return canvas.toBuffer('image/avif', { quality: 95 });
  }
}

/** A JPEG with an EXIF segment behind its first two bytes. */
export function withExif(jpeg: Buffer, ...tags: Parameters<typeof exifSegment>): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(...tags), jpeg.subarray(2)]);
}

export interface TiffLook {
  readonly bits?: 1 | 8;
  readonly samples?: 1 | 3;
  readonly deflated?: boolean;
  readonly orientation?: number;
}

/** A TIFF of one strip: colours or grey of eight bits, or black and white. */
export function redCornerTiff(
  width = 64,
  height = 48,
  { bits = 8, samples = 3, deflated = false, orientation = 1 }: TiffLook = {},
): Buffer {
  const rows: number[] = [];
  for (let y = 0; y < height; y++) {
    let packed = 0;
    for (let x = 0; x < width; x++) {
      const colour = redAt(x, y, width, height);
      if (bits === 8) rows.push(...(samples === 3 ? colour : [colour[1]]));
      else {
        packed = (packed << 1) | (colour[1] > 128 ? 1 : 0);
        if (x % 8 === 7) rows.push(packed & 0xff);
      }
    }
  }
  const strip = deflated ? deflateSync(Buffer.from(rows)) : Buffer.from(rows);
  const tags: [tag: number, type: 3 | 4, value: number][] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, bits],
    [259, 3, deflated ? 8 : 1],
    [262, 3, samples === 3 ? 2 : 1],
    [273, 4, 0],
    [274, 3, orientation],
    [277, 3, samples],
    [278, 4, height],
    [279, 4, strip.length],
  ];
  const head = Buffer.alloc(8 + 2 + tags.length * 12 + 4 + 6);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(tags.length, 8);
  tags.forEach(([tag, type, value], index) => {
    const at = 10 + index * 12;
    const deep = tag === 258 && samples === 3;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(deep ? 3 : 1, at + 4);
    head.writeUInt32LE(tag === 273 ? head.length : deep ? head.length - 6 : value, at + 8);
  });
  for (const sample of [0, 1, 2]) head.writeUInt16LE(bits, head.length - 6 + sample * 2);
  return Buffer.concat([head, strip]);
}

export interface TiffPage {
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 black to 255 white. */
  readonly shades: Uint8Array;
  /** A smaller copy of another page. */
  readonly reduced?: boolean;
  /** As EXIF has it. */
  readonly orientation?: number;
}

/** A TIFF of several pages in grey, each a deflated strip. */
export function tiffOfPages(pages: readonly TiffPage[]): Buffer {
  const parts: Buffer[] = [Buffer.from('II*\0\x08\0\0\0', 'latin1')];
  let at = 8;
  pages.forEach(({ width, height, shades, reduced = false, orientation = 1 }, index) => {
    const strip = deflateSync(shades);
    const tags: readonly (readonly [tag: number, type: 3 | 4, value: number])[] = [
      [254, 4, reduced ? 1 : 0],
      [256, 4, width],
      [257, 4, height],
      [258, 3, 8],
      [259, 3, 8],
      [262, 3, 1],
      [273, 4, at + 2 + 11 * 12 + 4],
      [274, 3, orientation],
      [277, 3, 1],
      [278, 4, height],
      [279, 4, strip.length],
    ];
    const folder = Buffer.alloc(2 + tags.length * 12 + 4 + strip.length + (strip.length % 2));
    folder.writeUInt16LE(tags.length, 0);
    tags.forEach(([tag, type, value], place) => {
      folder.writeUInt16LE(tag, 2 + place * 12);
      folder.writeUInt16LE(type, 4 + place * 12);
      folder.writeUInt32LE(1, 6 + place * 12);
      folder.writeUInt32LE(value, 10 + place * 12);
    });
    const next = index === pages.length - 1 ? 0 : at + folder.length;
    folder.writeUInt32LE(next, 2 + tags.length * 12);
    folder.set(strip, 2 + tags.length * 12 + 4);
    parts.push(folder);
    at += folder.length;
  });
  return Buffer.concat(parts);
}

/** A GIF of so many frames: the first with the red corner, the others white. */
export function redCornerGif(width = 64, height = 48, frames = 1): Buffer {
  const head = Buffer.alloc(13 + 3 * 4);
  head.write('GIF89a', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  head[10] = 0x81;
  head.set([...WHITE, ...RED], 13);
  const parts: Buffer[] = [head];
  for (let frame = 0; frame < frames; frame++) {
    const place = Buffer.alloc(10);
    place[0] = 0x2c;
    place.writeUInt16LE(width, 5);
    place.writeUInt16LE(height, 7);
    parts.push(Buffer.from([0x21, 0xf9, 4, 0, 5, 0, 0, 0]), place, Buffer.from([2]));
    const packed = packedIndexes(width, height, frame === 0);
    for (let at = 0; at < packed.length; at += 255) {
      const block = packed.subarray(at, at + 255);
      parts.push(Buffer.from([block.length]), block);
    }
    parts.push(Buffer.from([0]));
  }
  return Buffer.concat([...parts, Buffer.from([0x3b])]);
}

/** LZW that never makes a longer code: the table is cleared before it would. */
function packedIndexes(width: number, height: number, corner: boolean): Buffer {
  const [clear, end] = [4, 5];
  const codes: number[] = [];
  for (let at = 0; at < width * height; at++) {
    if (at % 2 === 0) codes.push(clear);
    const colour = redAt(at % width, Math.floor(at / width), width, height);
    codes.push(corner && colour === RED ? 1 : 0);
  }
  codes.push(end);
  const bytes = Buffer.alloc(Math.ceil((codes.length * 3) / 8));
  codes.forEach((code, index) => {
    for (let bit = 0; bit < 3; bit++) {
      const at = index * 3 + bit;
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (((code >> bit) & 1) << (at & 7));
    }
  });
  return bytes;
}

/** The red corner, 64 by 48, as `heif-enc -q 40` made it out of the PNG above: a grid, as telephones write it. */
export const redCornerHeic = Buffer.from(
  [
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAvxtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAA',
    'AAAAAAAAAA5waXRtAAAAAAACAAAAGGlkYXQAAAAAAEAAMAAAAAAAQAAwAAAAYGlsb2MBAAAAREAABAABAAAAAAAAAyAA',
    'AQAAAAAAAAA2AAIAAQAAAAAAAAABAAAAAAAAAAgAAwAAAAAAAANWAAEAAAAAAAAAEwAEAAEAAAAAAAAAAQAAAAgAAAAI',
    'AAAAYmlpbmYAAAAAAAQAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAAAVaW5mZQIAAAEA',
    'AwAAaHZjMQAAAAAVaW5mZQIAAAAABAAAZ3JpZAAAAAGxaXBycAAAAYRpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8',
    '/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprm4',
    'EBAwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAADAAAAAQ',
    'cGl4aQAAAAADCAgIAAAAcWh2Y0MBBAgAAAAAAAAAAAAe8AD8/Pj4AAAPAyAAAQAXQAEMAf//BAgAAAMAn/gAAAMAAB66',
    'AkAhAAEAJkIBAQQIAAADAJ/4AAADAAAewIIEFlurkprmwIAAAAMAgAAAAwCEIgABAAZEAcFzwIkAAAAUaXNwZQAAAAAA',
    'AABAAAAAQAAAABRpc3BlAAAAAAAAAEAAAAAwAAAADnBpeGkAAAAAAQgAAAAnYXV4QwAAAAB1cm46bXBlZzpoZXZjOjIw',
    'MTU6YXV4aWQ6MQAAAAAlaXBtYQAAAAAAAAAEAAECgQIAAgIDhAADAoUGAAQDB4iJAAAANmlyZWYAAAAAAAAADmRpbWcA',
    'AgABAAEAAAAOZGltZwAEAAEAAwAAAA5hdXhsAAQAAQACAAAAUW1kYXQAAAAyKAGvWPkU5/+6jX8lKhlyDIqCBif+LQEF',
    'dfiKldtcF2MVx+793xplr/HP6oTDVm2VEVwAAAAPKAGusLQ8t9h/IDAFnqOA',
  ].join(''),
  'base64',
);
