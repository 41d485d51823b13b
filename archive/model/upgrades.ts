/**
 * Upgrades of the record schemas, numbered, one after the other. Archives of every earlier schema open for ever: what
 * they hold is brought up to date when they are opened. A step is never changed once it was released.
 */
import type { Collection } from './collections.ts';

/** A record as an earlier version wrote it. */
export type OldRecord = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Upgrade {
  /** The schema after this step; steps are numbered without a gap, from 2. */
  readonly to: number;
  /**
   * For each collection that it concerns, the record as it is from now on, or `null` when it is so already: a step that
   * was cut short is done again.
   */
  readonly records: Partial<Record<Collection, (old: OldRecord) => OldRecord | null>>;
}

export const upgrades: readonly Upgrade[] = [
  // Saved searches, claims and pairings: nothing that was there changes, but a program that does not know them would lose them with the next snapshot.
  { to: 2, records: {} },
];

/** The schema that this version writes. */
export const SCHEMA = 1 + upgrades.length;
