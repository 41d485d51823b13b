/** Makes an archive, opens one. */
import { lacks } from '../crypto/probe.ts';
import { startPress, type StartPress } from '../dossier/index.ts';
import type { Archive } from '../face/index.ts';
import { type Clock, systemClock } from '../lib/clock.ts';
import { type Failure, fail, ok, type Result } from '../lib/result.ts';
import { SCHEMA, upgrades } from '../model/index.ts';
import { beginArchive } from '../store/commands/archive.ts';
import { Store } from '../store/store.ts';
import {
  createVault,
  openVault,
  type Vault,
  type VaultFailure,
  type VaultOptions,
} from '../vault/index.ts';
import { TOOL } from '../version.ts';
import { OpenArchive } from './open-archive.ts';
import { joinRooms } from './rooms/index.ts';

export type { FromPress, Press, StartPress, ToPress } from '../dossier/index.ts';

export interface OpenOptions extends VaultOptions {
  readonly clock?: Clock;
  /** What a failing disk does not take is kept, and its calls wait, until `resume` or `discardUnsaved`. */
  readonly keepsUnsaved?: boolean;
  /** How to start the process that sets pages, where it is not started as a process of Node. */
  readonly startPress?: StartPress;
}

export type OpenFailure = VaultFailure | 'unsupported';

/** The folder must be empty or not there yet. */
export async function createArchive(
  folder: string,
  name: string,
  passphrase: string,
  options: OpenOptions = {},
): Promise<Result<Archive, OpenFailure>> {
  if (lacks().length > 0) return fail('unsupported');
  const vault = await createVault(folder, passphrase, options);
  if (!vault.ok) return vault;
  const clock = options.clock ?? systemClock;
  const store = await Store.open(vault.value, clock, TOOL);
  const begun = await store.run(beginArchive(name));
  if (!begun.ok) return giveUp(vault.value, begun.error);
  if (options.keepsUnsaved === true) store.keepUnsaved();
  return ok(
    joinRooms(new OpenArchive(folder, vault.value, store, { clock, startPress, ...options })),
  );
}

export async function openArchive(
  folder: string,
  passphrase: string,
  options: OpenOptions & { readonly readOnly?: boolean } = {},
): Promise<Result<Archive, OpenFailure>> {
  const opened = await openLocal(folder, passphrase, options);
  return opened.ok ? ok(opened.value.archive) : opened;
}

/** The archive together with its store, for what works below the face. */
export async function openLocal(
  folder: string,
  passphrase: string,
  options: OpenOptions & { readonly readOnly?: boolean } = {},
): Promise<Result<{ archive: Archive; store: Store }, OpenFailure>> {
  if (lacks().length > 0) return fail('unsupported');
  const vault = await openVault(folder, passphrase, { ...options, unread: 'activities' });
  if (!vault.ok) return vault;
  const clock = options.clock ?? systemClock;
  const store = await Store.open(vault.value, clock, TOOL);
  const about = store.reading.get('about', 'archive');
  if (!about) return giveUp(vault.value, { code: 'creation-unfinished' });
  if (about.schema > SCHEMA)
    return giveUp(vault.value, {
      code: 'too-new',
      detail: { found: about.schema, known: SCHEMA },
    });
  const upgraded = await store.upgrade(upgrades);
  if (!upgraded.ok) return giveUp(vault.value, upgraded.error);
  const open = new OpenArchive(folder, vault.value, store, { clock, startPress, ...options });
  if (!store.readOnly) await open.forgetting.destroyOverdue(clock.now(), 'kept-for-30-days');
  if (options.keepsUnsaved === true) store.keepUnsaved();
  // Nobody waits for it; what is cut short goes on at the next opening.
  void open.hold(open.forgetting.forget());
  return ok({ archive: joinRooms(open), store });
}

async function giveUp(vault: Vault, failure: Failure): Promise<Result<never, VaultFailure>> {
  await vault.close();
  return fail(failure.code as VaultFailure, failure.detail);
}
