/** Width and height of an image from its header alone; nothing is decoded. */
import { readHeif } from './heif.ts';
import { readTiff } from './tiff.ts';

export interface Measures {
  readonly width: number;
  readonly height: number;
  /** The image reaches its end as its format says that it must. */
  readonly whole: boolean;
  /** Of a format that may hold several. */
  readonly pages?: number;
  /** As EXIF has it: of a format each of whose pages says it. */
  readonly orientation?: number;
  /** It holds several frames that are shown one after the other. */
  readonly moving?: true;
}

/**
 * Of one page, from 1. `null` when the header is cut off, contradicts itself or says nothing of the size, or when there
 * is no such page.
 */
export function measure(bytes: Uint8Array, mediaType: string, page = 1): Measures | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const measured = read(view, mediaType, page);
  return measured !== null && measured.width > 0 && measured.height > 0 ? measured : null;
}

function read(view: DataView, mediaType: string, page: number): Measures | null {
  if (mediaType === 'image/tiff') return readTiff(view, page);
  if (page !== 1) return null;
  switch (mediaType) {
    case 'image/png':
      return readPng(view);
    case 'image/jpeg':
      return readJpeg(view);
    case 'image/webp':
      return readWebp(view);
    case 'image/gif':
      return readGif(view);
    case 'image/heic':
    case 'image/heif':
    case 'image/avif':
      return readHeif(view);
    default:
      return null;
  }
}

const IHDR = 0x49484452;
const IEND = 0x49454e44;
/** How many frames there are: animated PNG. */
const ACTL = 0x6163544c;
/** PNG 1.2 §2.1: greater numbers are no lengths and no sizes. */
const PNG_MAX = 0x7fffffff;

function readPng(view: DataView): Measures | null {
  if (view.byteLength < 33 || view.getUint32(8) !== 13 || view.getUint32(12) !== IHDR) return null;
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  if (width > PNG_MAX || height > PNG_MAX) return null;
  let at = 8;
  let whole = false;
  let moving = false;
  while (at + 12 <= view.byteLength) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === IEND) whole = true;
    if (view.getUint32(at + 4) === ACTL) moving = true;
    if (length > PNG_MAX || whole) break;
    at += 12 + length;
  }
  return { width, height, whole, ...(moving && { moving }) };
}

/** Markers that stand alone, without a length: TEM, RST0 to RST7, SOI. */
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** Frame headers: SOF0 to SOF15 without DHT, JPG and DAC. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function readJpeg(view: DataView): Measures | null {
  let at = 2;
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || standsAlone(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || marker === 0xd9 || marker === 0xda) return null;
    if (isFrame(marker)) {
      if (at + 9 > view.byteLength) return null;
      const whole = endsJpeg(view);
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), whole };
    }
    at += 2 + length;
  }
  return null;
}

/** Cameras append more after the end of the picture, so that its mark is looked for, not expected last. */
function endsJpeg(view: DataView): boolean {
  for (let at = view.byteLength - 2; at > 2; at--)
    if (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xd9) return true;
  return false;
}

const four = (view: DataView, at: number) =>
  String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );

function readWebp(view: DataView): Measures | null {
  if (view.byteLength < 30) return null;
  const whole = view.getUint32(4, true) + 8 <= view.byteLength;
  const chunk = four(view, 12);
  if (chunk === 'VP8X') {
    const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    const moving = (view.getUint8(20) & 0x02) !== 0;
    return { width: three(24) + 1, height: three(27) + 1, whole, ...(moving && { moving }) };
  }
  if (chunk === 'VP8L') {
    if (view.getUint8(20) !== 0x2f) return null;
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, whole };
  }
  if (chunk !== 'VP8 ' || view.getUint8(23) !== 0x9d || view.getUint16(24) !== 0x012a) return null;
  return {
    width: view.getUint16(26, true) & 0x3fff,
    height: view.getUint16(28, true) & 0x3fff,
    whole,
  };
}

function readGif(view: DataView): Measures | null {
  if (view.byteLength < 13) return null;
  const moving = hasFrames(view, 2);
  return {
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    whole: view.getUint8(view.byteLength - 1) === 0x3b,
    ...(moving && { moving }),
  };
}

/** GIF89a §20 to 24: whether so many frames follow each other. */
function hasFrames(view: DataView, wanted: number): boolean {
  const byte = (at: number) => (at < view.byteLength ? view.getUint8(at) : 0);
  const colours = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
  const pastBlocks = (from: number) => {
    let at = from;
    while (byte(at) !== 0) at += byte(at) + 1;
    return at + 1;
  };
  let frames = 0;
  for (let at = 13 + colours(byte(10)); at < view.byteLength;) {
    if (byte(at) === 0x21) at = pastBlocks(at + 2);
    else if (byte(at) !== 0x2c) return false;
    else if (++frames === wanted) return true;
    else at = pastBlocks(at + 11 + colours(byte(at + 9)));
  }
  return false;
}
