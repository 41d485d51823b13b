/**
 * lowdb on the vault: what is read is the replayed state; what is written are the operations staged since the last
 * write, not the whole state. The adapter is told the operations; it never looks for differences.
 */
import type { Adapter } from 'lowdb';
import { assert } from '../lib/assert.ts';
import { FailureError } from '../lib/result.ts';
import type { Op, Vault } from '../vault/index.ts';
import { stateOf, type Stored } from './state.ts';

export class JournalAdapter implements Adapter<Stored> {
  readonly #vault: Vault;
  #staged: Op[] = [];

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  async read(): Promise<Stored> {
    return stateOf(await this.#vault.read());
  }

  /** Operations that the next `write` makes durable, all or none. */
  stage(ops: readonly Op[]): void {
    this.#staged.push(...ops);
  }

  /** Resolves after the flush. Throws a `FailureError` when the vault could not write. */
  async write(): Promise<void> {
    const ops = this.#staged;
    this.#staged = [];
    assert(ops.length > 0, 'write follows stage: db.update() is not for this store');
    const written = await this.#vault.append(ops);
    if (!written.ok) throw new FailureError(written.error);
  }
}
