/** A picture as shades of grey, upright and on white: what is read by machine. */
import { MagickFormat, PixelIntensityMethod } from '@imagemagick/magick-wasm';
import { fail, ok, type Result } from '../../lib/result.ts';
import { limits } from '../../model/index.ts';
import { measure } from '../image/measures.ts';
import type { Grey } from '../ocr/pixels.ts';
import { decode, type DecodeFailure, type EncodedPicture } from './magick.ts';

export function greyOf(picture: EncodedPicture): Result<Grey, DecodeFailure> {
  const measures = measure(picture.bytes, picture.mediaType, picture.page);
  if (measures && measures.width * measures.height > limits.ocrPixels)
    return fail('image-too-large');
  const decoded = decode(picture, null, (image) => {
    image.grayscale(PixelIntensityMethod.Rec601Luma);
    image.depth = 8;
    const { width, height } = image;
    const shades = image.write(MagickFormat.Gray, (bytes) => bytes.slice());
    return { width, height, shades };
  });
  if (!decoded.ok) return decoded;
  const { width, height, shades } = decoded.value;
  return shades.length === width * height ? ok(decoded.value) : fail('image-damaged');
}
