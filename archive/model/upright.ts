/** How large a picture is as it is looked at: turned as its camera was held. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** EXIF orientations from here on lie on their side. */
const FIRST_ON_ITS_SIDE = 5;

/** In pixels; `orientation` is that of EXIF, 1 to 8. */
export function uprightSize({ width, height }: Size, orientation: number): Size {
  return orientation >= FIRST_ON_ITS_SIDE ? { width: height, height: width } : { width, height };
}
