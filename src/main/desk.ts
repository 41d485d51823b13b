/** The one archive that may be open, and what happens when it is opened and locked. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Archive, ArchiveState, StartPress, Trouble } from '../../archive/index.ts';
import type { Job } from '../../archive/lib/job.ts';
import { fail, ok, type Result } from '../../archive/lib/result.ts';
import type { Changed } from '../../archive/model/index.ts';
import type { Events } from '../preload/contract.ts';
import { fillSample } from '../sample/fill.ts';
import { type RemoteArchive, startEngine } from './engine/remote.ts';
import type { Begin } from './engine/messages.ts';
import { makeRunFolder } from './traces.ts';

export type LockReason = Events['lock']['reason'];

export interface DeskPlaces {
  /** Where the anchors of all archives lie: outside every archive. */
  readonly anchors: string;
  /** Where temporary folders may be made. */
  readonly temporary: string;
  /** The sample case's files. */
  readonly sample: string;
}

interface Open {
  readonly archive: Archive;
  readonly sampleFolder: string | null;
}

export class Desk {
  readonly #places: DeskPlaces;
  readonly #startPress: StartPress;
  #open: Open | null = null;
  /** Opening, closing: one after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  #seq = 0;
  onChanged: (changed: Changed) => void = () => undefined;
  onTrouble: (trouble: Trouble | null) => void = () => undefined;
  onLock: (open: boolean, reason: LockReason) => void = () => undefined;

  constructor(places: DeskPlaces, startPress: StartPress) {
    this.#places = places;
    this.#startPress = startPress;
  }

  get archive(): Archive | null {
    return this.#open?.archive ?? null;
  }

  get sample(): boolean {
    return typeof this.#open?.sampleFolder === 'string';
  }

  /** Number of the last change that was told. */
  get seq(): number {
    return this.#seq;
  }

  create(folder: string, name: string, passphrase: string): Promise<Result<ArchiveState>> {
    return this.#inTurn(() =>
      this.#start({ purpose: 'create', folder, name, passphrase, acceptOlder: false }, null),
    );
  }

  open(folder: string, passphrase: string, acceptOlder: boolean): Promise<Result<ArchiveState>> {
    return this.#inTurn(() =>
      this.#start({ purpose: 'open', folder, name: '', passphrase, acceptOlder }, null),
    );
  }

  openSample(job: Job): Promise<Result<ArchiveState>> {
    return this.#inTurn(() => this.#startSample(job));
  }

  lock(reason: LockReason): Promise<void> {
    return this.#inTurn(() => this.#close(reason));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #start(
    begin: Omit<Begin, 'anchors'>,
    sampleFolder: string | null,
  ): Promise<Result<ArchiveState>> {
    await this.#close('asked');
    const anchors = sampleFolder === null ? this.#places.anchors : null;
    const started = await startEngine({ ...begin, anchors }, this.#startPress);
    if (!started.ok) return started;
    const state = await started.value.archive.state();
    if (!state.ok) return state;
    this.#seq = state.value.seq;
    this.#watch(started.value);
    this.#open = { archive: started.value.archive, sampleFolder };
    if (sampleFolder === null) this.onLock(true, 'asked');
    return state;
  }

  async #startSample(job: Job): Promise<Result<ArchiveState>> {
    await this.#close('asked');
    const folder = makeRunFolder(this.#places.temporary, 'sample');
    // Nobody needs this passphrase again: the sample is thrown away when it is locked.
    const passphrase = randomBytes(32).toString('hex');
    const name = 'Sample';
    const started = await this.#start(
      { purpose: 'create', folder, name, passphrase, acceptOlder: false },
      folder,
    );
    if (!started.ok) {
      await rm(folder, { recursive: true, force: true });
      return started;
    }
    const archive = this.archive;
    if (!archive) return fail('closed');
    const filled = await fillSample(archive, this.#places.sample, job);
    if (!filled.ok) {
      await this.#close('failed');
      return filled;
    }
    this.onLock(true, 'asked');
    const state = await archive.state();
    return state.ok ? ok(state.value) : state;
  }

  #watch({ archive, onLost }: RemoteArchive): void {
    archive.onChanged((changed) => {
      this.#seq = changed.seq;
      this.onChanged(changed);
    });
    archive.onTrouble((trouble) => {
      this.onTrouble(trouble);
    });
    onLost(() => {
      void this.lock('failed');
    });
  }

  async #close(reason: LockReason): Promise<void> {
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    this.onLock(false, reason);
    await open.archive.close();
    if (open.sampleFolder !== null) await rm(open.sampleFolder, { recursive: true, force: true });
  }
}
