/** Makes a picture smaller, to exactly as many pixels as there is room for. */
import { FilterType, type IMagickImage, MagickGeometry } from '@imagemagick/magick-wasm';
import { type Room, times } from './room.ts';

/** Never larger. */
export function shrink(image: IMagickImage, room: Room): void {
  const by = times(image, room);
  if (by <= 1) return;
  const size = new MagickGeometry(
    Math.max(1, Math.round(image.width / by)),
    Math.max(1, Math.round(image.height / by)),
  );
  size.ignoreAspectRatio = true;
  image.filterType = FilterType.Triangle;
  image.resize(size);
}
