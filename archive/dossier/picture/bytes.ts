/** Small things that the readers of pictures share. */

/** Thrown inside the readers of this folder when bytes are not what their format says; never leaves the folder. */
export class BrokenPictureError extends Error {}

export interface Stripped {
  readonly bytes: Uint8Array;
  readonly extension: 'jpg' | 'png' | 'webp' | 'gif';
  /** The file goes on to its end, so that no part of the picture is missing. */
  readonly complete: boolean;
  /** In pixels, before any turning. */
  readonly width: number;
  readonly height: number;
}

/** Reading past the end throws a `RangeError`. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The bytes from `start` to `end`; throws when they are not all there. */
export function piece(bytes: Uint8Array, start: number, end: number): Uint8Array {
  if (end < start || end > bytes.length) throw new BrokenPictureError();
  return bytes.subarray(start, end);
}

/** The four letters at a place. */
export function fourLetters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
