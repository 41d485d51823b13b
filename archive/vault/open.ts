/** Opens an archive. Until it is known to be whole and the passphrase to be right, nothing in the folder is touched. */
import { join } from 'node:path';
import { cheapAllowed } from '../crypto/kdf.ts';
import { DamageError } from '../format/damage.ts';
import { systemClock } from '../lib/clock.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { Anchor, type AnchorState } from './anchor.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import { findHead, removeHeads } from './heads.ts';
import { diskIo, type Io } from './io.ts';
import type { Keys } from './key-set.ts';
import { findKeyFile, type FoundKeyFile, unlock } from './keys.ts';
import { type Lock, LOCK, noLock, takeLock } from './lock.ts';
import { mend } from './mend.ts';
import { BLOBS, nameOf, readListing } from './names.ts';
import type { VaultOptions } from './options.ts';
import type { Place } from './place.ts';
import { type Replayed, replay } from './replay.ts';
import { readSecret, type Secret, wipeSecret } from './secret.ts';
import { type Notice, Vault } from './vault.ts';

export interface OpenVaultOptions extends VaultOptions {
  readonly readOnly?: boolean;
}

/** `secret` is a passphrase, or the recovery words. On failure the folder is byte for byte as it was. */
export async function openVault(
  folder: string,
  secret: string,
  options: OpenVaultOptions = {},
): Promise<Result<Vault, VaultFailure>> {
  const read = await readSecret(secret);
  if (!read.ok) return read;
  const opening = new Opening(options.io ?? diskIo(), folder, read.value, options);
  try {
    return await opening.open();
  } catch (error) {
    return failureOf(error);
  } finally {
    wipeSecret(read.value);
  }
}

/** Times that an archive which is only read is looked at again when its writer changed it meanwhile. */
const LOOKS = 5;

class Opening {
  readonly #io: Io;
  readonly #folder: string;
  readonly #secret: Secret;
  readonly #options: OpenVaultOptions;
  readonly #cheap: boolean;

  constructor(io: Io, folder: string, secret: Secret, options: OpenVaultOptions) {
    this.#io = io;
    this.#folder = folder;
    this.#secret = secret;
    this.#options = options;
    this.#cheap = cheapAllowed(options.testOnlyCheapKdf);
  }

