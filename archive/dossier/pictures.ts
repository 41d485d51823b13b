/** Gets the pictures of all exhibits ready to be printed. */
import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../lib/result.ts';
import { limits } from '../model/limits.ts';
import { uprightSize } from '../model/upright.ts';
import type { CutPicture, Exhibit } from './material.ts';
import type { Stripped } from './picture/bytes.ts';
import { stripPicture } from './picture/strip.ts';

/** A picture ready to be printed: without metadata, turned by the template. */
export interface Picture {
  /** Its name among the template's files. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** SHA-256 of the bytes. */
  readonly digest: string;
  /** Before it is turned. */
  readonly pixels: { readonly width: number; readonly height: number };
  /** As displayed, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  readonly complete: boolean;
  /** Of one that was made from an original: the SHA-256 of what is printed. */
  readonly made: string | null;
  /** Of one that was made from an original that could be printed: it has fewer pixels. */
  readonly scaled: boolean;
  /** Something was taken out of its file. */
  readonly stripped: boolean;
  /** What is printed is not the picture, but what covers it. */
  readonly covered: boolean;
}

const MEDIA_TYPES: Readonly<Record<Stripped['extension'], string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
};

/** By number of exhibit. `image-unreadable` names the first exhibit whose picture cannot be read or is too large. */
export function preparePictures(
  exhibits: readonly Exhibit[],
): Result<ReadonlyMap<number, Picture>, 'image-unreadable'> {
  const pictures = new Map<number, Picture>();
  for (const { number, image, source } of exhibits) {
    if (!image) continue;
    const stripped = stripPicture(image.bytes);
    if (!stripped.ok || stripped.value.width * stripped.value.height > limits.imagePixels)
      return fail('image-unreadable', { exhibit: number, shelfmark: source.shelfmark });
    const { bytes, extension, width, height, complete } = stripped.value;
    const { covers, made = false, scaled = false } = image;
    const orientation = made || covers ? 1 : (source.image?.orientation ?? 1);
    const upright = covers ?? uprightSize({ width, height }, orientation);
    const digest = digestOf(bytes);
    pictures.set(number, {
      file: `picture-${number}.svg`,
      bytes,
      mediaType: MEDIA_TYPES[extension],
      digest,
      pixels: { width, height },
      width: upright.width,
      height: upright.height,
      orientation,
      complete,
      made: made ? digest : null,
      scaled,
      stripped: scaled || bytes.length !== image.bytes.length,
      covered: covers !== undefined,
    });
  }
  return ok(pictures);
}

/** A part of a picture that was cut out: printed as its picture is. */
export type Part = Pick<
  Picture,
  'file' | 'bytes' | 'mediaType' | 'digest' | 'pixels' | 'width' | 'height'
>;

/** Once more without anything but pixels; `null` for what is no picture. */
export function cutOf(label: string, { bytes: given }: CutPicture): Part | null {
  const stripped = stripPicture(given);
  if (!stripped.ok) return null;
  const { bytes, extension, width, height } = stripped.value;
  const file = `part-${label}.svg`;
  const mediaType = MEDIA_TYPES[extension];
  const digest = digestOf(bytes);
  return { file, bytes, mediaType, digest, pixels: { width, height }, width, height };
}

/** Every part that is printed. */
export function cutsOf(
  exhibits: readonly Exhibit[],
  labelOf: (exhibit: Exhibit, index: number) => string,
): Part[] {
  return exhibits.flatMap((exhibit) =>
    exhibit.quotes.flatMap(({ cut }, index) => (cut && cutOf(labelOf(exhibit, index), cut)) ?? []),
  );
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
