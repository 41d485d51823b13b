import { describe, expect, it, vi } from 'vitest';
import type * as Aead from '../../../archive/crypto/aead.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import { createVault, openVault, type Vault } from '../../../archive/vault/index.ts';
import { Disk, emptyImage, type Image } from './disk.ts';
import { Ledger } from './ledger.ts';
import { cheap, PASSPHRASE, plain, put, valueOf } from './place.ts';

const ledger = vi.hoisted(() => ({ current: null as Ledger | null }));
vi.mock(import('../../../archive/crypto/aead.ts'), async (original): Promise<typeof Aead> => {
  const real = await original();
  return {
    ...real,
    seal: (key, nonce, plaintext, aad) => {
      ledger.current?.note(key, nonce, plaintext, aad);
      return real.seal(key, nonce, plaintext, aad);
    },
  };
});
ledger.current = new Ledger();

const FOLDER = '/archive';
const NEXT = 'nine bridges of Halmar';
const LAST = 'eleven gates of Zabrod';
const slow = process.env.SLOW !== undefined;

/** One thing that is done to the archive. */
interface Deed {
  /** Steps of the disk before it began, and when it was acknowledged. */
  readonly begun: number;
  readonly done: number;
  /** Number of the last change after it, if it changes anything. */
  readonly seq: number;
  readonly passphrase: string;
  readonly blob: string | null;
}

interface Story {
  readonly disk: Disk;
  readonly deeds: readonly Deed[];
  /** What the archive says after each change, by its number. */
  readonly states: readonly unknown[];
}

class Told {
  readonly disk: Disk;
  readonly deeds: Deed[] = [];
  readonly states: unknown[];
  #notes: Record<string, object>;
  #passphrase: string;
  vault: Vault | null = null;

  constructor(disk: Disk, passphrase: string) {
    this.disk = disk;
    this.#passphrase = passphrase;
    this.#notes = {};
    this.states = [{}];
  }

