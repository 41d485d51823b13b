/** What opens an archive, and how that is changed. */
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';

/** A way to open the archive. */
export interface SlotInfo {
  readonly slot: number;
  readonly kind: 'passphrase' | 'recovery' | 'shares';
  /** What a guess costs, in KiB of memory and passes over it; `null` where guessing is hopeless. */
  readonly kdf: { readonly memory: number; readonly passes: number } | null;
  /** How many shares open it, and how many were made. */
  readonly shares: { readonly needed: number; readonly made: number } | null;
}

export interface KeyCalls {
  slots(): Promise<Result<readonly SlotInfo[]>>;
  /**
   * Each of these takes what opens the archive now, a passphrase, recovery words or shares, and fails with the codes of
   * opening, with `no-slot`, `last-slot`, `shares-impossible` or `rekey-under-way`.
   */
  changePassphrase(current: string, next: string): Promise<Result<null>>;
  addPassphrase(current: string, next: string): Promise<Result<null>>;
  /** Answers 24 words. They are kept nowhere. */
  addRecoveryWords(current: string): Promise<Result<string>>;
  /** Answers the shares, each 32 words. They are kept nowhere. */
  addShares(
    current: string,
    counts: { readonly needed: number; readonly made: number },
  ): Promise<Result<readonly string[]>>;
  removeSlot(current: string, slot: number): Promise<Result<null>>;
  /**
   * New keys for everything, and `next` as the one thing that opens the archive. When this resolves, what is written is
   * under the new keys; `continueRekey` does it for what is there.
   */
  rekey(current: string, next: string): Promise<Result<null>>;
  /** May be stopped and called again, also after another opening. Fails as `damaged` when an item cannot be read. */
  continueRekey(job?: Job): Promise<Result<null>>;
}
