/** Images made byte by byte, as small as their formats allow. */
import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one colour; `chunks` stand before its end. */
export function makePng(width: number, height: number, chunks: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', deflateSync(Buffer.alloc(Math.min(height, 100) * (width + 1)))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A JPEG with a frame header, no picture, and the segments given. */
export function makeJpeg(width: number, height: number, segments: readonly Buffer[] = []): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments,
    jpegSegment(0xc0, frame),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0xd9]),
  ]);
}

export function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

type Entry = readonly [tag: number, value: string | number];

/** An EXIF segment: a TIFF with one folder of tags and an EXIF folder. Numbers are SHORT, strings ASCII. */
export function exifSegment(image: readonly Entry[], exif: readonly Entry[]): Buffer {
  const first = 8;
  const firstFolder = folder([...image, [0x8769, 0]], first);
  const second = first + firstFolder.length;
  const withPointer = folder([...image, [0x8769, second]], first);
  const tiff = Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08', 'latin1'),
    withPointer,
    folder(exif, second),
  ]);
  return jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

function folder(entries: readonly Entry[], at: number): Buffer {
  const sorted = entries.toSorted(([a], [b]) => a - b);
  const head = Buffer.alloc(2 + sorted.length * 12 + 4);
  head.writeUInt16BE(sorted.length, 0);
  const values: Buffer[] = [];
  let next = at + head.length;
  sorted.forEach(([tag, value], index) => {
    const place = 2 + index * 12;
    head.writeUInt16BE(tag, place);
    if (typeof value === 'number') {
      const pointer = tag === 0x8769;
      head.writeUInt16BE(pointer ? 4 : 3, place + 2);
      head.writeUInt32BE(1, place + 4);
      if (pointer) head.writeUInt32BE(value, place + 8);
      else head.writeUInt16BE(value, place + 8);
      return;
    }
    const text = Buffer.from(`${value}\0`, 'latin1');
    head.writeUInt16BE(2, place + 2);
    head.writeUInt32BE(text.length, place + 4);
    if (text.length <= 4) text.copy(head, place + 8);
    else {
      head.writeUInt32BE(next, place + 8);
      next += text.length;
      values.push(text);
    }
  });
  return Buffer.concat([head, ...values]);
}

export function makeWebp(width: number, height: number): Buffer {
  const body = Buffer.alloc(10);
  body.set([0x10], 0);
  body.writeUIntLE(width - 1, 4, 3);
  body.writeUIntLE(height - 1, 7, 3);
  const chunk = Buffer.concat([Buffer.from('WEBPVP8X\x0a\0\0\0', 'latin1'), body]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(chunk.length);
  return Buffer.concat([Buffer.from('RIFF'), size, chunk]);
}

export function makeGif(width: number, height: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  return Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from([0, 0, 0, 0x3b])]);
}

/** A TIFF of these pages, in the byte order of Intel; a page may be told to be a smaller copy. */
export function makeTiff(
  pages: readonly { readonly width: number; readonly height: number; readonly reduced?: boolean }[],
): Buffer {
  const parts: Buffer[] = [Buffer.from('II*\0\x08\0\0\0', 'latin1')];
  let at = 8;
  pages.forEach(({ width, height, reduced = false }, index) => {
    const tags = [
      [254, 4, reduced ? 1 : 0],
      [256, 3, width],
      [257, 4, height],
      [273, 4, at + 2 + 5 * 12 + 4],
      [279, 4, 6],
    ] as const;
    const folder = Buffer.alloc(2 + tags.length * 12 + 4 + 6);
    folder.writeUInt16LE(tags.length, 0);
    tags.forEach(([tag, type, value], place) => {
      folder.writeUInt16LE(tag, 2 + place * 12);
      folder.writeUInt16LE(type, 4 + place * 12);
      folder.writeUInt32LE(1, 6 + place * 12);
      folder.writeUInt32LE(value, 10 + place * 12);
    });
    const next = index === pages.length - 1 ? 0 : at + folder.length;
    folder.writeUInt32LE(next, 2 + tags.length * 12);
    parts.push(folder);
    at += folder.length;
  });
  return Buffer.concat(parts);
}

function box(name: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** A HEIC whose first picture has these measures, beside a smaller one that comes before it. */
export function makeHeic(width: number, height: number): Buffer {
  const words = (...numbers: readonly number[]) => {
    const bytes = Buffer.alloc(numbers.length * 4);
    numbers.forEach((number, index) => bytes.writeUInt32BE(number, index * 4));
    return bytes;
  };
  const sizes = box(
    'ipco',
    box('ispe', words(0, 9_000, 9_000)),
    box('ispe', words(0, width, height)),
  );
  const links = box('ipma', words(0, 2), Buffer.from([0, 1, 1, 1, 0, 2, 1, 2]));
  return Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    box('meta', words(0), box('pitm', words(0), Buffer.from([0, 2])), box('iprp', sizes, links)),
    box('mdat', Buffer.alloc(16)),
  ]);
}
