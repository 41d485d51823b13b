/** Gets out of a damaged archive what can still be read, and says what cannot. Writes nothing to it. */
import { cheapAllowed } from '../crypto/kdf.ts';
import { DamageError, TooNewError } from '../format/damage.ts';
import { NO_HISTORY } from '../format/history.ts';
import { systemClock } from '../lib/clock.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { Blobs } from './blobs.ts';
import type { FileRole } from './check.ts';
import { failureOf, type VaultFailure } from './failures.ts';
import { diskIo } from './io.ts';
import type { Keys } from './key-set.ts';
import { findKeyFile, unlock } from './keys.ts';
import { type Listing, readListing } from './names.ts';
import type { VaultOptions } from './options.ts';
import type { Place } from './place.ts';
import { readSecret, type Secret, wipeSecret } from './secret.ts';
import { type ReadChange, salvageSegment } from './segment.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';
import { applyOps, type State } from './state.ts';

export interface Salvaged {
  readonly state: State;
  /** Number of the last change that could be read. What came after it, if anything, is not known. */
  readonly seq: number;
  /** Changes before it that could not be read, by number. */
  readonly missing: readonly { readonly from: number; readonly to: number }[];
  /** Files that could not be read, or not to their end. */
  readonly damaged: readonly { readonly role: FileRole; readonly number: number }[];
  /** To be read alone. */
  readonly blobs: Blobs;
  /** Gives blobs the same identifiers in a new archive. */
  readonly naming: Buffer;
  readonly close: () => void;
}

/** Needs a whole key file and what opens it, and nothing else: neither head nor anchor is asked. */
export async function salvageVault(
  folder: string,
  secret: string,
  options: VaultOptions = {},
): Promise<Result<Salvaged, VaultFailure>> {
  const read = await readSecret(secret);
  if (!read.ok) return read;
  const io = options.io ?? diskIo();
  try {
    if ((await io.stat(folder))?.kind !== 'folder') return fail('folder-missing');
    const listing = readListing(await io.list(folder));
    if (!listing.ours) return fail('no-archive');
    const cheap = cheapAllowed(options.testOnlyCheapKdf);
    const keys = await findKeys({ io, folder }, listing, read.value, cheap);
    if (!keys) return fail('wrong-passphrase');
    const place = { io, folder, keys };
    const clock = options.clock ?? systemClock;
    return ok({
      ...(await gather(place, listing)),
      blobs: new Blobs(io, folder, keys, clock, () => 'read-only'),
      naming: Buffer.from(keys.naming),
      close: () => keys.wipe(),
    });
  } catch (error) {
    return failureOf(error);
  } finally {
    wipeSecret(read.value);
  }
}

/** By any generation of the key file that is whole. Throws `DamageError` when none is. */
async function findKeys(
  { io, folder }: Omit<Place, 'keys'>,
  listing: Listing,
  secret: Secret,
  cheap: boolean,
): Promise<Keys | null> {
  let whole = false;
  for (const generation of listing.keys) {
    const found = await orNull(findKeyFile(io, folder, [generation], cheap));
    if (!found) continue;
    whole = true;
    const keys = await orNull(unlock(found.file, secret));
    if (keys) return keys;
  }
  if (!whole) throw new DamageError('K6');
  return null;
}

async function gather(place: Place, listing: Listing) {
  const damaged: { role: FileRole; number: number }[] = [];
  const missing: { from: number; to: number }[] = [];
  let base = 0;
  let from: Snapshot = { state: new Map(), seq: 0, history: NO_HISTORY };
  for (const number of listing.snapshots) {
    const snapshot = await orNull(readSnapshot(place, number));
    if (snapshot) {
      base = number;
      from = snapshot;
      break;
    }
    damaged.push({ role: 'snapshot', number });
  }
  const { state } = from;
  let { seq } = from;
  const take = (change: ReadChange) => {
    if (change.seq <= seq) return;
    if (change.seq > seq + 1) missing.push({ from: seq + 1, to: change.seq - 1 });
    applyOps(state, change.ops);
    ({ seq } = change);
  };
  const segments = listing.segments.filter((number) => number > base).sort((a, b) => a - b);
  for (const number of segments) {
    const read = await salvageSegment(place, number);
    if (!read?.whole) damaged.push({ role: 'journal', number });
    for (const change of read?.changes ?? []) take(change);
  }
  return { state, seq, missing, damaged };
}

async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DamageError || error instanceof TooNewError) return null;
    throw error;
  }
}
