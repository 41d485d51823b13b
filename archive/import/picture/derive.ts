/**
 * Smaller pictures made out of one, and what it looks like. Pixels alone go into them: nothing that the original says
 * about itself, no place, no device.
 */
import {
  FilterType,
  type IMagickImage,
  MagickFormat,
  MagickGeometry,
  PixelIntensityMethod,
} from '@imagemagick/magick-wasm';
import type { Result } from '../../lib/result.ts';
import { limits, shownPictures } from '../../model/index.ts';
import type { Grey } from '../ocr/pixels.ts';
import { hashOf } from './hash.ts';
import { decode, type DecodeFailure, type EncodedPicture } from './magick.ts';

export interface MadePicture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/webp' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

export interface DerivedPictures {
  readonly thumbnail: MadePicture;
  /** In the place of an original that a window cannot show; `null` for others. */
  readonly preview: MadePicture | null;
  /** `null` for a plain surface. */
  readonly hash: string | null;
}

/** Raised when what it makes is no longer the same: everything is made anew then. */
export const DERIVE_METHOD = { name: 'kuferak-derive-magick', version: '1' } as const;

const SHOWN: ReadonlySet<string> = new Set(shownPictures);
/** A picture that is decoded smaller keeps so many times the pixels of the thumbnail. */
const ENOUGH = 3;
const PREVIEW_QUALITY = 88;

export function derive(picture: EncodedPicture): Result<DerivedPictures, DecodeFailure> {
  const shown = SHOWN.has(picture.mediaType);
  const side = shown ? limits.thumbnailSide * ENOUGH : null;
  return decode(picture, side, (image) => {
    image.strip();
    image.depth = 8;
    const preview = shown
      ? null
      : made(image, limits.previewSide, MagickFormat.Jpeg, 'image/jpeg', PREVIEW_QUALITY);
    const thumbnail = made(image, limits.thumbnailSide, MagickFormat.WebP, 'image/webp', 76);
    return { preview, thumbnail, hash: hashOf(shadesOf(image)) };
  });
}

/** One page of several, to be looked at. */
export function showPage(picture: EncodedPicture): Result<MadePicture, DecodeFailure> {
  return decode(picture, null, (image) => {
    image.strip();
    image.depth = 8;
    return made(image, limits.previewSide, MagickFormat.Jpeg, 'image/jpeg', PREVIEW_QUALITY);
  });
}

/** Makes the image itself smaller, never larger. */
function made(
  image: IMagickImage,
  side: number,
  format: MagickFormat,
  mediaType: MadePicture['mediaType'],
  quality: number,
): MadePicture {
  if (Math.max(image.width, image.height) > side) {
    image.filterType = FilterType.Box;
    image.resize(new MagickGeometry(side, side));
  }
  image.quality = quality;
  const bytes = image.write(format, (written) => written.slice());
  return { bytes, mediaType, width: image.width, height: image.height };
}

function shadesOf(image: IMagickImage): Grey {
  image.grayscale(PixelIntensityMethod.Rec601Luma);
  const { width, height } = image;
  return { width, height, shades: image.write(MagickFormat.Gray, (written) => written.slice()) };
}
