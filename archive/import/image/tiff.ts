/** Width, height and pages of a TIFF from its directories; nothing is decoded. */
import { limits } from '../../model/index.ts';
import type { Measures } from './measures.ts';

interface Directory {
  readonly at: number;
  /** Where the entry of each tag stands: values are read when they are asked for, for there may be very many. */
  readonly entries: ReadonlyMap<number, number>;
  readonly next: number;
}

const SUBFILE = 254;
const WIDTH = 256;
const HEIGHT = 257;
const ORIENTATION = 274;
const SUB_DIRECTORIES = 330;
/** Where the pixels stand and how many bytes they take, in strips or in tiles. */
const PIXELS: readonly (readonly [offsets: number, counts: number])[] = [
  [273, 279],
  [324, 325],
];
/** Values of one tag read, directories inside of one. */
const VALUES = 100_000;
const INNER = 20;

/** Bytes of the values by their type: BYTE, SHORT, LONG, and the long ones of BigTIFF. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 13: 4, 16: 8, 18: 8 };

/**
 * Of one page in full size, from 1: smaller copies of pages stand between them. `null` when the header is broken, or there
 * is no such page.
 */
export function readTiff(view: DataView, page: number): Measures | null {
  const reader = new TiffReader(view);
  const { found, count } = pageOf(reader, page);
  if (!found) return null;
  const full = page === 1 ? fullSize(reader, found) : found;
  const ends = PIXELS.flatMap(([offsets, counts]) => {
    const lengths = reader.values(full, counts);
    return reader.values(full, offsets).map((offset, index) => offset + (lengths[index] ?? 0));
  });
  return {
    width: reader.first(full, WIDTH) ?? 0,
    height: reader.first(full, HEIGHT) ?? 0,
    whole: ends.length > 0 && ends.every((end) => end <= view.byteLength),
    pages: Math.max(1, count),
    orientation: reader.first(full, ORIENTATION) ?? 1,
  };
}

/** The same file beginning with this page: decoders go through all that stand before it, and stop at a bad one. */
export function tiffFromPage(bytes: Uint8Array, page: number): Uint8Array {
  const reader = new TiffReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { found } = pageOf(reader, page);
  if (!found || found.at === reader.start) return bytes;
  const copy = bytes.slice();
  new TiffReader(new DataView(copy.buffer)).beginAt(found.at);
  return copy;
}

function pageOf(reader: TiffReader, page: number) {
  const directories = reader.chain();
  const pages = directories.filter((directory) => !reader.isReduced(directory));
  const found = pages[page - 1] ?? (page === 1 ? directories[0] : undefined);
  return { found, count: pages.length };
}

/** Cameras put the picture itself inside the directory of a small one. */
function fullSize(reader: TiffReader, directory: Directory): Directory {
  if (!reader.isReduced(directory)) return directory;
  const inner = reader
    .values(directory, SUB_DIRECTORIES)
    .slice(0, INNER)
    .flatMap((at) => reader.at(at) ?? []);
  return inner.find((one) => !reader.isReduced(one)) ?? directory;
}

class TiffReader {
  readonly #view: DataView;
  readonly #little: boolean;
  readonly #big: boolean;

  constructor(view: DataView) {
    this.#view = view;
    this.#little = view.byteLength > 0 && view.getUint8(0) === 0x49;
    this.#big = view.byteLength >= 16 && view.getUint16(2, this.#little) === 43;
  }

  /** Where the first directory stands. */
  get start(): number {
    return this.#big ? this.#number(8, 8) : this.#number(4, 4);
  }

  beginAt(at: number): void {
    if (this.#big) this.#view.setBigUint64(8, BigInt(at), this.#little);
    else this.#view.setUint32(4, at, this.#little);
  }

  /** The directories that follow each other; one that was met already ends them. */
  chain(): Directory[] {
    const directories: Directory[] = [];
    const met = new Set<number>();
    if (this.#view.byteLength < 16) return directories;
    let at = this.start;
    while (at !== 0 && !met.has(at) && directories.length < limits.pages) {
      met.add(at);
      const directory = this.at(at);
      if (!directory) break;
      directories.push(directory);
      at = directory.next;
    }
    return directories;
  }

  at(offset: number): Directory | null {
    const [head, entry, link] = this.#big ? [8, 20, 8] : [2, 12, 4];
    if (!this.#holds(offset, head)) return null;
    const count = this.#number(offset, head);
    const end = offset + head + count * entry;
    if (count > 4_096 || !this.#holds(end - entry, entry)) return null;
    const entries = new Map<number, number>();
    for (let at = offset + head; at < end; at += entry) entries.set(this.#number(at, 2), at);
    return { at: offset, entries, next: this.#holds(end, link) ? this.#number(end, link) : 0 };
  }

  /** A smaller copy of another picture in the file. */
  isReduced(directory: Directory): boolean {
    return ((this.first(directory, SUBFILE) ?? 0) & 1) === 1;
  }

  first(directory: Directory, tag: number): number | undefined {
    return this.values(directory, tag, 1)[0];
  }

  values({ entries }: Directory, tag: number, most = VALUES): number[] {
    const entry = entries.get(tag);
    if (entry === undefined) return [];
    const wide = this.#big ? 8 : 4;
    const size = SIZES[this.#number(entry + 2, 2)];
    const count = this.#number(entry + 4, wide);
    if (size === undefined || count > VALUES) return [];
    const own = entry + 4 + wide;
    const from = size * count <= wide ? own : this.#number(own, wide);
    if (!this.#holds(from, size * count)) return [];
    return Array.from({ length: Math.min(count, most) }, (_, index) =>
      this.#number(from + index * size, size),
    );
  }

  #holds(at: number, length: number): boolean {
    return at >= 0 && at + length <= this.#view.byteLength;
  }

  #number(at: number, bytes: number): number {
    switch (bytes) {
      case 1:
        return this.#view.getUint8(at);
      case 2:
        return this.#view.getUint16(at, this.#little);
      case 4:
        return this.#view.getUint32(at, this.#little);
      default:
        return Number(this.#view.getBigUint64(at, this.#little));
    }
  }
}
