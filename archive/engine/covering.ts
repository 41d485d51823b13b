/** Sources of which parts must not leave: their pictures with those parts black, and their texts without the words that stand there. */
import type { ShownPicture } from '../face/index.ts';
import type { Pictures } from '../import/index.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import {
  coveredText,
  onPage,
  type Quote,
  regionsOf,
  type Source,
  tellsOfCovered,
  type TextStretch,
} from '../model/index.ts';
import { applyEdits, type Edited, moveDocument } from '../redact/index.ts';
import type { Vault } from '../vault/index.ts';
import { digestOfText, type StoredText, type Texts } from './texts.ts';

/** Bytes of made pictures that are kept in memory: a preview after an edit asks for the same ones again. */
const KEPT = 64 * 1024 ** 2;

/** A text as it may leave, and where its places have gone. */
export interface CoveredText extends StoredText {
  readonly edited: Edited;
  readonly stretches: readonly TextStretch[];
}

export class Covering {
  readonly #vault: Vault;
  readonly #texts: Texts;
  /** Least recently used first; by original, page and regions. */
  readonly #kept = new Map<string, ShownPicture>();
  #size = 0;

  constructor(vault: Vault, texts: Texts) {
    this.#vault = vault;
    this.#texts = texts;
  }

  /** One page of it, from 1. `image-unreadable`: it cannot be decoded, so nothing of it may leave. */
  async picture(
    source: Source,
    pictures: Pictures,
    page = 1,
  ): Promise<Result<ShownPicture, 'damaged' | 'image-unreadable'>> {
    const { blob, mediaType } = source.original;
    const regions = onPage(regionsOf(source), page);
    const key = JSON.stringify([
      blob,
      page,
      regions.map(({ x, y, width, height }) => [x, y, width, height]),
    ]);
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return ok(copyOf(kept));
    }
    const bytes = await this.#vault.blobs.get(blob);
    if (!bytes.ok) return fail('damaged');
    const orientation = source.image?.orientation ?? 1;
    const encoded = { bytes: bytes.value, mediaType, orientation, page };
    const made = await pictures.blackOut(encoded, regions);
    if (!made.ok) return fail('image-unreadable');
    const picture = { bytes: made.value.bytes, mediaType: made.value.mediaType };
    this.#keep(key, picture);
    return ok(copyOf(picture));
  }

  /** `mark` stands for the words of each line that do not leave. The text as it is, where nothing is covered. */
  async text(source: Source, mark: string): Promise<Result<CoveredText | null, 'damaged'>> {
    const stored = await this.#texts.of(source);
    if (!stored.ok) return stored;
    if (!stored.value) return ok(null);
    const regions = regionsOf(source);
    const layout = regions.length > 0 ? await this.#texts.layoutOf(source) : ok(null);
    if (!layout.ok) return layout;
    const { document, text } = stored.value;
    const stretches = coveredText(text, layout.value, regions);
    const edited = applyEdits(
      text,
      stretches.map((stretch) => ({ ...stretch, text: mark })),
    );
    if (!edited.changed) return ok({ ...stored.value, edited, stretches });
    return ok({
      document: moveDocument(document, edited),
      text: edited.text,
      sha256: digestOfText(edited.text),
      edited,
      stretches,
    });
  }

  /** Whether a quote of the source would tell of what is covered. */
  hides(source: Source, text: CoveredText | null, quote: Quote): boolean {
    return tellsOfCovered(quote, regionsOf(source), text?.stretches ?? [], source.text?.sha256);
  }

  #keep(key: string, picture: ShownPicture): void {
    this.#kept.set(key, picture);
    this.#size += picture.bytes.length;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#size <= KEPT || oldest === key) break;
      this.#kept.delete(oldest);
      this.#size -= bytes.length;
    }
  }
}

/** Whoever asked may hand its bytes on to another thread; ours stay. */
function copyOf(picture: ShownPicture): ShownPicture {
  return { ...picture, bytes: picture.bytes.slice() };
}
