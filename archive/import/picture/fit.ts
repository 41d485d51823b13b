/** A picture with as many pixels as it is printed with: a telephone takes five times as many. */
import type { Result } from '../../lib/result.ts';
import { decode, type DecodeFailure, type EncodedPicture } from './magick.ts';
import { type CutPicture, writePart } from './part.ts';
import type { Room } from './room.ts';
import { shrink } from './shrink.ts';

export function fitPicture(picture: EncodedPicture, room: Room): Result<CutPicture, DecodeFailure> {
  // Some formats are decoded smaller, but not smaller than this along either side.
  const side = Math.max(room.width, room.height);
  return decode(picture, side, (image) => {
    image.strip();
    image.depth = 8;
    shrink(image, room);
    return writePart(image, picture.mediaType);
  });
}
