/** Gets the pictures of all exhibits ready to be printed. */
import { fail, ok, type Result } from '../lib/result.ts';
import { limits } from '../model/index.ts';
import type { Exhibit } from './material.ts';
import { stripPicture } from './picture/strip.ts';

/** A picture ready to be printed: without metadata, turned by the template. */
export interface Picture {
  /** Its name among the template's files. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** As displayed, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
}

/** EXIF orientations in which width and height change places. */
const FIRST_ON_ITS_SIDE = 5;

/** By number of exhibit. `image-unreadable` names the first exhibit whose picture cannot be read or is too large. */
export function preparePictures(
  exhibits: readonly Exhibit[],
): Result<ReadonlyMap<number, Picture>, 'image-unreadable'> {
  const pictures = new Map<number, Picture>();
  for (const { number, image, source } of exhibits) {
    if (!image) continue;
    const stripped = stripPicture(image.bytes);
    if (!stripped.ok || stripped.value.width * stripped.value.height > limits.imagePixels)
      return fail('image-unreadable', { exhibit: number });
    const { bytes, extension, width, height } = stripped.value;
    const orientation = source.image?.orientation ?? 1;
    const onItsSide = orientation >= FIRST_ON_ITS_SIDE;
    pictures.set(number, {
      file: `picture-${number}.${extension}`,
      bytes,
      width: onItsSide ? height : width,
      height: onItsSide ? width : height,
      orientation,
    });
  }
  return ok(pictures);
}
