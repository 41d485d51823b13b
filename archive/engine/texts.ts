/** Readable texts, kept in the vault as JSON and in memory for as long as they are in use. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { fail, ok, type Result } from '../lib/result.ts';
import {
  type BlobId,
  PageLayout,
  type Quote,
  quotedPassage,
  type Source,
  TextDocument,
} from '../model/index.ts';
import type { Vault } from '../vault/index.ts';

export interface StoredText {
  readonly document: TextDocument;
  readonly text: string;
  readonly sha256: string;
}

/** UTF-16 units of the texts kept in memory. */
const KEPT = 12_000_000;

export function digestOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export class Texts {
  readonly #vault: Vault;
  /** Least recently used first. */
  readonly #kept = new Map<BlobId, StoredText>();
  #size = 0;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** `null` when the source has no readable text; `damaged` when it cannot be read back as it was written. */
  async of(source: Source): Promise<Result<StoredText | null, 'damaged'>> {
    const ref = source.text;
    if (!ref) return ok(null);
    const kept = this.#kept.get(ref.blob);
    if (kept) {
      this.#kept.delete(ref.blob);
      this.#kept.set(ref.blob, kept);
      return ok(kept);
    }
    const bytes = await this.#vault.blobs.get(ref.blob);
    if (!bytes.ok) return fail('damaged');
    const document = parse(bytes.value, TextDocument);
    if (!document || digestOfText(document.text) !== ref.sha256) return fail('damaged');
    const stored = { document, text: document.text, sha256: ref.sha256 };
    this.#keep(ref.blob, stored);
    return ok(stored);
  }

  /** Nothing where there is no text, or none that can be read. */
  async wordsOf(source: Source): Promise<string> {
    const text = await this.of(source);
    return text.ok && text.value ? text.value.text : '';
  }

  /**
   * The texts of a source that its quotes were cut from, as far as they can be read. One that is damaged is left out:
   * then a quote is looked for by what stood around it.
   */
  async cutFrom(source: Source, quotes: readonly Quote[]): Promise<StoredText[]> {
    const refs = [...(source.formerTexts ?? []), ...(source.text ? [source.text] : [])];
    const wanted = new Set(quotes.map((quote) => quotedPassage(quote)?.textSha256));
    const texts: StoredText[] = [];
    for (const text of refs.filter(({ sha256 }) => wanted.delete(sha256))) {
      const stored = await this.of({ ...source, text });
      if (stored.ok && stored.value) texts.push(stored.value);
    }
    return texts;
  }

  /** Answers the blob that holds the document. */
  async put(document: TextDocument): Promise<Result<BlobId>> {
    const bytes = new TextEncoder().encode(JSON.stringify(document));
    const put = await this.#vault.blobs.put(bytes, 'text');
    if (!put.ok) return put;
    return ok(put.value.id as BlobId);
  }

  /** Where the text's words stand on its pages; `null` when that is not known. */
  async layoutOf(source: Source): Promise<Result<PageLayout | null, 'damaged'>> {
    const blob = source.text?.layout;
    if (blob === undefined) return ok(null);
    const bytes = await this.#vault.blobs.get(blob);
    const layout = bytes.ok ? parse(bytes.value, PageLayout) : null;
    return layout ? ok(layout) : fail('damaged');
  }

  async putLayout(layout: PageLayout): Promise<Result<BlobId>> {
    const bytes = new TextEncoder().encode(JSON.stringify(layout));
    const put = await this.#vault.blobs.put(bytes, 'layout');
    return put.ok ? ok(put.value.id as BlobId) : put;
  }

  #keep(blob: BlobId, stored: StoredText): void {
    this.#kept.set(blob, stored);
    this.#size += stored.text.length;
    for (const [oldest, { text }] of this.#kept) {
      if (this.#size <= KEPT || oldest === blob) break;
      this.#kept.delete(oldest);
      this.#size -= text.length;
    }
  }
}

function parse<T>(bytes: Uint8Array, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
