/** Small pictures into which every place that can hold metadata has been filled with a word to look for. */
import { deflateSync } from 'node:zlib';
import { chunk } from '../../../bench/dossier/large-dossier.ts';

/** A gradient, 24 by 16 pixels. */
const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAUDBAQEAwUEBAQFBQUGBwwIBwcHBw8LCwkMEQ8SEhEPERETFhwXExQaFRERGCEYGh0dHx8fExciJCIeJBweHx7/2wBDAQUFBQcGBw4ICA4eFBEUHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh7/wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYH/8QAFxABAQEBAAAAAAAAAAAAAAAAABRhYv/EABUBAQEAAAAAAAAAAAAAAAAAAAAH/8QAFhEAAwAAAAAAAAAAAAAAAAAAABdi/9oADAMBAAIRAxEAPwDG7ui7pLX6X6oisgqrJsqbuhLX6CsgMmz/2Q==';
const GIF =
  'R0lGODlhGAAQAPMAAP8AAO4AEd0AIswAM7sARKoAVZkAZogAd3cAiGYAmVUAqkQAuzMAzCIA3REA7gAA/yH5BAAAAAAALAAAAAAYABAAAARcEMhJq50h6827FmAojmQ4nGiqrijhvnAsv0Vt33huG3zv/8DeYUgsGo9EhHLJbDqXiah0Sq1KFdisdsvNLr7gsHgMZpjP6LT63Gi73/C420Gv2+/4+mPP7/v/fBEAOw==';
const WEBP =
  'UklGRmIAAABXRUJQVlA4IFYAAADwAwCdASoYABAAPpE6l0eloyIhMAgAsBIJbDuAG9Yir+gAC1ay8J6AAP7sF40Z8avX/7S//4oad9+1H//UJuf/5CbgkES5bxwZz2ZEqLwNEiNFk3VwAA==';

export const SECRET = 'CANARYOFTHEHARBOUR';

const secret = Buffer.from(SECRET, 'latin1');
const secretWide = Buffer.from(SECRET, 'utf16le');

function segment(code: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** EXIF as big-endian TIFF with a maker, an artist, and a position. */
function exif(): Buffer {
  const entry = (tag: number, at: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(2, 2);
    bytes.writeUInt32BE(secret.length, 4);
    bytes.writeUInt32BE(at, 8);
    return bytes;
  };
  const count = 3;
  const after = 8 + 2 + count * 12 + 4;
  return Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08', 'latin1'),
    Buffer.from([0, count]),
    entry(0x010f, after),
    entry(0x013b, after),
    entry(0x8825, after),
    Buffer.alloc(4),
    secret,
    secretWide,
  ]);
}

const xmp = Buffer.concat([
  Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>', 'latin1'),
  secret,
  Buffer.from('</x:xmpmeta>', 'latin1'),
]);

/** Rational numbers of a position: degrees, minutes, seconds. */
function angle(...parts: readonly number[]): Buffer {
  const bytes = Buffer.alloc(parts.length * 8);
  for (const [index, part] of parts.entries()) {
    bytes.writeUInt32BE(part, index * 8);
    bytes.writeUInt32BE(1, index * 8 + 4);
  }
  return bytes;
}

/** EXIF that any reader takes for a position. */
function position(): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const inner = 8 + 2 + 12 + 4;
  const after = inner + 2 + 4 * 12 + 4;
  return Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08', 'latin1'),
    Buffer.from([0, 1]),
    entry(0x8825, 4, 1, inner),
    Buffer.alloc(4),
    Buffer.from([0, 4]),
    entry(1, 2, 2, 0x4e000000),
    entry(2, 5, 3, after),
    entry(3, 2, 2, 0x45000000),
    entry(4, 5, 3, after + 24),
    Buffer.alloc(4),
    angle(53, 54, 12),
    angle(27, 33, 40),
  ]);
}

/** A photograph that says where it was taken, and holds the secret too. */
export function jpegWithPosition(): Uint8Array {
  const all = Buffer.from(secretJpeg());
  const inExif = (body: Buffer) => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), body]));
  const before = inExif(exif());
  const at = all.indexOf(before);
  const rest = all.subarray(at + before.length);
  return new Uint8Array(Buffer.concat([all.subarray(0, at), inExif(position()), rest]));
}

export function secretJpeg(): Uint8Array {
  const plain = Buffer.from(JPEG, 'base64');
  const adobe = Buffer.from('Adobe\0\x64\0\0\0\0\x01', 'latin1');
  const secrets = [
    segment(0xe0, Buffer.concat([Buffer.from('JFXX\0\x10', 'latin1'), secret])),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif()])),
    segment(0xe1, xmp),
    segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), secret])),
    segment(0xe2, Buffer.concat([Buffer.from('MPF\0', 'latin1'), secret])),
    segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM', 'latin1'), secret])),
    segment(0xee, Buffer.concat([adobe, secret])),
    segment(0xfe, secret),
  ];
  return new Uint8Array(
    Buffer.concat([plain.subarray(0, 20), ...secrets, plain.subarray(20), secret, plain]),
  );
}

export function secretPng(): Uint8Array {
  const [width, height] = [24, 16];
  const rows = Buffer.alloc((width * 3 + 1) * height, 0x40);
  for (let y = 0; y < height; y++) rows[y * (width * 3 + 1)] = 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('iCCP', Buffer.concat([secret, Buffer.from([0, 0]), deflateSync(secret)])),
      chunk('tEXt', Buffer.concat([Buffer.from('Author\0', 'latin1'), secret])),
      chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(secret)])),
      chunk('eXIf', exif()),
      chunk('seCR', secret),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
      secret,
    ]),
  );
}

export function secretWebp(): Uint8Array {
  const plain = Buffer.from(WEBP, 'base64');
  const part = (name: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length & 1)]);
  };
  const extended = Buffer.alloc(10);
  extended[0] = 0x2c;
  extended.writeUInt16LE(23, 4);
  extended.writeUInt16LE(15, 7);
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    part('VP8X', extended),
    part('ICCP', secret),
    plain.subarray(12),
    part('EXIF', exif()),
    part('XMP ', xmp),
    part('seCR', secret),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return new Uint8Array(Buffer.concat([head, body, secret]));
}

export function secretGif(): Uint8Array {
  const plain = Buffer.from(GIF, 'base64');
  const table = 13 + 3 * 2 ** (((plain[10] ?? 0) & 7) + 1);
  const blocks = Buffer.concat([Buffer.from([secret.length]), secret, Buffer.from([0])]);
  return new Uint8Array(
    Buffer.concat([
      plain.subarray(0, table),
      Buffer.from([0x21, 0xfe]),
      blocks,
      Buffer.from([0x21, 0xff, 11]),
      Buffer.from('XMP DataXMP', 'latin1'),
      blocks,
      plain.subarray(table),
      secret,
    ]),
  );
}
