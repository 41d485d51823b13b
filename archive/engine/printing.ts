/** Pictures with the pixels that are printed of them. What was made is kept: a preview after an edit asks for the same again. */
import type { PrintedSize } from '../dossier/index.ts';
import type { Pictures } from '../import/index.ts';
import { limits } from '../model/index.ts';

type Encoded = Parameters<Pictures['fit']>[0];
type Region = Parameters<Pictures['part']>[1];

export interface PrintedPixels {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** What there is to be made from, and a name for it: the same name, the same pixels. */
interface From {
  readonly name: string;
  readonly load: () => Promise<Encoded | null>;
  readonly pictures: () => Pictures;
}

export class Printing {
  /** Least recently used first; `null` for what is best left as it is. */
  readonly #kept = new Map<string, PrintedPixels | null>();
  #size = 0;

  /** `null` for a picture that is printed as it is: it has not many more pixels than that, or cannot be decoded. */
  picture({ name, load, pictures }: From, size: PrintedSize): Promise<PrintedPixels | null> {
    return this.#of(JSON.stringify([name, size]), async () => {
      const picture = await load();
      const made = picture && (await pictures().fit(picture, size));
      return made?.ok === true ? made.value : undefined;
    });
  }

  /** `null` for one that cannot be cut out. */
  part(
    { name, load, pictures }: From,
    region: Region,
    size: PrintedSize,
  ): Promise<PrintedPixels | null> {
    return this.#of(JSON.stringify([name, size, region]), async () => {
      const picture = await load();
      const made = picture && (await pictures().part(picture, region, size));
      return made?.ok === true ? made.value : undefined;
    });
  }

  /** What could not be made is tried again when it is wanted again. */
  async #of(
    key: string,
    make: () => Promise<PrintedPixels | null | undefined>,
  ): Promise<PrintedPixels | null> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return copyOf(kept);
    }
    const made = await make();
    if (made === undefined) return null;
    this.#keep(key, made && { bytes: made.bytes, mediaType: made.mediaType });
    return copyOf(made);
  }

  #keep(key: string, picture: PrintedPixels | null): void {
    this.#kept.set(key, picture);
    this.#size += picture?.bytes.length ?? 0;
    for (const [oldest, older] of this.#kept) {
      if (this.#size <= limits.printedKept || oldest === key) break;
      this.#kept.delete(oldest);
      this.#size -= older?.bytes.length ?? 0;
    }
  }
}

/** A dossier's pictures are given away; ours stay. */
function copyOf(picture: PrintedPixels | null): PrintedPixels | null {
  return picture && { bytes: picture.bytes.slice(), mediaType: picture.mediaType };
}
