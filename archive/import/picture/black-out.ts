/**
 * A picture with parts of it painted black: what leaves in the place of one of which parts must not. The pixels under
 * them are gone. It is read back, and is not given out when a covered part is not black.
 */
import {
  CompositeOperator,
  type IMagickImage,
  ImageMagick,
  MagickColors,
  MagickFormat,
  MagickImage,
  MagickReadSettings,
  Point,
} from '@imagemagick/magick-wasm';
import { fail, ok, type Result } from '../../lib/result.ts';
import { type CoveredRegion, pixelsOf } from '../../model/index.ts';
import type { MadePicture } from './derive.ts';
import { decode, type DecodeFailure, type EncodedPicture } from './magick.ts';

type Place = Pick<CoveredRegion, 'x' | 'y' | 'width' | 'height'>;

/** Pixels along the longer side: more than a page of paper shows. */
const LONGEST_SIDE = 4_096;
const QUALITY = 90;
/** Of 255: what a JPEG makes of black beside white stays below it. */
const BLACK = 32;

/**
 * Never without loss: pixels that are left exactly as they were would let what is covered be guessed and checked by the
 * digest of the original.
 */
export function blackOut(
  picture: EncodedPicture,
  regions: readonly Place[],
): Result<MadePicture, DecodeFailure> {
  const painted = decode(picture, null, (image) => {
    image.strip();
    image.depth = 8;
    if (Math.max(image.width, image.height) > LONGEST_SIDE)
      image.resize(LONGEST_SIDE, LONGEST_SIDE);
    for (const region of regions) paint(image, region);
    image.quality = QUALITY;
    // Blocks of eight pixels for colour too: no block reaches from outside into what is covered.
    image.settings.setDefine(MagickFormat.Jpeg, 'sampling-factor', '4:4:4');
    const bytes = image.write(MagickFormat.Jpeg, (written) => written.slice());
    return { bytes, mediaType: 'image/jpeg' as const, width: image.width, height: image.height };
  });
  if (!painted.ok) return painted;
  return isBlack(painted.value, regions) ? ok(painted.value) : fail('image-damaged');
}

function paint(image: IMagickImage, region: Place): void {
  const { left, top, right, bottom } = pixelsOf(region, image);
  const black = MagickImage.create(MagickColors.Black, right - left, bottom - top);
  try {
    image.composite(black, CompositeOperator.Over, new Point(left, top));
  } finally {
    black.dispose();
  }
}

function isBlack({ bytes, width, height }: MadePicture, regions: readonly Place[]): boolean {
  const settings = new MagickReadSettings({ format: MagickFormat.Jpeg });
  return ImageMagick.read(bytes, settings, (image) =>
    image.getPixels((pixels) =>
      regions.every((region) => {
        // What was asked for, and not what was painted around it.
        const x = Math.min(width - 1, Math.floor(region.x * width));
        const y = Math.min(height - 1, Math.floor(region.y * height));
        const across = Math.max(1, Math.min(width - x, Math.ceil(region.width * width)));
        const down = Math.max(1, Math.min(height - y, Math.ceil(region.height * height)));
        const shades = pixels.toByteArray(x, y, across, down, 'RGB');
        return shades?.every((shade) => shade < BLACK) ?? false;
      }),
    ),
  );
}