  async open(): Promise<Result<Vault, VaultFailure>> {
    const found = await this.#io.stat(this.#folder);
    if (!found) return fail('folder-missing');
    if (found.kind !== 'folder') return fail('no-archive');
    const refusal = await this.#refusal();
    if (refusal) return fail(refusal);
    const keyFile = await this.#keyFile();
    const keys = await unlock(keyFile.file, this.#secret);
    if (!keys) return fail('wrong-passphrase');
    return this.#options.readOnly === true
      ? this.#openToRead(keyFile, keys)
      : this.#openToWrite(keyFile, keys);
  }

  /** What can be said of the folder without a key. */
  async #refusal(): Promise<VaultFailure | null> {
    const names = await this.#io.list(this.#folder);
    const { ours, keys, heads, snapshots, segments } = readListing(names);
    const bare = snapshots.length + segments.length === 0 && !(await this.#hasBlobs());
    if (!ours) return isUnfinished(names) && bare ? 'creation-unfinished' : 'no-archive';
    // The head is written last: without one, and without data, there is nothing to be lost.
    if (heads.length > 0) return null;
    if (bare && keys.length > 0) return 'creation-unfinished';
    throw new DamageError('D2');
  }

  async #hasBlobs(): Promise<boolean> {
    const blobs = join(this.#folder, BLOBS);
    if ((await this.#io.stat(blobs))?.kind !== 'folder') return false;
    return (await this.#io.list(blobs)).length > 0;
  }

  async #keyFile(): Promise<FoundKeyFile> {
    const { keys } = readListing(await this.#io.list(this.#folder));
    return findKeyFile(this.#io, this.#folder, keys, this.#cheap);
  }

  async #openToRead(keyFile: FoundKeyFile, keys: Keys): Promise<Result<Vault, VaultFailure>> {
    for (let look = 1; ; look++) {
      const before = await this.#listed();
      try {
        return await this.#read(keyFile, keys, noLock);
      } catch (error) {
        if (look === LOOKS || (await this.#listed()) === before) {
          keys.wipe();
          throw error;
        }
      }
    }
  }

  async #listed(): Promise<string> {
    return (await this.#io.list(this.#folder)).sort().join();
  }

  async #openToWrite(keyFile: FoundKeyFile, keys: Keys): Promise<Result<Vault, VaultFailure>> {
    const hadLock = (await this.#io.stat(join(this.#folder, LOCK))) !== null;
    const lock = await takeLock(this.#io, this.#folder);
    if (lock === 'held') {
      keys.wipe();
      return fail('in-use');
    }
    const giveUp = async () => {
      keys.wipe();
      lock.free();
      if (!hadLock && !lock.readOnly)
        await this.#io.remove(join(this.#folder, LOCK)).catch(() => undefined);
    };
    try {
      // Another may have changed the passphrase between the first look and the lock.
      const now = await this.#keyFile();
      if (!now.file.bytes.equals(keyFile.file.bytes)) {
        await giveUp();
        return fail('in-use');
      }
      const opened = await this.#read(now, keys, lock);
      if (!opened.ok) await giveUp();
      return opened;
    } catch (error) {
      await giveUp();
      throw error;
    }
  }

  async #read(keyFile: FoundKeyFile, keys: Keys, lock: Lock): Promise<Result<Vault, VaultFailure>> {
    const io = this.#io;
    const folder = this.#folder;
    const place = { io, folder, keys };
    const listing = readListing(await io.list(folder));
    const found = await findHead(place, listing.heads);
    // [K8] The head knows of newer keys: the key file is an older copy.
    if (found.head.keyGeneration > keyFile.file.generation) return fail('rolled-back');
    const { unread = null } = this.#options;
    let replayed = await replay(place, found.head, listing, unread);
    const { anchors } = this.#options;
    const anchor = anchors === undefined ? null : new Anchor(io, anchors, keys);
    const anchored = (await anchor?.read()) ?? null;
    if (this.#options.acceptOlder !== true && isOlder(replayed, anchored))
      return fail('rolled-back');
    const notices: Notice['code'][] = [
      ...(replayed.tail > 0 ? (['tail-set-aside'] as const) : []),
      ...(keyFile.copyBad ? (['key-copy-mended'] as const) : []),
      ...(found.copyBad ? (['head-copy-mended'] as const) : []),
      ...(anchor && !anchored && replayed.end.seq > 0 ? (['anchor-missing'] as const) : []),
    ];
    let mended = { generation: found.generation, failure: lock.readOnly };
    if (!lock.readOnly) mended = await mend(place, keyFile, found, replayed, listing);
    // On a folder where no lock holds another may still have been writing until our head stopped it.
    while (!mended.failure && replayed.unclean && (await hasGrown(place, replayed))) {
      const { generation } = mended;
      replayed = await replay(place, found.head, readListing(await io.list(folder)), unread);
      mended = await mend(place, keyFile, { ...found, generation }, replayed, listing);
      await removeHeads(place, [generation]);
    }
    const { snapshot } = found.head;
    const snapshotFile =
      snapshot === 0 ? null : await io.stat(join(folder, nameOf.snapshot(snapshot)));
    const head = { ...found.head, keyGeneration: keyFile.file.generation };
    return ok(
      new Vault({
        place,
        anchor: lock.readOnly ? null : anchor,
        clock: this.#options.clock ?? systemClock,
        cheap: this.#cheap,
        kdf: this.#options.kdf ?? null,
        free: lock.free,
        start: {
          head,
          generation: mended.generation,
          end: replayed.end,
          segments: replayed.segments,
        },
        state: replayed.state,
        snapshotBytes: snapshotFile?.size ?? 0,
        notices: notices.map((code) => ({ code })),
        readOnly: mended.failure,
      }),
    );
  }
}

async function hasGrown({ io, folder }: Place, { segments }: Replayed): Promise<boolean> {
  const last = segments.at(-1);
  if (!last?.closed) return false;
  const found = await io.stat(join(folder, nameOf.segment(last.number)));
  return found?.size !== last.closed.length;
}

/** Nothing but what `createVault` writes before the keys. */
function isUnfinished(names: readonly string[]): boolean {
  const early = (name: string) =>
    name === LOCK || name === BLOBS || /^tmp-[0-9a-f]{12}$/.test(name);
  return names.includes(LOCK) && names.every(early);
}

/** [A3] The anchor knows a later change, or another history. */
function isOlder({ end, histories }: Replayed, anchored: AnchorState | null): boolean {
  if (!anchored) return false;
  if (anchored.seq > end.seq) return true;
  const then = histories.get(anchored.seq);
  return then !== undefined && then !== anchored.history;
}
