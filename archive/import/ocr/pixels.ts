/** A picture as shades of grey, and as a file of the plainest sort. */

export interface Grey {
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 black to 255 white. */
  readonly shades: Uint8Array;
}

/** As a file that Tesseract reads without decoding anything. */
export function pgmOf({ width, height, shades }: Grey): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  return Buffer.concat([head, shades]);
}
