/** An open vault that is keyed anew: begun under a new passphrase, gone on with until nothing older is left. */
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { Blobs } from './blobs.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import { type HoldersParts, withPassphrase } from './holders.ts';
import type { IndexFile } from './index-file.ts';
import { beginRekey, endRekey } from './rekey.ts';
import { readSecret, wipeSecret } from './secret.ts';
import type { Contents } from './state.ts';

/** What the vault lends. */
interface RekeyingParts extends HoldersParts {
  readonly blobs: Blobs;
  readonly index: IndexFile;
  readonly closeSegment: () => Promise<Result<null, VaultFailure>>;
  readonly writeAnchor: () => Promise<void>;
  /** Writes `state` anew until nothing of the journal is left that was written before the call. */
  readonly forgetEarlier: (state: () => Contents) => Promise<Result<null, VaultFailure>>;
}

export class Rekeying {
  readonly #parts: RekeyingParts;

  constructor(parts: RekeyingParts) {
    this.#parts = parts;
  }

  /** Whether it is under way: then `goOn` has work to do. */
  get underWay(): boolean {
    return this.#parts.place.keys.root !== null;
  }

  /** `current` opens the archive now, and when this resolves `next` is the one thing that does. */
  async begin(current: string, next: string): Promise<Result<null, VaultFailure>> {
    const { kdf, alone, useKeys, closeSegment, blobs, place, cheap } = this.#parts;
    return withPassphrase(next, await kdf(), (holder) =>
      alone(async () => {
        if (this.underWay) return fail('rekey-under-way');
        const secret = await readSecret(current);
        if (!secret.ok) return secret;
        let generation: number;
        try {
          const closed = await closeSegment();
          if (!closed.ok) return closed;
          // A blob that is being written takes its key at the beginning and its name at the end.
          generation = await blobs.exclusively(() =>
            beginRekey(place, secret.value, holder, cheap),
          );
        } catch (error) {
          return failureOf(error, 'writing');
        } finally {
          wipeSecret(secret.value);
        }
        return useKeys(generation);
      }),
    );
  }

  /** Seals what is still under the older key anew, then drops that key. Can be stopped, and called again. */
  async goOn(
    state: () => Contents,
    references: () => ReadonlySet<string>,
    job: Job,
  ): Promise<Result<null, VaultFailure | 'cancelled'>> {
    if (!this.underWay) return ok(null);
    const { forgetEarlier, alone } = this.#parts;
    const forgotten = await forgetEarlier(state);
    if (!forgotten.ok) return forgotten;
    const resealed = await this.#resealBlobs(references, job);
    return resealed.ok ? alone(() => this.#end()) : resealed;
  }

  async #resealBlobs(
    references: () => ReadonlySet<string>,
    job: Job,
  ): Promise<Result<null, VaultFailure | 'cancelled'>> {
    const { blobs } = this.#parts;
    const ids = new Set([...references(), ...blobs.putNow]);
    let done = 0;
    let damaged = 0;
    for (const id of ids) {
      if (job.signal.aborted) return fail('cancelled');
      const sealed = await blobs.reseal(id);
      if (!sealed.ok && sealed.error.code !== 'damaged') return sealed;
      if (!sealed.ok) damaged += 1;
      job.progress(++done, ids.size);
    }
    return damaged > 0 ? fail('damaged', { blobs: damaged }) : ok(null);
  }

  async #end(): Promise<Result<null, VaultFailure>> {
    const { place, cheap, blobs, index, writeAnchor, useKeys } = this.#parts;
    let generation: number;
    try {
      await blobs.exclusively(() => blobs.removeOlderEpochs());
      await index.removeOlderEpoch();
      await writeAnchor();
      generation = await endRekey(place, cheap);
    } catch (error) {
      return failureOf(error, 'writing');
    }
    return useKeys(generation);
  }
}
