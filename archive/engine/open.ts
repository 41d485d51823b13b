/** Makes an archive, opens one. */
import { lacks } from '../crypto/probe.ts';
import { type Clock, systemClock } from '../lib/clock.ts';
import { type Failure, fail, ok, type Result } from '../lib/result.ts';
import { beginArchive } from '../store/commands/archive.ts';
import { Store } from '../store/store.ts';
import {
  createVault,
  openVault,
  type Vault,
  type VaultFailure,
  type VaultOptions,
} from '../vault/index.ts';
import type { Archive } from '../face.ts';
import { TOOL } from '../version.ts';
import { LocalArchive } from './archive.ts';

export interface OpenOptions extends VaultOptions {
  readonly clock?: Clock;
}

/** The folder must be empty or not there yet. */
export async function createArchive(
  folder: string,
  name: string,
  passphrase: string,
  options: OpenOptions = {},
): Promise<Result<Archive, VaultFailure | 'unsupported'>> {
  if (lacks().length > 0) return fail('unsupported');
  const vault = await createVault(folder, passphrase, options);
  if (!vault.ok) return vault;
  const clock = options.clock ?? systemClock;
  const store = await Store.open(vault.value, clock, TOOL);
  const begun = await store.run(beginArchive(name));
  if (!begun.ok) return giveUp(vault.value, begun.error);
  return ok(new LocalArchive(folder, vault.value, store, clock));
}

export async function openArchive(
  folder: string,
  passphrase: string,
  options: OpenOptions & { readonly readOnly?: boolean } = {},
): Promise<Result<Archive, VaultFailure | 'unsupported'>> {
  if (lacks().length > 0) return fail('unsupported');
  const vault = await openVault(folder, passphrase, options);
  if (!vault.ok) return vault;
  const clock = options.clock ?? systemClock;
  const store = await Store.open(vault.value, clock, TOOL);
  if (!store.reading.get('about', 'archive')) {
    return giveUp(vault.value, { code: 'creation-unfinished' });
  }
  return ok(new LocalArchive(folder, vault.value, store, clock));
}

async function giveUp(vault: Vault, failure: Failure): Promise<Result<never, VaultFailure>> {
  await vault.close();
  return fail(failure.code as VaultFailure, failure.detail);
}
