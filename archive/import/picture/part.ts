/** A part of a picture, cut out of its pixels: upright, without anything that the original says about itself. */
import {
  FilterType,
  type IMagickImage,
  ImageMagick,
  MagickFormat,
  MagickGeometry,
  MagickReadSettings,
} from '@imagemagick/magick-wasm';
import type { Result } from '../../lib/result.ts';
import { type Corner, limits, type RegionAnchor } from '../../model/index.ts';
import { decode, type DecodeFailure, type EncodedPicture } from './magick.ts';
import { type Room, times } from './room.ts';
import { shrink } from './shrink.ts';

export interface CutPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

const WHITE = 0xff;
const QUALITY = 92;
/** Lines and letters stay as sharp as they were. */
const SHARP: ReadonlySet<string> = new Set(['image/png', 'image/gif']);

/** Of an outline, what lies outside of it is white: its pixels are gone. Cut out first, and then, with a `room`, made smaller. */
export function cutPart(
  picture: EncodedPicture,
  region: RegionAnchor,
  room: Room | null = null,
): Result<CutPicture, DecodeFailure> {
  return decode(picture, null, (image) => {
    image.strip();
    image.depth = 8;
    const { x, y, width, height } = inPixels(region, image);
    image.crop(new MagickGeometry(x, y, width, height));
    image.resetPage();
    if (room && times(image, room) > limits.printedSurplus) shrink(image, room);
    if (Math.max(image.width, image.height) > limits.previewSide) {
      image.filterType = FilterType.Box;
      image.resize(new MagickGeometry(limits.previewSide, limits.previewSide));
    }
    const { polygon } = region;
    if (!polygon) return writePart(image, picture.mediaType);
    const corners = polygon.map(([left, top]): Corner => [
      (left - region.x) / region.width,
      (top - region.y) / region.height,
    ]);
    return whitened(image, corners, (white) => writePart(white, picture.mediaType));
  });
}

/** To the nearest pixel, one at least, none beyond the edge. */
function inPixels({ x, y, width, height }: RegionAnchor, image: IMagickImage) {
  const left = Math.min(image.width - 1, Math.round(x * image.width));
  const top = Math.min(image.height - 1, Math.round(y * image.height));
  const right = Math.min(image.width, Math.round((x + width) * image.width));
  const bottom = Math.min(image.height, Math.round((y + height) * image.height));
  return {
    x: left,
    y: top,
    width: Math.max(1, right - left),
    height: Math.max(1, bottom - top),
  };
}

/** Without loss as long as that is small: a photograph kept as PNG is not. */
export function writePart(image: IMagickImage, mediaType: string): CutPicture {
  const { width, height } = image;
  if (SHARP.has(mediaType)) {
    image.quality = 75;
    const bytes = image.write(MagickFormat.Png, (all) => all.slice());
    if (bytes.length <= limits.printedLossless)
      return { bytes, mediaType: 'image/png', width, height };
  }
  image.quality = QUALITY;
  const bytes = image.write(MagickFormat.Jpeg, (all) => all.slice());
  return { bytes, mediaType: 'image/jpeg', width, height };
}

function whitened<T>(
  image: IMagickImage,
  corners: readonly Corner[],
  use: (image: IMagickImage) => T,
): T {
  const { width, height } = image;
  const pixels = image.write(MagickFormat.Rgb, (all) => all.slice());
  for (let row = 0; row < height; row++) {
    let from = 0;
    const clear = (to: number) =>
      pixels.fill(WHITE, (row * width + from) * 3, (row * width + to) * 3);
    for (const { start, end } of insideOf(corners, (row + 0.5) / height, width)) {
      clear(start);
      from = end;
    }
    clear(width);
  }
  const settings = new MagickReadSettings({ format: MagickFormat.Rgb, width, height });
  settings.depth = 8;
  return ImageMagick.read(pixels, settings, use);
}

/** The stretches of a row that lie in the outline, by their pixels: those of which the middle does. */
function insideOf(
  corners: readonly Corner[],
  y: number,
  width: number,
): { readonly start: number; readonly end: number }[] {
  const crossings = corners
    .flatMap(([ax, ay], at) => {
      const [bx, by] = corners[(at + 1) % corners.length] ?? [ax, ay];
      return ay <= y === by <= y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
    })
    .sort((a, b) => a - b);
  const pixel = (share: number) => Math.max(0, Math.min(width, Math.round(share * width)));
  return Array.from({ length: Math.floor(crossings.length / 2) }, (_, at) => ({
    start: pixel(crossings[at * 2] ?? 0),
    end: pixel(crossings[at * 2 + 1] ?? 0),
  }));
}
