/** Makes a new archive in an empty folder. The head is written last: without one the making was not finished. */
import { dirname, join } from 'node:path';
import { defaultKdf, withinBounds } from '../crypto/kdf.ts';
import type { Head } from '../format/head.ts';
import { NO_HISTORY } from '../format/history.ts';
import { assert } from '../lib/assert.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { Anchor } from './anchor.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import { putHead } from './heads.ts';
import { diskIo, type Io } from './io.ts';
import { checkPassphrase, makeKeys } from './keys.ts';
import { LOCK, takeLock } from './lock.ts';
import { BLOBS } from './names.ts';
import type { VaultOptions } from './options.ts';
import { Vault } from './vault.ts';

/** On failure the folder is as it was: what had been made in it is removed. */
export async function createVault(
  folder: string,
  passphrase: string,
  options: VaultOptions = {},
): Promise<Result<Vault, VaultFailure>> {
  const secret = checkPassphrase(passphrase);
  if (!secret.ok) return secret;
  const kdf = options.kdf ?? defaultKdf;
  assert(withinBounds(kdf), 'the cost of the passphrase lies within its bounds');
  const io = options.io ?? diskIo();
  let made = false;
  try {
    const state = await stateOf(io, folder);
    if (state === 'taken') return fail('folder-not-empty');
    if (state === 'missing') {
      if (!(await io.stat(dirname(folder)))?.folder) return fail('folder-missing');
      await io.makeFolder(folder);
      await io.syncFolder(dirname(folder));
      made = true;
    }
    return ok(await make(io, folder, secret.value, kdf, options));
  } catch (error) {
    await removeMade(io, folder, made).catch(() => undefined);
    const failure = failureOf(error);
    return failure.error.code === 'unreadable' ? fail('unwritable') : failure;
  } finally {
    secret.value.fill(0);
  }
}

async function make(
  io: Io,
  folder: string,
  passphrase: Buffer,
  kdf: NonNullable<VaultOptions['kdf']>,
  options: VaultOptions,
): Promise<Vault> {
  const free = takeLock(folder);
  assert(free, 'nobody else knows the new folder');
  try {
    const keys = await makeKeys(io, folder, passphrase, kdf);
    await io.makeFolder(join(folder, BLOBS));
    const head: Head = { seq: 0, history: NO_HISTORY, keyGeneration: 1, snapshot: 0, segments: [] };
    await putHead(io, folder, keys, 1, head);
    return new Vault({
      io,
      folder,
      keys,
      anchor: options.anchors === undefined ? null : new Anchor(io, options.anchors, keys),
      free,
      head,
      generation: 1,
      end: { seq: 0, history: NO_HISTORY },
      segments: [],
      state: {},
      snapshotBytes: 0,
      notices: [],
      readOnly: null,
    });
  } catch (error) {
    free();
    throw error;
  }
}

async function stateOf(io: Io, folder: string): Promise<'missing' | 'empty' | 'taken'> {
  const found = await io.stat(folder);
  if (!found) return 'missing';
  if (!found.folder) return 'taken';
  return (await io.list(folder)).length === 0 ? 'empty' : 'taken';
}

/** Everything in the folder is ours: it was empty before. */
async function removeMade(io: Io, folder: string, alsoFolder: boolean): Promise<void> {
  const ours = new RegExp(`^(?:${LOCK}|tmp-[0-9a-f]{12}|[kchg]-[0-9a-f]{16})$`);
  for (const name of await io.list(folder)) {
    if (name === BLOBS) await io.removeFolder(join(folder, name));
    else if (ours.test(name)) await io.remove(join(folder, name));
  }
  if (alsoFolder) await io.removeFolder(folder);
}
