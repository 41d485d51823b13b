/** Width, height and pages of a TIFF from its directories; nothing is decoded. */
import type { Measures } from './measures.ts';

interface Directory {
  readonly tags: ReadonlyMap<number, readonly number[]>;
  readonly next: number;
}

const SUBFILE = 254;
const WIDTH = 256;
const HEIGHT = 257;
const SUB_DIRECTORIES = 330;
/** Where the pixels stand and how many bytes they take, in strips or in tiles. */
const PIXELS: readonly (readonly [offsets: number, counts: number])[] = [
  [273, 279],
  [324, 325],
];
/** Pages counted, values of one tag read, directories inside of one. */
const PAGES = 10_000;
const VALUES = 100_000;
const INNER = 20;

/** Bytes of the values by their type: BYTE, SHORT, LONG, and the long ones of BigTIFF. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 13: 4, 16: 8, 18: 8 };

/** Of the first page in full size: cameras put a small one before it. `null` when the header is broken. */
export function readTiff(view: DataView): Measures | null {
  const reader = new TiffReader(view);
  const directories = reader.chain();
  const [first] = directories;
  if (!first) return null;
  const inner = (first.tags.get(SUB_DIRECTORIES) ?? [])
    .slice(0, INNER)
    .flatMap((at) => reader.at(at) ?? []);
  const full = [first, ...inner].find(({ tags }) => !isReduced(tags)) ?? first;
  const pages = directories.filter(({ tags }) => !isReduced(tags)).length;
  const ends = PIXELS.flatMap(([offsets, counts]) => {
    const lengths = full.tags.get(counts) ?? [];
    return (full.tags.get(offsets) ?? []).map((offset, index) => offset + (lengths[index] ?? 0));
  });
  return {
    width: full.tags.get(WIDTH)?.[0] ?? 0,
    height: full.tags.get(HEIGHT)?.[0] ?? 0,
    whole: ends.length > 0 && ends.every((end) => end <= view.byteLength),
    pages: Math.max(1, pages),
  };
}

/** A smaller copy of another picture in the file. */
function isReduced(tags: Directory['tags']): boolean {
  return ((tags.get(SUBFILE)?.[0] ?? 0) & 1) === 1;
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

  /** The directories that follow each other; one that was met already ends them. */
  chain(): Directory[] {
    const directories: Directory[] = [];
    const met = new Set<number>();
    if (this.#view.byteLength < 16) return directories;
    let at = this.#big ? this.#number(8, 8) : this.#number(4, 4);
    while (at !== 0 && !met.has(at) && directories.length < PAGES) {
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
    const tags = new Map<number, readonly number[]>();
    for (let at = offset + head; at < end; at += entry)
      tags.set(this.#number(at, 2), this.#values(at));
    return { tags, next: this.#holds(end, link) ? this.#number(end, link) : 0 };
  }

  #values(entry: number): number[] {
    const wide = this.#big ? 8 : 4;
    const size = SIZES[this.#number(entry + 2, 2)];
    const count = this.#number(entry + 4, wide);
    if (size === undefined || count > VALUES) return [];
    const own = entry + 4 + wide;
    const from = size * count <= wide ? own : this.#number(own, wide);
    if (!this.#holds(from, size * count)) return [];
    return Array.from({ length: count }, (_, index) => this.#number(from + index * size, size));
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
