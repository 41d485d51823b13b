/**
 * ImageMagick as WebAssembly: it decodes in its own memory, in which its files stand too; it reaches no disk and no
 * network. A picture is read as the one format that its bytes were found to be, never as what ImageMagick would guess.
 */
import {
  AlphaAction,
  ColorSpace,
  type IMagickImage,
  ImageMagick,
  initializeImageMagick,
  MagickColors,
  MagickError,
  MagickErrorSeverity,
  MagickFormat,
  MagickReadSettings,
  Orientation,
  ResourceLimits,
} from '@imagemagick/magick-wasm';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fail, ok, type Result } from '../../lib/result.ts';
import { limits } from '../../model/index.ts';
import { measure } from '../image/measures.ts';
import { tiffFromPage } from '../image/tiff.ts';

export interface EncodedPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** As EXIF has it, 1 to 8; of the first page, for the others say it themselves. */
  readonly orientation: number;
  /** Of a TIFF with several pages: which, from 1. The first when it is left out. */
  readonly page?: number;
}

export type DecodeFailure = 'not-a-picture' | 'image-damaged' | 'image-too-large';

const FORMATS: Readonly<Record<string, MagickFormat>> = {
  'image/png': MagickFormat.Png,
  'image/jpeg': MagickFormat.Jpeg,
  'image/webp': MagickFormat.WebP,
  'image/gif': MagickFormat.Gif,
  'image/tiff': MagickFormat.Tiff,
  'image/heic': MagickFormat.Heic,
  'image/heif': MagickFormat.Heic,
  'image/avif': MagickFormat.Avif,
};

/** Their decoder turns them by itself, as their own boxes say; what EXIF says beside that is to be passed over. */
const TURNED_ALREADY: ReadonlySet<string> = new Set(['image/heic', 'image/heif', 'image/avif']);

const isOrientation = (value: number): value is Orientation =>
  Object.values<number>(Orientation).includes(value);

let started: Promise<void> | null = null;

/** Once for a thread. */
export function startMagick(): Promise<void> {
  started ??= start();
  return started;
}

async function start(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm');
  await initializeImageMagick(new WebAssembly.Module(await readFile(path)));
  ResourceLimits.memory = BigInt(limits.pictureMemory);
  ResourceLimits.area = BigInt(limits.imagePixels);
  ResourceLimits.disk = 0n;
  ResourceLimits.listLength = 16n;
}

/**
 * Decodes the first frame, or the page that is asked for, turns it upright, in the colours of screens and on white, and
 * lets `use` have it. `side`: no more pixels than that are needed along the longer side; some formats are then decoded
 * smaller. What is no failure of the picture is thrown, and leaves the decoder in a state that nobody knows.
 */
export function decode<T>(
  picture: EncodedPicture,
  side: number | null,
  use: (image: IMagickImage) => T,
): Result<T, DecodeFailure> {
  const { bytes, mediaType, page = 1 } = picture;
  const format = FORMATS[mediaType];
  if (format === undefined) return fail('not-a-picture');
  if (bytes.length > limits.imageBytes) return fail('image-too-large');
  const measures = measure(bytes, mediaType, page);
  if (measures === null) return fail('image-damaged');
  if (measures.width * measures.height > limits.imagePixels) return fail('image-too-large');
  const settings = new MagickReadSettings({ format, frameIndex: 0, frameCount: 1 });
  const orientation = page === 1 ? picture.orientation : (measures.orientation ?? 1);
  if (side !== null) settings.setDefine(MagickFormat.Jpeg, 'size', `${side}x${side}`);
  try {
    const own = mediaType === 'image/tiff' ? tiffFromPage(bytes, page) : bytes;
    return ImageMagick.read(own, settings, (image) => {
      image.orientation =
        isOrientation(orientation) && !TURNED_ALREADY.has(mediaType)
          ? orientation
          : Orientation.TopLeft;
      image.autoOrient();
      inScreenColours(image);
      image.backgroundColor = MagickColors.White;
      if (image.hasAlpha) image.alpha(AlphaAction.Remove);
      return ok(use(image));
    });
  } catch (error) {
    if (!(error instanceof MagickError)) throw error;
    const spent = error.severity === MagickErrorSeverity.ResourceLimitError;
    return fail(spent ? 'image-too-large' : 'image-damaged');
  }
}

/** A colour profile is passed over: what it says of a device would have to be kept with the pixels. */
function inScreenColours(image: IMagickImage): void {
  if (image.colorSpace !== ColorSpace.Gray && image.colorSpace !== ColorSpace.sRGB)
    image.colorSpace = ColorSpace.sRGB;
}
