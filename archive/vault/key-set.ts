/** The keys of an open archive: one for each purpose and epoch. They change when the archive is keyed anew. */
import { derive, hmac } from '../crypto/derive.ts';
import type { EpochKey, PurposeKeys } from '../format/header.ts';
import type { Ring } from '../format/keyfile.ts';
import { assert } from '../lib/assert.ts';

const purposes = ['head', 'snapshot', 'journal', 'blob', 'blob-name', 'anchor', 'index'] as const;
type KeyPurpose = (typeof purposes)[number];

export class Keys {
  /** 16 bytes. */
  readonly archiveId: Buffer;
  /** Gives blobs their identifiers: the same for as long as the archive lives. */
  readonly naming: Buffer;
  /** The root key, kept while two data keys are there: whoever ends that writes the key file. */
  #root: Buffer | null = null;
  #keys: KeysByPurpose;

  /** Keeps a copy of what it needs of the ring, and of the root key. */
  constructor(ring: Ring, archiveId: Buffer, rootKey: Uint8Array) {
    this.archiveId = Buffer.from(archiveId);
    this.#keys = keysOf(ring, this.archiveId);
    this.naming = namingOf(ring, this.archiveId);
    this.#keepRoot(ring, rootKey);
  }

  get head(): PurposeKeys {
    return this.#keys.head;
  }

  get snapshot(): PurposeKeys {
    return this.#keys.snapshot;
  }

  get journal(): PurposeKeys {
    return this.#keys.journal;
  }

  get blob(): PurposeKeys {
    return this.#keys.blob;
  }

  get anchor(): PurposeKeys {
    return this.#keys.anchor;
  }

  get index(): PurposeKeys {
    return this.#keys.index;
  }

  /** Of what is written now. */
  get epoch(): number {
    return this.#keys.head[0].epoch;
  }

  /** All that can be read, newest first. */
  get epochs(): readonly number[] {
    return this.#keys.head.map(({ epoch }) => epoch);
  }

  /** While everything is being sealed anew; `null` otherwise. */
  get root(): Buffer | null {
    return this.#root;
  }

  /** [B5] The name of a blob's file in an epoch, as 64 digits: what a key that was given up says of it must not find it. */
  blobName(id: string, epoch: number): string {
    if (epoch === 1) return id;
    const found = this.#keys['blob-name'].find((each) => each.epoch === epoch);
    assert(found, 'the epoch is one of ours');
    return hmac(found.key, Buffer.from(id, 'hex')).toString('hex');
  }

  /**
   * From now on writes under the newest data key of this ring. Files of an epoch that it lacks can no longer be read.
   * Keys that stay are the same buffers: somebody may be about to read with them.
   */
  adopt(ring: Ring, rootKey: Uint8Array): void {
    const before = this.#keys;
    const after = keysOf(ring, this.archiveId);
    this.#keys = eachPurpose((purpose) => {
      const kept = (fresh: EpochKey) =>
        before[purpose].find(({ epoch }) => epoch === fresh.epoch) ?? fresh;
      const [newest, ...older] = after[purpose];
      return [kept(newest), ...older.map(kept)];
    });
    for (const purpose of purposes) {
      for (const each of before[purpose]) if (!this.#keys[purpose].includes(each)) each.key.fill(0);
    }
    this.#keepRoot(ring, rootKey);
  }

  /** Overwrites what can be overwritten. Strings cannot: the thread that held them is ended. */
  wipe(): void {
    wipeAll(this.#keys);
    this.naming.fill(0);
    this.#root?.fill(0);
  }

  #keepRoot(ring: Ring, rootKey: Uint8Array): void {
    this.#root?.fill(0);
    this.#root = ring.dataKeys.length > 1 ? Buffer.from(rootKey) : null;
  }
}

type KeysByPurpose = Readonly<Record<KeyPurpose, PurposeKeys>>;

function keysOf({ dataKeys, epoch }: Ring, archiveId: Buffer): KeysByPurpose {
  return eachPurpose((purpose) => {
    const [newest, ...older] = dataKeys
      .map((dataKey, at) => ({ epoch: epoch + at, key: derive(dataKey, archiveId, purpose, 32) }))
      .reverse();
    assert(newest, 'a ring holds a data key');
    return [newest, ...older];
  });
}

function eachPurpose(keys: (purpose: KeyPurpose) => PurposeKeys): KeysByPurpose {
  return Object.fromEntries(
    purposes.map((purpose) => [purpose, keys(purpose)]),
  ) as unknown as KeysByPurpose;
}

/** [K5] Of epoch 1 until its data key is dropped, and then carried on in the ring. */
export function namingOf({ naming, dataKeys }: Ring, archiveId: Uint8Array): Buffer {
  return naming ? Buffer.from(naming) : derive(dataKeys[0], archiveId, 'blob-name', 32);
}

export function wipeRing({ dataKeys, naming }: Ring): void {
  for (const key of dataKeys) key.fill(0);
  naming?.fill(0);
}

function wipeAll(keys: KeysByPurpose): void {
  for (const each of Object.values(keys)) for (const { key } of each) key.fill(0);
}