  get state() {
    return { notes: this.#notes };
  }

  get open(): Vault {
    if (!this.vault) throw new Error('no vault is open');
    return this.vault;
  }

  async deed(work: () => Promise<string | null>, passphrase = this.#passphrase): Promise<void> {
    const begun = this.disk.steps.length;
    const blob = await work();
    this.#passphrase = passphrase;
    this.deeds.push({
      begun,
      done: this.disk.steps.length,
      seq: this.states.length - 1,
      passphrase,
      blob,
    });
  }

  note(id: string, value: object): Promise<void> {
    return this.deed(async () => {
      this.#notes = { ...this.#notes, [id]: value };
      this.states.push({ notes: this.#notes });
      valueOf(await this.open.append([put(id, value)]));
      return null;
    });
  }
}

const options = { ...cheap, anchors: '/anchors' } as const;

/** A short life of an archive with everything in it that writes. */
async function tell(): Promise<Story> {
  const disk = new Disk(emptyImage);
  const told = new Told(disk, PASSPHRASE);
  await told.deed(async () => {
    told.vault = valueOf(await createVault(FOLDER, PASSPHRASE, { ...options, io: disk }));
    return null;
  });
  await told.note('a', { text: 'one' });
  await told.note('b', { text: 'two'.repeat(200) });
  await told.deed(async () => valueOf(await told.open.blobs.put(Buffer.from('scan'), 'x')).id);
  await told.deed(async () => {
    valueOf(await told.open.compact(() => told.state as never));
    return null;
  });
  await told.note('c', { text: 'three' });
  await told.deed(async () => {
    valueOf(await told.open.holders.changePassphrase(PASSPHRASE, NEXT));
    return null;
  }, NEXT);
  await told.note('d', { text: 'four' });
  await told.deed(async () => (await told.open.close(), null));
  await told.deed(async () => {
    told.vault = valueOf(await openVault(FOLDER, NEXT, { ...options, io: disk }));
    return null;
  });
  await told.note('e', { text: 'five' });
  await told.deed(async () => {
    valueOf(await told.open.compact(() => told.state as never));
    return null;
  });
  await told.note('f', { text: 'six' });
  await told.deed(async () => {
    valueOf(await told.open.rekey.begin(NEXT, LAST));
    return null;
  }, LAST);
  await told.note('g', { text: 'seven' });
  await told.deed(async () => (await keyAnew(told.open, told.state, told.deeds), null));
  await told.note('h', { text: 'eight' });
  await told.deed(async () => (await told.open.close(), null));
  return { disk, deeds: told.deeds, states: told.states };
}

/** Ends a re-key; the blobs that were acknowledged are those that somebody can want. */
async function keyAnew(vault: Vault, state: object, deeds: readonly Deed[]): Promise<void> {
  const blobs = new Set(deeds.flatMap(({ blob }) => blob ?? []));
  valueOf(
    await vault.rekey.goOn(
      () => state as never,
      () => blobs,
      quietJob,
    ),
  );
  expect(vault.rekey.underWay).toBe(false);
}

/** What must hold of an image after a cut when `cut` steps were done. Answers the disk after opening. */
async function check(story: Story, cut: number, image: Image): Promise<Disk> {
  const acknowledged = story.deeds.filter(({ done }) => done <= cut);
  const begun = story.deeds.filter((deed) => deed.begun < cut);
  const disk = new Disk(image);
  const last = acknowledged.at(-1);
  const passphrases = new Set([
    last?.passphrase ?? PASSPHRASE,
    begun.at(-1)?.passphrase ?? PASSPHRASE,
  ]);
  const codes: string[] = [];
  for (const passphrase of passphrases) {
    const opened = await openVault(FOLDER, passphrase, { ...options, io: disk });
    if (!opened.ok) {
      codes.push(opened.error.code);
      continue;
    }
    const vault = opened.value;
    const from = last?.seq ?? 0;
    const to = begun.at(-1)?.seq ?? 0;
    expect(vault.seq).toBeGreaterThanOrEqual(from);
    expect(vault.seq).toBeLessThanOrEqual(to);
    const state = await vault.read();
    expect(plain(state)).toEqual(story.states[vault.seq]);
    expect(vault.readOnly).toBeNull();
    // What was cut short goes on.
    if (vault.rekey.underWay) await keyAnew(vault, state, acknowledged);
    for (const { blob } of acknowledged)
      if (blob !== null) expect(valueOf(await vault.blobs.get(blob)).length).toBe(4);
    // What was mended can be written to, and opens again without a word.
    valueOf(await vault.append([put('after', { cut })]));
    await vault.close();
    const again = valueOf(await openVault(FOLDER, passphrase, { ...options, io: disk }));
    expect(again.notices).toEqual([]);
    await again.close();
    return disk;
  }
  // Only an archive of which not even the creation was acknowledged may not open.
  expect(last).toBeUndefined();
  for (const code of codes)
    expect(['folder-missing', 'no-archive', 'creation-unfinished']).toContain(code);
  return disk;
}

describe('a power cut', () => {
  it(
    '[F3] [J6] after every step, in every order and with every tear, loses nothing that was acknowledged',
    { timeout: 3_600_000 },
    async () => {
      const story = await tell();
      const every = slow ? 1 : 7;
      let images = 0;
      for (let cut = 0; cut <= story.disk.steps.length; cut++) {
        for (const image of story.disk.cutAfter(cut)) {
          if (images++ % every === 0) await check(story, cut, image);
        }
      }
      expect(images).toBeGreaterThan(500);
    },
  );

  it(
    'a second one while the first is being mended loses nothing either',
    { timeout: 7_200_000 },
    async () => {
      const story = await tell();
      // All of them would take an hour and more: a fifth is spread over every step, order and tear.
      const every = slow ? 5 : 499;
      let number = 0;
      let mended = 0;
      for (let cut = 0; cut <= story.disk.steps.length; cut++) {
        for (const image of story.disk.cutAfter(cut)) {
          if (number++ % every !== 0) continue;
          const mending = new Disk(image);
          const passphrase = story.deeds.filter(({ done }) => done <= cut).at(-1)?.passphrase;
          const opened = await openVault(FOLDER, passphrase ?? PASSPHRASE, {
            ...options,
            io: mending,
          });
          if (!opened.ok) continue;
          mended += 1;
          for (let second = 0; second <= mending.steps.length; second++) {
            for (const twice of mending.cutAfter(second)) {
              await check(story, cut, twice);
            }
          }
        }
      }
      expect(mended).toBeGreaterThan(1);
    },
  );

  it('[C3] has never led to one nonce for two texts', () => {
    expect(ledger.current?.size).toBeGreaterThan(1_000);
    expect(ledger.current?.repeated).toBe(0);
  });
});
