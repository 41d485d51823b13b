/** Takes everything out of a picture that is not the picture: cameras and programs write device, place, time and previews into it. Pixels stay as they were. */
import { fail, ok, type Result } from '../../lib/result.ts';
import { BrokenPictureError, type Stripped } from './bytes.ts';
import { stripGif } from './gif.ts';
import { stripJpeg } from './jpeg.ts';
import { stripPng } from './png.ts';
import { stripWebp } from './webp.ts';

/** Each answers `null` when the first bytes are not its own. */
const READERS = [stripJpeg, stripPng, stripWebp, stripGif];

/** By its first bytes, whatever its name or media type says. Only JPEG, PNG, WebP and GIF are known. */
export function stripPicture(bytes: Uint8Array): Result<Stripped, 'image-unreadable'> {
  try {
    for (const read of READERS) {
      const stripped = read(bytes);
      if (stripped && stripped.width > 0 && stripped.height > 0) return ok(stripped);
    }
  } catch (error) {
    if (!(error instanceof BrokenPictureError) && !(error instanceof RangeError)) throw error;
  }
  return fail('image-unreadable');
}
