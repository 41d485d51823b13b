/** What is much the same as something else in the archive: texts by the words they share, pictures by what they look like. */
import type { LikeSource, NearDuplicates } from '../face/index.ts';
import { createPictures, type Pictures } from '../import/index.ts';
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { type Changed, limits, type Source, type SourceId } from '../model/index.ts';
import { asksFor, PictureIndex } from '../search/index.ts';
import type { Reading } from '../store/state.ts';
import type { Vault } from '../vault/index.ts';
import type { Finder } from './finder.ts';

/** Pictures that have nothing to do with each other differ in half of the bits. */
const UNLIKE = 128;
/** Share of the shorter text, and of the words of the longer, from which on one is a duplicate of the other. */
const LEAST_SHARE = 0.6;
const LEAST_LENGTH = 0.5;
const NEAR_AT_MOST = 5;

export class Likeness {
  readonly #reading: Reading;
  readonly #vault: Vault;
  readonly #finder: () => Finder;
  /** Made when it is first needed. */
  #looks: PictureIndex | null = null;
  /** Threads of what is being asked. */
  readonly #open = new Set<Pictures>();

  constructor(reading: Reading, vault: Vault, finder: () => Finder) {
    this.#reading = reading;
    this.#vault = vault;
    this.#finder = finder;
  }

  /** Follows a durable change. */
  follow({ puts, deletes }: Changed): void {
    const looks = this.#looks;
    if (!looks) return;
    for (const { collection, id } of deletes) if (collection === 'sources') looks.set(id, null);
    for (const { collection, record } of puts)
      if (collection === 'sources') looks.set(record.id, hashOf(record));
  }

  async alike(id: string, limit: number): Promise<readonly LikeSource[]> {
    const source = this.#reading.get('sources', id);
    const looks = source
      ? await this.#withPictures((pictures) => this.#lookingLike(source, pictures, limit))
      : [];
    const texts = await this.#finder().alike(id, limit);
    return onceEach([...looks, ...texts]).slice(0, limit);
  }

  nearDuplicates(
    ids: readonly SourceId[],
    job: Job,
  ): Promise<Result<readonly NearDuplicates[], 'cancelled'>> {
    return this.#withPictures((pictures) => this.#duplicatesOf(ids, pictures, job));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map((pictures) => pictures.close()));
  }

  async #duplicatesOf(
    ids: readonly SourceId[],
    pictures: Pictures,
    job: Job,
  ): Promise<Result<readonly NearDuplicates[], 'cancelled'>> {
    const found: NearDuplicates[] = [];
    for (const [index, id] of ids.entries()) {
      if (job.signal.aborted) return fail('cancelled');
      job.progress(index, ids.length);
      const source = this.#reading.get('sources', id);
      if (!source) continue;
      const looks = await this.#lookingLike(source, pictures, limits.searchResults);
      const texts = await this.#sayingTheSame(source);
      const near = onceEach([...looks, ...texts]).filter(({ sourceId }) =>
        this.#isNews(source, sourceId),
      );
      if (near.length > 0) found.push({ source: id, near: near.slice(0, NEAR_AT_MOST) });
    }
    job.progress(ids.length, ids.length);
    return ok(found);
  }

  /** Each pair is told once, of the one that came later; that it is a version of the other is told already. */
  #isNews(source: Source, id: SourceId): boolean {
    const other = this.#reading.get('sources', id);
    return other !== undefined && comesBefore(other, source) && source.versionOf !== id;
  }

  async #sayingTheSame(source: Source): Promise<LikeSource[]> {
    if (!source.text) return [];
    const texts = await this.#finder().alike(source.id, NEAR_AT_MOST * 2);
    const { words } = source.text;
    return texts.filter(({ kind, id, share }) => {
      const other = kind === 'quote' ? undefined : this.#reading.get('sources', id);
      if (!other?.text || share < LEAST_SHARE || areOneWork(source, other)) return false;
      const [few, many] = [Math.min(words, other.text.words), Math.max(words, other.text.words)];
      return few >= many * LEAST_LENGTH;
    });
  }

  async #lookingLike(source: Source, pictures: Pictures, limit: number): Promise<LikeSource[]> {
    const hash = hashOf(source);
    if (hash === null) return [];
    this.#looks ??= this.#indexed();
    const asked = asksFor(hash, await this.#hashesWhenCut(source, pictures));
    return this.#looks.near(asked, limit, source.id).flatMap(({ id, bits }): LikeSource[] => {
      const other = this.#reading.get('sources', id);
      if (!other) return [];
      const { shelfmark, title } = other;
      const share = 1 - bits / UNLIKE;
      return [{ by: 'look', id, kind: 'image', sourceId: other.id, shelfmark, title, share }];
    });
  }

  #indexed(): PictureIndex {
    const looks = new PictureIndex();
    for (const source of this.#reading.all('sources')) looks.set(source.id, hashOf(source));
    return looks;
  }

  /** Out of the small picture; none when it cannot be read. */
  async #hashesWhenCut({ image }: Source, pictures: Pictures): Promise<readonly string[]> {
    if (image?.derived?.state !== 'made') return [];
    const { blob, mediaType } = image.derived.thumbnail;
    const bytes = await this.#vault.blobs.get(blob);
    if (!bytes.ok) return [];
    const hashes = await pictures.hashesWhenCut({
      bytes: bytes.value,
      mediaType,
      orientation: 1,
    });
    return hashes.ok ? hashes.value : [];
  }

  /** With a thread that is ended afterwards; it begins when a picture is given to it. */
  async #withPictures<T>(work: (pictures: Pictures) => Promise<T>): Promise<T> {
    const pictures = createPictures();
    this.#open.add(pictures);
    try {
      return await work(pictures);
    } finally {
      this.#open.delete(pictures);
      await pictures.close();
    }
  }
}

/** Most alike first; what is alike in two ways is told once. */
function onceEach(found: readonly LikeSource[]): LikeSource[] {
  const sorted = found.toSorted((a, b) => b.share - a.share);
  return sorted.filter(({ id }, at) => sorted.findIndex((other) => other.id === id) === at);
}

/** Shelfmarks are counted up. */
function comesBefore(a: Source, b: Source): boolean {
  return Number(a.shelfmark.slice(2)) < Number(b.shelfmark.slice(2));
}

/** A container and what came out of it share their words by nature. */
function areOneWork(a: Source, b: Source): boolean {
  return a.partOf === b.id || b.partOf === a.id;
}

function hashOf({ image }: Source): string | null {
  return image?.derived?.state === 'made' ? (image.derived.hash ?? null) : null;
}
