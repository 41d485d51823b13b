/**
 * Makes smaller pictures out of the archive's pictures in the background, once: they are kept like everything else, and
 * made again when they are lost or when how they are made has changed.
 */
import type { DeriveReport, ShownPicture } from '../face/index.ts';
import {
  createPictures,
  DERIVE_METHOD,
  type DerivedPictures,
  type MadePicture,
  type Pictures,
} from '../import/index.ts';
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import {
  type BlobId,
  type Derived,
  shownPictures,
  type SmallPicture,
  type Source,
  type SourceId,
} from '../model/index.ts';
import { type Made, setDerived } from '../store/commands/set-derived.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/index.ts';

/** Pictures noted in one change: what was made is kept when the work is cut short. */
const AT_ONCE = 25;
const SHOWN: ReadonlySet<string> = new Set(shownPictures);
const METHOD = { ...DERIVE_METHOD };
/** Milliseconds after which a thread for leafing through pages is ended. */
const LEAFING = 60_000;

export class Deriving {
  readonly #vault: Vault;
  readonly #store: Store;
  /** Those whose small pictures could not be read. */
  readonly #lost = new Set<SourceId>();
  #pictures: Pictures | null = null;
  /** Decodes the pages that somebody leafs through; ended when nobody has for a while. */
  #leafing: Pictures | null = null;
  #leaving: NodeJS.Timeout | null = null;
  /** A second run waits for the one before it, and makes what is left. */
  #running: Promise<unknown> = Promise.resolve();
  readonly #ending = new AbortController();

  constructor(vault: Vault, store: Store) {
    this.#vault = vault;
    this.#store = store;
  }

  run(job: Job): Promise<Result<DeriveReport>> {
    const signal = AbortSignal.any([job.signal, this.#ending.signal]);
    const run = this.#running.then(() => this.#makeAll({ ...job, signal }));
    this.#running = run.catch(() => undefined);
    return run;
  }

  async shown(
    { id, original, image }: Source,
    size: 'thumbnail' | 'full',
  ): Promise<Result<ShownPicture, 'not-a-picture' | 'damaged'>> {
    if (size === 'full' && SHOWN.has(original.mediaType)) return this.#read(original);
    const derived = image?.derived;
    if (derived?.state !== 'made') return fail('not-a-picture');
    const small = size === 'thumbnail' ? derived.thumbnail : derived.preview;
    if (!small) return fail('not-a-picture');
    const read = await this.#read(small);
    if (!read.ok) this.#lost.add(id);
    return read;
  }

  /** A page behind the first, made when it is looked at: kept for all of them, they would be larger than the original. */
  async page(
    { original, image, pages }: Source,
    page: number,
  ): Promise<Result<ShownPicture, 'not-a-picture' | 'damaged'>> {
    if (!image || page > (pages?.count ?? 1)) return fail('not-a-picture');
    const read = await this.#read(original);
    if (!read.ok || this.#ending.signal.aborted) return fail('damaged');
    this.#leafing ??= createPictures();
    this.#endLeafingLater();
    const { orientation } = image;
    const made = await this.#leafing.page({ ...read.value, orientation, page });
    return made.ok ? ok(made.value) : fail('not-a-picture');
  }

  /** What stands for an original that cannot be printed: kept already, or made now. */
  async stand(source: Source): Promise<Result<ShownPicture, 'not-a-picture' | 'damaged'>> {
    const kept = await this.shown(source, 'full');
    return kept.ok ? kept : this.page(source, 1);
  }

  async close(): Promise<void> {
    this.#ending.abort();
    await this.#endLeafing();
    await this.#pictures?.close();
    await this.#running;
  }

  async #read({
    blob,
    mediaType,
  }: Pick<SmallPicture, 'blob'> & { readonly mediaType: string }): Promise<
    Result<ShownPicture, 'damaged'>
  > {
    const bytes = await this.#vault.blobs.get(blob);
    return bytes.ok ? ok({ bytes: bytes.value, mediaType }) : fail('damaged');
  }

  #endLeafingLater(): void {
    if (this.#leaving) clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => void this.#endLeafing(), LEAFING).unref();
  }

  async #endLeafing(): Promise<void> {
    if (this.#leaving) clearTimeout(this.#leaving);
    const leafing = this.#leafing;
    this.#leafing = null;
    await leafing?.close();
  }

  async #makeAll(job: Job): Promise<Result<DeriveReport>> {
    const wanted = this.#store.reading.all('sources').filter((source) => this.#isWanted(source));
    const report = { made: 0, failed: 0, stopped: false };
    const made: Made[] = [];
    const keep = async () => {
      const kept = made.length > 0 ? await this.#store.run(setDerived(made.splice(0))) : ok(null);
      return kept.ok ? ok(null) : kept;
    };
    for (const [index, source] of wanted.entries()) {
      if (job.signal.aborted) break;
      job.progress(index, wanted.length);
      const derived = await this.#derive(source, job.signal);
      if (!derived.ok) {
        await keep();
        return derived;
      }
      if (derived.value === null) break;
      report[derived.value.state] += 1;
      made.push({ source: source.id, derived: derived.value });
      if (made.length < AT_ONCE) continue;
      const kept = await keep();
      if (!kept.ok) return kept;
    }
    if (wanted.length > 0) await this.#end();
    const kept = await keep();
    if (!kept.ok) return kept;
    if (this.#ending.signal.aborted) return fail('closed');
    job.progress(wanted.length, wanted.length);
    return ok({ ...report, stopped: job.signal.aborted });
  }

  #isWanted({ id, image }: Source): boolean {
    if (!image) return false;
    const { derived } = image;
    if (derived === undefined || this.#lost.has(id)) return true;
    return derived.method.name !== METHOD.name || derived.method.version !== METHOD.version;
  }

  /** `null` when it was stopped. */
  async #derive(
    { id, original, image }: Source,
    signal: AbortSignal,
  ): Promise<Result<Derived | null>> {
    const bytes = await this.#vault.blobs.get(original.blob);
    if (!bytes.ok) return ok({ state: 'failed', method: METHOD, code: 'damaged' });
    this.#pictures ??= createPictures();
    const { mediaType } = original;
    const orientation = image?.orientation ?? 1;
    const answer = await this.#pictures.derive(
      { bytes: bytes.value, mediaType, orientation },
      signal,
    );
    if (!answer.ok) {
      const { code } = answer.error;
      if (code === 'cancelled' || code === 'closed') return ok(null);
      return ok({ state: 'failed', method: METHOD, code });
    }
    const kept = await this.#keep(answer.value);
    if (kept.ok) this.#lost.delete(id);
    return kept;
  }

  async #keep({ thumbnail, preview, hash }: DerivedPictures): Promise<Result<Derived>> {
    const small = await this.#put(thumbnail, 'thumbnail');
    if (!small.ok) return small;
    const shown = preview === null ? ok(null) : await this.#put(preview, 'preview');
    if (!shown.ok) return shown;
    return ok({
      state: 'made',
      method: METHOD,
      thumbnail: small.value,
      ...(shown.value && { preview: shown.value }),
      ...(hash !== null && { hash }),
    });
  }

  async #put({ bytes, ...picture }: MadePicture, kind: string): Promise<Result<SmallPicture>> {
    const put = await this.#vault.blobs.put(bytes, kind);
    return put.ok ? ok({ ...picture, blob: put.value.id as BlobId }) : put;
  }

  /** The memory of its thread is given back. */
  async #end(): Promise<void> {
    const pictures = this.#pictures;
    this.#pictures = null;
    await pictures?.close();
  }
}
