/** Who can open an archive: its slots, looked at and changed while it is open. Data is not touched. */
import { type KdfSettings } from '../crypto/kdf.ts';
import { isDivisible, type ShareCounts } from '../format/keyfile.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import type { Place } from './place.ts';
import { readSecret, wipeSecret } from './secret.ts';
import {
  adding,
  currentKeyFile,
  editSlots,
  newRecoveryWords,
  newShares,
  type NewHolder,
  removing,
  replacing,
  type SlotInfo,
  slotsOf,
} from './slots.ts';

/** What the vault lends its holders. */
export interface HoldersParts {
  readonly place: Place;
  /** Whether key files with cheap costs are read: in tests alone. */
  readonly cheap: boolean;
  /** Cost of new passphrases. */
  readonly kdf: () => Promise<KdfSettings>;
  /** Runs work alone, when nothing forbids writing. */
  readonly alone: <T>(
    work: () => Promise<Result<T, VaultFailure>>,
  ) => Promise<Result<T, VaultFailure>>;
  /** Puts a new generation of the key file in force. */
  readonly useKeys: (generation: number) => Promise<Result<null, VaultFailure>>;
}

export class Holders {
  readonly #parts: HoldersParts;

  constructor(parts: HoldersParts) {
    this.#parts = parts;
  }

  async list(): Promise<Result<readonly SlotInfo[], VaultFailure>> {
    const { place, cheap } = this.#parts;
    try {
      return ok(slotsOf(await currentKeyFile(place, cheap)));
    } catch (error) {
      return failureOf(error);
    }
  }

  /** `current` opens the slot that `next` takes over. Older copies of the key file still open with `current`. */
  async changePassphrase(current: string, next: string): Promise<Result<null, VaultFailure>> {
    return withPassphrase(next, await this.#parts.kdf(), (holder) =>
      this.#edit(current, replacing(holder)),
    );
  }

  async addPassphrase(current: string, next: string): Promise<Result<null, VaultFailure>> {
    return withPassphrase(next, await this.#parts.kdf(), (holder) =>
      this.#edit(current, adding(holder)),
    );
  }

  /** Answers 24 words that open the archive from now on. They are kept nowhere. */
  async addRecoveryWords(current: string): Promise<Result<string, VaultFailure>> {
    const { words, holder } = newRecoveryWords();
    const added = await this.#edit(current, adding(holder));
    holder.key.fill(0);
    return added.ok ? ok(words) : added;
  }

  /** Answers shares of which the needed number opens the archive from now on. They are kept nowhere. */
  async addShares(
    current: string,
    counts: ShareCounts,
  ): Promise<Result<readonly string[], VaultFailure>> {
    if (!isDivisible(counts)) return fail('shares-impossible');
    const { texts, holder } = await newShares(counts);
    const added = await this.#edit(current, adding(holder));
    holder.key.fill(0);
    return added.ok ? ok(texts) : added;
  }

  /** Fails as `last-slot` for the only one. */
  remove(current: string, slot: number): Promise<Result<null, VaultFailure>> {
    return this.#edit(current, removing(slot));
  }

  #edit(
    current: string,
    edit: Parameters<typeof editSlots>[2],
  ): Promise<Result<null, VaultFailure>> {
    const { place, cheap, alone, useKeys } = this.#parts;
    return alone(async () => {
      const secret = await readSecret(current);
      if (!secret.ok) return secret;
      let generation: number;
      try {
        generation = await editSlots(place, secret.value, edit, cheap);
      } catch (error) {
        return failureOf(error, 'writing');
      } finally {
        wipeSecret(secret.value);
      }
      return useKeys(generation);
    });
  }
}

/** Runs `use` with a passphrase as a holder of a slot, and wipes it. */
export async function withPassphrase<T>(
  typed: string,
  kdf: KdfSettings,
  use: (holder: NewHolder) => Promise<Result<T, VaultFailure>>,
): Promise<Result<T, VaultFailure>> {
  const read = await readSecret(typed);
  if (!read.ok) return read;
  try {
    return await use({ kind: 'passphrase', passphrase: read.value.passphrase, kdf });
  } finally {
    wipeSecret(read.value);
  }
}
