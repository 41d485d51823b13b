/** GIF (version 89a) without its metadata: its first picture only. */
import { BrokenPictureError, concat, piece, viewOf, type Stripped } from './bytes.ts';

const EXTENSION = 0x21;
const PICTURE = 0x2c;
const CONTROL = 0xf9;
const END = 0x3b;

/** Comments, application data (XMP lies there), further pictures and whatever follows go. */
export function stripGif(bytes: Uint8Array): Stripped | null {
  const version = String.fromCharCode(...bytes.subarray(0, 6));
  if (version !== 'GIF87a' && version !== 'GIF89a') return null;
  const view = viewOf(bytes);
  const head = 13 + tableLength(view.getUint8(10));
  const parts: Uint8Array[] = [piece(bytes, 0, head)];
  for (let at = head; ;) {
    const code = view.getUint8(at);
    if (code === EXTENSION) {
      const end = endOfBlocks(view, at + 2);
      if (view.getUint8(at + 1) === CONTROL) parts.push(piece(bytes, at, end));
      at = end;
    } else if (code === PICTURE) {
      const data = at + 10 + tableLength(view.getUint8(at + 9)) + 1;
      parts.push(piece(bytes, at, endOfBlocks(view, data)), Uint8Array.of(END));
      break;
    } else throw new BrokenPictureError();
  }
  return {
    bytes: concat(parts),
    extension: 'gif',
    complete: true,
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
  };
}

/** Bytes of a colour table, from the packed byte that announces it. */
function tableLength(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

function endOfBlocks(view: DataView, from: number): number {
  let at = from;
  for (;;) {
    const length = view.getUint8(at);
    at += 1 + length;
    if (length === 0) return at;
  }
}
