/** The pixels of a PNG as they are coded in it, for a file format that knows this coding too: nothing is decoded and coded again. */
import { inflateSync, type ZlibOptions } from 'node:zlib';
import { concat, fourLetters, viewOf } from './bytes.ts';

/** Rows of bytes, each after the number of its filter (ISO/IEC 15948, 9), compressed together (RFC 1950). */
export interface CodedPixels {
  readonly coded: Uint8Array;
  /** Grey, or red, green and blue; a byte for each. */
  readonly colours: 1 | 3;
  readonly width: number;
  readonly height: number;
}

const HEAD_END = 33;
const COLOURS = new Map([
  [0, 1],
  [2, 3],
] as const);
const FILTERS = 5;

/**
 * Of a stripped PNG: a copy. `null` for one that has a palette, transparency, rows that come twice or another depth than
 * eight bits, and for one that is not sound to its last row.
 */
export function codedPixels(png: Uint8Array): CodedPixels | null {
  const view = viewOf(png);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, kind, , , interlaced] = png.subarray(24, HEAD_END);
  const colours = COLOURS.get(kind as 0 | 2);
  if (!colours || depth !== 8 || interlaced !== 0) return null;
  const data: Uint8Array[] = [];
  for (let at = HEAD_END; at < png.length; at += 12 + view.getUint32(at)) {
    const name = fourLetters(png, at + 4);
    if (name === 'tRNS') return null;
    if (name === 'IDAT') data.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  const coded = concat(data);
  const length = soundLength(coded, width * colours + 1, height);
  return length === null ? null : { coded: coded.slice(0, length), colours, width, height };
}

/** How many bytes are the pixels, for behind them anything can stand that nobody sees; `null` when they are not `rows` whole rows. */
function soundLength(coded: Uint8Array, row: number, rows: number): number | null {
  const inflated = inflate(coded, row * rows);
  if (inflated?.bytes.length !== row * rows) return null;
  for (let at = 0; at < inflated.bytes.length; at += row)
    if ((inflated.bytes[at] ?? FILTERS) >= FILTERS) return null;
  return inflated.read;
}

function inflate(
  coded: Uint8Array,
  size: number,
): { readonly bytes: Uint8Array; readonly read: number } | null {
  const options: ZlibOptions = { info: true, maxOutputLength: size + 1 };
  try {
    const { buffer, engine } = inflateSync(coded, options) as unknown as Informed;
    return { bytes: buffer, read: engine.bytesWritten };
  } catch {
    return null;
  }
}

/** What `info` asks for; the types do not know of it. */
interface Informed {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}
