/** Gets the pictures of all exhibits ready to be printed. */
import { fail, ok, type Result } from '../lib/result.ts';
import { limits } from '../model/limits.ts';
import { uprightSize } from '../model/upright.ts';
import type { Exhibit } from './material.ts';
import type { Stripped } from './picture/bytes.ts';
import type { PictureShelf, ReadPicture } from './picture-shelf.ts';
import { quoteLabel } from './quote-label.ts';

/** Pixels as the template has them. */
export interface Part {
  /** Its name among the template's files: the same for the same pixels, whatever exhibit has them. */
  readonly file: string;
  /** Empty when the typesetter has them from an earlier dossier. */
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** SHA-256 of the bytes. */
  readonly digest: string;
  /** Before it is turned. */
  readonly pixels: { readonly width: number; readonly height: number };
  /** As displayed, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture ready to be printed: without metadata, turned by the template. */
export interface Picture extends Part {
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

export interface Pictures {
  /** By number of exhibit. */
  readonly whole: ReadonlyMap<number, Picture>;
  /** Parts that are quoted, by the label of the quote. */
  readonly parts: ReadonlyMap<string, Part>;
}

const MEDIA_TYPES: Readonly<Record<Stripped['extension'], string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
};

/** `image-unreadable` names the first exhibit whose picture cannot be read or is too large. */
export function preparePictures(
  exhibits: readonly Exhibit[],
  shelf: PictureShelf,
): Result<Pictures, 'image-unreadable'> {
  const whole = new Map<number, Picture>();
  const parts = new Map<string, Part>();
  for (const exhibit of exhibits) {
    const picture = pictureOf(exhibit, shelf);
    if (picture === 'unreadable')
      return fail('image-unreadable', {
        exhibit: exhibit.number,
        shelfmark: exhibit.source.shelfmark,
      });
    if (picture) whole.set(exhibit.number, picture);
    for (const [index, { cut }] of exhibit.quotes.entries()) {
      const read = cut && shelf.read(cut);
      if (read) parts.set(quoteLabel(exhibit, index), partOf(read, read));
    }
  }
  return ok({ whole, parts });
}

function pictureOf({ image, source }: Exhibit, shelf: PictureShelf): Picture | 'unreadable' | null {
  if (!image) return null;
  const read = shelf.read(image);
  if (!read || read.width * read.height > limits.imagePixels) return 'unreadable';
  const { covers, made = false, scaled = false } = image;
  const orientation = made || covers ? 1 : (source.image?.orientation ?? 1);
  return {
    ...partOf(read, covers ?? uprightSize(read, orientation)),
    orientation,
    complete: read.complete,
    made: made ? read.digest : null,
    scaled,
    stripped: scaled || read.changed,
    covered: covers !== undefined,
  };
}

function partOf(
  { bytes, extension, digest, width, height }: ReadPicture,
  displayed: { readonly width: number; readonly height: number },
): Part {
  return {
    file: `${digest}.svg`,
    bytes,
    mediaType: MEDIA_TYPES[extension],
    digest,
    pixels: { width, height },
    width: displayed.width,
    height: displayed.height,
  };
}
