/** Opens an archive. Until the passphrase is known to be right nothing in the folder is touched but the lock. */
import { join } from 'node:path';
import { DamageError } from '../format/damage.ts';
import type { Head } from '../format/head.ts';
import { type Failure, fail, ok, type Result } from '../lib/result.ts';
import { Anchor, type AnchorState } from './anchor.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import { findHead, putHead } from './heads.ts';
import { codeOf, diskIo, type Io } from './io.ts';
import {
  checkPassphrase,
  findKeyFile,
  type FoundKeyFile,
  type Keys,
  mendKeyFile,
  unlock,
  wipeKeys,
} from './keys.ts';
import { takeLock } from './lock.ts';
import { BLOBS, type Listing, nameOf, readListing } from './names.ts';
import type { VaultOptions } from './options.ts';
import { type Replayed, replay } from './replay.ts';
import { type Notice, Vault } from './vault.ts';

export async function openVault(
  folder: string,
  passphrase: string,
  options: VaultOptions & { readonly readOnly?: boolean } = {},
): Promise<Result<Vault, VaultFailure>> {
  const secret = checkPassphrase(passphrase);
  if (!secret.ok) return secret;
  const io = options.io ?? diskIo();
  try {
    return await openFolder(io, folder, secret.value, options);
  } catch (error) {
    return failureOf(error);
  } finally {
    secret.value.fill(0);
  }
}

async function openFolder(
  io: Io,
  folder: string,
  passphrase: Buffer,
  options: VaultOptions & { readonly readOnly?: boolean },
): Promise<Result<Vault, VaultFailure>> {
  const found = await io.stat(folder);
  if (!found) return fail('folder-missing');
  if (!found.folder) return fail('no-archive');
  const listing = readListing(await io.list(folder));
  if (!listing.ours) return fail('no-archive');
  const keyFile = await findKeyFile(io, folder, listing.keys);
  if (listing.heads.length === 0) return fail('creation-unfinished');
  const lock = lockFor(folder, options.readOnly === true);
  if (lock === 'held') return fail('in-use');
  try {
    const keys = await unlock(keyFile.file, passphrase);
    if (!keys) {
      lock.free();
      return fail('wrong-passphrase');
    }
    const opened = await readArchive(io, folder, keys, keyFile, lock, options);
    if (!opened.ok) {
      wipeKeys(keys);
      lock.free();
    }
    return opened;
  } catch (error) {
    lock.free();
    throw error;
  }
}

interface Lock {
  readonly free: () => void;
  readonly readOnly: Failure | null;
}

/** On a medium that cannot be written there is nobody to write against. */
function lockFor(folder: string, readOnly: boolean): Lock | 'held' {
  if (readOnly) return { free: () => undefined, readOnly: { code: 'asked' } };
  try {
    const free = takeLock(folder);
    return free === null ? 'held' : { free, readOnly: null };
  } catch {
    return { free: () => undefined, readOnly: { code: 'unwritable' } };
  }
}

async function readArchive(
  io: Io,
  folder: string,
  keys: Keys,
  keyFile: FoundKeyFile,
  lock: Lock,
  options: VaultOptions,
): Promise<Result<Vault, VaultFailure>> {
  // Listed again: another process may have written between the first look and the lock.
  const listing = readListing(await io.list(folder));
  const { head, generation, copyBad } = await findHead(io, folder, keys, listing.heads);
  if (head.keyGeneration > keyFile.file.generation) throw new DamageError('K8');
  const replayed = await replay(io, folder, keys, head, listing);
  const anchor = options.anchors === undefined ? null : new Anchor(io, options.anchors, keys);
  const anchored = (await anchor?.read()) ?? null;
  if (options.acceptOlder !== true && isOlder(replayed, anchored)) return fail('rolled-back');
  const notices: Notice[] = [
    ...(replayed.tail > 0 ? [{ code: 'tail-set-aside' } as const] : []),
    ...(keyFile.copyBad ? [{ code: 'key-copy-mended' } as const] : []),
    ...(copyBad ? [{ code: 'head-copy-mended' } as const] : []),
  ];
  const mended = lock.readOnly
    ? null
    : await mend(io, folder, keys, keyFile, head, generation, copyBad, replayed, listing);
  const snapshot =
    head.snapshot === 0 ? null : await io.stat(join(folder, nameOf.snapshot(head.snapshot)));
  return ok(
    new Vault({
      io,
      folder,
      keys,
      anchor: lock.readOnly ? null : anchor,
      free: lock.free,
      head,
      generation: mended?.generation ?? generation,
      end: replayed.end,
      segments: replayed.segments,
      state: replayed.state,
      snapshotBytes: snapshot?.size ?? 0,
      notices,
      readOnly: lock.readOnly ?? mended?.failure ?? null,
    }),
  );
}

/** The anchor knows a later change, or another history. */
function isOlder({ end, histories }: Replayed, anchored: AnchorState | null): boolean {
  if (!anchored) return false;
  if (anchored.seq > end.seq) return true;
  const then = histories.get(anchored.seq);
  return then !== undefined && then !== anchored.history;
}

/** Puts in order what a crash left. What cannot be put in order, on a full disk say, makes the archive read-only. */
async function mend(
  io: Io,
  folder: string,
  keys: Keys,
  keyFile: FoundKeyFile,
  head: Head,
  generation: number,
  copyBad: boolean,
  replayed: Replayed,
  listing: Listing,
): Promise<{ readonly generation: number; readonly failure: Failure | null }> {
  let now = generation;
  try {
    for (const name of listing.unfinished) await io.remove(join(folder, name));
    await removeUnfinishedBlobs(io, folder);
    if (keyFile.copyBad) await mendKeyFile(io, folder, keyFile.file);
    if (replayed.unclean || copyBad) {
      now = generation + 1;
      const { seq, history } = replayed.end;
      await putHead(io, folder, keys, now, {
        ...head,
        seq,
        history,
        segments: [...replayed.segments],
      });
    }
    const older = listing.heads.filter((number) => number < now).flatMap(nameOf.heads);
    for (const name of older)
      if (await io.stat(join(folder, name))) await io.remove(join(folder, name));
    await io.syncFolder(folder);
    return { generation: now, failure: null };
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return { generation: now, failure: failureOf(error).error };
  }
}

async function removeUnfinishedBlobs(io: Io, folder: string): Promise<void> {
  const blobs = join(folder, BLOBS);
  if (!(await io.stat(blobs))) return;
  for (const prefix of await io.list(blobs)) {
    const { unfinished } = readListing(await io.list(join(blobs, prefix)).catch(() => []));
    for (const name of unfinished) await io.remove(join(blobs, prefix, name));
  }
}
