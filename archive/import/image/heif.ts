/** Width and height of a HEIC, HEIF or AVIF picture from its boxes (ISO/IEC 23008-12); nothing is decoded. */
import type { Measures } from './measures.ts';

interface Box {
  readonly name: string;
  /** Where its content stands. */
  readonly start: number;
  readonly end: number;
}

/** Boxes looked at in one other. */
const BOXES = 5_000;
/** Version and flags, which some boxes begin with. */
const FULL = 4;

/** Of the picture that the file calls its first; `null` when it does not tell. */
export function readHeif(view: DataView): Measures | null {
  const top = boxesIn(view, 0, view.byteLength);
  const meta = top.find(({ name }) => name === 'meta');
  if (!meta) return null;
  const parts = boxesIn(view, meta.start + FULL, meta.end);
  const properties = inside(view, parts, 'iprp', 0);
  const list = inside(view, properties, 'ipco', 0);
  const primary = primaryOf(view, parts);
  const own = primary === null ? null : propertiesOf(view, properties, primary);
  const chosen = own === null ? list : own.flatMap((index) => list[index - 1] ?? []);
  const sizes = chosen
    .filter(({ name, start, end }) => name === 'ispe' && end - start >= 12)
    .map(({ start }) => ({ width: view.getUint32(start + 4), height: view.getUint32(start + 8) }))
    .sort((a, b) => b.width * b.height - a.width * a.height);
  const [size] = sizes;
  if (!size) return null;
  return { ...size, whole: top.at(-1)?.end === view.byteLength };
}

function inside(view: DataView, boxes: readonly Box[], name: string, skip: number): Box[] {
  const box = boxes.find((one) => one.name === name);
  return box ? boxesIn(view, box.start + skip, box.end) : [];
}

function boxesIn(view: DataView, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to && boxes.length < BOXES) {
    const told = view.getUint32(at);
    const wide = told === 1 && at + 16 <= to;
    const length = wide ? Number(view.getBigUint64(at + 8)) : told === 0 ? to - at : told;
    const head = wide ? 16 : 8;
    if (length < head || at + length > to) break;
    boxes.push({ name: fourOf(view, at + 4), start: at + head, end: at + length });
    at += length;
  }
  return boxes;
}

function fourOf(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}

function primaryOf(view: DataView, boxes: readonly Box[]): number | null {
  const box = boxes.find(({ name }) => name === 'pitm');
  if (!box || box.end - box.start < FULL + 2) return null;
  const wide = view.getUint8(box.start) > 0 && box.end - box.start >= FULL + 4;
  return wide ? view.getUint32(box.start + FULL) : view.getUint16(box.start + FULL);
}

/** Numbers, from 1, of the properties that a picture has; `null` when it has none of its own. */
function propertiesOf(view: DataView, boxes: readonly Box[], item: number): number[] | null {
  const box = boxes.find(({ name }) => name === 'ipma');
  if (!box || box.end - box.start < FULL + 4) return null;
  const wideItems = view.getUint8(box.start) > 0;
  const wideNumbers = (view.getUint8(box.start + 3) & 1) === 1;
  let at = box.start + FULL + 4;
  while (at + (wideItems ? 5 : 3) <= box.end) {
    const id = wideItems ? view.getUint32(at) : view.getUint16(at);
    at += wideItems ? 4 : 2;
    const count = view.getUint8(at);
    at += 1;
    const size = wideNumbers ? 2 : 1;
    if (at + count * size > box.end) return null;
    if (id === item)
      return Array.from({ length: count }, (_, index) =>
        wideNumbers ? view.getUint16(at + index * 2) & 0x7fff : view.getUint8(at + index) & 0x7f,
      );
    at += count * size;
  }
  return null;
}
