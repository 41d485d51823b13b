/** Makes a new archive in an empty folder. The head is written last: without one the making was not finished. */
import { dirname, join } from 'node:path';
import { calibrate } from '../crypto/calibrate.ts';
import { cheapAllowed, type KdfSettings, withinBounds } from '../crypto/kdf.ts';
import type { Head } from '../format/head.ts';
import { NO_HISTORY } from '../format/history.ts';
import { assert } from '../lib/assert.ts';
import { systemClock } from '../lib/clock.ts';
import { fail, FailureError, ok, type Result } from '../lib/result.ts';
import { Anchor } from './anchor.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import { UNFINISHED } from './files.ts';
import { putHead } from './heads.ts';
import { diskIo, type Io } from './io.ts';
import { freshKeys, makeKeys } from './keys.ts';
import { LOCK, takeLock } from './lock.ts';
import { BLOBS, readListing } from './names.ts';
import type { VaultOptions } from './options.ts';
import { readSecret, wipeSecret } from './secret.ts';
import { Vault } from './vault.ts';

/** On failure the folder is as it was: what had been made in it is removed. */
export async function createVault(
  folder: string,
  passphrase: string,
  options: VaultOptions = {},
): Promise<Result<Vault, VaultFailure>> {
  const secret = await readSecret(passphrase);
  if (!secret.ok) return secret;
  const kdf = options.kdf ?? (await calibrate());
  assert(
    withinBounds(kdf, cheapAllowed(options.testOnlyCheapKdf)),
    'the cost of the passphrase lies within its bounds',
  );
  const io = options.io ?? diskIo();
  let made: 'nothing' | 'files' | 'folder' = 'nothing';
  try {
    const state = await stateOf(io, folder);
    if (state === 'taken') return fail('folder-not-empty');
    if (state === 'missing') {
      if ((await io.stat(dirname(folder)))?.kind !== 'folder') return fail('folder-missing');
      await io.makeFolder(folder);
      made = 'folder';
      await io.syncFolder(dirname(folder));
    } else made = 'files';
    return ok(await make(io, folder, secret.value.passphrase, kdf, options));
  } catch (error) {
    if (made !== 'nothing') await removeMade(io, folder, made === 'folder').catch(() => undefined);
    return failureOf(error, 'writing');
  } finally {
    wipeSecret(secret.value);
  }
}

const START = { seq: 0, history: NO_HISTORY };

async function make(
  io: Io,
  folder: string,
  passphrase: Buffer,
  kdf: KdfSettings,
  options: VaultOptions,
): Promise<Vault> {
  const lock = await takeLock(io, folder);
  if (lock === 'held') throw new FailureError({ code: 'in-use' });
  if (lock.readOnly) throw new FailureError({ code: 'unwritable' });
  try {
    const keys = await makeKeys(io, folder, passphrase, kdf, freshKeys(options.naming ?? null));
    await io.makeFolder(join(folder, BLOBS));
    const head: Head = { ...START, keyGeneration: 1, snapshot: 0, segments: [] };
    const place = { io, folder, keys };
    await putHead(place, 1, head);
    const anchor = options.anchors === undefined ? null : new Anchor(io, options.anchors, keys);
    // At once: one that dies in its first second would else be told to have no anchor.
    await anchor?.write(START);
    return new Vault({
      place,
      anchor,
      clock: options.clock ?? systemClock,
      cheap: options.testOnlyCheapKdf === true,
      kdf: options.kdf ?? null,
      free: lock.free,
      start: { head, generation: 1, end: START, segments: [] },
      state: new Map(),
      snapshotBytes: 0,
      notices: [],
      readOnly: null,
    });
  } catch (error) {
    lock.free();
    throw error;
  }
}

/**
 * Removes what a creation that was cut short left. Fails as `folder-not-empty`, and removes nothing, when there is
 * anything else, or data.
 */
export async function discardUnfinished(
  folder: string,
  options: { readonly io?: Io } = {},
): Promise<Result<null, VaultFailure>> {
  const io = options.io ?? diskIo();
  try {
    if ((await io.stat(folder))?.kind !== 'folder') return fail('folder-missing');
    const names = await io.list(folder);
    const { heads } = readListing(names);
    const blobs = names.includes(BLOBS) ? await io.list(join(folder, BLOBS)) : [];
    if (heads.length > 0 || blobs.length > 0 || !names.every(isMade))
      return fail('folder-not-empty');
    await removeMade(io, folder, false);
    return ok(null);
  } catch (error) {
    return failureOf(error, 'writing');
  }
}

async function stateOf(io: Io, folder: string): Promise<'missing' | 'empty' | 'taken'> {
  const found = await io.stat(folder);
  if (!found) return 'missing';
  if (found.kind !== 'folder') return 'taken';
  return (await io.list(folder)).length === 0 ? 'empty' : 'taken';
}

function isMade(name: string): boolean {
  return (
    name === LOCK || name === BLOBS || UNFINISHED.test(name) || /^[kchg]-[0-9a-f]{16}$/.test(name)
  );
}

/** Heads first: one that is cut short here must not look like an archive whose keys were lost. */
async function removeMade(io: Io, folder: string, alsoFolder: boolean): Promise<void> {
  const names = (await io.list(folder)).filter(isMade).sort((a, b) => rank(a) - rank(b));
  for (const name of names) {
    if (name === BLOBS) await io.removeFolder(join(folder, name));
    else await io.remove(join(folder, name));
  }
  if (alsoFolder) await io.removeFolder(folder);
}

function rank(name: string): number {
  if (/^[hg]-/.test(name)) return 0;
  return name === LOCK ? 2 : 1;
}
